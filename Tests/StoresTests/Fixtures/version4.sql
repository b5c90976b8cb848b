BEGIN TRANSACTION;
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
INSERT INTO "attempt" VALUES(1,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-26T04:09:03.803Z',0.163855,-21.69231012,NULL,NULL,NULL,NULL,'calculate',1,NULL);
INSERT INTO "attempt" VALUES(2,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-26T04:09:03.816Z',0.090179,-23.02653662,NULL,NULL,NULL,NULL,'calculate',1,NULL);
INSERT INTO "attempt" VALUES(3,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-26T04:09:04.252Z',0.039029,-16.69588043,NULL,NULL,NULL,NULL,'calculate',1,NULL);
INSERT INTO "attempt" VALUES(4,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-26T04:09:04.279Z',0.042374,-25.17595723,NULL,NULL,NULL,NULL,'calculate',1,NULL);
CREATE TABLE "calculation" (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  iteration INTEGER NOT NULL,
  position INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'succeeded', 'failed')),
  calculator TEXT NOT NULL CHECK (calculator <> ''),
  protocol INTEGER NOT NULL REFERENCES protocol(id),
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
  CHECK (state = 'succeeded' OR geometry IS NULL),
  CHECK (state = 'succeeded' OR atomicValues IS NULL),
  CHECK (state = 'succeeded' OR changes IS NULL),
  CHECK (state = 'succeeded' OR notes IS NULL),
  CHECK (state <> 'pending' OR NOT isReused)
) STRICT;
INSERT INTO "calculation" VALUES(1,0,1,'succeeded','xtb',1,NULL,NULL,NULL,'14

C     -2.46180366     0.82317862    -0.56197558
C     -1.73150659     0.09438803     0.29365541
C     -0.27710639    -0.08873897     0.19458692
C      0.41409651    -0.86301667     1.12455940
N      1.75580099    -1.06280503     1.07702186
C      2.38725297    -0.45123436     0.05157666
C      1.71223285     0.32036648    -0.87852883
N      0.37430854     0.51789862    -0.82879641
H     -2.00855114     1.33749392    -1.40515025
H     -3.53467570     0.92096425    -0.43572856
H     -2.22857442    -0.40179652     1.12190486
H     -0.09367063    -1.35373087     1.94776939
H      3.45967432    -0.59828789    -0.00444224
H      2.23252234     0.80532039    -1.69645263
','{"charge":[-0.06947651,-0.03528538,0.09191591,0.0454173,-0.208837,0.04872627,0.05010135,-0.21408727,0.06901502,0.04980319,0.03989973,0.0446985,0.04389139,0.04421749]}',NULL,NULL,0,'2026-11-26T04:09:04.011Z',0.32050471);
INSERT INTO "calculation" VALUES(2,0,2,'succeeded','xtb',1,NULL,NULL,NULL,'19

C      2.51463301     0.04175604     0.33817547
C      1.52783470     0.49573130    -0.70526268
O      1.72972308     1.50734349    -1.37735746
C      0.26609514    -0.32680969    -0.88127559
C     -0.70646917    -0.18670507     0.29576469
C     -1.27158868     1.23197437     0.39219719
C     -1.84914296    -1.19327785     0.15159585
H      3.45787230     0.57968190     0.20731350
H      2.70951474    -1.02738340     0.22287826
H      2.12212583     0.24877337     1.33601052
H     -0.21421787    -0.02315006    -1.81956912
H      0.57192911    -1.37182333    -1.01170739
H     -0.18142423    -0.40665864     1.23305601
H     -1.79660966     1.51431988    -0.52672583
H     -1.98040387     1.31093983     1.22351790
H     -0.47673126     1.96382811     0.56787716
H     -2.41906325    -1.01965058    -0.76761074
H     -1.46343261    -2.21787553     0.12333419
H     -2.54064436    -1.12101413     0.99778808
','{"charge":[-0.13382853,0.2364697,-0.36878535,-0.08709553,-0.00072868,-0.10501276,-0.10649724,0.06746996,0.05870938,0.07027389,0.06174182,0.04915567,0.03119388,0.04267702,0.03569186,0.03697001,0.03980278,0.03321141,0.03858072]}',NULL,NULL,0,'2026-11-26T04:09:04.016Z',0.330064073);
INSERT INTO "calculation" VALUES(3,1,1,'succeeded','xtb',1,NULL,NULL,NULL,'13

C     -1.90393410     0.02877572     0.09026963
C     -0.48988666     0.47496843    -0.23462736
C      0.56063012    -0.49370693     0.27645036
C      1.99456697    -0.12592210    -0.00401267
O      0.27792236    -1.52398704     0.88604434
H     -2.12162979    -0.94605503    -0.35853825
H     -2.04947376    -0.06030456     1.17193397
H     -2.62970142     0.75200910    -0.29407903
H     -0.30152049     1.45365414     0.21894072
H     -0.37407457     0.56306029    -1.31991937
H      2.65908553    -0.89081486     0.40732931
H      2.22555719     0.83277745     0.46677141
H      2.15245861    -0.06445461    -1.08354539
','{"charge":[-0.09783386,-0.07798515,0.23397425,-0.13675513,-0.36313028,0.04864316,0.04864303,0.03493396,0.05705548,0.05705534,0.0687302,0.06333449,0.06333452]}',NULL,NULL,0,'2026-11-26T04:09:04.335Z',0.095269529);
INSERT INTO "calculation" VALUES(4,1,2,'succeeded','xtb',1,NULL,NULL,NULL,'20

C      2.76161964     0.15672570     0.19794695
C      1.44773447    -0.54771522     0.42644324
O      1.31646741    -1.35408514     1.34654130
C      0.30814013    -0.18391074    -0.52088099
C     -0.31907151     1.15739526    -0.11555191
C     -1.81370526     0.89445626     0.03038086
C     -1.89541194    -0.57692026     0.39387533
C     -0.83517906    -1.20558358    -0.49747475
H      2.63342947     1.23352838     0.33015258
H      3.50137122    -0.20199073     0.91914139
H      3.12261102    -0.05948102    -0.81057364
H      0.72705679    -0.13971508    -1.53314392
H     -0.13207365     1.93071621    -0.86820927
H      0.08758461     1.52374306     0.83465381
H     -2.31990312     1.07517706    -0.92548410
H     -2.27618776     1.53763113     0.78462720
H     -2.88993325    -0.99511688     0.21473003
H     -1.64365974    -0.72441625     1.45054332
H     -1.23857524    -1.32099975    -1.51148611
H     -0.54231423    -2.19943841    -0.14623131
','{"charge":[-0.13485661,0.23321768,-0.3643684,-0.03818727,-0.04881838,-0.05433923,-0.05519554,-0.05356651,0.06529875,0.06731046,0.06127294,0.03934874,0.03253558,0.03302855,0.03257575,0.03168923,0.02992946,0.04472708,0.02993738,0.04846034]}',NULL,NULL,0,'2026-11-26T04:09:04.351Z',0.119763729);
INSERT INTO "calculation" VALUES(5,2,1,'succeeded','told',2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-26T04:09:08.339Z',0.0);
INSERT INTO "calculation" VALUES(6,2,2,'failed','told',2,'input','It was told as failed, without a reason.','',NULL,NULL,NULL,NULL,0,'2026-11-26T04:09:08.339Z',0.0);
CREATE TABLE campaign (
  onlyRow INTEGER NOT NULL PRIMARY KEY DEFAULT 1 CHECK (onlyRow = 1),
  name TEXT NOT NULL CHECK (name <> ''),
  specification TEXT NOT NULL,
  seed TEXT NOT NULL CHECK (seed <> '' AND seed NOT GLOB '*[^0-9]*' AND (
    length(seed) < 20 OR (length(seed) = 20 AND seed <= '18446744073709551615'))),
  createdAt TEXT NOT NULL CHECK (createdAt IS NULL OR (createdAt GLOB '????-??-??T??:??:??.???Z' AND julianday(createdAt) IS NOT NULL)),
  endedAt TEXT CHECK (endedAt IS NULL OR (endedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(endedAt) IS NOT NULL)),
  endReason TEXT CHECK (endReason IN ('budget', 'hits', 'failures', 'exhausted')),
  endMessage TEXT,
  CHECK ((endedAt IS NULL) = (endReason IS NULL) AND (endedAt IS NULL) = (endMessage IS NULL))
) STRICT;
INSERT INTO "campaign" VALUES(1,'old','name: old
seed: 1
objectives:
  - property: gap
    window: [3.0, 6.0]
molecules:
  heavy_atoms: [4, 8]
calculator:
  program: xtb
  conformers: 1
  optimization: none
design:
  particles: 20
  steps: 3
  candidates: 10
budget:
  calculations: 6
  initial: 2
  batch: 2
','1','2026-11-26T04:09:03.581Z',NULL,NULL,NULL);
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
  position INTEGER CHECK (position >= 1),
  PRIMARY KEY (iteration, molecule),
  UNIQUE (iteration, rank),
  UNIQUE (iteration, position),
  CHECK ((decision = 'refused') = (rank IS NULL)),
  CHECK ((decision = 'chosen') = (position IS NOT NULL)),
  CHECK (decision <> 'refused' OR acquisition IS NULL),
  CHECK (decision = 'chosen' OR acquisitionWhenChosen IS NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO "candidate" VALUES(0,1,1,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',1);
INSERT INTO "candidate" VALUES(0,2,2,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',2);
INSERT INTO "candidate" VALUES(1,3,1,-4.2286164235650852694e-01,-4.2286164235650852694e-01,'chosen','rank 1 of 10 by log-window: the best',NULL,'corpus',1);
INSERT INTO "candidate" VALUES(1,4,2,-4.33858613824650352075e-01,NULL,'passedOver','rank 2 by log-window, but too like a molecule chosen before it',NULL,'corpus',NULL);
INSERT INTO "candidate" VALUES(1,5,3,-4.53355635096118814164e-01,NULL,'passedOver','rank 3 by log-window, but too like a molecule chosen before it',NULL,'corpus',NULL);
INSERT INTO "candidate" VALUES(1,6,4,-4.83979578058501669346e-01,NULL,'passedOver','rank 4 by log-window, but too like a molecule chosen before it',NULL,'corpus',NULL);
INSERT INTO "candidate" VALUES(1,7,5,-4.87211871413013253295e-01,NULL,'passedOver','rank 5 by log-window, but too like a molecule chosen before it',NULL,'corpus',NULL);
INSERT INTO "candidate" VALUES(1,8,6,-5.22739955229800656866e-01,NULL,'passedOver','rank 6 by log-window, but too like a molecule chosen before it',NULL,'corpus',NULL);
INSERT INTO "candidate" VALUES(1,9,7,-0.534469600766287,-6.32125849932001715458e-01,'chosen','rank 7 of 10 by log-window, choice 2: the best that is unlike those chosen before it',NULL,'corpus',2);
INSERT INTO "candidate" VALUES(1,10,8,-5.35541798084342435259e-01,NULL,'passedOver','rank 8 by log-window; the batch has 2',NULL,'corpus',NULL);
INSERT INTO "candidate" VALUES(1,11,9,-5.75219537105829181733e-01,NULL,'passedOver','rank 9 by log-window; the batch has 2',NULL,'corpus',NULL);
INSERT INTO "candidate" VALUES(1,12,10,-5.78813117965531920283e-01,NULL,'passedOver','rank 10 by log-window; the batch has 2',NULL,'corpus',NULL);
INSERT INTO "candidate" VALUES(1,13,NULL,NULL,NULL,'refused','36 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,14,NULL,NULL,NULL,'refused','17 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,15,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,16,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,17,NULL,NULL,NULL,'refused','19 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,18,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,19,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,20,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,21,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,22,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,23,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,24,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,25,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,26,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,27,NULL,NULL,NULL,'refused','37 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,28,NULL,NULL,NULL,'refused','18 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,29,NULL,NULL,NULL,'refused','17 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,30,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,31,NULL,NULL,NULL,'refused','16 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,32,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,33,NULL,NULL,NULL,'refused','21 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,34,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,35,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,36,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,37,NULL,NULL,NULL,'refused','16 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,38,NULL,NULL,NULL,'refused','16 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,39,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,40,NULL,NULL,NULL,'refused','20 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,41,NULL,NULL,NULL,'refused','23 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,42,NULL,NULL,NULL,'refused','17 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,43,NULL,NULL,NULL,'refused','16 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,44,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,45,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,46,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,47,NULL,NULL,NULL,'refused','18 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,48,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,49,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,50,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,51,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,52,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,53,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,54,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,55,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,56,NULL,NULL,NULL,'refused','20 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,57,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,58,NULL,NULL,NULL,'refused','23 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,59,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,60,NULL,NULL,NULL,'refused','20 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,61,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,62,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,63,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,64,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8','C=Cc1cnccn1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,65,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','CCCCC(C)=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,66,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8','CC(C)=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,67,NULL,NULL,NULL,'refused','28 heavy atoms, more than 8','CCC(=O)CC','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,68,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8','NN=C=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,69,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8','OCc1ccccc1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,70,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8','NC(=O)C1CC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,71,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8','O=c1ccc(=O)[nH][nH]1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,72,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8','CC(=O)c1nccs1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,73,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8','Cc1ccc(C)cc1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,74,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','CC1=CC(=O)CC1=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,75,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8','N#Cc1ccccn1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,76,NULL,NULL,NULL,'refused','23 heavy atoms, more than 8','c1cscn1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,77,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8','c1cc[nH]c1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,78,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8','CCN1CCCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,79,NULL,NULL,NULL,'refused','18 heavy atoms, more than 8','CC(=O)CC(C)C','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,80,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8','C=Cc1cnccn1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,81,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','CCCCCC','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,82,NULL,NULL,NULL,'refused','19 heavy atoms, more than 8','CCCCC(C)=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,83,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8','CCC(=O)CC','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,84,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8','NN=C=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,85,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8','OCc1ccccc1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,86,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','NC(=O)C1CC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,87,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8','O=c1ccc(=O)[nH][nH]1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,88,NULL,NULL,NULL,'refused','20 heavy atoms, more than 8','CC(=O)c1nccs1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,89,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8','C=C(C)C(=O)O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,90,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8','Brc1cccnc1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,91,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8','Cc1ccc(C)cc1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,92,NULL,NULL,NULL,'refused','17 heavy atoms, more than 8','CC1=CC(=O)CC1=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,93,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8','N#Cc1ccccn1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,94,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','c1cc[nH]c1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,95,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','CCN1CCCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,96,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8','CC(=O)CC(C)C','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,97,NULL,NULL,NULL,'refused','17 heavy atoms, more than 8','C=Cc1cnccn1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,98,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','CCCCCC','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,99,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8','C=CC(C)=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,100,NULL,NULL,NULL,'refused','17 heavy atoms, more than 8','CCCCC(C)=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,101,NULL,NULL,NULL,'refused','21 heavy atoms, more than 8','NN=C=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,102,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8','OCc1ccccc1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,103,NULL,NULL,NULL,'refused','16 heavy atoms, more than 8','NC(=O)C1CC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,104,NULL,NULL,NULL,'refused','34 heavy atoms, more than 8','O=c1ccc(=O)[nH][nH]1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,105,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8','CC(=O)c1nccs1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,106,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','C=C(C)C(=O)O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,107,NULL,NULL,NULL,'refused','22 heavy atoms, more than 8','Brc1cccnc1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,108,NULL,NULL,NULL,'refused','16 heavy atoms, more than 8','Cc1ccc(C)cc1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,109,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8','CC1=CC(=O)CC1=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,110,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8','OCc1cccs1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,111,NULL,NULL,NULL,'refused','20 heavy atoms, more than 8','c1cc[nH]c1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,112,1,NULL,NULL,'chosen','told on line 2 of t.csv, never suggested',NULL,'told',1);
INSERT INTO "candidate" VALUES(2,113,2,NULL,NULL,'chosen','told on line 3 of t.csv, never suggested',NULL,'told',2);
CREATE TABLE designStep (
  iteration INTEGER NOT NULL REFERENCES iteration(number),
  number INTEGER NOT NULL CHECK (number >= 0),
  temperature REAL NOT NULL CHECK (temperature >= 0),
  effectiveSampleSize REAL NOT NULL CHECK (effectiveSampleSize >= 0 AND effectiveSampleSize < 9e999),
  acceptance REAL NOT NULL CHECK (acceptance BETWEEN 0 AND 1),
  distinctCount INTEGER NOT NULL CHECK (distinctCount >= 0),
  PRIMARY KEY (iteration, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "designStep" VALUES(1,0,1.0,1.76359360818745471988e+01,2.66666666666666662965e-01,20);
INSERT INTO "designStep" VALUES(1,1,1.0,1.76359360818745471988e+01,2.06896551724137928163e-01,20);
INSERT INTO "designStep" VALUES(1,2,1.0,1.76359360818745471988e+01,0.2,20);
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
INSERT INTO "fit" VALUES(1,'gap',2,2.89363173,2.07621515574326176434e+00,2.45376796772039190708e-01,-3.18743446827664067555e+00,1.3250925129204298436e+00,-1.77989953336420692053e+00,1.0);
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO "grdb_migrations" VALUES('v1');
INSERT INTO "grdb_migrations" VALUES('v2');
INSERT INTO "grdb_migrations" VALUES('v3');
INSERT INTO "grdb_migrations" VALUES('v4');
CREATE TABLE "iteration" (
  number INTEGER NOT NULL PRIMARY KEY CHECK (number >= 0),
  policy TEXT NOT NULL CHECK (policy IN ('initial', 'surrogate', 'random', 'told')),
  proposalCount INTEGER NOT NULL CHECK (proposalCount >= 0),
  invalidCount INTEGER NOT NULL CHECK (invalidCount BETWEEN 0 AND proposalCount),
  designedAt TEXT NOT NULL CHECK (designedAt IS NULL OR (designedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(designedAt) IS NOT NULL)),
  endedAt TEXT CHECK (endedAt IS NULL OR (endedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(endedAt) IS NOT NULL))
) STRICT;
INSERT INTO "iteration" VALUES(0,'initial',0,0,'2026-11-26T04:09:03.666Z','2026-11-26T04:09:04.031Z');
INSERT INTO "iteration" VALUES(1,'surrogate',131,0,'2026-11-26T04:09:04.162Z','2026-11-26T04:09:04.363Z');
INSERT INTO "iteration" VALUES(2,'told',2,0,'2026-11-26T04:09:08.339Z','2026-11-26T04:09:08.339Z');
CREATE TABLE molecule (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  smiles TEXT NOT NULL UNIQUE CHECK (smiles <> ''),
  formula TEXT NOT NULL CHECK (formula <> ''),
  charge INTEGER NOT NULL,
  heavyAtomCount INTEGER NOT NULL CHECK (heavyAtomCount >= 0),
  molecularWeight REAL NOT NULL CHECK (molecularWeight >= 0 AND molecularWeight < 9e999)
) STRICT;
INSERT INTO "molecule" VALUES(1,'C=Cc1cnccn1','C6H6N2',0,8,1.06127999999999985899e+02);
INSERT INTO "molecule" VALUES(2,'CC(=O)CC(C)C','C6H12O',0,7,1.00160999999999987151e+02);
INSERT INTO "molecule" VALUES(3,'CCC(C)=O','C4H8O',0,5,7.21069999999999851087e+01);
INSERT INTO "molecule" VALUES(4,'CCCC(C)=O','C5H10O',0,6,8.61339999999999861302e+01);
INSERT INTO "molecule" VALUES(5,'CCCCC(C)=O','C6H12O',0,7,1.00160999999999987151e+02);
INSERT INTO "molecule" VALUES(6,'CC(C)=O','C3H6O',0,4,5.80800000000000053983e+01);
INSERT INTO "molecule" VALUES(7,'CCC(=O)CC','C5H10O',0,6,86.134);
INSERT INTO "molecule" VALUES(8,'CC(=O)CC(C)(C)O','C6H12O2',0,8,1.16159999999999982375e+02);
INSERT INTO "molecule" VALUES(9,'CC(=O)C1CCCC1','C7H12O',0,8,1.1217200000000001125e+02);
INSERT INTO "molecule" VALUES(10,'CCCCCC(C)=O','C7H14O',0,8,1.14187999999999988175e+02);
INSERT INTO "molecule" VALUES(11,'CC(=O)C(C)O','C4H8O2',0,6,88.106);
INSERT INTO "molecule" VALUES(12,'O=C1CCCCC1','C6H10O',0,7,9.81450000000000102352e+01);
INSERT INTO "molecule" VALUES(13,'O=C1C=CC(=O)C2=C1C=C=[SH]C1=C3C4=C(C=C5C=NC(=CN=CC(Br)=C5)OC1OCC1=C(O)C1=N4)N23','C25H13BrN4O5S',0,36,561.373);
INSERT INTO "molecule" VALUES(14,'O=C(Nc1ccc(Cl)cc1)c1ccc(F)cc1','C13H9ClFNO',0,17,249.672);
INSERT INTO "molecule" VALUES(15,'Fc1ccc(C#Cc2ccccc2)cc1','C14H9F',0,15,1.96224000000000017955e+02);
INSERT INTO "molecule" VALUES(16,'O=Cc1cccc2ccccc12','C11H8O',0,12,1.56183999999999969078e+02);
INSERT INTO "molecule" VALUES(17,'CCOC1=CC(=O)C2=NN=C(CO)C=NC=NC2=C1','C12H12N4O3',0,19,260.253);
INSERT INTO "molecule" VALUES(18,'CN(C)C=C[Si](C)(C)C','C7H17NSi',0,9,1.43305999999999983179e+02);
INSERT INTO "molecule" VALUES(19,'N#CCc1cncnc1','C6H5N3',0,9,1.19126999999999981126e+02);
INSERT INTO "molecule" VALUES(20,'c1ccc2ccccc2c1','C10H8',0,10,1.28173999999999949745e+02);
INSERT INTO "molecule" VALUES(21,'COC(=O)CCCCC(N)=O','C7H13NO3',0,11,159.185);
INSERT INTO "molecule" VALUES(22,'COC1=C(O)c2ccccc21','C9H8O2',0,11,1.48160999999999972937e+02);
INSERT INTO "molecule" VALUES(23,'CCCc1cc2ocnc2cc1C','C11H13NO',0,13,1.75230999999999966119e+02);
INSERT INTO "molecule" VALUES(24,'c1ccc(C2CO2)cc1','C8H8O',0,9,1.2015099999999996783e+02);
INSERT INTO "molecule" VALUES(25,'CCOc1cc(C(F)(F)F)cc(O)c1O','C9H9F3O3',0,15,2.22161999999999977724e+02);
INSERT INTO "molecule" VALUES(26,'N#CCc1cccc(O)c1','C8H7NO',0,10,1.3314999999999997726e+02);
INSERT INTO "molecule" VALUES(27,'Cn1oc2c1=NC=2c1nc(Cl)cccc2nsc(co1)C1CCCC=C1S(=O)C1=C2N=NC(=N)C=CS1','C23H18ClN7O3S3',0,37,5.7209700000000043474e+02);
INSERT INTO "molecule" VALUES(28,'CCCCCOC(=O)c1cccc2ccccc12','C16H18O2',0,18,242.318);
INSERT INTO "molecule" VALUES(29,'O=C(c1ccc(CO)cc1O)N1CCCCC1','C13H17NO3',0,17,2.35282999999999930195e+02);
INSERT INTO "molecule" VALUES(30,'CC1=CCC(c2ccccn2)CC1','C12H15N',0,13,1.73258999999999957703e+02);
INSERT INTO "molecule" VALUES(31,'O=C(OCCO)c1cccc(C(F)(F)F)c1','C10H9F3O3',0,16,2.34172999999999944978e+02);
INSERT INTO "molecule" VALUES(32,'O=C(Oc1ccco1)c1ccccc1','C11H8O3',0,14,188.182);
INSERT INTO "molecule" VALUES(33,'CN(C)c1ccc(N=Nc2ccc(N(C)C)c(Cl)c2)cc1','C16H19ClN4',0,21,3.02808999999999969073e+02);
INSERT INTO "molecule" VALUES(34,'C=CCCC1(C)C2C=COC1CC2','C12H18O',0,13,1.78274999999999948837e+02);
INSERT INTO "molecule" VALUES(35,'CSc1nc(NC(C)C)sc(=O)n1','C7H11N3OS2',0,13,217.319);
INSERT INTO "molecule" VALUES(36,'O=[N+]([O-])c1c(O)ccc2[nH]cnc12','C7H5N3O3',0,13,179.135);
INSERT INTO "molecule" VALUES(37,'O=c1cc[nH]c(=O)n1Cc1ccc(Cl)nc1','C10H8ClN3O2',0,16,2.37646000000000014997e+02);
INSERT INTO "molecule" VALUES(38,'O=Cc1cccc(Sc2ccc(F)cc2)c1','C13H9FOS',0,16,232.279);
INSERT INTO "molecule" VALUES(39,'Fc1ccc(CCc2cccs2)cc1','C12H11FS',0,14,2.06285000000000025006e+02);
INSERT INTO "molecule" VALUES(40,'Cn1cnc2c(Cl)cnc(N=Nc3ccc(Br)cc3)c21','C13H9BrClN5',0,20,350.607);
INSERT INTO "molecule" VALUES(41,'Cc1ccc(C(OCCOC=O)c2ccccc2)c(C(=O)O)c1','C18H18O5',0,23,3.14337000000000102765e+02);
INSERT INTO "molecule" VALUES(42,'CC(O)CCNC(=O)C(C#N)=Cc1ccco1','C12H14N2O3',0,17,2.34255000000000023884e+02);
INSERT INTO "molecule" VALUES(43,'O=C(Nc1ccccn1)c1ccc(F)cc1','C12H9FN2O',0,16,2.16214999999999974984e+02);
INSERT INTO "molecule" VALUES(44,'C#Cc1cccc(SCCC)c1','C11H12S',0,12,1.76283999999999963391e+02);
INSERT INTO "molecule" VALUES(45,'CCN(C)CCOC(=O)c1cnn(C)c1','C10H17N3O2',0,15,2.1126500000000001478e+02);
INSERT INTO "molecule" VALUES(46,'Cc1ccc(=O)cc2ccccc(=O)c12','C13H10O2',0,15,198.221);
INSERT INTO "molecule" VALUES(47,'C#Cc1cc([N+](=O)[O-])c(NC(CC)CC)c(F)n1','C12H14FN3O2',0,18,2.51260999999999967268e+02);
INSERT INTO "molecule" VALUES(48,'COc1ccc(OC)cc1','C8H10O2',0,10,138.166);
INSERT INTO "molecule" VALUES(49,'C#CC1=Cc2ccc(=O)oc2C1=O','C10H4O3',0,13,1.72138999999999953161e+02);
INSERT INTO "molecule" VALUES(50,'c1coc(N2CCOCC2)c1','C8H11NO2',0,11,153.181);
INSERT INTO "molecule" VALUES(51,'O=C1C=CC2=C1c1ccc(=O)ccc1C2','C13H8O2',0,15,1.96204999999999984087e+02);
INSERT INTO "molecule" VALUES(52,'c1ccc2cnncc2c1','C8H6N2',0,10,130.15);
INSERT INTO "molecule" VALUES(53,'CN(C)c1ccc(N2CCCCC2)cc1','C13H20N2',0,15,2.04316999999999950434e+02);
INSERT INTO "molecule" VALUES(54,'COC(=O)c1ccccc1','C8H8O2',0,10,1.36149999999999977257e+02);
INSERT INTO "molecule" VALUES(55,'Oc1ccc(-c2ccncc2)cc1','C11H9NO',0,13,171.199);
INSERT INTO "molecule" VALUES(56,'c1ccc(CCc2ccc(N3CCOCC3)cc2)cc1','C18H21NO',0,20,2.67371999999999957245e+02);
INSERT INTO "molecule" VALUES(57,'CC(C)(C)C1=CC(c2nccs2)=C1','C11H13NS',0,13,191.299);
INSERT INTO "molecule" VALUES(58,'CC(=O)OC(=O)O[SH](N)(=O)c1ccc(Nc2ccccc2)cc1','C15H16N2O5S',0,23,336.369);
INSERT INTO "molecule" VALUES(59,'c1cncc(Cc2ccncc2)c1','C11H10N2',0,13,170.215);
INSERT INTO "molecule" VALUES(60,'COc1ccc(CCc2cccnc2)c(C(O)CN)c1','C16H20N2O2',0,20,272.348);
INSERT INTO "molecule" VALUES(61,'C=Cc1ccc(NC(C)=O)cc1','C10H11NO',0,12,161.204);
INSERT INTO "molecule" VALUES(62,'O=C(O)Cc1cccnc1','C7H7NO2',0,10,137.138);
INSERT INTO "molecule" VALUES(63,'N#CC(C#N)=Cc1ccc(C#N)cc1','C11H5N3',0,14,179.182);
INSERT INTO "molecule" VALUES(64,'CC(C)C1(C)CC(c2nccs2)CC1O','C12H19NOS',0,15,225.357);
INSERT INTO "molecule" VALUES(65,'CCCCCCCCF','C8H17F',0,9,132.222);
INSERT INTO "molecule" VALUES(66,'CC(C)CC(CO)C(C)N','C8H19NO',0,10,1.4524599999999995248e+02);
INSERT INTO "molecule" VALUES(67,'CCC(=O)C(CC(C)N(C)CC)(c1ccccc1)c1cccc2ccccc12','C26H31NO',0,28,3.73540000000000077312e+02);
INSERT INTO "molecule" VALUES(68,'Cc1cc(O)c(N=C=O)c(=O)o1','C7H5NO4',0,12,1.67119999999999976122e+02);
INSERT INTO "molecule" VALUES(69,'O=c1cc(CO)[nH]c(=O)[nH]1','C5H6N2O3',0,10,142.114);
INSERT INTO "molecule" VALUES(70,'CCCCCCC=C(N)C1CC1','C11H21N',0,12,167.296);
INSERT INTO "molecule" VALUES(71,'O=C1C=Cc2ncccc21','C8H5NO',0,10,131.134);
INSERT INTO "molecule" VALUES(72,'O=C(Oc1ccccc1)c1nccs1','C10H7NO2S',0,14,2.05237999999999971129e+02);
INSERT INTO "molecule" VALUES(73,'Cc1ccc(S(C)(=O)=O)cc1','C8H10O2S',0,11,170.233);
INSERT INTO "molecule" VALUES(74,'CC1=CC(=O)C=CC1=O','C7H6O2',0,9,1.22122999999999976234e+02);
INSERT INTO "molecule" VALUES(75,'CN1CCN(c2ccccn2)CC1','C10H15N3',0,13,1.77250999999999947929e+02);
INSERT INTO "molecule" VALUES(76,'O=C1N=C2N=COC(C3CCCCC3)=CSC=CN=C2C(=O)N1','C15H16N4O3S',0,23,332.385);
INSERT INTO "molecule" VALUES(77,'CC(=O)Nc1ccccc1N','C8H10N2O',0,11,1.50180999999999954756e+02);
INSERT INTO "molecule" VALUES(78,'Nc1ccc(N2CCCC2)cc1','C10H14N2',0,12,1.62236000000000018424e+02);
INSERT INTO "molecule" VALUES(79,'CC(C)CC(C)(c1ccccc1)c1cccnc1','C17H21N',0,18,2.39362000000000023185e+02);
INSERT INTO "molecule" VALUES(80,'CSC(C)=NOC(=O)c1ccccn1','C9H10N2O2S',0,14,210.258);
INSERT INTO "molecule" VALUES(81,'CCCCCC=C(C)C','C9H18',0,9,1.26242999999999980784e+02);
INSERT INTO "molecule" VALUES(82,'COc1ccc(N=Nc2cccc(C(C)=O)c2)cn1','C14H13N3O2',0,19,2.55277000000000015228e+02);
INSERT INTO "molecule" VALUES(83,'CCC(=O)C=CC=Cc1ccccc1','C13H14O',0,14,186.254);
INSERT INTO "molecule" VALUES(84,'O=C=NNCc1ccsc1','C6H6N2OS',0,10,154.194);
INSERT INTO "molecule" VALUES(85,'OCc1ccc(N2CCOCC2)cc1','C11H15NO2',0,14,1.93245999999999980897e+02);
INSERT INTO "molecule" VALUES(86,'CC(=O)c1ccccc1','C8H8O',0,9,1.20150999999999953617e+02);
INSERT INTO "molecule" VALUES(87,'COc1ccc2c(c1)C(=O)C=C2CO','C11H10O3',0,14,1.90197999999999979078e+02);
INSERT INTO "molecule" VALUES(88,'CCOc1cccc(O)c1NC(=O)c1nccsc1=O','C13H12N2O4S',0,20,2.92316000000000030933e+02);
INSERT INTO "molecule" VALUES(89,'CC(=O)c1cccc2ccccc12','C12H10O',0,13,1.70210999999999984316e+02);
INSERT INTO "molecule" VALUES(90,'O=C(c1ccncc1)c1cccnc1','C11H8N2O',0,14,184.198);
INSERT INTO "molecule" VALUES(91,'Cc1ccc(CCc2ccncc2)nc1','C13H14N2',0,15,1.98269000000000033883e+02);
INSERT INTO "molecule" VALUES(92,'OCc1ccc(Oc2nccs2)c(C2CC2)c1','C13H13NO2S',0,17,247.319);
INSERT INTO "molecule" VALUES(93,'O=C(Nc1ccccn1)c1ccccn1','C11H9N3O',0,15,199.213);
INSERT INTO "molecule" VALUES(94,'CCCc1ccccc1','C9H12',0,9,1.20194999999999950544e+02);
INSERT INTO "molecule" VALUES(95,'CC1CN(C)CCN1C','C7H16N2',0,9,128.219);
INSERT INTO "molecule" VALUES(96,'CC(C)(C)c1ccccc1','C10H14',0,10,1.34221999999999979996e+02);
INSERT INTO "molecule" VALUES(97,'CC(C)c1cccc(C(=O)c2cnccn2)c1','C14H14N2O',0,17,226.279);
INSERT INTO "molecule" VALUES(98,'CCCCCC(=O)NC','C7H15NO',0,9,1.29202999999999974529e+02);
INSERT INTO "molecule" VALUES(99,'C=Cc1ccc(N)cc1C(=O)C(=C)C','C12H13NO',0,14,1.87241999999999961801e+02);
INSERT INTO "molecule" VALUES(100,'CN1NN=C(NC2=NN=C3NN=C32)N(C)C1=O','C7H9N9O',0,17,235.211);
INSERT INTO "molecule" VALUES(101,'CCC=CC=Cc1ccc2c(C(F)(F)F)cc(=O)oc2c1','C16H13F3O2',0,21,294.272);
INSERT INTO "molecule" VALUES(102,'O=C1C=Cc2ccccc21','C9H6O',0,10,130.146);
INSERT INTO "molecule" VALUES(103,'O=C(O)CCNC(=O)C(O)C1CCCCC1','C11H19NO4',0,16,2.29275999999999953622e+02);
INSERT INTO "molecule" VALUES(104,'C=c1oc2c(c1Oc1cc(=O)[nH][nH]c1=O)OC(C)(C)CCC=C(C)C1CCCCN1S(=O)(=O)C=2','C23H29N3O7S',0,34,4.91566000000000371964e+02);
INSERT INTO "molecule" VALUES(105,'Cn1ccnc1C(=O)N1CCO1','C7H9N3O2',0,12,1.67167999999999977939e+02);
INSERT INTO "molecule" VALUES(106,'O=C1OC(O)C(O)C1O','C4H6O5',0,9,134.087);
INSERT INTO "molecule" VALUES(107,'CCc1ccc(/C=N/c2ccc(N(C)C)cc2[N+](=O)[O-])cc1','C17H19N3O2',0,22,297.358);
INSERT INTO "molecule" VALUES(108,'Cc1cccc(Oc2ccc(Cl)cc2Cl)c1','C13H10Cl2O',0,16,2.53128000000000014319e+02);
INSERT INTO "molecule" VALUES(109,'C1=C(c2ccccn2)Cc2ccccc21','C14H11N',0,15,1.93249000000000023639e+02);
INSERT INTO "molecule" VALUES(110,'c1ccc(Oc2cccs2)nc1','C9H7NOS',0,12,1.77227999999999980213e+02);
INSERT INTO "molecule" VALUES(111,'COc1ccc(S(=O)(=O)C2=CC3=CC(=O)OC3=C2)cc1','C14H10O5S',0,20,290.296);
INSERT INTO "molecule" VALUES(112,'c1ccccc1','C6H6',0,6,7.81139999999999901092e+01);
INSERT INTO "molecule" VALUES(113,'Br','HBr',0,1,8.09119999999999919317e+01);
CREATE TABLE observation (
  calculation INTEGER NOT NULL REFERENCES calculation(id),
  property TEXT NOT NULL REFERENCES property(name),
  value REAL NOT NULL CHECK (value > -9e999 AND value < 9e999),
  uncertainty REAL CHECK (uncertainty >= 0 AND uncertainty < 9e999),
  PRIMARY KEY (calculation, property)
) STRICT, WITHOUT ROWID;
INSERT INTO "observation" VALUES(1,'dipole',0.839,NULL);
INSERT INTO "observation" VALUES(1,'energy',-21.69231012,NULL);
INSERT INTO "observation" VALUES(1,'gap',2.01117314,NULL);
INSERT INTO "observation" VALUES(1,'homo',-9.95442069,NULL);
INSERT INTO "observation" VALUES(1,'lumo',-7.94324756,NULL);
INSERT INTO "observation" VALUES(1,'polarizability',81.20898,NULL);
INSERT INTO "observation" VALUES(2,'dipole',3.483,NULL);
INSERT INTO "observation" VALUES(2,'energy',-23.02653662,NULL);
INSERT INTO "observation" VALUES(2,'gap',3.77609032,NULL);
INSERT INTO "observation" VALUES(2,'homo',-10.70529726,NULL);
INSERT INTO "observation" VALUES(2,'lumo',-6.92920694,NULL);
INSERT INTO "observation" VALUES(2,'polarizability',76.415452,NULL);
INSERT INTO "observation" VALUES(3,'dipole',3.394,NULL);
INSERT INTO "observation" VALUES(3,'energy',-16.69588043,NULL);
INSERT INTO "observation" VALUES(3,'gap',3.87855823,NULL);
INSERT INTO "observation" VALUES(3,'homo',-10.7684316,NULL);
INSERT INTO "observation" VALUES(3,'lumo',-6.88987337,NULL);
INSERT INTO "observation" VALUES(3,'polarizability',53.112791,NULL);
INSERT INTO "observation" VALUES(4,'dipole',3.268,NULL);
INSERT INTO "observation" VALUES(4,'energy',-25.17595723,NULL);
INSERT INTO "observation" VALUES(4,'gap',3.74108853,NULL);
INSERT INTO "observation" VALUES(4,'homo',-10.64282714,NULL);
INSERT INTO "observation" VALUES(4,'lumo',-6.90173861,NULL);
INSERT INTO "observation" VALUES(4,'polarizability',82.978279,NULL);
INSERT INTO "observation" VALUES(5,'gap',7.5,0.25);
CREATE TABLE prediction (
  iteration INTEGER NOT NULL,
  molecule INTEGER NOT NULL,
  property TEXT NOT NULL REFERENCES property(name),
  mean REAL NOT NULL CHECK (mean > -9e999 AND mean < 9e999),
  standardDeviation REAL NOT NULL CHECK (standardDeviation >= 0 AND standardDeviation < 9e999),
  PRIMARY KEY (iteration, molecule, property),
  FOREIGN KEY (iteration, molecule) REFERENCES candidate(iteration, molecule)
) STRICT, WITHOUT ROWID;
INSERT INTO "prediction" VALUES(1,3,'gap',3.48630199097876758429e+00,1.12172717278356026682e+00);
INSERT INTO "prediction" VALUES(1,4,'gap',3.46967040818943361912e+00,1.13295538662708095145e+00);
INSERT INTO "prediction" VALUES(1,5,'gap',3.45008680611847973196e+00,1.1680295529399422616e+00);
INSERT INTO "prediction" VALUES(1,6,'gap',3.43660991602058274452e+00,1.25048773241090671604e+00);
INSERT INTO "prediction" VALUES(1,7,'gap',3.41299625021366548338e+00,1.22672945006872691209e+00);
INSERT INTO "prediction" VALUES(1,8,'gap',3.37996452310181627609e+00,1.30083368752097050524e+00);
INSERT INTO "prediction" VALUES(1,9,'gap',3.37018136387535838238e+00,1.32779479396598798501e+00);
INSERT INTO "prediction" VALUES(1,10,'gap',3.35923727514424319551e+00,1.31487760869236125493e+00);
INSERT INTO "prediction" VALUES(1,11,'gap',3.31252824685414237748e+00,1.38848841713128789976e+00);
INSERT INTO "prediction" VALUES(1,12,'gap',3.30295586968384080606e+00,1.38680253785621609985e+00);
CREATE TABLE property (
  name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
  unit TEXT NOT NULL,
  summary TEXT NOT NULL
, source TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
INSERT INTO "property" VALUES('dipole','D','magnitude of the electric dipole moment','xtb''s log, of the final geometry; an ion''s is moved to the centre of mass');
INSERT INTO "property" VALUES('energy','Eh','total energy','xtbout.json');
INSERT INTO "property" VALUES('gap','eV','difference of the lowest unoccupied and the highest occupied orbital energy','xtbout.json, the distance of the two orbital energies');
INSERT INTO "property" VALUES('homo','eV','energy of the highest occupied molecular orbital','xtbout.json, orbital energies');
INSERT INTO "property" VALUES('lumo','eV','energy of the lowest unoccupied molecular orbital','xtbout.json, orbital energies');
INSERT INTO "property" VALUES('polarizability','a.u.','isotropic static polarizability','xtb''s log, from the atomic polarizabilities of D4 dispersion, DOI 10.1063/1.5090222');
CREATE TABLE protocol (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  version INTEGER NOT NULL CHECK (version >= 0),
  json TEXT NOT NULL UNIQUE CHECK (json_valid(json) AND json_type(json) = 'object'),
  summary TEXT NOT NULL
) STRICT;
INSERT INTO "protocol" VALUES(1,'custom',1,'{"name":"custom","steps":[{"name":"embed","settings":{"by":"ETKDGv3","conformers":"1","relaxed with":"MMFF94, or UFF"}},{"name":"calculate","settings":{"method":"GFN2-xTB","solvent":"none"}}],"summary":"GFN2-xTB, single point, 1 conformer, gas phase","version":1}','GFN2-xTB, single point, 1 conformer, gas phase');
INSERT INTO "protocol" VALUES(2,'told',1,'{"name":"told","steps":[{"name":"tell","settings":{}}],"summary":"values told by people","version":1}','values told by people');
CREATE TABLE refusal (
  iteration INTEGER NOT NULL REFERENCES iteration(number),
  reason TEXT NOT NULL CHECK (reason <> ''),
  count INTEGER NOT NULL CHECK (count >= 1),
  PRIMARY KEY (iteration, reason)
) STRICT, WITHOUT ROWID;
INSERT INTO "refusal" VALUES(1,'heavyAtoms',99);
CREATE TABLE transfer (
  iteration INTEGER NOT NULL,
  property TEXT NOT NULL,
  rank INTEGER NOT NULL CHECK (rank >= 1),
  sources TEXT NOT NULL CHECK (json_valid(sources) AND json_type(sources) = 'array'),
  parts TEXT NOT NULL CHECK (json_valid(parts) AND json_type(parts) = 'array'),
  weight REAL NOT NULL CHECK (weight BETWEEN 0 AND 1),
  logEvidence REAL NOT NULL CHECK (logEvidence > -9e999 AND logEvidence < 9e999),
  leaveOneOutRMSE REAL NOT NULL CHECK (leaveOneOutRMSE >= 0 AND leaveOneOutRMSE < 9e999),
  leaveOneOutLogDensity REAL NOT NULL CHECK (leaveOneOutLogDensity > -9e999 AND leaveOneOutLogDensity < 9e999),
  PRIMARY KEY (iteration, property, rank),
  FOREIGN KEY (iteration, property) REFERENCES fit(iteration, property),
  CHECK ((json_array_length(sources) = 0) = (json_array_length(parts) = 0))
) STRICT, WITHOUT ROWID;
CREATE TABLE version (
  component TEXT NOT NULL PRIMARY KEY CHECK (component <> ''),
  version TEXT NOT NULL CHECK (version <> '')
) STRICT, WITHOUT ROWID;
INSERT INTO "version" VALUES('cohobate','0.1.0');
INSERT INTO "version" VALUES('corpus','afcc20753a4c75f1');
INSERT INTO "version" VALUES('nlopt','2.7.1');
INSERT INTO "version" VALUES('openblas','0.3.21');
INSERT INTO "version" VALUES('rdkit','2022.09.3');
INSERT INTO "version" VALUES('xtb','6.5.1');
CREATE TABLE withdrawal (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  calculation INTEGER NOT NULL REFERENCES calculation(id),
  property TEXT NOT NULL REFERENCES property(name),
  value REAL NOT NULL CHECK (value > -9e999 AND value < 9e999),
  uncertainty REAL CHECK (uncertainty >= 0 AND uncertainty < 9e999),
  reason TEXT CHECK (reason <> ''),
  withdrawnAt TEXT NOT NULL CHECK (withdrawnAt IS NULL OR (withdrawnAt GLOB '????-??-??T??:??:??.???Z' AND julianday(withdrawnAt) IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX candidateChosenOnce ON candidate(molecule) WHERE decision = 'chosen';
CREATE INDEX candidateOfMolecule ON candidate(molecule);
CREATE INDEX observationOfProperty ON observation(property, value);
CREATE TRIGGER observationIsFinal BEFORE UPDATE ON observation
BEGIN SELECT RAISE(ABORT, 'A value that was observed is never changed.'); END;
CREATE TRIGGER observationNeedsSuccess BEFORE INSERT ON observation
WHEN (SELECT state FROM calculation WHERE id = NEW.calculation) IS NOT 'succeeded'
BEGIN SELECT RAISE(ABORT, 'Only a calculation that succeeded has values.'); END;
CREATE TRIGGER outcomeIsFinal BEFORE UPDATE ON calculation WHEN OLD.state <> 'pending'
BEGIN SELECT RAISE(ABORT, 'The outcome of a calculation is never changed.'); END;
CREATE TRIGGER iterationEndsWhenAllIsDone BEFORE UPDATE OF endedAt ON iteration
WHEN NEW.endedAt IS NOT NULL AND EXISTS (
  SELECT 1 FROM calculation WHERE iteration = NEW.number AND state = 'pending')
BEGIN SELECT RAISE(ABORT, 'An iteration cannot end while calculations of it are pending.'); END;
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
COMMIT;
