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
INSERT INTO grdb_migrations VALUES('v9');
CREATE TABLE property (
  name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
  unit TEXT NOT NULL,
  summary TEXT NOT NULL
, source TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
INSERT INTO property VALUES('value','','as the program gives it','the user''s program');
CREATE TABLE molecule (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  smiles TEXT NOT NULL UNIQUE CHECK (smiles <> ''),
  formula TEXT NOT NULL CHECK (formula <> ''),
  charge INTEGER NOT NULL,
  heavyAtomCount INTEGER NOT NULL CHECK (heavyAtomCount >= 0),
  molecularWeight REAL NOT NULL CHECK (molecularWeight >= 0 AND molecularWeight < 9e999)
) STRICT;
INSERT INTO molecule VALUES(1,'CCSC(=O)Cl','C3H5ClOS',0,6,124.59199999999999874);
INSERT INTO molecule VALUES(2,'CSC(C)C','C4H10S',0,5,90.191000000000002504);
INSERT INTO molecule VALUES(3,'CSS(C)(=O)=O','C2H6O2S2',0,6,126.20199999999999817);
INSERT INTO molecule VALUES(4,'CCCCCC(O)CC','C8H18O',0,9,130.23099999999996612);
INSERT INTO molecule VALUES(5,'Sc1ccc(Cl)cc1','C6H5ClS',0,8,144.62600000000000476);
INSERT INTO molecule VALUES(6,'COCOCOC','C4H10O3',0,7,106.1209999999999951);
INSERT INTO molecule VALUES(7,'CN(CCCl)CCBr','C5H11BrClN',0,8,200.50700000000000499);
INSERT INTO molecule VALUES(8,'FCCCCCCS','C6H13FS',0,8,136.23500000000001363);
INSERT INTO molecule VALUES(9,'ClC1CCCCC1Cl','C6H10Cl2',0,8,153.05200000000002092);
INSERT INTO molecule VALUES(10,'CCN1CCCCC1','C7H15N',0,8,113.20400000000000773);
INSERT INTO molecule VALUES(11,'O=NN(CCO)CCO','C4H10N2O3',0,9,134.13500000000001933);
INSERT INTO molecule VALUES(12,'CN(C)CC(=O)O','C4H9NO2',0,7,103.12099999999998089);
INSERT INTO molecule VALUES(13,'CC(Br)C(=O)O','C3H5BrO2',0,6,152.97499999999999431);
INSERT INTO molecule VALUES(14,'CC(C)(Br)Br','C3H6Br2',0,5,201.88900000000001);
INSERT INTO molecule VALUES(15,'OCCSSCCO','C4H10O2S2',0,8,154.25600000000000022);
INSERT INTO molecule VALUES(16,'C=CC(C)CC=O','C6H10O',0,7,98.144999999999981811);
INSERT INTO molecule VALUES(17,'CCCCC(=O)CCC','C8H16O',0,9,128.21499999999997498);
INSERT INTO molecule VALUES(18,'CC(C)=CC(N)=O','C5H9NO',0,7,99.133000000000009773);
INSERT INTO molecule VALUES(19,'Clc1ccccn1','C5H4ClN',0,7,113.54699999999998282);
INSERT INTO molecule VALUES(20,'CON=O','CH3NO2',0,4,61.039999999999999145);
INSERT INTO molecule VALUES(21,'Cc1ccccc1N=O','C7H7NO',0,9,121.13899999999999579);
INSERT INTO molecule VALUES(22,'S=C=Nc1ccccc1','C7H5NS',0,9,135.19099999999997408);
INSERT INTO molecule VALUES(23,'OCCC1CCCCC1','C8H16O',0,9,128.21500000000000341);
INSERT INTO molecule VALUES(24,'CSC(=S)SC','C3H6S3',0,6,138.28200000000001068);
INSERT INTO molecule VALUES(25,'CCCCC=CC(C)=O','C8H14O',0,9,126.19899999999996964);
INSERT INTO molecule VALUES(26,'CCOS(C)(=O)=O','C3H8O3S',0,7,124.16099999999998715);
INSERT INTO molecule VALUES(27,'CCP(Cl)Cl','C2H5Cl2P',0,5,130.94200000000000728);
INSERT INTO molecule VALUES(28,'CCCCCS','C5H12S',0,6,104.21800000000000352);
INSERT INTO molecule VALUES(29,'COCCOC','C4H10O2',0,6,90.121999999999999886);
INSERT INTO molecule VALUES(30,'CCCCCC(C)O','C7H16O',0,8,116.20399999999997931);
CREATE TABLE designStep (
  iteration INTEGER NOT NULL REFERENCES iteration(number),
  number INTEGER NOT NULL CHECK (number >= 0),
  temperature REAL NOT NULL CHECK (temperature >= 0),
  effectiveSampleSize REAL NOT NULL CHECK (effectiveSampleSize >= 0 AND effectiveSampleSize < 9e999),
  acceptance REAL NOT NULL CHECK (acceptance BETWEEN 0 AND 1),
  distinctCount INTEGER NOT NULL CHECK (distinctCount >= 0),
  PRIMARY KEY (iteration, number)
) STRICT, WITHOUT ROWID;
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
INSERT INTO fit VALUES(1,'value',3,9.1675733333333333519,7.0412088122516323096,0.84617568072657234345,-4.7637882133450935029,4.7045852816165325549,-2.9971452929637698581,0.66666666666666662965);
INSERT INTO fit VALUES(2,'value',8,6.7340150000000003061,6.0760565194525826271,0.74889552899726485879,-12.299520306720935991,4.0917415884493095745,-2.817635874919580452,0.625);
CREATE TABLE refusal (
  iteration INTEGER NOT NULL REFERENCES iteration(number),
  reason TEXT NOT NULL CHECK (reason <> ''),
  count INTEGER NOT NULL CHECK (count >= 1),
  PRIMARY KEY (iteration, reason)
) STRICT, WITHOUT ROWID;
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
INSERT INTO candidate VALUES(0,1,1,NULL,NULL,'chosen','drawn at random from the pool',NULL,'pool',1,NULL);
INSERT INTO candidate VALUES(0,2,2,NULL,NULL,'chosen','drawn at random from the pool',NULL,'pool',2,NULL);
INSERT INTO candidate VALUES(0,3,3,NULL,NULL,'chosen','drawn at random from the pool',NULL,'pool',3,NULL);
INSERT INTO candidate VALUES(0,4,4,NULL,NULL,'chosen','drawn at random from the pool',NULL,'pool',4,NULL);
INSERT INTO candidate VALUES(0,5,5,NULL,NULL,'chosen','drawn at random from the pool',NULL,'pool',5,NULL);
INSERT INTO candidate VALUES(0,6,6,NULL,NULL,'chosen','drawn at random from the pool',NULL,'pool',6,NULL);
INSERT INTO candidate VALUES(0,7,7,NULL,NULL,'chosen','drawn at random from the pool',NULL,'pool',7,NULL);
INSERT INTO candidate VALUES(0,8,8,NULL,NULL,'chosen','drawn at random from the pool',NULL,'pool',8,NULL);
INSERT INTO candidate VALUES(1,9,1,-3.0079695718527981185,-3.0079695718527981185,'chosen','rank 1 of 22 by log-expected-improvement: the best',NULL,'pool',1,0.39272925130015623462);
INSERT INTO candidate VALUES(1,10,2,-3.0905514350368781251,-3.1205751318929793036,'chosen','rank 2 of 22 by log-expected-improvement, choice 2',NULL,'pool',2,0.48393169084759773967);
INSERT INTO candidate VALUES(1,11,3,-3.1643558715232171785,-3.1888207453113883715,'chosen','rank 3 of 22 by log-expected-improvement, choice 3',NULL,'pool',3,0.58200484366350313525);
INSERT INTO candidate VALUES(1,12,4,-3.3074647355396979975,-3.4105840935228219912,'chosen','rank 4 of 22 by log-expected-improvement, choice 4',NULL,'pool',4,0.4450529485980471156);
INSERT INTO candidate VALUES(1,13,5,-3.3973849837356975278,NULL,'passedOver','rank 5 by log-expected-improvement: too similar to a molecule already chosen',NULL,'pool',NULL,0.37001843917852761389);
INSERT INTO candidate VALUES(1,14,6,-3.4237895495162127268,NULL,'passedOver','rank 6 by log-expected-improvement: too similar to a molecule already chosen',NULL,'pool',NULL,0.2697927051677082022);
INSERT INTO candidate VALUES(1,15,7,-3.4699628369000361516,-3.6143458187773767065,'chosen','rank 7 of 22 by log-expected-improvement, choice 6: the best unlike those already chosen',NULL,'pool',6,0.60103759284076752056);
INSERT INTO candidate VALUES(1,16,8,-3.4711657080196007818,NULL,'passedOver','rank 8 by log-expected-improvement: too similar to a molecule already chosen',NULL,'pool',NULL,0.41775678748652544935);
INSERT INTO candidate VALUES(1,17,9,-3.4730420620695241495,-3.5512733966172973509,'chosen','rank 9 of 22 by log-expected-improvement, choice 5: the best unlike those already chosen',NULL,'pool',5,0.4815964605910753038);
INSERT INTO candidate VALUES(1,18,10,-3.5113071843655587755,NULL,'passedOver','rank 10 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.35980312986251922202);
INSERT INTO candidate VALUES(1,19,11,-3.5311454597499469798,NULL,'passedOver','rank 11 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.27768584014448549623);
INSERT INTO candidate VALUES(1,20,12,-3.5531540632339608798,NULL,'passedOver','rank 12 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.31276266347891362729);
INSERT INTO candidate VALUES(1,21,13,-3.611082113353859313,NULL,'passedOver','rank 13 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.29201590468905963549);
INSERT INTO candidate VALUES(1,22,14,-3.6830864515437338191,NULL,'passedOver','rank 14 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.26339730011784623364);
INSERT INTO candidate VALUES(1,23,15,-3.7224137654534037444,NULL,'passedOver','rank 15 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.52848255467220195402);
INSERT INTO candidate VALUES(1,24,16,-3.7390760099138873329,NULL,'passedOver','rank 16 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.27583454055643991109);
INSERT INTO candidate VALUES(1,25,17,-3.7506196472706787581,NULL,'passedOver','rank 17 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.40579118558560406393);
INSERT INTO candidate VALUES(1,26,18,-3.8459535158417126332,NULL,'passedOver','rank 18 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.28097473999982369718);
INSERT INTO candidate VALUES(1,27,19,-3.8461886805570242309,NULL,'passedOver','rank 19 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.20679842103788728668);
INSERT INTO candidate VALUES(1,28,20,-4.1815010143943478482,NULL,'passedOver','rank 20 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.2926531192110918278);
INSERT INTO candidate VALUES(1,29,21,-4.6057295563930775728,NULL,'passedOver','rank 21 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.5403805634390415058);
INSERT INTO candidate VALUES(1,30,22,-6.7306086435163567927,NULL,'passedOver','rank 22 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.5570017911893331286);
INSERT INTO candidate VALUES(2,13,1,-2.8218537392588025625,-2.8218537392588025625,'chosen','rank 1 of 16 by log-expected-improvement: the best',NULL,'pool',1,0.59885371586756419581);
INSERT INTO candidate VALUES(2,14,11,-4.008394011321423811,NULL,'passedOver','rank 11 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.33912956622742140844);
INSERT INTO candidate VALUES(2,16,3,-2.9497534139478327475,-3.0470888092187276008,'chosen','rank 3 of 16 by log-expected-improvement, choice 3',NULL,'pool',3,0.69943410722423937642);
INSERT INTO candidate VALUES(2,18,2,-2.9051388664465807032,-2.9222237405546560573,'chosen','rank 2 of 16 by log-expected-improvement, choice 2',NULL,'pool',2,0.58982647152627121212);
INSERT INTO candidate VALUES(2,19,5,-3.3112301963364862977,-3.3836053174829423539,'chosen','rank 5 of 16 by log-expected-improvement, choice 5',NULL,'pool',5,0.47028449083461609792);
INSERT INTO candidate VALUES(2,20,7,-3.3862886915265564269,-3.4538535808484165379,'chosen','rank 7 of 16 by log-expected-improvement, choice 6: the best unlike those already chosen',NULL,'pool',6,0.48838394351383357383);
INSERT INTO candidate VALUES(2,21,4,-3.0633327195343564852,-3.0847985847084311572,'chosen','rank 4 of 16 by log-expected-improvement, choice 4',NULL,'pool',4,0.54768761847184743718);
INSERT INTO candidate VALUES(2,22,8,-3.4525504188031690411,NULL,'passedOver','rank 8 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.41656770618869765065);
INSERT INTO candidate VALUES(2,23,13,-4.3292311853520066833,NULL,'passedOver','rank 13 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.78066897705377591432);
INSERT INTO candidate VALUES(2,24,10,-3.8613564540972920013,NULL,'passedOver','rank 10 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.32451561828802033549);
INSERT INTO candidate VALUES(2,25,6,-3.3540456756448207009,NULL,'passedOver','rank 6 by log-expected-improvement: too similar to a molecule already chosen',NULL,'pool',NULL,0.66171143681977273587);
INSERT INTO candidate VALUES(2,26,9,-3.5039201186427972878,NULL,'passedOver','rank 9 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.44684700084133505137);
INSERT INTO candidate VALUES(2,27,12,-4.1608779577320742504,NULL,'passedOver','rank 12 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.2554815998819729983);
INSERT INTO candidate VALUES(2,28,14,-4.6420222573979312841,NULL,'passedOver','rank 14 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.38808090267098249714);
INSERT INTO candidate VALUES(2,29,15,-5.8024224736726992546,NULL,'passedOver','rank 15 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.64282223330620513745);
INSERT INTO candidate VALUES(2,30,16,-9.5681625565392049992,NULL,'passedOver','rank 16 by log-expected-improvement: below the batch of 6',NULL,'pool',NULL,0.73568473981664261884);
CREATE TABLE prediction (
  iteration INTEGER NOT NULL,
  molecule INTEGER NOT NULL,
  property TEXT NOT NULL REFERENCES property(name),
  mean REAL NOT NULL CHECK (mean > -9e999 AND mean < 9e999),
  standardDeviation REAL NOT NULL CHECK (standardDeviation >= 0 AND standardDeviation < 9e999),
  PRIMARY KEY (iteration, molecule, property),
  FOREIGN KEY (iteration, molecule) REFERENCES candidate(iteration, molecule)
) STRICT, WITHOUT ROWID;
INSERT INTO prediction VALUES(1,9,'value',7.1311199456768932236,5.0848842049023064149);
INSERT INTO prediction VALUES(1,10,'value',8.7738726775255209133,5.6427069003591672213);
INSERT INTO prediction VALUES(1,11,'value',9.1044896534601598148,5.325034765450901375);
INSERT INTO prediction VALUES(1,12,'value',9.0328956991038733548,5.5317783653869900817);
INSERT INTO prediction VALUES(1,13,'value',8.7308996295437051315,5.5241482846452454325);
INSERT INTO prediction VALUES(1,14,'value',7.1856679241747469788,5.025658744837299352);
INSERT INTO prediction VALUES(1,15,'value',9.6510187512038818624,5.0787406514162487525);
INSERT INTO prediction VALUES(1,16,'value',9.3468255442309047253,5.5395242185995998696);
INSERT INTO prediction VALUES(1,17,'value',9.3972820280928992531,5.2943871149878418691);
INSERT INTO prediction VALUES(1,18,'value',9.3576240813880460223,5.7770379782147562863);
INSERT INTO prediction VALUES(1,19,'value',8.4193108246612364808,5.6546973812838592365);
INSERT INTO prediction VALUES(1,20,'value',8.9669712639320078295,5.7218464841455594083);
INSERT INTO prediction VALUES(1,21,'value',8.8937699998413410895,5.693868440672309461);
INSERT INTO prediction VALUES(1,22,'value',8.773249712824414459,5.6788364586586217441);
INSERT INTO prediction VALUES(1,23,'value',10.004673256341535036,5.1010803668377668884);
INSERT INTO prediction VALUES(1,24,'value',8.9560498317883805441,5.5788482426019623261);
INSERT INTO prediction VALUES(1,25,'value',9.662219745047673669,5.2756572476244185665);
INSERT INTO prediction VALUES(1,26,'value',9.3792287951390367339,5.606270042850088231);
INSERT INTO prediction VALUES(1,27,'value',8.0347111121669687605,5.3141003759532141614);
INSERT INTO prediction VALUES(1,28,'value',9.6582398582724628965,5.0966022636403796042);
INSERT INTO prediction VALUES(1,29,'value',10.573571957328908865,4.3026605329811307143);
INSERT INTO prediction VALUES(1,30,'value',11.244823164183326725,3.1938589147747680208);
INSERT INTO prediction VALUES(2,13,'value',5.1453773210785120895,4.0123799540944906638);
INSERT INTO prediction VALUES(2,14,'value',6.1219748978773909087,3.7451587670644586047);
INSERT INTO prediction VALUES(2,16,'value',6.2270767477732240635,4.3136416538840078871);
INSERT INTO prediction VALUES(2,18,'value',5.9526612470378745811,4.4997330616779001033);
INSERT INTO prediction VALUES(2,19,'value',6.4678946120924907248,4.5427436722289940007);
INSERT INTO prediction VALUES(2,20,'value',6.662460895393092386,4.4860991488037322838);
INSERT INTO prediction VALUES(2,21,'value',6.1681258397208074129,4.5003311628896440765);
INSERT INTO prediction VALUES(2,22,'value',6.5718532164950387297,4.5802375953180423096);
INSERT INTO prediction VALUES(2,23,'value',8.6711703258027164054,3.989556697176831701);
INSERT INTO prediction VALUES(2,24,'value',6.9419615199865525312,4.5661304239930791126);
INSERT INTO prediction VALUES(2,25,'value',6.4968422198627120422,3.9725269677214845032);
INSERT INTO prediction VALUES(2,26,'value',6.79661104989949294,4.5297387326796698658);
INSERT INTO prediction VALUES(2,27,'value',6.5868255651382128235,4.2372788932545502049);
INSERT INTO prediction VALUES(2,28,'value',8.4196439790505799294,4.222076180442032367);
INSERT INTO prediction VALUES(2,29,'value',9.711037379222366539,3.5832302490051985977);
INSERT INTO prediction VALUES(2,30,'value',10.669501139152359314,2.6051683018891984566);
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
  evidence TEXT, step TEXT NOT NULL DEFAULT 'calculate' CHECK (step <> ''), conformer INTEGER CHECK (conformer >= 1), changes TEXT CHECK (changes <> ''), machine TEXT CHECK (machine <> ''),
  PRIMARY KEY (calculation, number),
  CHECK ((termination = 'exited') = (exitStatus IS NOT NULL)),
  CHECK ((termination = 'signalled') = (signal IS NOT NULL)),
  CHECK ((failureClass IS NULL) = (failureMessage IS NULL) AND (failureClass IS NULL) = (evidence IS NULL)),
  CHECK (failureClass IS NULL OR (energy IS NULL AND notes IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO attempt VALUES(1,1,'["/usr/bin/python3","/campaigns/failures.py","--answer","/campaigns/answers.json"]',0,NULL,'exited','2026-12-01T07:13:57.904Z',0.00040170000000000000628,NULL,NULL,'convergence','python3 failures.py --answer answers.json says: Sulfur is not parametrised.','{"id": 801742418, "error": "Sulfur is not parametrised.", "failure_class": "convergence"}','calculate',NULL,NULL,'local');
INSERT INTO attempt VALUES(2,1,'["/usr/bin/python3","/campaigns/failures.py","--answer","/campaigns/answers.json"]',0,NULL,'exited','2026-12-01T07:13:57.868Z',0.0021745919999999999312,NULL,NULL,'convergence','python3 failures.py --answer answers.json says: Sulfur is not parametrised.','{"id": 2798265206, "error": "Sulfur is not parametrised.", "failure_class": "convergence"}','calculate',NULL,NULL,'local');
INSERT INTO attempt VALUES(3,1,'["/usr/bin/python3","/campaigns/failures.py","--answer","/campaigns/answers.json"]',0,NULL,'exited','2026-12-01T07:13:57.895Z',0.0074567770000000003702,NULL,NULL,'convergence','python3 failures.py --answer answers.json says: Sulfur is not parametrised.','{"id": 1657958356, "error": "Sulfur is not parametrised.", "failure_class": "convergence"}','calculate',NULL,NULL,'local');
INSERT INTO attempt VALUES(4,1,'["/usr/bin/python3","/campaigns/failures.py","--answer","/campaigns/answers.json"]',0,NULL,'exited','2026-12-01T07:13:57.615Z',0.21328811100000000244,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL,'local');
INSERT INTO attempt VALUES(5,1,'["/usr/bin/python3","/campaigns/failures.py","--answer","/campaigns/answers.json"]',0,NULL,'exited','2026-12-01T07:13:57.881Z',0.00052295700000000000084,NULL,NULL,'convergence','python3 failures.py --answer answers.json says: Sulfur is not parametrised.','{"id": 376835347, "error": "Sulfur is not parametrised.", "failure_class": "convergence"}','calculate',NULL,NULL,'local');
INSERT INTO attempt VALUES(6,1,'["/usr/bin/python3","/campaigns/failures.py","--answer","/campaigns/answers.json"]',0,NULL,'exited','2026-12-01T07:13:57.860Z',0.000481513999999999998,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL,'local');
INSERT INTO attempt VALUES(7,1,'["/usr/bin/python3","/campaigns/failures.py","--answer","/campaigns/answers.json"]',0,NULL,'exited','2026-12-01T07:13:57.849Z',0.0018634000000000000823,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL,'local');
INSERT INTO attempt VALUES(8,1,'["/usr/bin/python3","/campaigns/failures.py","--answer","/campaigns/answers.json"]',0,NULL,'exited','2026-12-01T07:13:57.835Z',0.007855371999999999355,NULL,NULL,'convergence','python3 failures.py --answer answers.json says: Sulfur is not parametrised.','{"id": 4104801995, "error": "Sulfur is not parametrised.", "failure_class": "convergence"}','calculate',NULL,NULL,'local');
INSERT INTO attempt VALUES(9,1,'["/usr/bin/python3","/campaigns/failures.py","--answer","/campaigns/answers.json"]',0,NULL,'exited','2026-12-01T07:13:58.032Z',0.00027824000000000001942,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL,'local');
INSERT INTO attempt VALUES(10,1,'["/usr/bin/python3","/campaigns/failures.py","--answer","/campaigns/answers.json"]',0,NULL,'exited','2026-12-01T07:13:58.017Z',0.001728247999999999937,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL,'local');
INSERT INTO attempt VALUES(11,1,'["/usr/bin/python3","/campaigns/failures.py","--answer","/campaigns/answers.json"]',0,NULL,'exited','2026-12-01T07:13:58.027Z',0.00028847900000000001406,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL,'local');
INSERT INTO attempt VALUES(12,1,'["/usr/bin/python3","/campaigns/failures.py","--answer","/campaigns/answers.json"]',0,NULL,'exited','2026-12-01T07:13:58.052Z',0.00034145799999999999589,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL,'local');
INSERT INTO attempt VALUES(13,1,'["/usr/bin/python3","/campaigns/failures.py","--answer","/campaigns/answers.json"]',0,NULL,'exited','2026-12-01T07:13:58.005Z',0.0054564760000000000345,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL,'local');
INSERT INTO attempt VALUES(14,1,'["/usr/bin/python3","/campaigns/failures.py","--answer","/campaigns/answers.json"]',0,NULL,'exited','2026-12-01T07:13:58.040Z',0.00030272600000000001504,NULL,NULL,'convergence','python3 failures.py --answer answers.json says: Sulfur is not parametrised.','{"id": 1597713386, "error": "Sulfur is not parametrised.", "failure_class": "convergence"}','calculate',NULL,NULL,'local');
INSERT INTO attempt VALUES(15,1,'["/usr/bin/python3","/campaigns/failures.py","--answer","/campaigns/answers.json"]',0,NULL,'exited','2026-12-01T07:13:58.171Z',0.00031858500000000002701,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL,'local');
INSERT INTO attempt VALUES(16,1,'["/usr/bin/python3","/campaigns/failures.py","--answer","/campaigns/answers.json"]',0,NULL,'exited','2026-12-01T07:13:58.151Z',0.0003998070000000000161,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL,'local');
INSERT INTO attempt VALUES(17,1,'["/usr/bin/python3","/campaigns/failures.py","--answer","/campaigns/answers.json"]',0,NULL,'exited','2026-12-01T07:13:58.143Z',0.00028636399999999999788,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL,'local');
INSERT INTO attempt VALUES(18,1,'["/usr/bin/python3","/campaigns/failures.py","--answer","/campaigns/answers.json"]',0,NULL,'exited','2026-12-01T07:13:58.163Z',0.00043027300000000000528,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL,'local');
INSERT INTO attempt VALUES(19,1,'["/usr/bin/python3","/campaigns/failures.py","--answer","/campaigns/answers.json"]',0,NULL,'exited','2026-12-01T07:13:58.183Z',0.00031087999999999997796,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL,'local');
INSERT INTO attempt VALUES(20,1,'["/usr/bin/python3","/campaigns/failures.py","--answer","/campaigns/answers.json"]',0,NULL,'exited','2026-12-01T07:13:58.191Z',0.00034908200000000001641,NULL,NULL,NULL,NULL,NULL,'calculate',NULL,NULL,'local');
CREATE TABLE observation (
  calculation INTEGER NOT NULL REFERENCES calculation(id),
  property TEXT NOT NULL REFERENCES property(name),
  value REAL NOT NULL CHECK (value > -9e999 AND value < 9e999),
  uncertainty REAL CHECK (uncertainty >= 0 AND uncertainty < 9e999),
  PRIMARY KEY (calculation, property)
) STRICT, WITHOUT ROWID;
INSERT INTO observation VALUES(4,'value',11.814880000000000492,NULL);
INSERT INTO observation VALUES(6,'value',11.507270000000000109,NULL);
INSERT INTO observation VALUES(7,'value',4.1805700000000003413,NULL);
INSERT INTO observation VALUES(9,'value',6.5133599999999995944,NULL);
INSERT INTO observation VALUES(10,'value',10.227410000000000777,NULL);
INSERT INTO observation VALUES(11,'value',2.459750000000000103,NULL);
INSERT INTO observation VALUES(12,'value',3.2042399999999999771,NULL);
INSERT INTO observation VALUES(13,'value',3.9646400000000001639,NULL);
INSERT INTO observation VALUES(15,'value',4.0229200000000000514,NULL);
INSERT INTO observation VALUES(16,'value',3.6352799999999998448,NULL);
INSERT INTO observation VALUES(17,'value',3.6710600000000002118,NULL);
INSERT INTO observation VALUES(18,'value',0.68837999999999999189,NULL);
INSERT INTO observation VALUES(19,'value',3.3530899999999999039,NULL);
INSERT INTO observation VALUES(20,'value',2.1193599999999999106,NULL);
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
INSERT INTO specification VALUES(1,0,replace('name: old\nseed: 1\nobjectives:\n  - property: value\n    goal: minimize\nmolecules: {charged: true, radicals: true}\npool: pool.smi\nsurrogate: {model: standard, library: none}\ncalculator:\n  program: worker\n  command: [python3, failures.py, --answer, answers.json]\n  properties: {value: ""}\n  conformers: 0\n  version: "1"\nacquisition: log-expected-improvement\nbudget: {calculations: 20, initial: 8, batch: 6, consecutive_failures: 100000}\n','\n',char(10)),'{"acquisition":"log-expected-improvement","budget.batch":"6","budget.calculations":"20","budget.consecutive_failures":"100000","budget.initial":"8","calculator.command.1":"python3","calculator.command.2":"failures.py","calculator.command.3":"--answer","calculator.command.4":"answers.json","calculator.conformers":"0","calculator.program":"worker","calculator.properties.value":"","calculator.version":"1","design.candidates":"500","design.drawsAtMost":"200000","design.drawsPerMolecule":"100","design.effectiveShareKept":"0.6","design.innerRegrowthProbability":"0.5","design.language.order":"10","design.language.rootsPerMolecule":"5","design.language.smoothing":"kneser-ney","design.lastTemperature":"1","design.longestDeletion":"20","design.mode":"sample","design.new_molecules":"false","design.particles":"400","design.rejectionsKept":"1000","design.rerootingProbability":"0.5","design.resamplingShare":"0.5","design.search.archiveShare":"0.2","design.search.elite":"100","design.search.evenShare":"0.5","design.search.kept":"10000","design.search.memory":"0.9","design.search.secondMove":"0.3","design.seedShare":"0.5","design.steps":"10","design.sweeps":"1","design.tempering.ramps":"none","design.widenings":"0","molecules.allowCharged":"true","molecules.allowRadicals":"true","molecules.catalogues":"none","molecules.forbidden":"none","molecules.required":"none","molecules.scaffolds":"none","name":"old","objectives.value":"value as low as possible","policy":"surrogate","pool":"pool.smi","seed":"1","surrogate.model.terms.1.representation":"morgan-counts-r3-2048","surrogate.model.terms.2.representation":"fragment-counts","surrogate.model.terms.3.comparison.radial._0":"matern-5/2","surrogate.model.terms.3.representation":"physical-descriptors"}','2026-12-01T07:13:57.326Z');
CREATE TABLE IF NOT EXISTS "version" (
  component TEXT NOT NULL CHECK (component <> ''),
  iteration INTEGER NOT NULL CHECK (iteration >= 0),
  version TEXT CHECK (version <> ''),
  PRIMARY KEY (component, iteration)
) STRICT, WITHOUT ROWID;
INSERT INTO version VALUES('cohobate',0,'0.1.0');
INSERT INTO version VALUES('nlopt',0,'2.7.1');
INSERT INTO version VALUES('openblas',0,'0.3.21');
INSERT INTO version VALUES('pool',0,'9f8ef1259900d917');
INSERT INTO version VALUES('rdkit',0,'2022.09.3');
INSERT INTO version VALUES('worker',0,'1 58bba6cdda7b86f4');
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
INSERT INTO protocol VALUES(1,'custom',2,'{"name":"custom","steps":[{"name":"calculate","settings":{"command":"python3 failures.py --answer answers.json","properties":"value"}}],"version":2}','python3 failures.py --answer answers.json','1 58bba6cdda7b86f4','2022.09.3');
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
INSERT INTO iteration VALUES(0,'initial',0,0,0,'[]','2026-12-01T07:13:57.585Z','2026-12-01T07:13:57.912Z');
INSERT INTO iteration VALUES(1,'surrogate',0,0,0,'[]','2026-12-01T07:13:57.961Z','2026-12-01T07:13:58.068Z');
INSERT INTO iteration VALUES(2,'surrogate',0,0,0,'[]','2026-12-01T07:13:58.119Z','2026-12-01T07:13:58.204Z');
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
INSERT INTO calculation VALUES(1,0,1,'failed','worker',1,NULL,'convergence','python3 failures.py --answer answers.json says: Sulfur is not parametrised.','{"id": 801742418, "error": "Sulfur is not parametrised.", "failure_class": "convergence"}',NULL,NULL,NULL,NULL,0,'2026-12-01T07:13:57.907Z',0.012301350000000000825);
INSERT INTO calculation VALUES(2,0,2,'failed','worker',1,NULL,'convergence','python3 failures.py --answer answers.json says: Sulfur is not parametrised.','{"id": 2798265206, "error": "Sulfur is not parametrised.", "failure_class": "convergence"}',NULL,NULL,NULL,NULL,0,'2026-12-01T07:13:57.879Z',0.012235463000000000241);
INSERT INTO calculation VALUES(3,0,3,'failed','worker',1,NULL,'convergence','python3 failures.py --answer answers.json says: Sulfur is not parametrised.','{"id": 1657958356, "error": "Sulfur is not parametrised.", "failure_class": "convergence"}',NULL,NULL,NULL,NULL,0,'2026-12-01T07:13:57.903Z',0.020251033000000001615);
INSERT INTO calculation VALUES(4,0,4,'succeeded','worker',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-12-01T07:13:57.831Z',0.21837831899999998741);
INSERT INTO calculation VALUES(5,0,5,'failed','worker',1,NULL,'convergence','python3 failures.py --answer answers.json says: Sulfur is not parametrised.','{"id": 376835347, "error": "Sulfur is not parametrised.", "failure_class": "convergence"}',NULL,NULL,NULL,NULL,0,'2026-12-01T07:13:57.883Z',0.0038701980000000000409);
INSERT INTO calculation VALUES(6,0,6,'succeeded','worker',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-12-01T07:13:57.867Z',0.0082721400000000007424);
INSERT INTO calculation VALUES(7,0,7,'succeeded','worker',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-12-01T07:13:57.859Z',0.011546235000000000178);
INSERT INTO calculation VALUES(8,0,8,'failed','worker',1,NULL,'convergence','python3 failures.py --answer answers.json says: Sulfur is not parametrised.','{"id": 4104801995, "error": "Sulfur is not parametrised.", "failure_class": "convergence"}',NULL,NULL,NULL,NULL,0,'2026-12-01T07:13:57.848Z',0.23299199200000000886);
INSERT INTO calculation VALUES(9,1,1,'succeeded','worker',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-12-01T07:13:58.039Z',0.0082320650000000002155);
INSERT INTO calculation VALUES(10,1,2,'succeeded','worker',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-12-01T07:13:58.023Z',0.018136669000000001095);
INSERT INTO calculation VALUES(11,1,3,'succeeded','worker',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-12-01T07:13:58.031Z',0.0081657610000000005467);
INSERT INTO calculation VALUES(12,1,4,'succeeded','worker',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-12-01T07:13:58.055Z',0.0038678639999999999375);
INSERT INTO calculation VALUES(13,1,5,'succeeded','worker',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-12-01T07:13:58.015Z',0.0099847640000000001392);
INSERT INTO calculation VALUES(14,1,6,'failed','worker',1,NULL,'convergence','python3 failures.py --answer answers.json says: Sulfur is not parametrised.','{"id": 1597713386, "error": "Sulfur is not parametrised.", "failure_class": "convergence"}',NULL,NULL,NULL,NULL,0,'2026-12-01T07:13:58.051Z',0.012251012000000000359);
INSERT INTO calculation VALUES(15,2,1,'succeeded','worker',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-12-01T07:13:58.174Z',0.010897573000000000675);
INSERT INTO calculation VALUES(16,2,2,'succeeded','worker',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-12-01T07:13:58.159Z',0.016173558000000001072);
INSERT INTO calculation VALUES(17,2,3,'succeeded','worker',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-12-01T07:13:58.147Z',0.006045520999999999881);
INSERT INTO calculation VALUES(18,2,4,'succeeded','worker',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-12-01T07:13:58.167Z',0.011961361000000000215);
INSERT INTO calculation VALUES(19,2,5,'succeeded','worker',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-12-01T07:13:58.187Z',0.013081917999999999671);
INSERT INTO calculation VALUES(20,2,6,'succeeded','worker',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-12-01T07:13:58.195Z',0.011641679000000000263);
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
  failure TEXT CHECK (failure <> ''), model TEXT CHECK (model <> ''), coordinates TEXT
  CHECK (coordinates IS NULL OR (json_valid(coordinates) AND json_type(coordinates) = 'array')),
  PRIMARY KEY (iteration, property, rank),
  FOREIGN KEY (iteration, property) REFERENCES fit(iteration, property),
  CHECK ((json_array_length(sources) = 0) = (json_array_length(parts) = 0)),
  CHECK ((failure IS NULL) = (logWeight IS NOT NULL)),
  CHECK ((failure IS NULL) = (leaveOneOutRMSE IS NOT NULL)),
  CHECK ((failure IS NULL) = (leaveOneOutLogDensity IS NOT NULL)),
  CHECK (failure IS NULL OR weight = 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE success (
  iteration INTEGER NOT NULL PRIMARY KEY REFERENCES iteration(number),
  successCount INTEGER NOT NULL CHECK (successCount >= 0),
  failureCount INTEGER NOT NULL CHECK (failureCount >= 0),
  baseRate REAL NOT NULL CHECK (baseRate BETWEEN 0 AND 1),
  outputScale REAL CHECK (outputScale >= 0 AND outputScale < 9e999),
  logMarginalLikelihood REAL CHECK (logMarginalLikelihood > -9e999 AND logMarginalLikelihood < 9e999),
  CHECK ((outputScale IS NULL) = (logMarginalLikelihood IS NULL))
) STRICT;
INSERT INTO success VALUES(1,3,5,0.38148723793569810913,1.1409954769064432067,-5.0018586990974780448);
INSERT INTO success VALUES(2,8,6,0.54504555049411540501,1.1335147933606555259,-9.120449304609891783);
CREATE TABLE expectedGain (
  iteration INTEGER NOT NULL PRIMARY KEY REFERENCES iteration(number),
  kind TEXT NOT NULL CHECK (kind IN ('hits', 'improvement', 'hypervolume')),
  mean REAL NOT NULL CHECK (mean >= 0 AND mean < 9e999),
  lower REAL NOT NULL CHECK (lower >= 0 AND lower < 9e999),
  upper REAL NOT NULL CHECK (upper >= 0 AND upper < 9e999),
  CHECK (lower <= upper)
) STRICT;
INSERT INTO expectedGain VALUES(1,'improvement',1.404128921284647502,0.0,5.0502722422408217184);
INSERT INTO expectedGain VALUES(2,'improvement',1.4324708207715937113,0.0,4.5338874274688842902);
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
INSERT INTO campaign VALUES(1,'old','1','2026-12-01T07:13:57.326Z','2026-12-01T07:13:58.211Z','budget','All 20 calculations of the budget are done.');
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
  evidence TEXT, machine TEXT CHECK (machine <> ''),
  PRIMARY KEY (calculation, number),
  CHECK ((termination = 'exited') = (exitStatus IS NOT NULL)),
  CHECK ((termination = 'signalled') = (signal IS NOT NULL)),
  CHECK ((failureClass IS NULL) = (failureMessage IS NULL) AND (failureClass IS NULL) = (evidence IS NULL)),
  CHECK (failureClass IS NULL OR (energy IS NULL AND notes IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE extraObservation (
  calculation INTEGER NOT NULL REFERENCES extraCalculation(id),
  property TEXT NOT NULL REFERENCES property(name),
  value REAL NOT NULL CHECK (value > -9e999 AND value < 9e999),
  uncertainty REAL CHECK (uncertainty >= 0 AND uncertainty < 9e999),
  PRIMARY KEY (calculation, property)
) STRICT, WITHOUT ROWID;
CREATE TABLE listing (
  molecule INTEGER NOT NULL PRIMARY KEY REFERENCES molecule(id),
  line INTEGER NOT NULL CHECK (line >= 1),
  name TEXT CHECK (name <> '')
) STRICT;
INSERT INTO listing VALUES(1,7,NULL);
INSERT INTO listing VALUES(2,25,NULL);
INSERT INTO listing VALUES(3,13,NULL);
INSERT INTO listing VALUES(4,11,NULL);
INSERT INTO listing VALUES(5,4,NULL);
INSERT INTO listing VALUES(6,2,NULL);
INSERT INTO listing VALUES(7,27,NULL);
INSERT INTO listing VALUES(8,28,NULL);
INSERT INTO listing VALUES(9,24,NULL);
INSERT INTO listing VALUES(10,14,NULL);
INSERT INTO listing VALUES(11,30,NULL);
INSERT INTO listing VALUES(12,23,NULL);
INSERT INTO listing VALUES(13,12,NULL);
INSERT INTO listing VALUES(14,21,NULL);
INSERT INTO listing VALUES(15,22,NULL);
INSERT INTO listing VALUES(16,26,NULL);
INSERT INTO listing VALUES(17,17,NULL);
INSERT INTO listing VALUES(18,29,NULL);
INSERT INTO listing VALUES(19,6,NULL);
INSERT INTO listing VALUES(20,15,NULL);
INSERT INTO listing VALUES(21,18,NULL);
INSERT INTO listing VALUES(22,1,NULL);
INSERT INTO listing VALUES(23,8,NULL);
INSERT INTO listing VALUES(24,16,NULL);
INSERT INTO listing VALUES(25,9,NULL);
INSERT INTO listing VALUES(26,19,NULL);
INSERT INTO listing VALUES(27,20,NULL);
INSERT INTO listing VALUES(28,10,NULL);
INSERT INTO listing VALUES(29,3,NULL);
INSERT INTO listing VALUES(30,5,NULL);
CREATE TABLE preselection (
  iteration INTEGER NOT NULL PRIMARY KEY REFERENCES iteration(number),
  rankedCount INTEGER NOT NULL CHECK (rankedCount >= 1),
  examinedCount INTEGER NOT NULL CHECK (examinedCount >= 1),
  CHECK (examinedCount < rankedCount)
) STRICT;
CREATE TABLE leaveOneOut (
  iteration INTEGER NOT NULL,
  property TEXT NOT NULL,
  predictions BLOB NOT NULL CHECK (length(predictions) > 0 AND length(predictions) % 20 = 0),
  PRIMARY KEY (iteration, property),
  FOREIGN KEY (iteration, property) REFERENCES fit(iteration, property)
) STRICT;
INSERT INTO leaveOneOut VALUES(1,'value',X'0400000022847fba8a8b2040823e0942b08d164006000000b6f39a44caf820408322910fdbbb164007000000267fd59773bc25400f0768585acb1640');
INSERT INTO leaveOneOut VALUES(2,'value',X'040000000656c7cb9b251740ee9911a48b27114006000000a25b4dd1983f19400c4f9a893038124007000000206ef0132ab619402682b4383b080f400900000014701996091019409b9bb6c3c19b10400a0000007ba226694f8f1840081f9d8f4c6112400b000000b6250bc8f2a51d40344b86377b5c11400c00000004ac6260f5c1194086e59f8aebac114011000000924edb03bab71e401dfef4c20a881140');
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
