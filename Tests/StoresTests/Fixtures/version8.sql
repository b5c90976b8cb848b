BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('v1');
INSERT INTO grdb_migrations VALUES('v2');
INSERT INTO grdb_migrations VALUES('v3');
INSERT INTO grdb_migrations VALUES('v4');
INSERT INTO grdb_migrations VALUES('v5');
INSERT INTO grdb_migrations VALUES('v6');
INSERT INTO grdb_migrations VALUES('v7');
INSERT INTO grdb_migrations VALUES('v8');
CREATE TABLE property (
  name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
  unit TEXT NOT NULL,
  summary TEXT NOT NULL
, source TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
INSERT INTO property VALUES('gap','eV','difference of the lowest unoccupied and the highest occupied orbital energy','the user''s program');
CREATE TABLE molecule (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  smiles TEXT NOT NULL UNIQUE CHECK (smiles <> ''),
  formula TEXT NOT NULL CHECK (formula <> ''),
  charge INTEGER NOT NULL,
  heavyAtomCount INTEGER NOT NULL CHECK (heavyAtomCount >= 0),
  molecularWeight REAL NOT NULL CHECK (molecularWeight >= 0 AND molecularWeight < 9e999)
) STRICT;
INSERT INTO molecule VALUES(1,'CCCCCCCCF','C8H17F',0,9,132.22200000000000841);
INSERT INTO molecule VALUES(2,'CCCCCCCCN','C8H19N',0,9,129.24700000000001409);
INSERT INTO molecule VALUES(3,'CCCCCF','C5H11F',0,6,90.141000000000005339);
INSERT INTO molecule VALUES(4,'NCCCCCCCO','C7H17NO',0,9,131.21900000000002251);
INSERT INTO molecule VALUES(5,'NCCCO','C3H9NO',0,5,75.110999999999989995);
INSERT INTO molecule VALUES(6,'NCCCCCCN','C6H16N2',0,8,116.20800000000001262);
INSERT INTO molecule VALUES(7,'NCCCCCCCN','C7H18N2',0,9,130.23499999999998521);
INSERT INTO molecule VALUES(8,'CCCCCCCN','C7H17N',0,8,115.22000000000001307);
INSERT INTO molecule VALUES(9,'NCCCCCCO','C6H15NO',0,8,117.19199999999999306);
INSERT INTO molecule VALUES(10,'CCCCCCCCO','C8H18O',0,9,130.23100000000002296);
INSERT INTO molecule VALUES(11,'NCCCCCCCF','C7H16FN',0,9,133.21000000000000795);
INSERT INTO molecule VALUES(12,'OCCCCCCCO','C7H16O2',0,9,132.20300000000003138);
INSERT INTO molecule VALUES(13,'OCCCCCCCF','C7H15FO',0,9,134.19400000000001682);
INSERT INTO molecule VALUES(14,'CCCCCCN','C6H15N',0,7,101.19300000000001205);
INSERT INTO molecule VALUES(15,'CCCCCCCO','C7H16O',0,8,116.20399999999999351);
INSERT INTO molecule VALUES(16,'NCCCCCN','C5H14N2',0,7,102.18100000000001159);
INSERT INTO molecule VALUES(17,'NCCCCCCF','C6H14FN',0,8,119.18300000000000693);
INSERT INTO molecule VALUES(18,'OCCCCCCO','C6H14O2',0,8,118.17600000000000193);
INSERT INTO molecule VALUES(19,'OCCCCCCCCF','C8H17FO',0,10,148.22100000000000363);
INSERT INTO molecule VALUES(20,'NCCCCCCCCCCCO','C11H25NO',0,13,187.32699999999996976);
INSERT INTO molecule VALUES(21,'OCCCCCCCCCF','C9H19FO',0,11,162.24799999999999044);
INSERT INTO molecule VALUES(22,'NCCCCCCNCF','C7H17FN2',0,10,148.22499999999999431);
INSERT INTO molecule VALUES(23,'NCCCCCCCCO','C8H19NO',0,10,145.24600000000000932);
INSERT INTO molecule VALUES(24,'NCCCCCCCCCO','C9H21NO',0,11,159.27299999999999613);
INSERT INTO molecule VALUES(25,'FCCCCCCCCCF','C9H18F2',0,11,164.23899999999997589);
INSERT INTO molecule VALUES(26,'CCCCCCCCCF','C9H19F',0,10,146.24899999999999522);
INSERT INTO molecule VALUES(27,'NCCCCCCCCN','C8H20N2',0,10,144.26200000000000045);
INSERT INTO molecule VALUES(28,'CCCCCCO','C6H14O',0,7,102.17699999999999249);
INSERT INTO molecule VALUES(29,'CCCCCCCC','C8H18',0,8,114.23199999999999931);
INSERT INTO molecule VALUES(30,'OCCCCCCF','C6H13FO',0,8,120.1670000000000158);
INSERT INTO molecule VALUES(31,'OCCCCCO','C5H12O2',0,7,104.1490000000000009);
INSERT INTO molecule VALUES(32,'NCCCCCO','C5H13NO',0,7,103.16499999999999203);
INSERT INTO molecule VALUES(33,'NCCCCCCCCCN','C9H22N2',0,11,158.28899999999998726);
INSERT INTO molecule VALUES(34,'CCCCCCCCCO','C9H20O',0,10,144.25800000000000978);
INSERT INTO molecule VALUES(35,'CCCCCCCCCCCN','C11H25N',0,12,171.32799999999997453);
INSERT INTO molecule VALUES(36,'OCCCCCCCCCO','C9H20O2',0,11,160.257000000000005);
INSERT INTO molecule VALUES(37,'OCCCCCCCCCCO','C10H22O2',0,12,174.28399999999999181);
INSERT INTO molecule VALUES(38,'NCCCCCCCCF','C8H18FN',0,10,147.23699999999999476);
INSERT INTO molecule VALUES(39,'CCCCCCCCCC','C10H22',0,10,142.28600000000000136);
INSERT INTO molecule VALUES(40,'NCCCCOCCCN','C7H18N2O',0,10,146.23399999999998045);
CREATE TABLE designStep (
  iteration INTEGER NOT NULL REFERENCES iteration(number),
  number INTEGER NOT NULL CHECK (number >= 0),
  temperature REAL NOT NULL CHECK (temperature >= 0),
  effectiveSampleSize REAL NOT NULL CHECK (effectiveSampleSize >= 0 AND effectiveSampleSize < 9e999),
  acceptance REAL NOT NULL CHECK (acceptance BETWEEN 0 AND 1),
  distinctCount INTEGER NOT NULL CHECK (distinctCount >= 0),
  PRIMARY KEY (iteration, number)
) STRICT, WITHOUT ROWID;
INSERT INTO designStep VALUES(1,0,1.0,7.5209506164706496633,0.34782608695652172947,10);
INSERT INTO designStep VALUES(1,1,1.0,7.5209506164706496633,0.5263157894736841813,10);
INSERT INTO designStep VALUES(2,0,1.0,6.3515470585807491943,0.52173913043478259421,8);
INSERT INTO designStep VALUES(2,1,1.0,6.3515470585807491943,0.64705882352941179735,8);
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
INSERT INTO fit VALUES(1,'gap',4,6.8705216411375626961,1.2172335626783763462,0.13524476492937423377,-5.7126726633828690538,0.72027139181354737917,-0.98891980377181876171,0.75);
INSERT INTO fit VALUES(2,'gap',7,6.7227477415396990068,0.94605066951088911952,0.03995980579322407078,-4.2645328154733705972,0.011712372056008630433,1.1239297623953430349,1.0);
CREATE TABLE refusal (
  iteration INTEGER NOT NULL REFERENCES iteration(number),
  reason TEXT NOT NULL CHECK (reason <> ''),
  count INTEGER NOT NULL CHECK (count >= 1),
  PRIMARY KEY (iteration, reason)
) STRICT, WITHOUT ROWID;
INSERT INTO refusal VALUES(1,'heavyAtoms',9);
INSERT INTO refusal VALUES(2,'heavyAtoms',10);
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
INSERT INTO candidate VALUES(1,7,1,-0.31220493238599233976,-0.31220493238599233976,'chosen','rank 1 of 12 by log-window: the best',NULL,'corpus',1,0.625);
INSERT INTO candidate VALUES(1,8,2,-0.39701718826220755431,NULL,'passedOver','rank 2 by log-window: too similar to a molecule already chosen',NULL,'corpus',NULL,0.625);
INSERT INTO candidate VALUES(1,9,3,-0.41871395490615581636,-0.61537705399948117168,'chosen','rank 3 of 12 by log-window, choice 2: the best unlike those already chosen',NULL,'corpus',2,0.625);
INSERT INTO candidate VALUES(1,10,4,-0.60732235527335465263,-0.61716290506407067706,'chosen','rank 4 of 12 by log-window, choice 3: the best unlike those already chosen',NULL,'corpus',3,0.625);
INSERT INTO candidate VALUES(1,11,5,-0.69097155683455735442,-0.73817598825648322868,'chosen','rank 5 of 12 by log-window, choice 4: the best unlike those already chosen',NULL,'corpus',4,0.625);
INSERT INTO candidate VALUES(1,12,6,-0.72151647598381363213,NULL,'passedOver','rank 6 by log-window: below the batch of 4',NULL,'corpus',NULL,0.625);
INSERT INTO candidate VALUES(1,13,7,-0.75792391021991856181,NULL,'passedOver','rank 7 by log-window: below the batch of 4',NULL,'corpus',NULL,0.625);
INSERT INTO candidate VALUES(1,14,8,-0.76469950348175941279,NULL,'passedOver','rank 8 by log-window: below the batch of 4',NULL,'corpus',NULL,0.625);
INSERT INTO candidate VALUES(1,15,9,-0.77516480378430152597,NULL,'passedOver','rank 9 by log-window: below the batch of 4',NULL,'corpus',NULL,0.625);
INSERT INTO candidate VALUES(1,16,10,-0.80091556125918828001,NULL,'passedOver','rank 10 by log-window: below the batch of 4',NULL,'corpus',NULL,0.625);
INSERT INTO candidate VALUES(1,17,11,-0.80534888019995887198,NULL,'passedOver','rank 11 by log-window: below the batch of 4',NULL,'corpus',NULL,0.625);
INSERT INTO candidate VALUES(1,18,12,-0.86401201031223728854,NULL,'passedOver','rank 12 by log-window: below the batch of 4',NULL,'corpus',NULL,0.625);
INSERT INTO candidate VALUES(1,19,NULL,NULL,NULL,'refused','10 heavy atoms, more than 9',NULL,'language model',NULL,NULL);
INSERT INTO candidate VALUES(1,20,NULL,NULL,NULL,'refused','13 heavy atoms, more than 9',NULL,'language model',NULL,NULL);
INSERT INTO candidate VALUES(1,21,NULL,NULL,NULL,'refused','11 heavy atoms, more than 9',NULL,'language model',NULL,NULL);
INSERT INTO candidate VALUES(1,22,NULL,NULL,NULL,'refused','10 heavy atoms, more than 9',NULL,'language model',NULL,NULL);
INSERT INTO candidate VALUES(1,23,NULL,NULL,NULL,'refused','10 heavy atoms, more than 9',NULL,'language model',NULL,NULL);
INSERT INTO candidate VALUES(1,24,NULL,NULL,NULL,'refused','11 heavy atoms, more than 9','CCCCCCCN','suffix regrowth',NULL,NULL);
INSERT INTO candidate VALUES(1,25,NULL,NULL,NULL,'refused','11 heavy atoms, more than 9','CCF','suffix regrowth',NULL,NULL);
INSERT INTO candidate VALUES(1,26,NULL,NULL,NULL,'refused','10 heavy atoms, more than 9','NCCCCCCCF','inner regrowth',NULL,NULL);
INSERT INTO candidate VALUES(1,27,NULL,NULL,NULL,'refused','10 heavy atoms, more than 9','CCCCN','suffix regrowth',NULL,NULL);
INSERT INTO candidate VALUES(2,8,3,-0.28026389279093855133,-0.41665952005907280764,'chosen','rank 3 of 12 by log-window, choice 3',NULL,'corpus',3,0.76677942205424676203);
INSERT INTO candidate VALUES(2,12,2,-0.27953729723779269233,-0.27955366663927500026,'chosen','rank 2 of 12 by log-window, choice 2',NULL,'corpus',2,0.75802161190915751109);
INSERT INTO candidate VALUES(2,13,5,-0.98009815802946675944,-0.98815688083799668728,'chosen','rank 5 of 12 by log-window, choice 4: the best unlike those already chosen',NULL,'corpus',4,0.54301555303685167253);
INSERT INTO candidate VALUES(2,14,8,-1.4625698271087292923,NULL,'passedOver','rank 8 by log-window: below the batch of 4',NULL,'corpus',NULL,0.72641556411360086453);
INSERT INTO candidate VALUES(2,15,1,-0.26063806951358647889,-0.26063806951358647889,'chosen','rank 1 of 12 by log-window: the best',NULL,'corpus',1,0.78360798537604969826);
INSERT INTO candidate VALUES(2,16,9,-1.5008715168109987292,NULL,'passedOver','rank 9 by log-window: below the batch of 4',NULL,'corpus',NULL,0.78048003938472010343);
INSERT INTO candidate VALUES(2,18,4,-0.38636966674134132215,NULL,'passedOver','rank 4 by log-window: too similar to a molecule already chosen',NULL,'corpus',NULL,0.75322218930068696174);
INSERT INTO candidate VALUES(2,19,NULL,NULL,NULL,'refused','10 heavy atoms, more than 9',NULL,'language model',NULL,NULL);
INSERT INTO candidate VALUES(2,26,NULL,NULL,NULL,'refused','10 heavy atoms, more than 9',NULL,'language model',NULL,NULL);
INSERT INTO candidate VALUES(2,28,12,-2.4433741138902744793,NULL,'passedOver','rank 12 by log-window: below the batch of 4',NULL,'corpus',NULL,0.74916712062757162549);
INSERT INTO candidate VALUES(2,29,6,-1.0716283077979591453,NULL,'passedOver','rank 6 by log-window: below the batch of 4',NULL,'corpus',NULL,0.65891039293766717754);
INSERT INTO candidate VALUES(2,30,7,-1.167668694782369565,NULL,'passedOver','rank 7 by log-window: below the batch of 4',NULL,'corpus',NULL,0.55661925705112269557);
INSERT INTO candidate VALUES(2,31,10,-1.7160053964306516416,NULL,'passedOver','rank 10 by log-window: below the batch of 4',NULL,'corpus',NULL,0.7334393471224438521);
INSERT INTO candidate VALUES(2,32,11,-1.9667558995726239778,NULL,'passedOver','rank 11 by log-window: below the batch of 4',NULL,'corpus',NULL,0.8194476104664744076);
INSERT INTO candidate VALUES(2,33,NULL,NULL,NULL,'refused','11 heavy atoms, more than 9',NULL,'language model',NULL,NULL);
INSERT INTO candidate VALUES(2,34,NULL,NULL,NULL,'refused','10 heavy atoms, more than 9',NULL,'language model',NULL,NULL);
INSERT INTO candidate VALUES(2,35,NULL,NULL,NULL,'refused','12 heavy atoms, more than 9',NULL,'language model',NULL,NULL);
INSERT INTO candidate VALUES(2,36,NULL,NULL,NULL,'refused','11 heavy atoms, more than 9',NULL,'language model',NULL,NULL);
INSERT INTO candidate VALUES(2,37,NULL,NULL,NULL,'refused','12 heavy atoms, more than 9',NULL,'language model',NULL,NULL);
INSERT INTO candidate VALUES(2,38,NULL,NULL,NULL,'refused','10 heavy atoms, more than 9',NULL,'language model',NULL,NULL);
INSERT INTO candidate VALUES(2,39,NULL,NULL,NULL,'refused','10 heavy atoms, more than 9',NULL,'language model',NULL,NULL);
INSERT INTO candidate VALUES(2,40,NULL,NULL,NULL,'refused','10 heavy atoms, more than 9','CCCCCN','suffix regrowth',NULL,NULL);
CREATE TABLE prediction (
  iteration INTEGER NOT NULL,
  molecule INTEGER NOT NULL,
  property TEXT NOT NULL REFERENCES property(name),
  mean REAL NOT NULL CHECK (mean > -9e999 AND mean < 9e999),
  standardDeviation REAL NOT NULL CHECK (standardDeviation >= 0 AND standardDeviation < 9e999),
  PRIMARY KEY (iteration, molecule, property),
  FOREIGN KEY (iteration, molecule) REFERENCES candidate(iteration, molecule)
) STRICT, WITHOUT ROWID;
INSERT INTO prediction VALUES(1,7,'gap',6.5714107807780770542,0.46558195600426494076);
INSERT INTO prediction VALUES(1,8,'gap',6.646431138431701413,0.50911282595620643842);
INSERT INTO prediction VALUES(1,9,'gap',6.7208108267503474664,0.49237943178913101682);
INSERT INTO prediction VALUES(1,10,'gap',6.4713033903140084746,0.71933628451590836405);
INSERT INTO prediction VALUES(1,11,'gap',6.5791563491297262444,0.76068547432585165157);
INSERT INTO prediction VALUES(1,12,'gap',6.5822964633143614676,0.80036337684813607662);
INSERT INTO prediction VALUES(1,13,'gap',6.5973335776868387014,0.82522004001061366462);
INSERT INTO prediction VALUES(1,14,'gap',6.8680523479450652502,0.72944473497007733531);
INSERT INTO prediction VALUES(1,15,'gap',6.69526392430413253,0.84079179909468892972);
INSERT INTO prediction VALUES(1,16,'gap',6.9951263114229096373,0.62382946577885911576);
INSERT INTO prediction VALUES(1,17,'gap',6.7862927698968915635,0.8115161387226436096);
INSERT INTO prediction VALUES(1,18,'gap',6.7913111313589302753,0.87835954731340937229);
INSERT INTO prediction VALUES(2,8,'gap',6.7959904023782202742,0.093000755891637365557);
INSERT INTO prediction VALUES(2,12,'gap',6.4034495404265863172,0.14121247933532235507);
INSERT INTO prediction VALUES(2,13,'gap',6.5317433404592168955,0.49132099605859885782);
INSERT INTO prediction VALUES(2,14,'gap',7.1162269107605835571,0.24764392308881860715);
INSERT INTO prediction VALUES(2,15,'gap',6.7940264454739871524,0.09606009838034013093);
INSERT INTO prediction VALUES(2,16,'gap',7.1357301416105318736,0.24045509867002268222);
INSERT INTO prediction VALUES(2,18,'gap',6.7954871296290271232,0.15853852570181864445);
INSERT INTO prediction VALUES(2,28,'gap',7.1868504142130396061,0.15911317555275203416);
INSERT INTO prediction VALUES(2,29,'gap',6.8435572438851410836,0.60645558728840931461);
INSERT INTO prediction VALUES(2,30,'gap',6.8701564909546455339,0.50540914086437582763);
INSERT INTO prediction VALUES(2,31,'gap',7.1920886261857859267,0.27961899317963118116);
INSERT INTO prediction VALUES(2,32,'gap',7.2195955353055918379,0.23179649050263015364);
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
INSERT INTO attempt VALUES(1,1,'["/usr/bin/awk","BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print \"{\\\"error\\\": \\\"No fluorine.\\\", \\\"failure_class\\\": \\\"input\\\"}\"; exit } printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10 - n / 2.5 }","CCCCCCCCF"]',0,NULL,'exited','2026-11-30T12:06:09.325Z',0.0038449999999999998935,NULL,NULL,'input','/usr/bin/awk BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print "{\"error\": \"No fluorine.\", \"failure_class\": \"input\"}"; exit } printf "{\"properties\": {\"gap\": %g}}", 10 - n / 2.5 } {smiles} says: No fluorine.','{"error": "No fluorine.", "failure_class": "input"}','calculate',NULL,NULL);
INSERT INTO attempt VALUES(2,1,'["/usr/bin/awk","BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print \"{\\\"error\\\": \\\"No fluorine.\\\", \\\"failure_class\\\": \\\"input\\\"}\"; exit } printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10 - n / 2.5 }","CCCCCCCCN"]',0,NULL,'exited','2026-11-30T12:06:09.322Z',0.0058300000000000001126,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL);
INSERT INTO attempt VALUES(3,1,'["/usr/bin/awk","BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print \"{\\\"error\\\": \\\"No fluorine.\\\", \\\"failure_class\\\": \\\"input\\\"}\"; exit } printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10 - n / 2.5 }","CCCCCF"]',0,NULL,'exited','2026-11-30T12:06:09.386Z',0.0076990000000000001142,NULL,NULL,'input','/usr/bin/awk BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print "{\"error\": \"No fluorine.\", \"failure_class\": \"input\"}"; exit } printf "{\"properties\": {\"gap\": %g}}", 10 - n / 2.5 } {smiles} says: No fluorine.','{"error": "No fluorine.", "failure_class": "input"}','calculate',NULL,NULL);
INSERT INTO attempt VALUES(4,1,'["/usr/bin/awk","BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print \"{\\\"error\\\": \\\"No fluorine.\\\", \\\"failure_class\\\": \\\"input\\\"}\"; exit } printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10 - n / 2.5 }","NCCCCCCCO"]',0,NULL,'exited','2026-11-30T12:06:09.362Z',0.0013199999999999999927,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL);
INSERT INTO attempt VALUES(5,1,'["/usr/bin/awk","BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print \"{\\\"error\\\": \\\"No fluorine.\\\", \\\"failure_class\\\": \\\"input\\\"}\"; exit } printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10 - n / 2.5 }","NCCCO"]',0,NULL,'exited','2026-11-30T12:06:09.398Z',0.0040730000000000002313,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL);
INSERT INTO attempt VALUES(6,1,'["/usr/bin/awk","BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print \"{\\\"error\\\": \\\"No fluorine.\\\", \\\"failure_class\\\": \\\"input\\\"}\"; exit } printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10 - n / 2.5 }","NCCCCCCN"]',0,NULL,'exited','2026-11-30T12:06:09.370Z',0.005480999999999999761,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL);
INSERT INTO attempt VALUES(7,1,'["/usr/bin/awk","BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print \"{\\\"error\\\": \\\"No fluorine.\\\", \\\"failure_class\\\": \\\"input\\\"}\"; exit } printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10 - n / 2.5 }","NCCCCCCCN"]',0,NULL,'exited','2026-11-30T12:06:09.825Z',0.0017110000000000000642,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL);
INSERT INTO attempt VALUES(8,1,'["/usr/bin/awk","BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print \"{\\\"error\\\": \\\"No fluorine.\\\", \\\"failure_class\\\": \\\"input\\\"}\"; exit } printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10 - n / 2.5 }","NCCCCCCO"]',0,NULL,'exited','2026-11-30T12:06:09.873Z',0.0088389999999999996349,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL);
INSERT INTO attempt VALUES(9,1,'["/usr/bin/awk","BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print \"{\\\"error\\\": \\\"No fluorine.\\\", \\\"failure_class\\\": \\\"input\\\"}\"; exit } printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10 - n / 2.5 }","CCCCCCCCO"]',0,NULL,'exited','2026-11-30T12:06:09.826Z',0.0047790000000000002616,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL);
INSERT INTO attempt VALUES(10,1,'["/usr/bin/awk","BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print \"{\\\"error\\\": \\\"No fluorine.\\\", \\\"failure_class\\\": \\\"input\\\"}\"; exit } printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10 - n / 2.5 }","NCCCCCCCF"]',0,NULL,'exited','2026-11-30T12:06:09.854Z',0.0071520000000000003709,NULL,NULL,'input','/usr/bin/awk BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print "{\"error\": \"No fluorine.\", \"failure_class\": \"input\"}"; exit } printf "{\"properties\": {\"gap\": %g}}", 10 - n / 2.5 } {smiles} says: No fluorine.','{"error": "No fluorine.", "failure_class": "input"}','calculate',NULL,NULL);
INSERT INTO attempt VALUES(11,1,'["/usr/bin/awk","BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print \"{\\\"error\\\": \\\"No fluorine.\\\", \\\"failure_class\\\": \\\"input\\\"}\"; exit } printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10 - n / 2.5 }","CCCCCCCO"]',0,NULL,'exited','2026-11-30T12:06:10.373Z',0.0087170000000000007894,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL);
INSERT INTO attempt VALUES(12,1,'["/usr/bin/awk","BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print \"{\\\"error\\\": \\\"No fluorine.\\\", \\\"failure_class\\\": \\\"input\\\"}\"; exit } printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10 - n / 2.5 }","OCCCCCCCO"]',0,NULL,'exited','2026-11-30T12:06:10.348Z',0.0033050000000000002119,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL);
INSERT INTO attempt VALUES(13,1,'["/usr/bin/awk","BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print \"{\\\"error\\\": \\\"No fluorine.\\\", \\\"failure_class\\\": \\\"input\\\"}\"; exit } printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10 - n / 2.5 }","CCCCCCCN"]',0,NULL,'exited','2026-11-30T12:06:10.349Z',0.0053590000000000000482,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL);
INSERT INTO attempt VALUES(14,1,'["/usr/bin/awk","BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print \"{\\\"error\\\": \\\"No fluorine.\\\", \\\"failure_class\\\": \\\"input\\\"}\"; exit } printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10 - n / 2.5 }","OCCCCCCCF"]',0,NULL,'exited','2026-11-30T12:06:10.378Z',0.0022959999999999998639,NULL,NULL,'input','/usr/bin/awk BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print "{\"error\": \"No fluorine.\", \"failure_class\": \"input\"}"; exit } printf "{\"properties\": {\"gap\": %g}}", 10 - n / 2.5 } {smiles} says: No fluorine.','{"error": "No fluorine.", "failure_class": "input"}','calculate',NULL,NULL);
CREATE TABLE observation (
  calculation INTEGER NOT NULL REFERENCES calculation(id),
  property TEXT NOT NULL REFERENCES property(name),
  value REAL NOT NULL CHECK (value > -9e999 AND value < 9e999),
  uncertainty REAL CHECK (uncertainty >= 0 AND uncertainty < 9e999),
  PRIMARY KEY (calculation, property)
) STRICT, WITHOUT ROWID;
INSERT INTO observation VALUES(2,'gap',6.4000000000000003552,NULL);
INSERT INTO observation VALUES(4,'gap',6.4000000000000003552,NULL);
INSERT INTO observation VALUES(5,'gap',8.0,NULL);
INSERT INTO observation VALUES(6,'gap',6.7999999999999998223,NULL);
INSERT INTO observation VALUES(7,'gap',6.4000000000000003552,NULL);
INSERT INTO observation VALUES(8,'gap',6.7999999999999998223,NULL);
INSERT INTO observation VALUES(9,'gap',6.4000000000000003552,NULL);
INSERT INTO observation VALUES(11,'gap',6.7999999999999998223,NULL);
INSERT INTO observation VALUES(12,'gap',6.4000000000000003552,NULL);
INSERT INTO observation VALUES(13,'gap',6.7999999999999998223,NULL);
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
INSERT INTO specification VALUES(1,0,replace('name: small\nseed: 5\nobjectives:\n  - property: gap\n    window: [6.0, 7.0]\nmolecules:\n  heavy_atoms: [2, 9]\ncorpus: corpus.smi\ncalculator:\n  program: command\n  command: [/usr/bin/awk, ''BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print "{\"error\": \"No fluorine.\", \"failure_class\": \"input\"}"; exit } printf "{\"properties\": {\"gap\": %g}}", 10 - n / 2.5 }'', "{smiles}"]\n  properties: {gap: eV}\nscreen:\n  program: command\n  command: [/usr/bin/awk, ''BEGIN { printf "{\"properties\": {\"gap\": %g}}", 9 - length(ARGV[1]) / 3 }'', "{smiles}"]\n  properties: {gap: eV}\n  molecules: 4\nconfirm:\n  program: command\n  command: [/usr/bin/awk, ''BEGIN { printf "{\"properties\": {\"gap\": %g}}", 10.2 - length(ARGV[1]) / 2.5 }'', "{smiles}"]\n  properties: {gap: eV}\nsurrogate: {library: none}\ndesign: {particles: 10, steps: 2, candidates: 12}\nbudget: {calculations: 14, initial: 6, batch: 4}\n','\n',char(10)),'{"acquisition":"log-window","budget.batch":"4","budget.calculations":"14","budget.consecutive_failures":"20","budget.initial":"6","calculator.command.1":"/usr/bin/awk","calculator.command.2":"BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print \"{\\\"error\\\": \\\"No fluorine.\\\", \\\"failure_class\\\": \\\"input\\\"}\"; exit } printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10 - n / 2.5 }","calculator.command.3":"{smiles}","calculator.program":"command","calculator.properties.gap":"eV","confirm.command.1":"/usr/bin/awk","confirm.command.2":"BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10.2 - length(ARGV[1]) / 2.5 }","confirm.command.3":"{smiles}","confirm.program":"command","confirm.properties.gap":"eV","corpus":"corpus.smi","design.candidates":"12","design.drawsAtMost":"200000","design.drawsPerMolecule":"100","design.effectiveShareKept":"0.6","design.innerRegrowthProbability":"0.5","design.language.order":"10","design.language.rootsPerMolecule":"5","design.language.smoothing":"kneser-ney","design.lastTemperature":"1","design.longestDeletion":"20","design.mode":"sample","design.new_molecules":"true","design.particles":"10","design.rejectionsKept":"1000","design.rerootingProbability":"0.5","design.resamplingShare":"0.5","design.search.archiveShare":"0.2","design.search.elite":"100","design.search.evenShare":"0.5","design.search.kept":"10000","design.search.memory":"0.9","design.search.secondMove":"0.3","design.seedShare":"0.5","design.steps":"2","design.sweeps":"1","design.tempering.ramps":"none","design.widenings":"0","molecules.allowCharged":"false","molecules.allowRadicals":"false","molecules.catalogues":"none","molecules.forbidden":"none","molecules.heavy_atoms.least":"2","molecules.heavy_atoms.most":"9","molecules.required":"none","molecules.scaffolds":"none","name":"small","objectives.gap":"gap from 6.0 to 7.0","policy":"surrogate","screen.command.1":"/usr/bin/awk","screen.command.2":"BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 9 - length(ARGV[1]) / 3 }","screen.command.3":"{smiles}","screen.molecules":"4","screen.program":"command","screen.properties.gap":"eV","seed":"5","surrogate.model":"automatic"}','2026-11-30T12:06:09.082Z');
CREATE TABLE IF NOT EXISTS "version" (
  component TEXT NOT NULL CHECK (component <> ''),
  iteration INTEGER NOT NULL CHECK (iteration >= 0),
  version TEXT CHECK (version <> ''),
  PRIMARY KEY (component, iteration)
) STRICT, WITHOUT ROWID;
INSERT INTO version VALUES('cohobate',0,'0.1.0');
INSERT INTO version VALUES('command',0,'f9effea32b76bc75');
INSERT INTO version VALUES('confirm',0,'command f9effea32b76bc75');
INSERT INTO version VALUES('corpus',0,'8261dc7b1f0c6be3');
INSERT INTO version VALUES('nlopt',0,'2.7.1');
INSERT INTO version VALUES('openblas',0,'0.3.21');
INSERT INTO version VALUES('rdkit',0,'2022.09.3');
INSERT INTO version VALUES('screen',0,'command f9effea32b76bc75');
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
INSERT INTO protocol VALUES(1,'custom',1,'{"name":"custom","steps":[{"name":"calculate","settings":{"command":"/usr/bin/awk BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print \"{\\\"error\\\": \\\"No fluorine.\\\", \\\"failure_class\\\": \\\"input\\\"}\"; exit } printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10 - n / 2.5 } {smiles}","input":"smiles","properties":"gap (eV)"}}],"version":1}','/usr/bin/awk BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print "{\"error\": \"No fluorine.\", \"failure_class\": \"input\"}"; exit } printf "{\"properties\": {\"gap\": %g}}", 10 - n / 2.5 } {smiles}','f9effea32b76bc75','2022.09.3');
INSERT INTO protocol VALUES(2,'custom',1,'{"name":"custom","steps":[{"name":"calculate","settings":{"command":"/usr/bin/awk BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10.2 - length(ARGV[1]) / 2.5 } {smiles}","input":"smiles","properties":"gap (eV)"}}],"version":1}','/usr/bin/awk BEGIN { printf "{\"properties\": {\"gap\": %g}}", 10.2 - length(ARGV[1]) / 2.5 } {smiles}','f9effea32b76bc75','2022.09.3');
INSERT INTO protocol VALUES(3,'custom',1,'{"name":"custom","steps":[{"name":"calculate","settings":{"command":"/usr/bin/awk BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 9 - length(ARGV[1]) / 3 } {smiles}","input":"smiles","properties":"gap (eV)"}}],"version":1}','/usr/bin/awk BEGIN { printf "{\"properties\": {\"gap\": %g}}", 9 - length(ARGV[1]) / 3 } {smiles}','f9effea32b76bc75','2022.09.3');
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
INSERT INTO iteration VALUES(0,'initial',0,0,0,'[]','2026-11-30T12:06:09.296Z','2026-11-30T12:06:09.497Z');
INSERT INTO iteration VALUES(1,'surrogate',95,0,0,'[]','2026-11-30T12:06:09.780Z','2026-11-30T12:06:10.019Z');
INSERT INTO iteration VALUES(2,'surrogate',91,0,0,'[]','2026-11-30T12:06:10.336Z','2026-11-30T12:06:10.484Z');
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
INSERT INTO calculation VALUES(1,0,1,'failed','command',1,NULL,'input','/usr/bin/awk BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print "{\"error\": \"No fluorine.\", \"failure_class\": \"input\"}"; exit } printf "{\"properties\": {\"gap\": %g}}", 10 - n / 2.5 } {smiles} says: No fluorine.','{"error": "No fluorine.", "failure_class": "input"}',NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.343Z',0.021622569000000001204);
INSERT INTO calculation VALUES(2,0,2,'succeeded','command',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.361Z',0.044638035999999998992);
INSERT INTO calculation VALUES(3,0,3,'failed','command',1,NULL,'input','/usr/bin/awk BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print "{\"error\": \"No fluorine.\", \"failure_class\": \"input\"}"; exit } printf "{\"properties\": {\"gap\": %g}}", 10 - n / 2.5 } {smiles} says: No fluorine.','{"error": "No fluorine.", "failure_class": "input"}',NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.398Z',0.012752054999999999987);
INSERT INTO calculation VALUES(4,0,4,'succeeded','command',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.380Z',0.019298070000000000501);
INSERT INTO calculation VALUES(5,0,5,'succeeded','command',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.421Z',0.023524076000000001401);
INSERT INTO calculation VALUES(6,0,6,'succeeded','command',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.393Z',0.023954100999999998478);
INSERT INTO calculation VALUES(7,1,1,'succeeded','command',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.865Z',0.045684250000000002633);
INSERT INTO calculation VALUES(8,1,2,'succeeded','command',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.905Z',0.031981341000000003405);
INSERT INTO calculation VALUES(9,1,3,'succeeded','command',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.847Z',0.022373115999999998448);
INSERT INTO calculation VALUES(10,1,4,'failed','command',1,NULL,'input','/usr/bin/awk BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print "{\"error\": \"No fluorine.\", \"failure_class\": \"input\"}"; exit } printf "{\"properties\": {\"gap\": %g}}", 10 - n / 2.5 } {smiles} says: No fluorine.','{"error": "No fluorine.", "failure_class": "input"}',NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.877Z',0.023574581000000000702);
INSERT INTO calculation VALUES(11,2,1,'succeeded','command',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:10.397Z',0.027575854000000000337);
INSERT INTO calculation VALUES(12,2,2,'succeeded','command',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:10.362Z',0.014355840999999999393);
INSERT INTO calculation VALUES(13,2,3,'succeeded','command',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:10.373Z',0.024959942999999998325);
INSERT INTO calculation VALUES(14,2,4,'failed','command',1,NULL,'input','/usr/bin/awk BEGIN { n = length(ARGV[1]); if (ARGV[1] ~ /F/) { print "{\"error\": \"No fluorine.\", \"failure_class\": \"input\"}"; exit } printf "{\"properties\": {\"gap\": %g}}", 10 - n / 2.5 } {smiles} says: No fluorine.','{"error": "No fluorine.", "failure_class": "input"}',NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:10.392Z',0.014179683999999999691);
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
INSERT INTO transfer VALUES(1,'gap',1,'[]','[]',0.15330771229277473377,-1.875308185871594091,0.72037092939367453059,-0.91003811540955192871,NULL,'logarithm(standard)');
INSERT INTO transfer VALUES(1,'gap',2,'[]','[]',0.13306847146081557387,-2.0168914602226344356,0.73958579990017991878,-0.95079093713930906694,NULL,'standard');
INSERT INTO transfer VALUES(1,'gap',3,'[]','[]',0.095896547945392526801,-2.3444852941390399436,0.68907245022921537191,-1.0784564978058148732,NULL,'logarithm(detailed)');
INSERT INTO transfer VALUES(1,'gap',4,'[]','[]',0.093317447749972248782,-2.3717481816459855537,0.7255548542556072844,-1.120743624453268028,NULL,'detailed');
INSERT INTO transfer VALUES(1,'gap',5,'["gap (screen)"]','["linear"]',0.062578237586659132829,-2.7713377037033435357,0.14773916133930417582,-0.31343816283183306703,NULL,'logarithm(standard)');
INSERT INTO transfer VALUES(1,'gap',6,'["gap (screen)"]','["linear","radial"]',0.054272122063408229086,-2.9137445897105660463,0.16713519993417219611,-0.39103184698052795287,NULL,'logarithm(standard)');
INSERT INTO transfer VALUES(1,'gap',7,'["gap (screen)"]','["linear"]',0.053877934061594377757,-2.9210342715011119452,0.22996864768180208526,-0.35896173353168880915,NULL,'standard');
INSERT INTO transfer VALUES(1,'gap',8,'["gap (screen)"]','["linear","fragmentwise"]',0.050957312292687094446,-2.9767670106183912182,0.15876570118823929433,-0.43639243625970824957,NULL,'logarithm(standard)');
INSERT INTO transfer VALUES(1,'gap',9,'["gap (screen)"]','["linear","radial"]',0.046710615285638183713,-3.0637838320942005765,0.25806883321498486072,-0.4366945816129845781,NULL,'standard');
INSERT INTO transfer VALUES(1,'gap',10,'["gap (screen)"]','["linear","radial","fragmentwise"]',0.044978921709149063956,-3.1015613054117476821,0.17463511680464421926,-0.49626006225236929392,NULL,'logarithm(standard)');
INSERT INTO transfer VALUES(1,'gap',11,'["gap (screen)"]','["linear","fragmentwise"]',0.043882128567437568567,-3.1262481359221432342,0.25550773661391379398,-0.48135785641788553235,NULL,'standard');
INSERT INTO transfer VALUES(1,'gap',12,'["gap (screen)"]','["linear","radial","fragmentwise"]',0.038720617280459633524,-3.2513830745402048094,0.27757487713362449799,-0.54130622327891708689,NULL,'standard');
INSERT INTO transfer VALUES(1,'gap',13,'["gap (screen)"]','["linear"]',0.017407828418005120291,-4.0508352648596437362,0.33069705446872138532,-1.0277868091723512122,NULL,'logarithm(detailed)');
INSERT INTO transfer VALUES(1,'gap',14,'["gap (screen)"]','["linear"]',0.016875671564802550289,-4.081882246582656748,0.46843780756649544549,-1.0727659206400343983,NULL,'detailed');
INSERT INTO transfer VALUES(1,'gap',15,'["gap (screen)"]','["linear","radial"]',0.016502712048297840663,-4.1042305450188001358,0.32645789345898906796,-1.044935759494987959,NULL,'logarithm(detailed)');
INSERT INTO transfer VALUES(1,'gap',16,'["gap (screen)"]','["linear","fragmentwise"]',0.016052646788411860379,-4.1318815340667773838,0.31096677820947732362,-1.0616235972578575985,NULL,'logarithm(detailed)');
INSERT INTO transfer VALUES(1,'gap',17,'["gap (screen)"]','["linear","radial"]',0.015998409896974583044,-4.1352659431201068684,0.47013986674826535594,-1.0898311738344284016,NULL,'detailed');
INSERT INTO transfer VALUES(1,'gap',18,'["gap (screen)"]','["linear","fragmentwise"]',0.015563467275335746489,-4.1628289524502637419,0.46419348122415221569,-1.1063946310743215661,NULL,'detailed');
INSERT INTO transfer VALUES(1,'gap',19,'["gap (screen)"]','["linear","radial","fragmentwise"]',0.015247967036359890216,-4.1833090939063177771,0.30651182711475610798,-1.0777459092362104975,NULL,'logarithm(detailed)');
INSERT INTO transfer VALUES(1,'gap',20,'["gap (screen)"]','["linear","radial","fragmentwise"]',0.01478322867582447346,-4.2142619383453450154,0.46579969578055091528,-1.1224598799060014897,NULL,'detailed');
INSERT INTO transfer VALUES(2,'gap',1,'["gap (screen)"]','["linear"]',0.19553688673477812032,-1.6320062384040792125,0.046766584156911109038,1.1969803443922912844,NULL,'logarithm(standard)');
INSERT INTO transfer VALUES(2,'gap',2,'["gap (screen)"]','["linear"]',0.1667324803606312078,-1.7913646650097101442,0.013161314524865307812,1.1839563249544149403,NULL,'standard');
INSERT INTO transfer VALUES(2,'gap',3,'["gap (screen)"]','["linear","radial"]',0.10947384409497856738,-2.2120696249713027725,0.022597028954262226435,1.0084355724835749601,NULL,'logarithm(standard)');
INSERT INTO transfer VALUES(2,'gap',4,'["gap (screen)"]','["linear","radial"]',0.089016294957939709475,-2.4189358365937652095,0.037320186347273978655,0.95487457830120059387,NULL,'standard');
INSERT INTO transfer VALUES(2,'gap',5,'["gap (screen)"]','["linear","fragmentwise"]',0.081351229324335763704,-2.5089793338844241787,0.036675939391750102258,0.89640210440093925914,NULL,'logarithm(standard)');
INSERT INTO transfer VALUES(2,'gap',6,'["gap (screen)"]','["linear","fragmentwise"]',0.066918947324979341506,-2.7042731333372165281,0.026529741243839222164,0.85030899025466644136,NULL,'standard');
INSERT INTO transfer VALUES(2,'gap',7,'["gap (screen)"]','["linear","radial","fragmentwise"]',0.05437404479331559709,-2.9118683567470737827,0.011569418423033682452,0.76838701757621019616,NULL,'logarithm(standard)');
INSERT INTO transfer VALUES(2,'gap',8,'["gap (screen)"]','["linear","radial","fragmentwise"]',0.043922742106921597304,-3.1253230496013388872,0.054358432719631644136,0.70953078395699387126,NULL,'standard');
INSERT INTO transfer VALUES(2,'gap',9,'[]','[]',0.031135097748260263245,-3.469419551164969917,0.46473277160246029282,-0.29588458505239972895,NULL,'logarithm(detailed)');
INSERT INTO transfer VALUES(2,'gap',10,'[]','[]',0.030776437384331049862,-3.4810059017689827243,0.47844263136079395737,-0.35591652996610489978,NULL,'detailed');
INSERT INTO transfer VALUES(2,'gap',11,'[]','[]',0.021995962295772261696,-3.8168963744782331559,0.41648482789912083523,0.045776506316977653987,NULL,'logarithm(standard)');
INSERT INTO transfer VALUES(2,'gap',12,'[]','[]',0.018660746108720406566,-3.981333099972132139,0.42051976118610256971,-0.00046217548141759746309,NULL,'standard');
INSERT INTO transfer VALUES(2,'gap',13,'["gap (screen)"]','["linear"]',0.014086617634913773527,-4.2625300361891387268,0.048905000897294111095,0.077928162140924975287,NULL,'logarithm(detailed)');
INSERT INTO transfer VALUES(2,'gap',14,'["gap (screen)"]','["linear"]',0.01367768953862624065,-4.2919892744271006534,0.11137788607627548131,0.015990026266994576686,NULL,'detailed');
INSERT INTO transfer VALUES(2,'gap',15,'["gap (screen)"]','["linear","radial"]',0.01180067959174781883,-4.4395981566479019164,0.07282116602955387985,0.026518218567265976898,NULL,'logarithm(detailed)');
INSERT INTO transfer VALUES(2,'gap',16,'["gap (screen)"]','["linear","radial"]',0.011433313597020376348,-4.4712239396879720487,0.13833403981861275289,-0.03649916280038639077,NULL,'detailed');
INSERT INTO transfer VALUES(2,'gap',17,'["gap (screen)"]','["linear","fragmentwise"]',0.010675119352185220497,-4.539839539397377166,0.058814061206983708762,-0.014799125100944434882,NULL,'logarithm(detailed)');
INSERT INTO transfer VALUES(2,'gap',18,'["gap (screen)"]','["linear","fragmentwise"]',0.010370196184780860679,-4.5688193384258379836,0.12690736006814432035,-0.076867636964792998566,NULL,'detailed');
INSERT INTO transfer VALUES(2,'gap',19,'["gap (screen)"]','["linear","radial","fragmentwise"]',0.0091703008686883306227,-4.6917851831442245469,0.080159381579598634748,-0.055452962264107973078,NULL,'logarithm(detailed)');
INSERT INTO transfer VALUES(2,'gap',20,'["gap (screen)"]','["linear","radial","fragmentwise"]',0.0088913699970733957311,-4.7226741359217623283,0.15152126694081027857,-0.11829708919051143412,NULL,'detailed');
CREATE TABLE success (
  iteration INTEGER NOT NULL PRIMARY KEY REFERENCES iteration(number),
  successCount INTEGER NOT NULL CHECK (successCount >= 0),
  failureCount INTEGER NOT NULL CHECK (failureCount >= 0),
  baseRate REAL NOT NULL CHECK (baseRate BETWEEN 0 AND 1),
  outputScale REAL CHECK (outputScale >= 0 AND outputScale < 9e999),
  logMarginalLikelihood REAL CHECK (logMarginalLikelihood > -9e999 AND logMarginalLikelihood < 9e999),
  CHECK ((outputScale IS NULL) = (logMarginalLikelihood IS NULL))
) STRICT;
INSERT INTO success VALUES(1,4,2,0.625,NULL,NULL);
INSERT INTO success VALUES(2,7,3,0.64571997357921850912,1.5646826721917086455,-5.54307445841288704);
CREATE TABLE expectedGain (
  iteration INTEGER NOT NULL PRIMARY KEY REFERENCES iteration(number),
  kind TEXT NOT NULL CHECK (kind IN ('hits', 'improvement', 'hypervolume')),
  mean REAL NOT NULL CHECK (mean >= 0 AND mean < 9e999),
  lower REAL NOT NULL CHECK (lower >= 0 AND lower < 9e999),
  upper REAL NOT NULL CHECK (upper >= 0 AND upper < 9e999),
  CHECK (lower <= upper)
) STRICT;
INSERT INTO expectedGain VALUES(1,'hits',1.5068359375,0.0,3.0);
INSERT INTO expectedGain VALUES(2,'hits',2.655517578125,2.0,4.0);
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
INSERT INTO campaign VALUES(1,'small','5','2026-11-30T12:06:09.082Z','2026-11-30T12:06:10.495Z','budget','All 14 calculations of the budget are done.');
CREATE TABLE referencePoint (
  iteration INTEGER NOT NULL REFERENCES iteration(number),
  objective TEXT NOT NULL CHECK (objective <> ''),
  isMinimum INTEGER NOT NULL CHECK (isMinimum IN (0, 1)),
  value REAL NOT NULL CHECK (value > -9e999 AND value < 9e999),
  isStated INTEGER NOT NULL CHECK (isStated IN (0, 1)),
  PRIMARY KEY (iteration, objective)
) STRICT, WITHOUT ROWID;
CREATE TABLE screen (
  iteration INTEGER NOT NULL PRIMARY KEY CHECK (iteration >= 0),
  calculator TEXT NOT NULL CHECK (calculator <> ''),
  protocol INTEGER NOT NULL REFERENCES protocol(id),
  moleculeLimit INTEGER NOT NULL CHECK (moleculeLimit >= 1),
  isDropped INTEGER NOT NULL CHECK (isDropped IN (0, 1)),
  weight REAL CHECK (weight BETWEEN 0 AND 1),
  programFailure TEXT CHECK (programFailure <> ''),
  CHECK (NOT isDropped OR (weight IS NOT NULL AND programFailure IS NULL))
) STRICT;
INSERT INTO screen VALUES(1,'command',3,4,0,NULL,NULL);
INSERT INTO screen VALUES(2,'command',3,4,0,0.524409820551045458,NULL);
CREATE TABLE extraCalculation (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  role TEXT NOT NULL CHECK (role IN ('screen', 'confirm')),
  iteration INTEGER NOT NULL CHECK (iteration >= 0),
  molecule INTEGER NOT NULL REFERENCES molecule(id),
  calculator TEXT NOT NULL CHECK (calculator <> ''),
  protocol INTEGER NOT NULL REFERENCES protocol(id),
  state TEXT NOT NULL CHECK (state IN ('pending', 'succeeded', 'failed', 'abandoned')),
  isomer TEXT CHECK (isomer <> ''),
  failureClass TEXT CHECK (failureClass <> ''),
  failureMessage TEXT CHECK (failureMessage <> ''),
  evidence TEXT,
  geometry TEXT CHECK (geometry <> ''),
  changes TEXT CHECK (changes <> ''),
  notes TEXT CHECK (notes <> ''),
  isReused INTEGER NOT NULL DEFAULT 0 CHECK (isReused IN (0, 1)),
  endedAt TEXT CHECK (endedAt IS NULL OR (endedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(endedAt) IS NOT NULL)),
  wallSeconds REAL CHECK (wallSeconds >= 0 AND wallSeconds < 9e999),
  CHECK ((state = 'pending') = (endedAt IS NULL)),
  CHECK ((state IN ('succeeded', 'failed')) = (wallSeconds IS NOT NULL)),
  CHECK ((state = 'failed') = (failureClass IS NOT NULL)),
  CHECK ((state = 'failed') = (failureMessage IS NOT NULL)),
  CHECK ((state = 'failed') = (evidence IS NOT NULL)),
  CHECK (state = 'succeeded' OR coalesce(isomer, geometry, changes, notes) IS NULL),
  CHECK (state IN ('succeeded', 'failed') OR NOT isReused)
) STRICT;
INSERT INTO extraCalculation VALUES(1,'confirm',0,2,'command',2,'succeeded',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.465Z',0.02323439899999999933);
INSERT INTO extraCalculation VALUES(2,'confirm',0,4,'command',2,'succeeded',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.458Z',0.016294697000000000347);
INSERT INTO extraCalculation VALUES(3,'confirm',0,6,'command',2,'succeeded',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.481Z',0.017490366000000000246);
INSERT INTO extraCalculation VALUES(4,'screen',1,2,'command',3,'succeeded',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.609Z',0.030770658999999998817);
INSERT INTO extraCalculation VALUES(5,'screen',1,4,'command',3,'succeeded',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.645Z',0.029666068000000000298);
INSERT INTO extraCalculation VALUES(6,'screen',1,5,'command',3,'succeeded',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.701Z',0.024043339000000000377);
INSERT INTO extraCalculation VALUES(7,'screen',1,6,'command',3,'succeeded',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.671Z',0.017611765000000001446);
INSERT INTO extraCalculation VALUES(8,'screen',1,7,'command',3,'succeeded',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.597Z',0.018388754999999999684);
INSERT INTO extraCalculation VALUES(9,'screen',1,8,'command',3,'succeeded',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.653Z',0.02401877700000000157);
INSERT INTO extraCalculation VALUES(10,'screen',1,9,'command',3,'succeeded',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.677Z',0.022736760000000001691);
INSERT INTO extraCalculation VALUES(11,'screen',1,10,'command',3,'succeeded',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.625Z',0.023482089000000001127);
INSERT INTO extraCalculation VALUES(12,'confirm',1,7,'command',2,'succeeded',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.989Z',0.04913680299999999973);
INSERT INTO extraCalculation VALUES(13,'confirm',1,9,'command',2,'succeeded',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:10.014Z',0.03088700600000000157);
INSERT INTO extraCalculation VALUES(14,'confirm',1,10,'command',2,'succeeded',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:09.971Z',0.03125223600000000268);
INSERT INTO extraCalculation VALUES(15,'screen',2,15,'command',3,'succeeded',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:10.234Z',0.027607519999999999976);
INSERT INTO extraCalculation VALUES(16,'screen',2,12,'command',3,'succeeded',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:10.225Z',0.019252288999999998819);
INSERT INTO extraCalculation VALUES(17,'screen',2,18,'command',3,'succeeded',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:10.253Z',0.019559312999999998311);
INSERT INTO extraCalculation VALUES(18,'screen',2,28,'command',3,'succeeded',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:10.257Z',0.017600998999999999117);
INSERT INTO extraCalculation VALUES(19,'confirm',2,15,'command',2,'succeeded',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:10.469Z',0.022162525999999998366);
INSERT INTO extraCalculation VALUES(20,'confirm',2,12,'command',2,'succeeded',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:10.453Z',0.039305776000000000602);
INSERT INTO extraCalculation VALUES(21,'confirm',2,8,'command',2,'succeeded',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-30T12:06:10.441Z',0.027567937000000000691);
CREATE TABLE extraAttempt (
  calculation INTEGER NOT NULL REFERENCES extraCalculation(id),
  number INTEGER NOT NULL CHECK (number >= 0),
  step TEXT NOT NULL CHECK (step <> ''),
  conformer INTEGER CHECK (conformer >= 1),
  changes TEXT CHECK (changes <> ''),
  commandLine TEXT NOT NULL CHECK (json_valid(commandLine) AND json_type(commandLine) = 'array'),
  exitStatus INTEGER,
  signal INTEGER,
  termination TEXT NOT NULL CHECK (
    termination IN ('exited', 'signalled', 'timedOut', 'cancelled', 'outputLimitExceeded', 'notStarted')),
  startedAt TEXT NOT NULL CHECK (startedAt IS NULL OR (startedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(startedAt) IS NOT NULL)),
  wallSeconds REAL NOT NULL CHECK (wallSeconds >= 0 AND wallSeconds < 9e999),
  energy REAL CHECK (energy > -9e999 AND energy < 9e999),
  notes TEXT CHECK (notes <> ''),
  failureClass TEXT CHECK (failureClass <> ''),
  failureMessage TEXT CHECK (failureMessage <> ''),
  evidence TEXT,
  PRIMARY KEY (calculation, number),
  CHECK ((termination = 'exited') = (exitStatus IS NOT NULL)),
  CHECK ((termination = 'signalled') = (signal IS NOT NULL)),
  CHECK ((failureClass IS NULL) = (failureMessage IS NULL) AND (failureClass IS NULL) = (evidence IS NULL)),
  CHECK (failureClass IS NULL OR (energy IS NULL AND notes IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO extraAttempt VALUES(1,1,'calculate',NULL,NULL,'["/usr/bin/awk","BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10.2 - length(ARGV[1]) / 2.5 }","CCCCCCCCN"]',0,NULL,'exited','2026-11-30T12:06:09.442Z',0.0037390000000000001359,NULL,NULL,NULL,NULL,NULL);
INSERT INTO extraAttempt VALUES(2,1,'calculate',NULL,NULL,'["/usr/bin/awk","BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10.2 - length(ARGV[1]) / 2.5 }","NCCCCCCCO"]',0,NULL,'exited','2026-11-30T12:06:09.442Z',0.0035669999999999998582,NULL,NULL,NULL,NULL,NULL);
INSERT INTO extraAttempt VALUES(3,1,'calculate',NULL,NULL,'["/usr/bin/awk","BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10.2 - length(ARGV[1]) / 2.5 }","NCCCCCCN"]',0,NULL,'exited','2026-11-30T12:06:09.466Z',0.0015770000000000000597,NULL,NULL,NULL,NULL,NULL);
INSERT INTO extraAttempt VALUES(4,1,'calculate',NULL,NULL,'["/usr/bin/awk","BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 9 - length(ARGV[1]) / 3 }","CCCCCCCCN"]',0,NULL,'exited','2026-11-30T12:06:09.579Z',0.01158099999999999928,NULL,NULL,NULL,NULL,NULL);
INSERT INTO extraAttempt VALUES(5,1,'calculate',NULL,NULL,'["/usr/bin/awk","BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 9 - length(ARGV[1]) / 3 }","NCCCCCCCO"]',0,NULL,'exited','2026-11-30T12:06:09.616Z',0.0039269999999999999351,NULL,NULL,NULL,NULL,NULL);
INSERT INTO extraAttempt VALUES(6,1,'calculate',NULL,NULL,'["/usr/bin/awk","BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 9 - length(ARGV[1]) / 3 }","NCCCO"]',0,NULL,'exited','2026-11-30T12:06:09.678Z',0.006810000000000000081,NULL,NULL,NULL,NULL,NULL);
INSERT INTO extraAttempt VALUES(7,1,'calculate',NULL,NULL,'["/usr/bin/awk","BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 9 - length(ARGV[1]) / 3 }","NCCCCCCN"]',0,NULL,'exited','2026-11-30T12:06:09.654Z',0.0023140000000000000845,NULL,NULL,NULL,NULL,NULL);
INSERT INTO extraAttempt VALUES(8,1,'calculate',NULL,NULL,'["/usr/bin/awk","BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 9 - length(ARGV[1]) / 3 }","NCCCCCCCN"]',0,NULL,'exited','2026-11-30T12:06:09.579Z',0.0030539999999999998571,NULL,NULL,NULL,NULL,NULL);
INSERT INTO extraAttempt VALUES(9,1,'calculate',NULL,NULL,'["/usr/bin/awk","BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 9 - length(ARGV[1]) / 3 }","CCCCCCCN"]',0,NULL,'exited','2026-11-30T12:06:09.630Z',0.006833999999999999797,NULL,NULL,NULL,NULL,NULL);
INSERT INTO extraAttempt VALUES(10,1,'calculate',NULL,NULL,'["/usr/bin/awk","BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 9 - length(ARGV[1]) / 3 }","NCCCCCCO"]',0,NULL,'exited','2026-11-30T12:06:09.655Z',0.0055380000000000003876,NULL,NULL,NULL,NULL,NULL);
INSERT INTO extraAttempt VALUES(11,1,'calculate',NULL,NULL,'["/usr/bin/awk","BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 9 - length(ARGV[1]) / 3 }","CCCCCCCCO"]',0,NULL,'exited','2026-11-30T12:06:09.602Z',0.0020750000000000000215,NULL,NULL,NULL,NULL,NULL);
INSERT INTO extraAttempt VALUES(12,1,'calculate',NULL,NULL,'["/usr/bin/awk","BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10.2 - length(ARGV[1]) / 2.5 }","NCCCCCCCN"]',0,NULL,'exited','2026-11-30T12:06:09.941Z',0.0097199999999999994737,NULL,NULL,NULL,NULL,NULL);
INSERT INTO extraAttempt VALUES(13,1,'calculate',NULL,NULL,'["/usr/bin/awk","BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10.2 - length(ARGV[1]) / 2.5 }","NCCCCCCO"]',0,NULL,'exited','2026-11-30T12:06:09.984Z',0.002471000000000000106,NULL,NULL,NULL,NULL,NULL);
INSERT INTO extraAttempt VALUES(14,1,'calculate',NULL,NULL,'["/usr/bin/awk","BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10.2 - length(ARGV[1]) / 2.5 }","CCCCCCCCO"]',0,NULL,'exited','2026-11-30T12:06:09.941Z',0.0037759999999999998426,NULL,NULL,NULL,NULL,NULL);
INSERT INTO extraAttempt VALUES(15,1,'calculate',NULL,NULL,'["/usr/bin/awk","BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 9 - length(ARGV[1]) / 3 }","CCCCCCCO"]',0,NULL,'exited','2026-11-30T12:06:10.207Z',0.0069870000000000001549,NULL,NULL,NULL,NULL,NULL);
INSERT INTO extraAttempt VALUES(16,1,'calculate',NULL,NULL,'["/usr/bin/awk","BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 9 - length(ARGV[1]) / 3 }","OCCCCCCCO"]',0,NULL,'exited','2026-11-30T12:06:10.207Z',0.0039760000000000003672,NULL,NULL,NULL,NULL,NULL);
INSERT INTO extraAttempt VALUES(17,1,'calculate',NULL,NULL,'["/usr/bin/awk","BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 9 - length(ARGV[1]) / 3 }","OCCCCCCO"]',0,NULL,'exited','2026-11-30T12:06:10.235Z',0.0017420000000000000588,NULL,NULL,NULL,NULL,NULL);
INSERT INTO extraAttempt VALUES(18,1,'calculate',NULL,NULL,'["/usr/bin/awk","BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 9 - length(ARGV[1]) / 3 }","CCCCCCO"]',0,NULL,'exited','2026-11-30T12:06:10.240Z',0.00168399999999999995,NULL,NULL,NULL,NULL,NULL);
INSERT INTO extraAttempt VALUES(19,1,'calculate',NULL,NULL,'["/usr/bin/awk","BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10.2 - length(ARGV[1]) / 2.5 }","CCCCCCCO"]',0,NULL,'exited','2026-11-30T12:06:10.447Z',0.0072820000000000002782,NULL,NULL,NULL,NULL,NULL);
INSERT INTO extraAttempt VALUES(20,1,'calculate',NULL,NULL,'["/usr/bin/awk","BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10.2 - length(ARGV[1]) / 2.5 }","OCCCCCCCO"]',0,NULL,'exited','2026-11-30T12:06:10.414Z',0.014673000000000000278,NULL,NULL,NULL,NULL,NULL);
INSERT INTO extraAttempt VALUES(21,1,'calculate',NULL,NULL,'["/usr/bin/awk","BEGIN { printf \"{\\\"properties\\\": {\\\"gap\\\": %g}}\", 10.2 - length(ARGV[1]) / 2.5 }","CCCCCCCN"]',0,NULL,'exited','2026-11-30T12:06:10.414Z',0.0034930000000000000111,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE extraObservation (
  calculation INTEGER NOT NULL REFERENCES extraCalculation(id),
  property TEXT NOT NULL REFERENCES property(name),
  value REAL NOT NULL CHECK (value > -9e999 AND value < 9e999),
  uncertainty REAL CHECK (uncertainty >= 0 AND uncertainty < 9e999),
  PRIMARY KEY (calculation, property)
) STRICT, WITHOUT ROWID;
INSERT INTO extraObservation VALUES(1,'gap',6.5999999999999996447,NULL);
INSERT INTO extraObservation VALUES(2,'gap',6.5999999999999996447,NULL);
INSERT INTO extraObservation VALUES(3,'gap',7.0,NULL);
INSERT INTO extraObservation VALUES(4,'gap',6.0,NULL);
INSERT INTO extraObservation VALUES(5,'gap',6.0,NULL);
INSERT INTO extraObservation VALUES(6,'gap',7.3333300000000001261,NULL);
INSERT INTO extraObservation VALUES(7,'gap',6.3333300000000001261,NULL);
INSERT INTO extraObservation VALUES(8,'gap',6.0,NULL);
INSERT INTO extraObservation VALUES(9,'gap',6.3333300000000001261,NULL);
INSERT INTO extraObservation VALUES(10,'gap',6.3333300000000001261,NULL);
INSERT INTO extraObservation VALUES(11,'gap',6.0,NULL);
INSERT INTO extraObservation VALUES(12,'gap',6.5999999999999996447,NULL);
INSERT INTO extraObservation VALUES(13,'gap',7.0,NULL);
INSERT INTO extraObservation VALUES(14,'gap',6.5999999999999996447,NULL);
INSERT INTO extraObservation VALUES(15,'gap',6.3333300000000001261,NULL);
INSERT INTO extraObservation VALUES(16,'gap',6.0,NULL);
INSERT INTO extraObservation VALUES(17,'gap',6.3333300000000001261,NULL);
INSERT INTO extraObservation VALUES(18,'gap',6.6666699999999998738,NULL);
INSERT INTO extraObservation VALUES(19,'gap',7.0,NULL);
INSERT INTO extraObservation VALUES(20,'gap',6.5999999999999996447,NULL);
INSERT INTO extraObservation VALUES(21,'gap',7.0,NULL);
CREATE TABLE listing (
  molecule INTEGER NOT NULL PRIMARY KEY REFERENCES molecule(id),
  line INTEGER NOT NULL CHECK (line >= 1),
  name TEXT CHECK (name <> '')
) STRICT;
CREATE TABLE preselection (
  iteration INTEGER NOT NULL PRIMARY KEY REFERENCES iteration(number),
  rankedCount INTEGER NOT NULL CHECK (rankedCount >= 1),
  examinedCount INTEGER NOT NULL CHECK (examinedCount >= 1),
  CHECK (examinedCount < rankedCount)
) STRICT;
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
CREATE UNIQUE INDEX extraCalculatedOnce ON extraCalculation(role, molecule, calculator, protocol)
WHERE state <> 'abandoned';
CREATE TRIGGER extraOutcomeIsFinal BEFORE UPDATE ON extraCalculation WHEN OLD.state <> 'pending'
BEGIN SELECT RAISE(ABORT, 'The outcome of an extra calculation is never changed.'); END;
CREATE TRIGGER extraObservationNeedsSuccess BEFORE INSERT ON extraObservation
WHEN (SELECT state FROM extraCalculation WHERE id = NEW.calculation) IS NOT 'succeeded'
BEGIN SELECT RAISE(ABORT, 'Only an extra calculation that succeeded has values.'); END;
CREATE TRIGGER extraObservationIsFinal BEFORE UPDATE ON extraObservation
BEGIN SELECT RAISE(ABORT, 'A value that an extra calculation gave is never changed.'); END;
CREATE TRIGGER iterationEndsWhenAllIsConfirmed BEFORE UPDATE OF endedAt ON iteration
WHEN NEW.endedAt IS NOT NULL AND EXISTS (
  SELECT 1 FROM extraCalculation WHERE iteration = NEW.number AND role = 'confirm' AND state = 'pending')
BEGIN SELECT RAISE(ABORT, 'An iteration cannot end while hits of it are to be confirmed.'); END;
COMMIT;
