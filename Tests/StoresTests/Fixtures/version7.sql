BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('v1');
INSERT INTO grdb_migrations VALUES('v2');
INSERT INTO grdb_migrations VALUES('v3');
INSERT INTO grdb_migrations VALUES('v4');
INSERT INTO grdb_migrations VALUES('v5');
INSERT INTO grdb_migrations VALUES('v6');
INSERT INTO grdb_migrations VALUES('v7');
CREATE TABLE property (
  name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
  unit TEXT NOT NULL,
  summary TEXT NOT NULL
, source TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
INSERT INTO property VALUES('dipole','D','magnitude of the electric dipole moment','the table values.csv');
INSERT INTO property VALUES('gap','eV','difference of the lowest unoccupied and the highest occupied orbital energy','the table values.csv');
CREATE TABLE molecule (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  smiles TEXT NOT NULL UNIQUE CHECK (smiles <> ''),
  formula TEXT NOT NULL CHECK (formula <> ''),
  charge INTEGER NOT NULL,
  heavyAtomCount INTEGER NOT NULL CHECK (heavyAtomCount >= 0),
  molecularWeight REAL NOT NULL CHECK (molecularWeight >= 0 AND molecularWeight < 9e999)
) STRICT;
INSERT INTO molecule VALUES(1,'NCCF','C2H6FN',0,4,63.074999999999988632);
INSERT INTO molecule VALUES(2,'NCN','CH6N2',0,3,46.07299999999999329);
INSERT INTO molecule VALUES(3,'NCCCCCCN','C6H16N2',0,8,116.20800000000001262);
INSERT INTO molecule VALUES(4,'NCCN','C2H8N2',0,4,60.099999999999987208);
INSERT INTO molecule VALUES(5,'CCCCCN','C5H13N',0,6,87.166000000000011024);
INSERT INTO molecule VALUES(6,'CCCCCCC','C7H16',0,7,100.20499999999999829);
INSERT INTO molecule VALUES(7,'NCCCCF','C4H10FN',0,6,91.129000000000004886);
INSERT INTO molecule VALUES(8,'CCCCCCCC','C8H18',0,8,114.23199999999999931);
INSERT INTO molecule VALUES(9,'CCCCN','C4H11N',0,5,73.138999999999995795);
INSERT INTO molecule VALUES(10,'NCCCCCCO','C6H15NO',0,8,117.19199999999999306);
INSERT INTO molecule VALUES(11,'CCCCCCCN','C7H17N',0,8,115.22000000000001307);
INSERT INTO molecule VALUES(12,'NCCCCCF','C5H12FN',0,7,105.15600000000000591);
INSERT INTO molecule VALUES(13,'NCCCCOCN','C5H14N2O',0,8,118.18000000000000682);
INSERT INTO molecule VALUES(14,'OCCCCCCCCO','C8H18O2',0,10,146.23000000000001819);
INSERT INTO molecule VALUES(15,'OCCCCCCNO','C6H15NO2',0,9,133.19100000000003092);
INSERT INTO molecule VALUES(16,'OCCCCCCCO','C7H16O2',0,9,132.20300000000003138);
INSERT INTO molecule VALUES(17,'NCCCCCO','C5H13NO',0,7,103.16499999999999203);
INSERT INTO molecule VALUES(18,'NCCCCN','C4H12N2',0,6,88.154000000000010571);
INSERT INTO molecule VALUES(19,'NCCCN','C3H10N2',0,5,74.126999999999995337);
INSERT INTO molecule VALUES(20,'OCCCCCCO','C6H14O2',0,8,118.17600000000000193);
INSERT INTO molecule VALUES(21,'NCCCCO','C4H11NO',0,6,89.137999999999991017);
INSERT INTO molecule VALUES(22,'NCCCCCN','C5H14N2',0,7,102.18100000000001159);
INSERT INTO molecule VALUES(23,'NCCCO','C3H9NO',0,5,75.110999999999989995);
INSERT INTO molecule VALUES(24,'NCOCN','C2H8N2O',0,5,76.099000000000003749);
INSERT INTO molecule VALUES(25,'NCCO','C2H7NO',0,4,61.083999999999996077);
INSERT INTO molecule VALUES(26,'NCCCCCCCN','C7H18N2',0,9,130.23499999999998521);
INSERT INTO molecule VALUES(27,'NCCCCCCOCCF','C8H18FNO',0,11,163.23599999999996157);
INSERT INTO molecule VALUES(28,'NCOCCCCCCCCO','C9H21NO2',0,12,175.27199999999999135);
INSERT INTO molecule VALUES(29,'CCCCCCCCCCC','C11H24',0,11,156.31299999999998817);
INSERT INTO molecule VALUES(30,'NCCCCCCCCO','C8H19NO',0,10,145.24600000000000932);
INSERT INTO molecule VALUES(31,'NCOCCCO','C4H11NO2',0,7,105.13700000000000045);
INSERT INTO molecule VALUES(32,'NC(O)CO','C2H7NO2',0,5,77.082999999999998407);
INSERT INTO molecule VALUES(33,'NCO','CH5NO',0,3,47.05700000000000216);
INSERT INTO molecule VALUES(34,'CCCCCCCO','C7H16O',0,8,116.20399999999999351);
INSERT INTO molecule VALUES(35,'OCCO','C2H6O2',0,4,62.068000000000004947);
INSERT INTO molecule VALUES(36,'NCOCCCCCCF','C7H16FNO',0,10,149.20900000000000318);
INSERT INTO molecule VALUES(37,'OCCCO','C3H8O2',0,5,76.094999999999998864);
CREATE TABLE designStep (
  iteration INTEGER NOT NULL REFERENCES iteration(number),
  number INTEGER NOT NULL CHECK (number >= 0),
  temperature REAL NOT NULL CHECK (temperature >= 0),
  effectiveSampleSize REAL NOT NULL CHECK (effectiveSampleSize >= 0 AND effectiveSampleSize < 9e999),
  acceptance REAL NOT NULL CHECK (acceptance BETWEEN 0 AND 1),
  distinctCount INTEGER NOT NULL CHECK (distinctCount >= 0),
  PRIMARY KEY (iteration, number)
) STRICT, WITHOUT ROWID;
INSERT INTO designStep VALUES(1,0,1.0,13.668180270352987548,0.35714285714285715078,15);
INSERT INTO designStep VALUES(1,1,1.0,13.668180270352987548,0.45454545454545453031,17);
INSERT INTO designStep VALUES(2,0,0.97735595703125,12.0001418388326897,0.38461538461538463673,18);
INSERT INTO designStep VALUES(2,1,1.0,11.99585115787608558,0.34285714285714286031,16);
CREATE TABLE fit (
  iteration INTEGER NOT NULL REFERENCES iteration(number),
  property TEXT NOT NULL REFERENCES property(name),
  observationCount INTEGER NOT NULL CHECK (observationCount >= 1),
  priorMean REAL NOT NULL CHECK (priorMean > -9e999 AND priorMean < 9e999),
  outputScale REAL NOT NULL CHECK (outputScale >= 0 AND outputScale < 9e999),
  noise REAL NOT NULL CHECK (noise >= 0 AND noise < 9e999),
  logPosterior REAL NOT NULL CHECK (logPosterior > -9e999 AND logPosterior < 9e999),
  leaveOneOutRMSE REAL CHECK (leaveOneOutRMSE >= 0 AND leaveOneOutRMSE < 9e999),
  leaveOneOutLogDensity REAL CHECK (leaveOneOutLogDensity > -9e999 AND leaveOneOutLogDensity < 9e999),
  leaveOneOutCoverage REAL CHECK (leaveOneOutCoverage BETWEEN 0 AND 1),
  PRIMARY KEY (iteration, property)
) STRICT, WITHOUT ROWID;
INSERT INTO fit VALUES(1,'dipole',12,1.2648465958180290513,1.7228897379796415112,0.091571241738514747021,-10.699528777853080541,0.16351070937976636132,0.16674700225854507951,1.0);
INSERT INTO fit VALUES(1,'gap',12,9.0,1.6216941657885650673,0.10735526188775720846,-10.729208620311505128,0.29280151837895240785,-0.17404676777324254444,0.91666666666666662965);
INSERT INTO fit VALUES(2,'dipole',14,1.373323361704158918,1.8497674666975203461,0.077172332335023366423,-10.458456848171218567,0.12640181073324471827,0.46008380633113427071,1.0);
INSERT INTO fit VALUES(2,'gap',14,8.9642857142857153007,1.6078138635900274255,0.085742846641217784764,-10.660620764063819976,0.14712125983109194948,0.20891319391076640377,0.92857142857142860314);
CREATE TABLE refusal (
  iteration INTEGER NOT NULL REFERENCES iteration(number),
  reason TEXT NOT NULL CHECK (reason <> ''),
  count INTEGER NOT NULL CHECK (count >= 1),
  PRIMARY KEY (iteration, reason)
) STRICT, WITHOUT ROWID;
INSERT INTO refusal VALUES(1,'heavyAtoms',3);
CREATE TABLE candidate (
  iteration INTEGER NOT NULL REFERENCES iteration(number),
  molecule INTEGER NOT NULL REFERENCES molecule(id),
  rank INTEGER CHECK (rank >= 1),
  acquisition REAL CHECK (acquisition < 9e999),
  acquisitionWhenChosen REAL CHECK (acquisitionWhenChosen < 9e999),
  decision TEXT NOT NULL CHECK (decision IN ('chosen', 'passedOver', 'refused')),
  reason TEXT NOT NULL CHECK (reason <> ''),
  parent TEXT CHECK (parent <> ''),
  move TEXT NOT NULL CHECK (move <> ''),
  position INTEGER CHECK (position >= 1), successProbability REAL CHECK (
  successProbability IS NULL OR (successProbability BETWEEN 0 AND 1 AND decision <> 'refused')),
  PRIMARY KEY (iteration, molecule),
  UNIQUE (iteration, rank),
  UNIQUE (iteration, position),
  CHECK ((decision = 'refused') = (rank IS NULL)),
  CHECK ((decision = 'chosen') = (position IS NOT NULL)),
  CHECK (decision <> 'refused' OR acquisition IS NULL),
  CHECK (decision = 'chosen' OR acquisitionWhenChosen IS NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO candidate VALUES(0,1,1,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',1,NULL);
INSERT INTO candidate VALUES(0,2,2,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',2,NULL);
INSERT INTO candidate VALUES(0,3,3,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',3,NULL);
INSERT INTO candidate VALUES(0,4,4,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',4,NULL);
INSERT INTO candidate VALUES(0,5,5,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',5,NULL);
INSERT INTO candidate VALUES(0,6,6,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',6,NULL);
INSERT INTO candidate VALUES(0,7,7,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',7,NULL);
INSERT INTO candidate VALUES(0,8,8,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',8,NULL);
INSERT INTO candidate VALUES(0,9,9,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',9,NULL);
INSERT INTO candidate VALUES(0,10,10,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',10,NULL);
INSERT INTO candidate VALUES(0,11,11,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',11,NULL);
INSERT INTO candidate VALUES(0,12,12,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',12,NULL);
INSERT INTO candidate VALUES(1,13,1,-0.53263491891884573448,-0.53263491891884573448,'chosen','rank 1 of 14 by log-window: the best','NCCCCO','suffix regrowth',1,0.92857142857142860314);
INSERT INTO candidate VALUES(1,14,2,-0.58279936657933806287,-0.58670197713273419815,'chosen','rank 2 of 14 by log-window, choice 2','NCCCCF','suffix regrowth',2,0.92857142857142860314);
INSERT INTO candidate VALUES(1,15,3,-0.59502794511931456078,-0.80924413200331457574,'chosen','rank 3 of 14 by log-window, choice 4: the best unlike those already chosen','OCCCCCCCCO','inner regrowth',4,0.92857142857142860314);
INSERT INTO candidate VALUES(1,16,4,-0.63094092042689930988,NULL,'passedOver','rank 4 by log-window: too similar to a molecule already chosen','NCCCCCCO','suffix regrowth',NULL,0.92857142857142860314);
INSERT INTO candidate VALUES(1,17,5,-0.75752364101575453414,-0.78583696029053817788,'chosen','rank 5 of 14 by log-window, choice 3: the best unlike those already chosen',NULL,'corpus',3,0.92857142857142860314);
INSERT INTO candidate VALUES(1,18,6,-0.78358094335502226357,NULL,'passedOver','rank 6 by log-window: too similar to a molecule already chosen',NULL,'corpus',NULL,0.92857142857142860314);
INSERT INTO candidate VALUES(1,19,7,-0.79400273724540937347,-0.8495301426782170262,'chosen','rank 7 of 14 by log-window, choice 5: the best unlike those already chosen',NULL,'corpus',5,0.92857142857142860314);
INSERT INTO candidate VALUES(1,20,8,-0.83233663320774320393,NULL,'passedOver','rank 8 by log-window: below the batch of 5',NULL,'corpus',NULL,0.92857142857142860314);
INSERT INTO candidate VALUES(1,21,9,-0.84721821940916552939,NULL,'passedOver','rank 9 by log-window: below the batch of 5',NULL,'corpus',NULL,0.92857142857142860314);
INSERT INTO candidate VALUES(1,22,10,-0.86897359164500287409,NULL,'passedOver','rank 10 by log-window: below the batch of 5',NULL,'corpus',NULL,0.92857142857142860314);
INSERT INTO candidate VALUES(1,23,11,-0.87836114817577348734,NULL,'passedOver','rank 11 by log-window: below the batch of 5',NULL,'corpus',NULL,0.92857142857142860314);
INSERT INTO candidate VALUES(1,24,12,-0.89717280095651041893,NULL,'passedOver','rank 12 by log-window: below the batch of 5','NCCCN','inner regrowth',NULL,0.92857142857142860314);
INSERT INTO candidate VALUES(1,25,13,-0.92138647759634340062,NULL,'passedOver','rank 13 by log-window: below the batch of 5',NULL,'corpus',NULL,0.92857142857142860314);
INSERT INTO candidate VALUES(1,26,14,-0.92173907045155223372,NULL,'passedOver','rank 14 by log-window: below the batch of 5','NCCCCN','suffix regrowth',NULL,0.92857142857142860314);
INSERT INTO candidate VALUES(1,27,NULL,NULL,NULL,'refused','11 heavy atoms, more than 10','NCCCCCCO','suffix regrowth',NULL,NULL);
INSERT INTO candidate VALUES(1,28,NULL,NULL,NULL,'refused','12 heavy atoms, more than 10','OCCCCCCCCO','suffix regrowth',NULL,NULL);
INSERT INTO candidate VALUES(1,29,NULL,NULL,NULL,'refused','11 heavy atoms, more than 10','CCCCCCF','suffix regrowth',NULL,NULL);
INSERT INTO candidate VALUES(2,18,2,-0.86043227285900247824,-0.87770529336314428991,'chosen','rank 2 of 14 by log-window, choice 2',NULL,'corpus',2,0.85254369357427484121);
INSERT INTO candidate VALUES(2,20,10,-1.3794215686216371175,NULL,'passedOver','rank 10 by log-window: below the batch of 5',NULL,'corpus',NULL,0.60458569715779753028);
INSERT INTO candidate VALUES(2,21,3,-1.0173772599525687798,-1.0321217597226028939,'chosen','rank 3 of 14 by log-window, choice 3',NULL,'corpus',3,0.80795857511984114918);
INSERT INTO candidate VALUES(2,22,4,-1.0387662892834503836,-1.216753974839099861,'chosen','rank 4 of 14 by log-window, choice 5: the best unlike those already chosen',NULL,'corpus',5,0.83793339542795375329);
INSERT INTO candidate VALUES(2,23,5,-1.0532427913729522916,NULL,'passedOver','rank 5 by log-window: too similar to a molecule already chosen',NULL,'corpus',NULL,0.81778479064189490976);
INSERT INTO candidate VALUES(2,25,7,-1.079781044260168521,NULL,'passedOver','rank 7 by log-window: below the batch of 5',NULL,'corpus',NULL,0.82569292981074404735);
INSERT INTO candidate VALUES(2,30,1,-0.71274328350372906371,-0.71274328350372906371,'chosen','rank 1 of 14 by log-window: the best','NCCO','suffix regrowth',1,0.65645926564071577224);
INSERT INTO candidate VALUES(2,31,6,-1.0691052666584428543,-1.1748554302575249241,'chosen','rank 6 of 14 by log-window, choice 4: the best unlike those already chosen','OCCCO','suffix regrowth',4,0.70627486632436298208);
INSERT INTO candidate VALUES(2,32,8,-1.2381546570089976277,NULL,'passedOver','rank 8 by log-window: below the batch of 5','NCCCCCN','suffix regrowth',NULL,0.76606085975728988035);
INSERT INTO candidate VALUES(2,33,9,-1.3608661852407732961,NULL,'passedOver','rank 9 by log-window: below the batch of 5',NULL,'corpus',NULL,0.82781164472805446319);
INSERT INTO candidate VALUES(2,34,11,-1.4291788811058470098,NULL,'passedOver','rank 11 by log-window: below the batch of 5',NULL,'corpus',NULL,0.71157051000931670348);
INSERT INTO candidate VALUES(2,35,12,-1.5941586794467008658,NULL,'passedOver','rank 12 by log-window: below the batch of 5',NULL,'corpus',NULL,0.7386334284505858827);
INSERT INTO candidate VALUES(2,36,13,-1.6354211377019851614,NULL,'passedOver','rank 13 by log-window: below the batch of 5','NCCCCCCCCO','inner regrowth',NULL,0.66927170514845746307);
INSERT INTO candidate VALUES(2,37,14,-1.6689131815579070217,NULL,'passedOver','rank 14 by log-window: below the batch of 5',NULL,'corpus',NULL,0.71603699247542740291);
CREATE TABLE prediction (
  iteration INTEGER NOT NULL,
  molecule INTEGER NOT NULL,
  property TEXT NOT NULL REFERENCES property(name),
  mean REAL NOT NULL CHECK (mean > -9e999 AND mean < 9e999),
  standardDeviation REAL NOT NULL CHECK (standardDeviation >= 0 AND standardDeviation < 9e999),
  PRIMARY KEY (iteration, molecule, property),
  FOREIGN KEY (iteration, molecule) REFERENCES candidate(iteration, molecule)
) STRICT, WITHOUT ROWID;
INSERT INTO prediction VALUES(1,13,'dipole',2.4432524314685499788,0.70238549985665266195);
INSERT INTO prediction VALUES(1,13,'gap',8.2988080641636674528,0.48066985660454414341);
INSERT INTO prediction VALUES(1,14,'dipole',1.8166976229799844944,0.58216497528846511411);
INSERT INTO prediction VALUES(1,14,'gap',7.5883327713390933411,0.56534546746486435964);
INSERT INTO prediction VALUES(1,15,'dipole',2.0895238235623159184,0.67158553215181493456);
INSERT INTO prediction VALUES(1,15,'gap',7.7727907636975714922,0.54679616150925303141);
INSERT INTO prediction VALUES(1,16,'dipole',1.8730273915684036989,0.51759871829461756576);
INSERT INTO prediction VALUES(1,16,'gap',7.6300739357371583082,0.50815039004970508074);
INSERT INTO prediction VALUES(1,17,'dipole',2.236330437472398902,0.35720100762062595434);
INSERT INTO prediction VALUES(1,17,'gap',8.0478753727580691901,0.30417210230477065291);
INSERT INTO prediction VALUES(1,18,'dipole',2.2510305001591337514,0.43259779402776354917);
INSERT INTO prediction VALUES(1,18,'gap',9.0096007602112475609,0.35601449927576028775);
INSERT INTO prediction VALUES(1,19,'dipole',2.2501436604111439976,0.45944240381160006414);
INSERT INTO prediction VALUES(1,19,'gap',9.5277523763443099369,0.37187781215053350436);
INSERT INTO prediction VALUES(1,20,'dipole',1.9026454803891734712,0.53839369717767238121);
INSERT INTO prediction VALUES(1,20,'gap',7.8067956989637892206,0.48891594050896353129);
INSERT INTO prediction VALUES(1,21,'dipole',2.2234896890824735748,0.4694844239078338477);
INSERT INTO prediction VALUES(1,21,'gap',8.5963349158602788691,0.39157475988700735092);
INSERT INTO prediction VALUES(1,22,'dipole',2.2050240196699331107,0.30562371907287000372);
INSERT INTO prediction VALUES(1,22,'gap',8.4893349649833513836,0.28788243954608849772);
INSERT INTO prediction VALUES(1,23,'dipole',2.2086131080032651574,0.55634207707738025927);
INSERT INTO prediction VALUES(1,23,'gap',9.1034585738764643991,0.47639536535156745689);
INSERT INTO prediction VALUES(1,24,'dipole',2.2845088217036289002,0.78151078186367228806);
INSERT INTO prediction VALUES(1,24,'gap',9.7888375510893705921,0.57983870160795125681);
INSERT INTO prediction VALUES(1,25,'dipole',2.207544000977626375,0.62748923016158775212);
INSERT INTO prediction VALUES(1,25,'gap',9.6220755916652329631,0.5484604332908644686);
INSERT INTO prediction VALUES(1,26,'dipole',2.1284551969587606201,0.31593237188667622206);
INSERT INTO prediction VALUES(1,26,'gap',7.9015754482377706935,0.3180347544762879286);
INSERT INTO prediction VALUES(2,18,'dipole',2.2535756064829643996,0.23247784416400535389);
INSERT INTO prediction VALUES(2,18,'gap',8.9863605771227721419,0.23867952596754610228);
INSERT INTO prediction VALUES(2,20,'dipole',1.935198312188793901,0.42990909597147813903);
INSERT INTO prediction VALUES(2,20,'gap',7.765925997752013643,0.40584864740340459432);
INSERT INTO prediction VALUES(2,21,'dipole',2.2293044793577432294,0.27045052157150090144);
INSERT INTO prediction VALUES(2,21,'gap',8.5710332776091142648,0.26476654714832459358);
INSERT INTO prediction VALUES(2,22,'dipole',2.2178594193486826924,0.19788476626790835188);
INSERT INTO prediction VALUES(2,22,'gap',8.4706453283024671918,0.20745690706005420755);
INSERT INTO prediction VALUES(2,23,'dipole',2.214396263493306094,0.36286084263937723459);
INSERT INTO prediction VALUES(2,23,'gap',9.0910731765076775445,0.35219906519785176834);
INSERT INTO prediction VALUES(2,25,'dipole',2.2084892564984750507,0.46207291176969955692);
INSERT INTO prediction VALUES(2,25,'gap',9.6528704266646290221,0.43146194422449218874);
INSERT INTO prediction VALUES(2,30,'dipole',2.1085025168812210338,0.35942456229313735072);
INSERT INTO prediction VALUES(2,30,'gap',7.393152810698357058,0.35151503356237356889);
INSERT INTO prediction VALUES(2,31,'dipole',2.2843921246656799795,0.54389357092551648964);
INSERT INTO prediction VALUES(2,31,'gap',8.5162981670295305747,0.41787619503257844577);
INSERT INTO prediction VALUES(2,32,'dipole',2.1807119284086744492,0.74131415326696603607);
INSERT INTO prediction VALUES(2,32,'gap',9.5122330851035545862,0.58591922434022736254);
INSERT INTO prediction VALUES(2,33,'dipole',2.1500637500491595055,0.53263862229745762011);
INSERT INTO prediction VALUES(2,33,'gap',10.048955104310152818,0.49199820254686033038);
INSERT INTO prediction VALUES(2,34,'dipole',1.2814541461473933914,0.3450338001565351198);
INSERT INTO prediction VALUES(2,34,'gap',7.6412860702695235559,0.33621568428410036899);
INSERT INTO prediction VALUES(2,35,'dipole',1.9913212370483028834,0.62376447263867595971);
INSERT INTO prediction VALUES(2,35,'gap',9.6441287902230072859,0.59629825479040554636);
INSERT INTO prediction VALUES(2,36,'dipole',1.9858479130171822202,0.48572856887101856226);
INSERT INTO prediction VALUES(2,36,'gap',8.1882766480816879806,0.4456991463818352761);
INSERT INTO prediction VALUES(2,37,'dipole',1.9615087510620377031,0.51378872680351572732);
INSERT INTO prediction VALUES(2,37,'gap',9.1066900497175211626,0.5178807511210197223);
CREATE TABLE attempt (
  calculation INTEGER NOT NULL REFERENCES calculation(id),
  number INTEGER NOT NULL CHECK (number >= 0),
  commandLine TEXT NOT NULL CHECK (json_valid(commandLine) AND json_type(commandLine) = 'array'),
  exitStatus INTEGER,
  signal INTEGER,
  termination TEXT NOT NULL CHECK (termination IN ('exited', 'signalled', 'timedOut', 'cancelled', 'outputLimitExceeded', 'notStarted')),
  startedAt TEXT NOT NULL CHECK (startedAt IS NULL OR (startedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(startedAt) IS NOT NULL)),
  wallSeconds REAL NOT NULL CHECK (wallSeconds >= 0 AND wallSeconds < 9e999),
  energy REAL CHECK (energy > -9e999 AND energy < 9e999),
  notes TEXT CHECK (notes <> ''),
  failureClass TEXT CHECK (failureClass <> ''),
  failureMessage TEXT CHECK (failureMessage <> ''),
  evidence TEXT, step TEXT NOT NULL DEFAULT 'calculate' CHECK (step <> ''), conformer INTEGER CHECK (conformer >= 1), changes TEXT CHECK (changes <> ''),
  PRIMARY KEY (calculation, number),
  CHECK ((termination = 'exited') = (exitStatus IS NOT NULL)),
  CHECK ((termination = 'signalled') = (signal IS NOT NULL)),
  CHECK ((failureClass IS NULL) = (failureMessage IS NULL) AND (failureClass IS NULL) = (evidence IS NULL)),
  CHECK (failureClass IS NULL OR (energy IS NULL AND notes IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE observation (
  calculation INTEGER NOT NULL REFERENCES calculation(id),
  property TEXT NOT NULL REFERENCES property(name),
  value REAL NOT NULL CHECK (value > -9e999 AND value < 9e999),
  uncertainty REAL CHECK (uncertainty >= 0 AND uncertainty < 9e999),
  PRIMARY KEY (calculation, property)
) STRICT, WITHOUT ROWID;
INSERT INTO observation VALUES(1,'dipole',1.75,0.0);
INSERT INTO observation VALUES(1,'gap',10.499999999999999999,0.0);
INSERT INTO observation VALUES(2,'dipole',2.25,NULL);
INSERT INTO observation VALUES(2,'gap',10.499999999999999999,NULL);
INSERT INTO observation VALUES(3,'dipole',2.25,NULL);
INSERT INTO observation VALUES(3,'gap',8.0,NULL);
INSERT INTO observation VALUES(4,'dipole',2.25,NULL);
INSERT INTO observation VALUES(4,'gap',10.0,NULL);
INSERT INTO observation VALUES(5,'dipole',1.25,0.0);
INSERT INTO observation VALUES(5,'gap',9.0,0.0);
INSERT INTO observation VALUES(6,'dipole',0.25,NULL);
INSERT INTO observation VALUES(6,'gap',8.5,NULL);
INSERT INTO observation VALUES(7,'dipole',1.75,0.0);
INSERT INTO observation VALUES(7,'gap',9.5,0.0);
INSERT INTO observation VALUES(8,'dipole',0.25,NULL);
INSERT INTO observation VALUES(8,'gap',8.0,NULL);
INSERT INTO observation VALUES(9,'dipole',1.25,0.0);
INSERT INTO observation VALUES(9,'gap',9.5,0.0);
INSERT INTO observation VALUES(10,'dipole',2.25,0.0);
INSERT INTO observation VALUES(10,'gap',7.5,0.0);
INSERT INTO observation VALUES(11,'dipole',1.25,0.0);
INSERT INTO observation VALUES(11,'gap',8.0,0.0);
INSERT INTO observation VALUES(12,'dipole',1.75,0.0);
INSERT INTO observation VALUES(12,'gap',9.0,0.0);
INSERT INTO observation VALUES(15,'dipole',2.25,0.0);
INSERT INTO observation VALUES(15,'gap',8.0,0.0);
INSERT INTO observation VALUES(17,'dipole',2.25,NULL);
INSERT INTO observation VALUES(17,'gap',9.5,NULL);
INSERT INTO observation VALUES(19,'dipole',2.25,NULL);
INSERT INTO observation VALUES(19,'gap',9.0,NULL);
INSERT INTO observation VALUES(20,'dipole',2.25,0.0);
INSERT INTO observation VALUES(20,'gap',8.5,0.0);
INSERT INTO observation VALUES(22,'dipole',2.25,NULL);
INSERT INTO observation VALUES(22,'gap',8.5,NULL);
CREATE TABLE withdrawal (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  calculation INTEGER NOT NULL REFERENCES calculation(id),
  property TEXT NOT NULL REFERENCES property(name),
  value REAL NOT NULL CHECK (value > -9e999 AND value < 9e999),
  uncertainty REAL CHECK (uncertainty >= 0 AND uncertainty < 9e999),
  reason TEXT CHECK (reason <> ''),
  withdrawnAt TEXT NOT NULL CHECK (withdrawnAt IS NULL OR (withdrawnAt GLOB '????-??-??T??:??:??.???Z' AND julianday(withdrawnAt) IS NOT NULL))
) STRICT;
CREATE TABLE withdrawnFailure (
  calculation INTEGER NOT NULL REFERENCES calculation(id),
  toldAt TEXT NOT NULL CHECK (toldAt IS NULL OR (toldAt GLOB '????-??-??T??:??:??.???Z' AND julianday(toldAt) IS NOT NULL)),
  failureClass TEXT NOT NULL CHECK (failureClass <> ''),
  failureMessage TEXT NOT NULL CHECK (failureMessage <> ''),
  evidence TEXT NOT NULL,
  reason TEXT CHECK (reason <> ''),
  withdrawnAt TEXT NOT NULL CHECK (withdrawnAt IS NULL OR (withdrawnAt GLOB '????-??-??T??:??:??.???Z' AND julianday(withdrawnAt) IS NOT NULL)),
  PRIMARY KEY (calculation, toldAt)
) STRICT, WITHOUT ROWID;
CREATE TABLE specification (
  number INTEGER NOT NULL PRIMARY KEY CHECK (number >= 1),
  iteration INTEGER NOT NULL CHECK (iteration >= 0),
  text TEXT NOT NULL,
  settings TEXT CHECK (settings IS NULL OR (json_valid(settings) AND json_type(settings) = 'object')),
  recordedAt TEXT NOT NULL CHECK (recordedAt IS NULL OR (recordedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(recordedAt) IS NOT NULL))
) STRICT;
INSERT INTO specification VALUES(1,0,replace('name: small\nseed: 11\nobjectives:\n  - {property: gap, goal: minimize}\n  - {property: dipole, goal: maximize, reference: 0}\nmolecules: {heavy_atoms: [1, 10]}\ncalculator: {program: table, file: values.csv}\ncorpus: corpus.smi\ndesign: {particles: 20, steps: 2, candidates: 14}\nbudget: {calculations: 22, initial: 12, batch: 5}\n','\n',char(10)),'{"acquisition":"log-window","budget.batch":"5","budget.calculations":"22","budget.consecutive_failures":"20","budget.initial":"12","calculator.file":"values.csv","calculator.program":"table","corpus":"corpus.smi","design.candidates":"14","design.drawsAtMost":"200000","design.drawsPerMolecule":"100","design.effectiveShareKept":"0.6","design.innerRegrowthProbability":"0.5","design.language.order":"10","design.language.rootsPerMolecule":"5","design.language.smoothing":"kneser-ney","design.lastTemperature":"1","design.longestDeletion":"20","design.mode":"sample","design.new_molecules":"true","design.particles":"20","design.rejectionsKept":"1000","design.rerootingProbability":"0.5","design.resamplingShare":"0.5","design.search.elite":"100","design.search.evenShare":"0.5","design.search.kept":"10000","design.search.memory":"0.9","design.search.secondMove":"0.3","design.seedShare":"0.5","design.steps":"2","design.sweeps":"1","design.tempering.ramps":"none","design.widenings":"0","molecules.allowCharged":"false","molecules.allowRadicals":"false","molecules.catalogues":"none","molecules.forbidden":"none","molecules.heavy_atoms.least":"1","molecules.heavy_atoms.most":"10","molecules.required":"none","molecules.scaffolds":"none","name":"small","objectives.dipole":"dipole as high as possible, above 0.0","objectives.gap":"gap as low as possible","policy":"surrogate","seed":"11","surrogate.model":"automatic"}','2026-11-30T02:19:53.561Z');
CREATE TABLE IF NOT EXISTS "version" (
  component TEXT NOT NULL CHECK (component <> ''),
  iteration INTEGER NOT NULL CHECK (iteration >= 0),
  version TEXT CHECK (version <> ''),
  PRIMARY KEY (component, iteration)
) STRICT, WITHOUT ROWID;
INSERT INTO version VALUES('cohobate',0,'0.1.0');
INSERT INTO version VALUES('corpus',0,'a1096dc0cf17faf7');
INSERT INTO version VALUES('nlopt',0,'2.7.1');
INSERT INTO version VALUES('openblas',0,'0.3.21');
INSERT INTO version VALUES('rdkit',0,'2022.09.3');
INSERT INTO version VALUES('table',0,'f9beb1dff507e95f');
CREATE TABLE IF NOT EXISTS "protocol" (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  version INTEGER NOT NULL CHECK (version >= 0),
  json TEXT NOT NULL CHECK (json_valid(json) AND json_type(json) = 'object'),
  summary TEXT NOT NULL,
  programVersion TEXT NOT NULL,
  rdkitVersion TEXT NOT NULL,
  UNIQUE (json, programVersion, rdkitVersion)
) STRICT;
INSERT INTO protocol VALUES(1,'table',1,'{"name":"table","steps":[{"name":"look up","settings":{"file":"values.csv"}}],"version":1}','known values of 54 molecules in values.csv','f9beb1dff507e95f','2022.09.3');
CREATE TABLE IF NOT EXISTS "iteration" (
  number INTEGER NOT NULL PRIMARY KEY CHECK (number >= 0),
  policy TEXT NOT NULL CHECK (policy IN ('initial', 'surrogate', 'random', 'told', 'takenOver')),
  proposalCount INTEGER NOT NULL CHECK (proposalCount >= 0),
  invalidCount INTEGER NOT NULL CHECK (invalidCount BETWEEN 0 AND proposalCount),
  widenings INTEGER NOT NULL DEFAULT 0 CHECK (widenings >= 0),
  pending TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(pending) AND json_type(pending) = 'array'),
  designedAt TEXT NOT NULL CHECK (designedAt IS NULL OR (designedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(designedAt) IS NOT NULL)),
  endedAt TEXT CHECK (endedAt IS NULL OR (endedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(endedAt) IS NOT NULL))
) STRICT;
INSERT INTO iteration VALUES(0,'initial',0,0,0,'[]','2026-11-30T02:19:53.767Z','2026-11-30T02:19:53.840Z');
INSERT INTO iteration VALUES(1,'surrogate',124,0,0,'[]','2026-11-30T02:19:53.945Z','2026-11-30T02:19:53.987Z');
INSERT INTO iteration VALUES(2,'surrogate',118,0,0,'[]','2026-11-30T02:19:54.094Z','2026-11-30T02:19:54.128Z');
CREATE TABLE IF NOT EXISTS "calculation" (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  iteration INTEGER NOT NULL,
  position INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'succeeded', 'failed', 'withdrawn', 'declined')),
  calculator TEXT NOT NULL CHECK (calculator <> ''),
  protocol INTEGER NOT NULL REFERENCES protocol(id),
  isomer TEXT CHECK (isomer <> ''),
  failureClass TEXT CHECK (failureClass <> ''),
  failureMessage TEXT CHECK (failureMessage <> ''),
  evidence TEXT,
  geometry TEXT CHECK (geometry <> ''),
  atomicValues TEXT CHECK (
    atomicValues IS NULL OR (json_valid(atomicValues) AND json_type(atomicValues) = 'object')),
  changes TEXT CHECK (changes <> ''),
  notes TEXT CHECK (notes <> ''),
  isReused INTEGER NOT NULL DEFAULT 0 CHECK (isReused IN (0, 1)),
  endedAt TEXT CHECK (endedAt IS NULL OR (endedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(endedAt) IS NOT NULL)),
  wallSeconds REAL CHECK (wallSeconds >= 0 AND wallSeconds < 9e999),
  UNIQUE (iteration, position),
  FOREIGN KEY (iteration, position) REFERENCES candidate(iteration, position),
  CHECK ((state = 'pending') = (endedAt IS NULL)),
  CHECK ((state = 'pending') = (wallSeconds IS NULL)),
  CHECK ((state = 'failed') = (failureClass IS NOT NULL)),
  CHECK ((state = 'failed') = (failureMessage IS NOT NULL)),
  CHECK ((state = 'failed') = (evidence IS NOT NULL)),
  CHECK (state IN ('succeeded', 'withdrawn') OR geometry IS NULL),
  CHECK (state IN ('succeeded', 'withdrawn') OR atomicValues IS NULL),
  CHECK (state IN ('succeeded', 'withdrawn') OR changes IS NULL),
  CHECK (state NOT IN ('pending', 'declined') OR notes IS NULL),
  CHECK (state NOT IN ('pending', 'declined') OR isomer IS NULL),
  CHECK (state NOT IN ('pending', 'declined') OR NOT isReused)
) STRICT;
INSERT INTO calculation VALUES(1,0,1,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:53.832Z',0.0040430809999999995849);
INSERT INTO calculation VALUES(2,0,2,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:53.836Z',0.004007123999999999929);
INSERT INTO calculation VALUES(3,0,3,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:53.800Z',0.0036100289999999998422);
INSERT INTO calculation VALUES(4,0,4,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:53.828Z',0.0040135159999999999586);
INSERT INTO calculation VALUES(5,0,5,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:53.812Z',0.0040571879999999997667);
INSERT INTO calculation VALUES(6,0,6,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:53.804Z',0.0040040780000000003244);
INSERT INTO calculation VALUES(7,0,7,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:53.820Z',0.004061567000000000302);
INSERT INTO calculation VALUES(8,0,8,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:53.782Z',0.00026427500000000001337);
INSERT INTO calculation VALUES(9,0,9,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:53.824Z',0.0040436619999999999508);
INSERT INTO calculation VALUES(10,0,10,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:53.808Z',0.0040221129999999999035);
INSERT INTO calculation VALUES(11,0,11,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:53.796Z',0.014617279000000000382);
INSERT INTO calculation VALUES(12,0,12,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:53.816Z',0.0040908209999999996936);
INSERT INTO calculation VALUES(13,1,1,'failed','table',1,NULL,'input','The table values.csv has no molecule ''NCCCCOCN''.','',NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:53.976Z',0.0051722690000000001719);
INSERT INTO calculation VALUES(14,1,2,'failed','table',1,NULL,'input','The table values.csv has no molecule ''OCCCCCCCCO''.','',NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:53.964Z',0.0011197100000000001062);
INSERT INTO calculation VALUES(15,1,3,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:53.980Z',0.0040356280000000003052);
INSERT INTO calculation VALUES(16,1,4,'failed','table',1,NULL,'input','The table values.csv has no molecule ''OCCCCCCNO''.','',NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:53.971Z',0.006961033000000000151);
INSERT INTO calculation VALUES(17,1,5,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:53.984Z',0.0040949890000000002676);
INSERT INTO calculation VALUES(18,2,1,'failed','table',1,NULL,'input','The table values.csv has no molecule ''NCCCCCCCCO''.','',NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:54.108Z',9.5829999999999995585e-05);
INSERT INTO calculation VALUES(19,2,2,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:54.116Z',0.0041186230000000000756);
INSERT INTO calculation VALUES(20,2,3,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:54.121Z',0.0010222960000000000119);
INSERT INTO calculation VALUES(21,2,4,'failed','table',1,NULL,'input','The table values.csv has no molecule ''NCOCCCO''.','',NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:54.120Z',0.0040265300000000003866);
INSERT INTO calculation VALUES(22,2,5,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T02:19:54.112Z',0.0037555219999999998534);
CREATE TABLE decline (
  calculation INTEGER NOT NULL REFERENCES calculation(id),
  declinedAt TEXT NOT NULL CHECK (declinedAt IS NULL OR (declinedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(declinedAt) IS NOT NULL)),
  reason TEXT CHECK (reason <> ''),
  revokedAt TEXT CHECK (revokedAt IS NULL OR (revokedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(revokedAt) IS NOT NULL)),
  PRIMARY KEY (calculation, declinedAt)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS "transfer" (
  iteration INTEGER NOT NULL,
  property TEXT NOT NULL,
  rank INTEGER NOT NULL CHECK (rank >= 1),
  sources TEXT NOT NULL CHECK (json_valid(sources) AND json_type(sources) = 'array'),
  parts TEXT NOT NULL CHECK (json_valid(parts) AND json_type(parts) = 'array'),
  weight REAL NOT NULL CHECK (weight BETWEEN 0 AND 1),
  logWeight REAL CHECK (logWeight > -9e999 AND logWeight < 9e999),
  leaveOneOutRMSE REAL CHECK (leaveOneOutRMSE >= 0 AND leaveOneOutRMSE < 9e999),
  leaveOneOutLogDensity REAL CHECK (leaveOneOutLogDensity > -9e999 AND leaveOneOutLogDensity < 9e999),
  failure TEXT CHECK (failure <> ''), model TEXT CHECK (model <> ''),
  PRIMARY KEY (iteration, property, rank),
  FOREIGN KEY (iteration, property) REFERENCES fit(iteration, property),
  CHECK ((json_array_length(sources) = 0) = (json_array_length(parts) = 0)),
  CHECK ((failure IS NULL) = (logWeight IS NOT NULL)),
  CHECK ((failure IS NULL) = (leaveOneOutRMSE IS NOT NULL)),
  CHECK ((failure IS NULL) = (leaveOneOutLogDensity IS NOT NULL)),
  CHECK (failure IS NULL OR weight = 0)
) STRICT, WITHOUT ROWID;
INSERT INTO transfer VALUES(1,'dipole',1,'[]','[]',0.47049879490547646954,-0.75396188126608976176,0.14642236387648863149,0.189892872924073558,NULL,'logarithm(standard)');
INSERT INTO transfer VALUES(1,'dipole',2,'[]','[]',0.16562215709292452126,-1.7980462471109301958,0.20810268494673436756,0.044014125356681733924,NULL,'standard');
INSERT INTO transfer VALUES(1,'dipole',3,'[]','[]',0.14139427867294671048,-1.9562029883400651186,0.22229828069806978341,-0.068477479725141648936,NULL,'power(standard)');
INSERT INTO transfer VALUES(1,'dipole',4,'[]','[]',0.094106188542200305824,-2.3633314689613396097,0.22214296258624535718,-0.1696455813242339905,NULL,'power(detailed)');
INSERT INTO transfer VALUES(1,'dipole',5,'[]','[]',0.078351609242927819365,-2.5465487712343275461,0.21922244660147480188,-0.17149978787886008269,NULL,'detailed');
INSERT INTO transfer VALUES(1,'dipole',6,'[]','[]',0.050026971543524166585,-2.9951929881240388908,0.18050010581787304109,-0.39638939280104562579,NULL,'logarithm(detailed)');
INSERT INTO transfer VALUES(1,'gap',1,'[]','[]',0.35978990851613878998,-1.0222350053405904191,0.2871810841054213137,-0.13182091958296762723,NULL,'standard');
INSERT INTO transfer VALUES(1,'gap',2,'[]','[]',0.25731725567986768465,-1.3574454975052727689,0.28839216035331766141,-0.15995476279783713002,NULL,'power(standard)');
INSERT INTO transfer VALUES(1,'gap',3,'[]','[]',0.18368387640054875675,-1.6945390619765596795,0.28994389146503707355,-0.20247280211497373225,NULL,'logarithm(standard)');
INSERT INTO transfer VALUES(1,'gap',4,'[]','[]',0.066871513639895865943,-2.7049822076124492298,0.37811293879255442051,-0.53849210721765550236,NULL,'detailed');
INSERT INTO transfer VALUES(1,'gap',5,'[]','[]',0.066421272948418777493,-2.7117378980798960697,0.37679198083730780499,-0.54468774079638337948,NULL,'power(detailed)');
INSERT INTO transfer VALUES(1,'gap',6,'[]','[]',0.065916172815130111284,-2.7193714530892592051,0.37344277459986968681,-0.55559662790538522081,NULL,'logarithm(detailed)');
INSERT INTO transfer VALUES(2,'dipole',1,'[]','[]',0.40583952644532345077,-0.90179745257505494748,0.12316751455622752808,0.43886527784977874544,NULL,'logarithm(standard)');
INSERT INTO transfer VALUES(2,'dipole',2,'[]','[]',0.20189995053634957056,-1.5999829986542142279,0.14728205202162863995,0.39184123995591385591,NULL,'standard');
INSERT INTO transfer VALUES(2,'dipole',3,'[]','[]',0.17223055565948930389,-1.7589212598754500049,0.15776643262390901978,0.25362916679392927266,NULL,'power(standard)');
INSERT INTO transfer VALUES(2,'dipole',4,'[]','[]',0.10395157584362538227,-2.2638301051621851911,0.13605071605194005157,0.17565736596416539616,NULL,'power(detailed)');
INSERT INTO transfer VALUES(2,'dipole',5,'[]','[]',0.074608918446121927359,-2.59549522870186955,0.13688359942651445733,0.16389982344603218344,NULL,'detailed');
INSERT INTO transfer VALUES(2,'dipole',6,'[]','[]',0.041469473069090351247,-3.1827977111202141458,0.12575327566358168729,-0.19074747387744986348,NULL,'logarithm(detailed)');
INSERT INTO transfer VALUES(2,'gap',1,'[]','[]',0.4355387586124562782,-0.83117148868765156066,0.14004752508292797608,0.25438921311583395645,NULL,'standard');
INSERT INTO transfer VALUES(2,'gap',2,'[]','[]',0.24332203255561946075,-1.4133694761385005023,0.14322580773879728388,0.21440788090074763827,NULL,'power(standard)');
INSERT INTO transfer VALUES(2,'gap',3,'[]','[]',0.17172841584043613272,-1.7618410277395870622,0.14599726855750022602,0.17307984786236382812,NULL,'logarithm(standard)');
INSERT INTO transfer VALUES(2,'gap',4,'[]','[]',0.050022171314737920444,-2.9952889455436189081,0.26162118702074277365,-0.24534605510747847789,NULL,'detailed');
INSERT INTO transfer VALUES(2,'gap',5,'[]','[]',0.049710872396210206702,-3.0015316093170145705,0.26200248314223145706,-0.25258427075636513681,NULL,'power(detailed)');
INSERT INTO transfer VALUES(2,'gap',6,'[]','[]',0.049677749280539987286,-3.0021981467201417359,0.26086443429952926864,-0.25734978755693810326,NULL,'logarithm(detailed)');
CREATE TABLE success (
  iteration INTEGER NOT NULL PRIMARY KEY REFERENCES iteration(number),
  successCount INTEGER NOT NULL CHECK (successCount >= 0),
  failureCount INTEGER NOT NULL CHECK (failureCount >= 0),
  baseRate REAL NOT NULL CHECK (baseRate BETWEEN 0 AND 1),
  outputScale REAL CHECK (outputScale >= 0 AND outputScale < 9e999),
  logMarginalLikelihood REAL CHECK (logMarginalLikelihood > -9e999 AND logMarginalLikelihood < 9e999),
  CHECK ((outputScale IS NULL) = (logMarginalLikelihood IS NULL))
) STRICT;
INSERT INTO success VALUES(1,12,0,0.92857142857142860314,NULL,NULL);
INSERT INTO success VALUES(2,14,3,0.77654970579734583502,1.1699217133940678081,-7.8226213674533848774);
CREATE TABLE expectedGain (
  iteration INTEGER NOT NULL PRIMARY KEY REFERENCES iteration(number),
  kind TEXT NOT NULL CHECK (kind IN ('hits', 'improvement', 'hypervolume')),
  mean REAL NOT NULL CHECK (mean >= 0 AND mean < 9e999),
  lower REAL NOT NULL CHECK (lower >= 0 AND lower < 9e999),
  upper REAL NOT NULL CHECK (upper >= 0 AND upper < 9e999),
  CHECK (lower <= upper)
) STRICT;
INSERT INTO expectedGain VALUES(1,'hypervolume',1.7615252460555210767,0.16367378785769809423,3.8244653923115281557);
INSERT INTO expectedGain VALUES(2,'hypervolume',0.91792760565893383173,0.027628715526313268879,2.0579859035249028487);
CREATE TABLE IF NOT EXISTS "campaign" (
  onlyRow INTEGER NOT NULL PRIMARY KEY DEFAULT 1 CHECK (onlyRow = 1),
  name TEXT NOT NULL CHECK (name <> ''),
  seed TEXT NOT NULL CHECK (seed <> '' AND seed NOT GLOB '*[^0-9]*' AND (
    length(seed) < 20 OR (length(seed) = 20 AND seed <= '18446744073709551615'))),
  createdAt TEXT NOT NULL CHECK (createdAt IS NULL OR (createdAt GLOB '????-??-??T??:??:??.???Z' AND julianday(createdAt) IS NOT NULL)),
  endedAt TEXT CHECK (endedAt IS NULL OR (endedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(endedAt) IS NOT NULL)),
  endReason TEXT CHECK (endReason IN ('budget', 'hits', 'failures', 'exhausted', 'tooNarrow', 'gain')),
  endMessage TEXT,
  CHECK ((endedAt IS NULL) = (endReason IS NULL) AND (endedAt IS NULL) = (endMessage IS NULL))
) STRICT;
INSERT INTO campaign VALUES(1,'small','11','2026-11-30T02:19:53.561Z','2026-11-30T02:19:54.133Z','budget','All 22 calculations of the budget are done.');
CREATE TABLE referencePoint (
  iteration INTEGER NOT NULL REFERENCES iteration(number),
  objective TEXT NOT NULL CHECK (objective <> ''),
  isMinimum INTEGER NOT NULL CHECK (isMinimum IN (0, 1)),
  value REAL NOT NULL CHECK (value > -9e999 AND value < 9e999),
  isStated INTEGER NOT NULL CHECK (isStated IN (0, 1)),
  PRIMARY KEY (iteration, objective)
) STRICT, WITHOUT ROWID;
INSERT INTO referencePoint VALUES(1,'dipole',0,0.0,1);
INSERT INTO referencePoint VALUES(1,'gap',1,10.499999999999999999,0);
INSERT INTO referencePoint VALUES(2,'dipole',0,0.0,1);
INSERT INTO referencePoint VALUES(2,'gap',1,10.499999999999999999,0);
CREATE INDEX candidateOfMolecule ON candidate(molecule);
CREATE INDEX observationOfProperty ON observation(property, value);
CREATE TRIGGER observationIsFinal BEFORE UPDATE ON observation
BEGIN SELECT RAISE(ABORT, 'A value that was observed is never changed.'); END;
CREATE INDEX withdrawalOfCalculation ON withdrawal(calculation, property);
CREATE TRIGGER withdrawalNeedsValue BEFORE INSERT ON withdrawal
WHEN NOT EXISTS (
  SELECT 1 FROM observation WHERE calculation = NEW.calculation AND property = NEW.property
    AND value = NEW.value AND uncertainty IS NEW.uncertainty)
BEGIN SELECT RAISE(ABORT, 'Only a value that stands can be withdrawn.'); END;
CREATE TRIGGER withdrawalIsFinal BEFORE UPDATE ON withdrawal
BEGIN SELECT RAISE(ABORT, 'A withdrawal is never changed.'); END;
CREATE TRIGGER withdrawalStays BEFORE DELETE ON withdrawal
BEGIN SELECT RAISE(ABORT, 'A withdrawal is never removed.'); END;
CREATE TRIGGER observationIsWithdrawn BEFORE DELETE ON observation
WHEN NOT EXISTS (
  SELECT 1 FROM withdrawal WHERE calculation = OLD.calculation AND property = OLD.property
    AND value = OLD.value AND uncertainty IS OLD.uncertainty)
BEGIN SELECT RAISE(ABORT, 'A value that was observed is never removed but by a withdrawal.'); END;
CREATE TRIGGER withdrawnFailureIsFinal BEFORE UPDATE ON withdrawnFailure
BEGIN SELECT RAISE(ABORT, 'A withdrawal is never changed.'); END;
CREATE TRIGGER withdrawnFailureStays BEFORE DELETE ON withdrawnFailure
BEGIN SELECT RAISE(ABORT, 'A withdrawal is never removed.'); END;
CREATE TRIGGER specificationIsFinal BEFORE UPDATE ON specification
BEGIN SELECT RAISE(ABORT, 'A specification that was recorded is never changed.'); END;
CREATE TRIGGER declineNeedsPending BEFORE INSERT ON decline
WHEN (SELECT state FROM calculation WHERE id = NEW.calculation) IS NOT 'pending'
BEGIN SELECT RAISE(ABORT, 'Only a pending calculation can be declined.'); END;
CREATE TRIGGER declineIsRevokedOnce BEFORE UPDATE ON decline
WHEN OLD.revokedAt IS NOT NULL OR NEW.revokedAt IS NULL
  OR (NEW.calculation, NEW.declinedAt, NEW.reason) IS NOT (OLD.calculation, OLD.declinedAt, OLD.reason)
BEGIN SELECT RAISE(ABORT, 'Of a decline nothing but that it was revoked is ever changed.'); END;
CREATE TRIGGER declineStays BEFORE DELETE ON decline
BEGIN SELECT RAISE(ABORT, 'A decline is never removed.'); END;
CREATE TRIGGER observationNeedsSuccess BEFORE INSERT ON observation
WHEN (SELECT state FROM calculation WHERE id = NEW.calculation) IS NOT 'succeeded'
BEGIN SELECT RAISE(ABORT, 'Only a calculation that succeeded has values.'); END;
CREATE TRIGGER calculatedOnceUnderAProtocol BEFORE INSERT ON calculation
WHEN EXISTS (
  SELECT 1 FROM candidate AS chosen
    JOIN candidate AS earlier ON earlier.molecule = chosen.molecule
    JOIN calculation ON (calculation.iteration, calculation.position) = (earlier.iteration, earlier.position)
  WHERE (chosen.iteration, chosen.position) = (NEW.iteration, NEW.position)
    AND calculation.calculator = NEW.calculator AND calculation.protocol = NEW.protocol)
BEGIN SELECT RAISE(ABORT, 'A molecule is calculated once under a protocol.'); END;
CREATE TRIGGER withdrawnFailureNeedsFailure BEFORE INSERT ON withdrawnFailure
WHEN NOT EXISTS (
  SELECT 1 FROM calculation WHERE id = NEW.calculation AND calculator IN ('by-hand', 'told')
    AND state = 'failed' AND endedAt = NEW.toldAt AND failureClass = NEW.failureClass
    AND failureMessage = NEW.failureMessage AND evidence = NEW.evidence)
BEGIN SELECT RAISE(ABORT, 'Only a failure that people told, and that stands, can be withdrawn.'); END;
CREATE TRIGGER outcomeIsFinal BEFORE UPDATE ON calculation
WHEN OLD.state <> 'pending' AND NOT (
  (NEW.id, NEW.iteration, NEW.position, NEW.calculator, NEW.protocol, NEW.isReused, NEW.geometry,
    NEW.atomicValues, NEW.changes, NEW.isomer)
    IS (OLD.id, OLD.iteration, OLD.position, OLD.calculator, OLD.protocol, OLD.isReused, OLD.geometry,
    OLD.atomicValues, OLD.changes, OLD.isomer)
  -- A note may be added to what is told again.
  AND (NEW.notes IS OLD.notes
    OR (OLD.state = 'withdrawn' AND coalesce(instr(NEW.notes, OLD.notes), OLD.notes IS NULL) = 1))
  AND (
    -- The failure was withdrawn, or every value.
    (OLD.state = 'failed' AND NEW.state = 'withdrawn'
      AND (NEW.endedAt, NEW.wallSeconds) = (OLD.endedAt, OLD.wallSeconds)
      AND EXISTS (SELECT 1 FROM withdrawnFailure WHERE calculation = OLD.id AND toldAt = OLD.endedAt))
    OR (OLD.state = 'succeeded' AND NEW.state = 'withdrawn'
      AND (NEW.endedAt, NEW.wallSeconds) = (OLD.endedAt, OLD.wallSeconds)
      AND NOT EXISTS (SELECT 1 FROM observation WHERE calculation = OLD.id)
      AND EXISTS (SELECT 1 FROM withdrawal WHERE calculation = OLD.id))
    -- Values are told again, or a failure, whose time keeps it apart from those that were withdrawn.
    OR (OLD.state = 'withdrawn' AND NEW.state = 'succeeded' AND NEW.wallSeconds = OLD.wallSeconds)
    OR (OLD.state = 'withdrawn' AND NEW.state = 'failed' AND NEW.wallSeconds = OLD.wallSeconds
      AND NOT EXISTS (SELECT 1 FROM withdrawnFailure WHERE calculation = OLD.id AND toldAt = NEW.endedAt))
    -- The decline was revoked.
    OR (OLD.state = 'declined' AND NEW.state = 'pending'
      AND NOT EXISTS (SELECT 1 FROM decline WHERE calculation = OLD.id AND revokedAt IS NULL))))
BEGIN SELECT RAISE(ABORT, 'The outcome of a calculation is never changed.'); END
;
CREATE TRIGGER iterationEndsWhenAllIsDone BEFORE UPDATE OF endedAt ON iteration
WHEN NEW.endedAt IS NOT NULL AND EXISTS (
  SELECT 1 FROM calculation WHERE iteration = NEW.number AND state = 'pending')
BEGIN SELECT RAISE(ABORT, 'An iteration cannot end while calculations of it are pending.'); END;
COMMIT;
