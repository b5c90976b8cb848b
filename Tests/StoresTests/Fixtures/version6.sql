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
INSERT INTO "attempt" VALUES(1,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--opt","normal","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-28T17:15:53.479Z',0.185436,-19.14208183,NULL,NULL,NULL,NULL,'optimise',1,NULL);
INSERT INTO "attempt" VALUES(2,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--opt","normal","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-28T17:15:53.481Z',0.228372,-23.95226839,NULL,NULL,NULL,NULL,'optimise',1,NULL);
INSERT INTO "attempt" VALUES(3,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--opt","normal","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-28T17:15:54.028Z',0.305226,-20.88475491,NULL,NULL,NULL,NULL,'optimise',1,NULL);
INSERT INTO "attempt" VALUES(4,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--opt","normal","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-28T17:15:54.037Z',0.345038,-25.56838563,NULL,NULL,NULL,NULL,'optimise',1,NULL);
INSERT INTO "attempt" VALUES(5,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--opt","normal","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-28T17:16:00.248Z',0.164055,-20.78695614,NULL,NULL,NULL,NULL,'optimise',1,NULL);
INSERT INTO "attempt" VALUES(6,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--opt","normal","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-28T17:16:00.254Z',0.263265,-25.47009456,NULL,NULL,NULL,NULL,'optimise',1,NULL);
CREATE TABLE "calculation" (
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
INSERT INTO "calculation" VALUES(1,0,1,'succeeded','xtb',1,NULL,NULL,NULL,NULL,'13

O      2.19062520     1.31155902    -0.35210961
C      1.14655874     0.72204193    -0.21235440
C      0.94604004    -0.77887996    -0.04775541
C     -0.49392757    -0.91314048     0.44558353
C     -1.17713384     0.35803233    -0.07507299
N     -0.07954930     1.28757136    -0.18289753
H      1.08473424    -1.24162943    -1.02676551
H      1.68274628    -1.19878932     0.63311357
H     -0.98228331    -1.81633473     0.08582489
H     -0.51285777    -0.92123152     1.53572573
H     -1.64239815     0.18906606    -1.05550684
H     -1.94155829     0.73325628     0.60952510
H     -0.22099628     2.26847849    -0.35731056
','{"charge":[-0.43224333,0.28152853,-0.09089662,-0.0638656,0.00571649,-0.17824731,0.06094493,0.06304999,0.04707805,0.04844581,0.04070466,0.04587075,0.17191365]}',NULL,NULL,0,'2026-11-28T17:15:53.685Z',0.276699179);
INSERT INTO "calculation" VALUES(2,0,2,'succeeded','xtb',1,NULL,NULL,NULL,NULL,'17

C     -2.09713679     0.85830262     0.01529716
C     -1.56267555    -0.53921496     0.30268541
C     -0.45752070    -0.93665106    -0.67308667
O      0.67675113    -0.07612106    -0.56853325
C      1.56561753    -0.34958020     0.39243455
C      2.68821344     0.65599859     0.37850027
O      1.47642491    -1.27849082     1.15009068
H     -2.85059222     1.13453455     0.74835611
H     -1.29106243     1.58688940     0.05555629
H     -2.54604316     0.89863009    -0.97472344
H     -2.36632280    -1.27286341     0.22146523
H     -1.16333803    -0.58607468     1.31751175
H     -0.13879378    -1.96629053    -0.47926129
H     -0.79565799    -0.83751677    -1.70686950
H      3.16550388     0.65165486    -0.59810656
H      3.41125136     0.40652703     1.14861823
H      2.28538120     1.65026636     0.55457662
','{"charge":[-0.10455951,-0.0601362,0.07468239,-0.2670438,0.36296075,-0.14657871,-0.41077724,0.0401304,0.04423635,0.0387735,0.04184031,0.0532552,0.05371396,0.05541499,0.07523203,0.07411309,0.07474248]}',NULL,NULL,0,'2026-11-28T17:15:53.733Z',0.326055635);
INSERT INTO "calculation" VALUES(3,1,1,'succeeded','xtb',1,NULL,NULL,NULL,NULL,'18

C      2.68275323     0.04943826     0.45963077
C      1.49624471    -0.40597432    -0.38070897
C      0.18510145     0.18672864     0.12713195
C     -1.01281967    -0.26901372    -0.70151380
C     -2.32060095     0.31153505    -0.17306064
O     -2.57706054    -0.22949749     1.10655997
H      2.76956827     1.13386957     0.44100321
H      2.55884133    -0.26494847     1.49357482
H      3.60936157    -0.37524800     0.07997010
H      1.43264254    -1.49613911    -0.35800111
H      1.65035610    -0.10554765    -1.42024258
H      0.24791098     1.27764866     0.09965802
H      0.02394684    -0.11347932     1.16352567
H     -0.88889596     0.03840987    -1.74194615
H     -1.08383534    -1.35725569    -0.66926178
H     -2.24275861     1.40741037    -0.11621800
H     -3.14089348     0.06021956    -0.86215163
H     -3.38986247     0.15184381     1.45205012
','{"charge":[-0.10254463,-0.05380751,-0.06023997,-0.06101219,0.08855087,-0.44041421,0.03300072,0.03524884,0.03257041,0.0305385,0.02716373,0.03015509,0.05055307,0.03037249,0.04954872,0.01448412,0.0129276,0.28290434]}',NULL,NULL,0,'2026-11-28T17:15:54.357Z',0.352271392);
INSERT INTO "calculation" VALUES(4,1,2,'succeeded','xtb',1,NULL,NULL,NULL,NULL,'23

C     -2.89827409    -0.39469975     0.09740660
C     -1.75455706     0.58967470    -0.12674107
N     -0.52830286     0.13697219     0.50079247
C     -0.01171878    -1.07523169    -0.12326886
C      1.46733753    -1.26866023     0.18508098
C      2.30303448    -0.16210640    -0.46902567
C      1.50829884     1.14910793    -0.51347838
C      0.49039712     1.17182377     0.62803410
H     -3.83881589     0.06053801    -0.20258730
H     -2.75775365    -1.30320047    -0.48161300
H     -2.95364228    -0.65643970     1.15039532
H     -1.62910050     0.75665956    -1.21406640
H     -2.02579030     1.54454409     0.33114485
H     -0.14771389    -1.05118764    -1.21972310
H     -0.58213898    -1.92482609     0.26497410
H      1.78797392    -2.24655701    -0.17745045
H      1.60045309    -1.25610081     1.26726422
H      3.22530713    -0.02296603     0.09753818
H      2.58153664    -0.45568208    -1.48307332
H      0.97213877     1.23515540    -1.46113731
H      2.17692513     2.00723540    -0.43461849
H      1.01496393     1.02009637     1.57850680
H     -0.00055829     2.14585046     0.67740757
','{"charge":[-0.10899652,0.01840051,-0.18685973,0.01488561,-0.05881613,-0.05417327,-0.05829661,0.00710782,0.03603238,0.03690162,0.04699116,0.00111003,0.02871976,0.00949435,0.03018519,0.02912289,0.03945324,0.02774186,0.02745716,0.02830803,0.02544154,0.03405061,0.02573851]}',NULL,NULL,0,'2026-11-28T17:15:54.407Z',0.407832437);
INSERT INTO "calculation" VALUES(5,2,1,'succeeded','xtb',1,NULL,NULL,NULL,NULL,'14

C     -2.24703901    -0.47409601     0.25828670
C     -1.11976127     0.50111645    -0.02267268
O      0.11874121    -0.21028983     0.03467017
C      1.22695231     0.50140324    -0.19082623
C      2.45359457    -0.36831280    -0.10013221
O      1.22364328     1.67931209    -0.43241974
H     -2.24674108    -1.27000500    -0.48146438
H     -2.12320728    -0.91590805     1.24325911
H     -3.19871737     0.04776293     0.21930987
H     -1.09649275     1.30956006     0.71678492
H     -1.22057377     0.95391231    -1.01551345
H      2.38353563    -1.16917091    -0.83184336
H      3.33927156     0.23058837    -0.28651979
H      2.50679399    -0.81587285     0.88908109
','{"charge":[-0.11582839,0.08423016,-0.26871965,0.36083911,-0.14676801,-0.41177195,0.05847569,0.05847562,0.05283669,0.05051622,0.05051623,0.07610853,0.07498133,0.07610842]}',NULL,NULL,0,'2026-11-28T17:16:00.432Z',0.279360561);
INSERT INTO "calculation" VALUES(6,2,2,'succeeded','xtb',1,NULL,NULL,NULL,NULL,'19

O      1.27946444    -2.43608049    -1.10163305
C      0.70196631    -1.60141925    -0.43442800
C      1.43069684    -0.58509776     0.42087886
C      1.28058050     0.84032260    -0.12234261
C     -0.01703373     1.52583671     0.29954343
C     -1.27441889     0.85958169    -0.25330962
C     -1.46781945    -0.56912064     0.26559345
N     -0.64809427    -1.53486833    -0.42620517
H      1.06952553    -0.63520232     1.44988652
H      2.48375986    -0.86917455     0.41107916
H      2.11601611     1.43977151     0.24609009
H      1.34926961     0.81719494    -1.21211038
H      0.00878707     2.56226984    -0.04485249
H     -0.07410048     1.54456097     1.39108317
H     -1.23192280     0.83707851    -1.34411240
H     -2.14270505     1.45433894     0.03744577
H     -1.24954800    -0.59831621     1.33944490
H     -2.50819382    -0.86992147     0.12879306
H     -1.10622977    -2.18175470    -1.05084470
','{"charge":[-0.44739611,0.2762261,-0.08696712,-0.05316042,-0.05920917,-0.06552307,0.00527759,-0.18010425,0.0469365,0.05940918,0.03894651,0.04021115,0.03597093,0.03535413,0.04483052,0.03922884,0.0490669,0.04505916,0.17584263]}',NULL,NULL,0,'2026-11-28T17:16:00.537Z',0.393763365);
INSERT INTO "calculation" VALUES(7,3,1,'withdrawn','told',2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-28T17:16:21.172Z',0.0);
INSERT INTO "calculation" VALUES(8,3,2,'succeeded','told',2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'a little wet',0,'2026-11-28T17:16:21.172Z',0.0);
INSERT INTO "calculation" VALUES(9,3,3,'withdrawn','told',2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-28T17:16:21.172Z',0.0);
INSERT INTO "calculation" VALUES(10,3,4,'succeeded','told',2,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-28T17:16:21.172Z',0.0);
INSERT INTO "calculation" VALUES(11,3,5,'failed','told',2,NULL,'input','it exploded','',NULL,NULL,NULL,NULL,0,'2026-11-28T17:16:21.172Z',0.0);
CREATE TABLE "campaign" (
  onlyRow INTEGER NOT NULL PRIMARY KEY DEFAULT 1 CHECK (onlyRow = 1),
  name TEXT NOT NULL CHECK (name <> ''),
  seed TEXT NOT NULL CHECK (seed <> '' AND seed NOT GLOB '*[^0-9]*' AND (
    length(seed) < 20 OR (length(seed) = 20 AND seed <= '18446744073709551615'))),
  createdAt TEXT NOT NULL CHECK (createdAt IS NULL OR (createdAt GLOB '????-??-??T??:??:??.???Z' AND julianday(createdAt) IS NOT NULL)),
  endedAt TEXT CHECK (endedAt IS NULL OR (endedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(endedAt) IS NOT NULL)),
  endReason TEXT CHECK (endReason IN ('budget', 'hits', 'failures', 'exhausted', 'tooNarrow')),
  endMessage TEXT,
  CHECK ((endedAt IS NULL) = (endReason IS NULL) AND (endedAt IS NULL) = (endMessage IS NULL))
) STRICT;
INSERT INTO "campaign" VALUES(1,'old','5','2026-11-28T17:15:53.291Z',NULL,NULL,NULL);
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
INSERT INTO "candidate" VALUES(1,3,1,-8.20027333315902140498e+00,-8.20027333315902140498e+00,'chosen','rank 1 of 6 by log-window: the best',NULL,'corpus',1);
INSERT INTO "candidate" VALUES(1,4,2,-8.23311546417182604784e+00,-9.08950026302941793687e+00,'chosen','rank 2 of 6 by log-window, choice 2',NULL,'corpus',2);
INSERT INTO "candidate" VALUES(1,5,3,-8.67432291613247663519e+00,NULL,'passedOver','rank 3 by log-window; the batch has 2',NULL,'corpus',NULL);
INSERT INTO "candidate" VALUES(1,6,4,-9.05293501975214454091e+00,NULL,'passedOver','rank 4 by log-window; the batch has 2',NULL,'corpus',NULL);
INSERT INTO "candidate" VALUES(1,7,5,-9.82442388083756,NULL,'passedOver','rank 5 by log-window; the batch has 2',NULL,'corpus',NULL);
INSERT INTO "candidate" VALUES(1,8,6,-9.92789767968203484826e+00,NULL,'passedOver','rank 6 by log-window; the batch has 2','OCCC1CCCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,9,NULL,NULL,NULL,'refused','18 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,10,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,11,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,12,NULL,NULL,NULL,'refused','18 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,13,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,14,NULL,NULL,NULL,'refused','26 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,15,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,16,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,17,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,18,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,19,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,20,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,21,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,22,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,23,NULL,NULL,NULL,'refused','19 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,24,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,25,NULL,NULL,NULL,'refused','20 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,26,NULL,NULL,NULL,'refused','24 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,27,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,28,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,29,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,30,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,31,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,32,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,33,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,34,NULL,NULL,NULL,'refused','17 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,35,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,36,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,37,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,38,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,39,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,40,NULL,NULL,NULL,'refused','28 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,41,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,42,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,43,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,44,NULL,NULL,NULL,'refused','23 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,45,NULL,NULL,NULL,'refused','19 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,46,NULL,NULL,NULL,'refused','36 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,47,NULL,NULL,NULL,'refused','25 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,48,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,49,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,50,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,51,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,52,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,53,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,54,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,55,NULL,NULL,NULL,'refused','21 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,56,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(1,57,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8','CCCOC(C)=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,58,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8','CCCCCO','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,59,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8','CCN1CCCCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,60,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','OCCC1CCCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,61,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','CCCCCCO','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,62,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8','CCCO','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,63,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8','CC(C)CC(C)N','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,64,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8','CCCCCC','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,65,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8','COc1ccccc1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,66,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8','CCCOC','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,67,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8','C#Cc1ccccc1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,68,NULL,NULL,NULL,'refused','17 heavy atoms, more than 8','O=C1N=CC=N1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,69,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','c1nncs1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,70,NULL,NULL,NULL,'refused','18 heavy atoms, more than 8','c1ccccc1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,71,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8','C=CC(=O)O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,72,NULL,NULL,NULL,'refused','17 heavy atoms, more than 8','CCCCC','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,73,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8','CCCCC','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,74,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8','CCN1CCCCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,75,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','CCN1CCCCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,76,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','CCN1CCCCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,77,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8','CCN1CCCCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,78,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','OCCC1CCCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,79,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8','OCCC1CCCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,80,NULL,NULL,NULL,'refused','26 heavy atoms, more than 8','CCCCCCO','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,81,NULL,NULL,NULL,'refused','20 heavy atoms, more than 8','CCCCCCO','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,82,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','CCCCCCO','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,83,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','CCCO','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,84,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8','CCCO','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,85,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8','CCCCCC','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,86,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8','O=C1C=CC(=O)N1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,87,NULL,NULL,NULL,'refused','26 heavy atoms, more than 8','C#Cc1ccccc1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,88,NULL,NULL,NULL,'refused','16 heavy atoms, more than 8','CCCCC','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,89,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8','CCCCC','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,90,NULL,NULL,NULL,'refused','23 heavy atoms, more than 8','CCN1CCCCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,91,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8','CCN1CCCCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,92,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8','CCN1CCCCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,93,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8','CCN1CCCCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,94,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','OCCC1CCCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,95,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8','CCC1CCC(O)C1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,96,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8','CCCCCCO','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,97,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8','CCCCCCO','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,98,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8','CCCO','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,99,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8','CCCO','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,100,NULL,NULL,NULL,'refused','18 heavy atoms, more than 8','CC(C)CN(C)C','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,101,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8','CCCCCC','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,102,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8','CCCCCC','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,103,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8','O=C1C=CC(=O)N1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(1,104,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8','C#Cc1ccccc1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,13,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8','Cc1nc[nH]n1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,33,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8','C=CC=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,54,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','Cc1nc[nH]n1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,103,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,105,1,-1.99512285031405811608e+00,-1.99512285031405811608e+00,'chosen','rank 1 of 6 by log-window: the best',NULL,'corpus',1);
INSERT INTO "candidate" VALUES(2,106,2,-2.05811309952235532705e+00,-2.05817970672951178201e+00,'chosen','rank 2 of 6 by log-window, choice 2',NULL,'corpus',2);
INSERT INTO "candidate" VALUES(2,107,3,-2.08708145213035312082e+00,NULL,'passedOver','rank 3 by log-window; the batch has 2',NULL,'corpus',NULL);
INSERT INTO "candidate" VALUES(2,108,4,-2.10857109973414802439e+00,NULL,'passedOver','rank 4 by log-window; the batch has 2',NULL,'corpus',NULL);
INSERT INTO "candidate" VALUES(2,109,5,-2.13475535129722304716e+00,NULL,'passedOver','rank 5 by log-window; the batch has 2',NULL,'corpus',NULL);
INSERT INTO "candidate" VALUES(2,110,6,-2.18392350618127473182e+00,NULL,'passedOver','rank 6 by log-window; the batch has 2',NULL,'corpus',NULL);
INSERT INTO "candidate" VALUES(2,111,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,112,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,113,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,114,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,115,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,116,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,117,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,118,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,119,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,120,NULL,NULL,NULL,'refused','16 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,121,NULL,NULL,NULL,'refused','16 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,122,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,123,NULL,NULL,NULL,'refused','16 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,124,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,125,NULL,NULL,NULL,'refused','16 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,126,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,127,NULL,NULL,NULL,'refused','25 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,128,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,129,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,130,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,131,NULL,NULL,NULL,'refused','23 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,132,NULL,NULL,NULL,'refused','22 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,133,NULL,NULL,NULL,'refused','39 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,134,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,135,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,136,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,137,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,138,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,139,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,140,NULL,NULL,NULL,'refused','28 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,141,NULL,NULL,NULL,'refused','22 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,142,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,143,NULL,NULL,NULL,'refused','21 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,144,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,145,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,146,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,147,NULL,NULL,NULL,'refused','31 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,148,NULL,NULL,NULL,'refused','19 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,149,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,150,NULL,NULL,NULL,'refused','22 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,151,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,152,NULL,NULL,NULL,'refused','20 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,153,NULL,NULL,NULL,'refused','24 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,154,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,155,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,156,NULL,NULL,NULL,'refused','3 heavy atoms, fewer than 4',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,157,NULL,NULL,NULL,'refused','16 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,158,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,159,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,160,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,161,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,162,NULL,NULL,NULL,'refused','38 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,163,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,164,NULL,NULL,NULL,'refused','36 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,165,NULL,NULL,NULL,'refused','20 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,166,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,167,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,168,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,169,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,170,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,171,NULL,NULL,NULL,'refused','17 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,172,NULL,NULL,NULL,'refused','24 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,173,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,174,NULL,NULL,NULL,'refused','16 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,175,NULL,NULL,NULL,'refused','17 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,176,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,177,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,178,NULL,NULL,NULL,'refused','18 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,179,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,180,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,181,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,182,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,183,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,184,NULL,NULL,NULL,'refused','23 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,185,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,186,NULL,NULL,NULL,'refused','20 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,187,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,188,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,189,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,190,NULL,NULL,NULL,'refused','18 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,191,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,192,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,193,NULL,NULL,NULL,'refused','23 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,194,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,195,NULL,NULL,NULL,'refused','16 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,196,NULL,NULL,NULL,'refused','19 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,197,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,198,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,199,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,200,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,201,NULL,NULL,NULL,'refused','28 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,202,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,203,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,204,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,205,NULL,NULL,NULL,'refused','17 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,206,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,207,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,208,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,209,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8',NULL,'language model',NULL);
INSERT INTO "candidate" VALUES(2,210,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','CCCOC(C)=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,211,NULL,NULL,NULL,'refused','18 heavy atoms, more than 8','O=C1CCCN1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,212,NULL,NULL,NULL,'refused','17 heavy atoms, more than 8','CCN1CCCCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,213,NULL,NULL,NULL,'refused','23 heavy atoms, more than 8','CCOC(C)=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,214,NULL,NULL,NULL,'refused','20 heavy atoms, more than 8','O=C1CCCCCN1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,215,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8','CCCC(=O)OCC','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,216,NULL,NULL,NULL,'refused','27 heavy atoms, more than 8','CCCCOC(C)=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,217,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','CCCCCC(N)=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,218,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8','Cc1nc[nH]n1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,219,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8','ClC(Cl)(Cl)Cl','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,220,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8','CN1CCN(C)CC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,221,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','NCCC=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,222,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8','CCCN','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,223,NULL,NULL,NULL,'refused','17 heavy atoms, more than 8','C=CC(=O)O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,224,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8','CCC1CCCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,225,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','Oc1ccccc1O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,226,NULL,NULL,NULL,'refused','17 heavy atoms, more than 8','Oc1ccccc1O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,227,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8','COc1ccccc1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,228,NULL,NULL,NULL,'refused','10 heavy atoms, more than 8','CCCCCC=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,229,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8','CCN1CCCCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,230,NULL,NULL,NULL,'refused','27 heavy atoms, more than 8','C1CCCNCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,231,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','CCCC(=O)OCC','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,232,NULL,NULL,NULL,'refused','19 heavy atoms, more than 8','CCCCOC(C)=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,233,NULL,NULL,NULL,'refused','11 heavy atoms, more than 8','CCCCCC(N)=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,234,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8','CCCN','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,235,NULL,NULL,NULL,'refused','23 heavy atoms, more than 8','OCc1ccccn1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,236,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','Oc1ccccc1O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,237,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8','COc1ccccc1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,238,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','CCN1CCCCC1','inner regrowth',NULL);
INSERT INTO "candidate" VALUES(2,239,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','NC(=O)C1CCCC1','inner regrowth',NULL);
INSERT INTO "candidate" VALUES(2,240,NULL,NULL,NULL,'refused','29 heavy atoms, more than 8','CCCC=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,241,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8','CC1CCC(=O)CC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,242,NULL,NULL,NULL,'refused','21 heavy atoms, more than 8','CN(C)CCO','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,243,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8','C1CCOCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,244,NULL,NULL,NULL,'refused','20 heavy atoms, more than 8','C1CCCNCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,245,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8','CCCC(=O)OCC','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,246,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8','CCCCOC(C)=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,247,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','CCCCCC(N)=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,248,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','C=COC(C)=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,249,NULL,NULL,NULL,'refused','3 heavy atoms, fewer than 4','NCCC(N)=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,250,NULL,NULL,NULL,'refused','9 heavy atoms, more than 8','NC(=O)C1CCCC1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,251,NULL,NULL,NULL,'refused','14 heavy atoms, more than 8','OCc1ccccn1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,252,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8','Oc1ccccc1O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,253,NULL,NULL,NULL,'refused','15 heavy atoms, more than 8','Nc1ccccc1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,254,NULL,NULL,NULL,'refused','13 heavy atoms, more than 8','COc1ccccc1','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(2,255,NULL,NULL,NULL,'refused','12 heavy atoms, more than 8','C=CC=O','suffix regrowth',NULL);
INSERT INTO "candidate" VALUES(3,256,1,NULL,NULL,'chosen','told on line 2 of told.csv, never suggested',NULL,'told',1);
INSERT INTO "candidate" VALUES(3,257,2,NULL,NULL,'chosen','told on line 3 of told.csv, never suggested',NULL,'told',2);
INSERT INTO "candidate" VALUES(3,258,3,NULL,NULL,'chosen','told on line 4 of told.csv, never suggested',NULL,'told',3);
INSERT INTO "candidate" VALUES(3,259,4,NULL,NULL,'chosen','told on line 5 of told.csv, never suggested',NULL,'told',4);
INSERT INTO "candidate" VALUES(3,260,5,NULL,NULL,'chosen','told on line 6 of told.csv, never suggested',NULL,'told',5);
CREATE TABLE decline (
  calculation INTEGER NOT NULL REFERENCES calculation(id),
  declinedAt TEXT NOT NULL CHECK (declinedAt IS NULL OR (declinedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(declinedAt) IS NOT NULL)),
  reason TEXT CHECK (reason <> ''),
  revokedAt TEXT CHECK (revokedAt IS NULL OR (revokedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(revokedAt) IS NOT NULL)),
  PRIMARY KEY (calculation, declinedAt)
) STRICT, WITHOUT ROWID;
CREATE TABLE designStep (
  iteration INTEGER NOT NULL REFERENCES iteration(number),
  number INTEGER NOT NULL CHECK (number >= 0),
  temperature REAL NOT NULL CHECK (temperature >= 0),
  effectiveSampleSize REAL NOT NULL CHECK (effectiveSampleSize >= 0 AND effectiveSampleSize < 9e999),
  acceptance REAL NOT NULL CHECK (acceptance BETWEEN 0 AND 1),
  distinctCount INTEGER NOT NULL CHECK (distinctCount >= 0),
  PRIMARY KEY (iteration, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "designStep" VALUES(1,0,1.2924957275390625e-01,1.44000360638861248929e+01,3.65384615384615363264e-01,23);
INSERT INTO "designStep" VALUES(1,1,2.72572095622308552265e-01,8.64029827250204363053e+00,2.9787234042553190072e-01,12);
INSERT INTO "designStep" VALUES(1,2,0.96976450177727,1.44001874804558624987e+01,1.08695652173913040461e-01,13);
INSERT INTO "designStep" VALUES(2,0,1.0,1.53804521300272636352e+01,3.06122448979591843531e-01,23);
INSERT INTO "designStep" VALUES(2,1,1.0,1.53804521300272636352e+01,4.31372549019607864906e-01,24);
INSERT INTO "designStep" VALUES(2,2,1.0,1.53804521300272636352e+01,0.44,24);
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
INSERT INTO "fit" VALUES(1,'gap',2,5.17959744,2.9408709609202124402e-02,3.43868939890514977927e-03,-3.1928697213691319412e+00,1.76537649616289246679e-02,2.39802822461263831499e+00,1.0);
INSERT INTO "fit" VALUES(2,'gap',4,8.18297217250000130661e+00,5.79746487300675106268e+00,0.702418537784741,-6.23408013809794425696e+00,2.7206868740881358093e+00,-2.68423283890387898154e+00,1.0);
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO "grdb_migrations" VALUES('v1');
INSERT INTO "grdb_migrations" VALUES('v2');
INSERT INTO "grdb_migrations" VALUES('v3');
INSERT INTO "grdb_migrations" VALUES('v4');
INSERT INTO "grdb_migrations" VALUES('v5');
INSERT INTO "grdb_migrations" VALUES('v6');
CREATE TABLE "iteration" (
  number INTEGER NOT NULL PRIMARY KEY CHECK (number >= 0),
  policy TEXT NOT NULL CHECK (policy IN ('initial', 'surrogate', 'random', 'told', 'takenOver')),
  proposalCount INTEGER NOT NULL CHECK (proposalCount >= 0),
  invalidCount INTEGER NOT NULL CHECK (invalidCount BETWEEN 0 AND proposalCount),
  widenings INTEGER NOT NULL DEFAULT 0 CHECK (widenings >= 0),
  pending TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(pending) AND json_type(pending) = 'array'),
  designedAt TEXT NOT NULL CHECK (designedAt IS NULL OR (designedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(designedAt) IS NOT NULL)),
  endedAt TEXT CHECK (endedAt IS NULL OR (endedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(endedAt) IS NOT NULL))
) STRICT;
INSERT INTO "iteration" VALUES(0,'initial',0,0,0,'[]','2026-11-28T17:15:53.388Z','2026-11-28T17:15:53.738Z');
INSERT INTO "iteration" VALUES(1,'surrogate',150,0,0,'[]','2026-11-28T17:15:53.953Z','2026-11-28T17:15:54.418Z');
INSERT INTO "iteration" VALUES(2,'surrogate',222,0,0,'[]','2026-11-28T17:16:00.079Z','2026-11-28T17:16:00.541Z');
INSERT INTO "iteration" VALUES(3,'told',5,0,0,'[]','2026-11-28T17:16:21.172Z','2026-11-28T17:16:21.172Z');
CREATE TABLE molecule (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  smiles TEXT NOT NULL UNIQUE CHECK (smiles <> ''),
  formula TEXT NOT NULL CHECK (formula <> ''),
  charge INTEGER NOT NULL,
  heavyAtomCount INTEGER NOT NULL CHECK (heavyAtomCount >= 0),
  molecularWeight REAL NOT NULL CHECK (molecularWeight >= 0 AND molecularWeight < 9e999)
) STRICT;
INSERT INTO "molecule" VALUES(1,'O=C1CCCN1','C4H7NO',0,6,8.51060000000000087521e+01);
INSERT INTO "molecule" VALUES(2,'CCCOC(C)=O','C5H10O2',0,7,1.02132999999999981351e+02);
INSERT INTO "molecule" VALUES(3,'CCCCCO','C5H12O',0,6,8.814999999999999147e+01);
INSERT INTO "molecule" VALUES(4,'CCN1CCCCC1','C7H15N',0,8,1.13204000000000007733e+02);
INSERT INTO "molecule" VALUES(5,'OCCC1CCCC1','C7H14O',0,8,1.14188000000000016603e+02);
INSERT INTO "molecule" VALUES(6,'CCCCCCO','C6H14O',0,7,1.02176999999999992493e+02);
INSERT INTO "molecule" VALUES(7,'CCCCO','C4H10O',0,5,7.41229999999999904485e+01);
INSERT INTO "molecule" VALUES(8,'CCC1CCC(O)C1','C7H14O',0,8,1.14187999999999988175e+02);
INSERT INTO "molecule" VALUES(9,'Fc1cc(Br)csccscc(-c2cccs2)s1','C12H8BrFS4',0,18,3.79366000000000099141e+02);
INSERT INTO "molecule" VALUES(10,'COC1=C(OC)C(=O)C(C)=CC1=O','C9H10O4',0,13,1.82174999999999982945e+02);
INSERT INTO "molecule" VALUES(11,'c1ccc(Cc2ccccc2)cc1','C13H12',0,13,168.239);
INSERT INTO "molecule" VALUES(12,'CC1=Nc2cccc([nH]c3ncc(N)nc3n2)S1','C11H10N6S',0,18,2.58309999999999945425e+02);
INSERT INTO "molecule" VALUES(13,'COc1ccc(S(N)(=O)=O)cc1','C7H9NO3S',0,12,187.22);
INSERT INTO "molecule" VALUES(14,'Oc1ccc2c(c1)C=Cc1ccccc1C2=C1CCc2ccoc2CC1','C24H20O2',0,26,3.40422000000000139156e+02);
INSERT INTO "molecule" VALUES(15,'CC(=O)Nc1ccc(F)cc1','C8H8FNO',0,11,153.156);
INSERT INTO "molecule" VALUES(16,'CN1N=NC2=C(OC1=O)C(=O)OC2CO','C7H7N3O5',0,15,2.13148999999999972493e+02);
INSERT INTO "molecule" VALUES(17,'OCc1ccc(F)cc1','C7H7FO',0,9,1.26129999999999981236e+02);
INSERT INTO "molecule" VALUES(18,'CC(CO)c1ccc(C=C[N+](=O)[O-])cc1','C11H13NO3',0,15,2.07228999999999985003e+02);
INSERT INTO "molecule" VALUES(19,'O=S(=O)(O)c1cccnc1','C5H5NO3S',0,10,159.166);
INSERT INTO "molecule" VALUES(20,'N#CCc1ccc(O)cc1','C8H7NO',0,10,1.3314999999999997726e+02);
INSERT INTO "molecule" VALUES(21,'CC1C2(C)CC3CC(N)(CCC1(N)C3)C2','C13H24N2',0,15,2.0834899999999993269e+02);
INSERT INTO "molecule" VALUES(22,'N#CCc1nc2ccc(N)cc2[nH]1','C9H8N4',0,13,1.72190999999999974079e+02);
INSERT INTO "molecule" VALUES(23,'Nc1cccc2c(=O)c3ccccccc=3c(=O)c12','C16H11NO2',0,19,249.269);
INSERT INTO "molecule" VALUES(24,'CC(C)c1ccncc1','C8H11N',0,9,1.21182999999999964303e+02);
INSERT INTO "molecule" VALUES(25,'CC(C)(C)c1ccc(C(=O)c2ccc(C#N)cc2)cc1','C18H17NO',0,20,263.34);
INSERT INTO "molecule" VALUES(26,'O=[N+]([O-])C1=CC=c2cc3c(cc2O1)=CC=C(Sc1cccnc1)O3','C17H10N2O4S',0,24,3.38344000000000050937e+02);
INSERT INTO "molecule" VALUES(27,'COP(=S)(OC)Oc1ccc(Cl)cc1Cl','C8H9Cl2O3PS',0,15,287.104);
INSERT INTO "molecule" VALUES(28,'Brc1c[nH]c2ccccc12','C8H6BrN',0,10,196.047);
INSERT INTO "molecule" VALUES(29,'CCc1ccc(O)c(O)c1','C8H10O2',0,10,1.38165999999999968396e+02);
INSERT INTO "molecule" VALUES(30,'CCCC=C(C)OC1=CC(=O)OCC1','C11H16O3',0,14,1.96245999999999952475e+02);
INSERT INTO "molecule" VALUES(31,'CCCCOC(=O)CC(=O)OCC','C9H16O4',0,13,1.88222999999999956351e+02);
INSERT INTO "molecule" VALUES(32,'CNC1=NC(Cl)=NC=CN1C','C6H9ClN4',0,11,1.72619000000000028189e+02);
INSERT INTO "molecule" VALUES(33,'c1ccc2ccccc2c1','C10H8',0,10,1.28173999999999949745e+02);
INSERT INTO "molecule" VALUES(34,'Cc1ccc(OC(=O)c2ccccc2O)cc1','C14H12O3',0,17,2.28247000000000042517e+02);
INSERT INTO "molecule" VALUES(35,'Nc1ccc(/C=C/c2nccs2)cc1','C11H10N2S',0,14,2.02282000000000039118e+02);
INSERT INTO "molecule" VALUES(36,'CCN(CC)CC(=O)c1ccccc1','C12H17NO',0,14,1.91274000000000029327e+02);
INSERT INTO "molecule" VALUES(37,'CCCCOC(=O)CC','C7H14O2',0,9,1.30186999999999983399e+02);
INSERT INTO "molecule" VALUES(38,'Oc1ccccc1/C=C/c1cccs1','C12H10OS',0,14,202.278);
INSERT INTO "molecule" VALUES(39,'CCOc1cccc(C(O)C(=O)O)c1','C10H12O4',0,14,1.96201999999999969759e+02);
INSERT INTO "molecule" VALUES(40,'O=C(NCc1cccs1)c1[nH]c2c(Oc3ccc4c(c3)OCO4)ccccc1-2','C21H16N2O4S',0,28,3.92436000000000149165e+02);
INSERT INTO "molecule" VALUES(41,'Nc1ccc(C(=O)N2CCOCC2)cc1','C11H14N2O2',0,15,2.06244999999999976134e+02);
INSERT INTO "molecule" VALUES(42,'CC(=O)c1cccc(O)c1','C8H8O2',0,10,1.36149999999999977257e+02);
INSERT INTO "molecule" VALUES(43,'Cc1c[nH]c2c1NC=CC=C2','C9H10N2',0,11,146.193);
INSERT INTO "molecule" VALUES(44,'O=C(Oc1c(F)c1=O)n1ccnc1NS(=O)(=O)c1ccccc1','C13H8FN3O5S',0,23,3.37288000000000067748e+02);
INSERT INTO "molecule" VALUES(45,'O=C(O)C=CC(=O)c1ccccc1Oc1cccs1','C14H10O4S',0,19,274.297);
INSERT INTO "molecule" VALUES(46,'CN1CCN2C[C@@H](N)CCC(O)CC3C=C4C(=CC=C(N5C=N5)C5=C4C=C2C1=NC1N([O-])C=NN51)S3','C24H28N9O2S-',-1,36,5.06616000000000155957e+02);
INSERT INTO "molecule" VALUES(47,'CC(C)=CCCC(C)(Oc1ccncc1)C1CC(=O)C=C(N=C=O)O1','C19H22N2O4',0,25,3.42395000000000152332e+02);
INSERT INTO "molecule" VALUES(48,'C(#Cc1nccs1)c1ccccn1','C10H6N2S',0,13,1.8623900000000003274e+02);
INSERT INTO "molecule" VALUES(49,'Cc1ccc(C2CCCC2)cc1','C12H16',0,12,1.60260000000000019321e+02);
INSERT INTO "molecule" VALUES(50,'C=Cc1ccc(OC)c(C(=O)O)c1','C10H10O3',0,13,1.781869999999999834e+02);
INSERT INTO "molecule" VALUES(51,'CCCCCOC(C)=O','C7H14O2',0,9,1.30186999999999983399e+02);
INSERT INTO "molecule" VALUES(52,'COc1ccc(-c2ccccc2)cc1','C13H12O',0,14,184.238);
INSERT INTO "molecule" VALUES(53,'CCCCC(C[C@H](N)C(=O)O)C(=O)O','C9H17NO4',0,14,203.238);
INSERT INTO "molecule" VALUES(54,'Cc1ccc(C#N)cc1','C8H7N',0,9,117.151);
INSERT INTO "molecule" VALUES(55,'Cc1ccc(C=Nc2ccc(C)c(N)c2S(N)(=O)=O)cc1','C15H17N3O2S',0,21,3.03387000000000057304e+02);
INSERT INTO "molecule" VALUES(56,'NS(=O)(=O)c1ccccc1O','C6H7NO3S',0,11,1.73192999999999983629e+02);
INSERT INTO "molecule" VALUES(57,'O=C(c1cccs1)c1cccs1','C9H6OS2',0,12,194.28);
INSERT INTO "molecule" VALUES(58,'COC(=O)c1cccc(C(C)C)c1','C11H14O2',0,13,178.231);
INSERT INTO "molecule" VALUES(59,'c1cc(CN2CCCCC2)ccn1','C11H16N2',0,13,176.263);
INSERT INTO "molecule" VALUES(60,'CN1C2CCCC1CC2','C8H15N',0,9,125.215);
INSERT INTO "molecule" VALUES(61,'CCCCCCCCC','C9H20',0,9,128.259);
INSERT INTO "molecule" VALUES(62,'CC(C=O)=CCc1ccc(Br)cc1','C11H11BrO',0,13,239.112);
INSERT INTO "molecule" VALUES(63,'O=C(NC1=NS1)Nc1ccco1','C6H5N3O2S',0,12,1.83192000000000035702e+02);
INSERT INTO "molecule" VALUES(64,'c1csc(N2CCOCC2)n1','C7H10N2OS',0,11,170.237);
INSERT INTO "molecule" VALUES(65,'O=C(Nc1ccccn1)Nc1nccs1','C9H8N4OS',0,15,220.257);
INSERT INTO "molecule" VALUES(66,'COC(=O)c1cc(C(N)=O)ccc1O','C9H9NO4',0,14,195.174);
INSERT INTO "molecule" VALUES(67,'C=Cc1ccc(N(C)C)cc1','C10H13N',0,11,147.221);
INSERT INTO "molecule" VALUES(68,'Cc1c(C2CC2)cc([N+](=O)[O-])c(F)c1[N+](=O)[O-]','C10H9FN2O4',0,17,2.40189999999999969303e+02);
INSERT INTO "molecule" VALUES(69,'O=c1[nH]c(=O)sc(=O)[nH]1','C3H2N2O3S',0,9,146.127);
INSERT INTO "molecule" VALUES(70,'COc1ccccc1NC(=O)Nc1cccnc1','C13H13N3O2',0,18,2.43266000000000019547e+02);
INSERT INTO "molecule" VALUES(71,'N#Cc1cccc(CO)c1','C8H7NO',0,10,1.3314999999999997726e+02);
INSERT INTO "molecule" VALUES(72,'O=C(O)c1ccc(Oc2ccncc2Br)cc1','C12H8BrNO3',0,17,2.9410400000000004185e+02);
INSERT INTO "molecule" VALUES(73,'CCCCCn1ccnc1','C8H14N2',0,10,138.214);
INSERT INTO "molecule" VALUES(74,'CCN1C(=O)CCc2ccccc21','C11H13NO',0,13,175.231);
INSERT INTO "molecule" VALUES(75,'CCN1CCCC(C)C1','C8H17N',0,9,127.231);
INSERT INTO "molecule" VALUES(76,'CCN1CCN(C)CC1','C7H16N2',0,9,128.219);
INSERT INTO "molecule" VALUES(77,'CCN1CCCCC1(C)C','C9H19N',0,10,141.258);
INSERT INTO "molecule" VALUES(78,'NC(=O)Nc1nccs1','C4H5N3OS',0,9,143.171);
INSERT INTO "molecule" VALUES(79,'CC1(N2CCCCC2)CCCOCC1','C12H23NO',0,14,1.97321999999999945886e+02);
INSERT INTO "molecule" VALUES(80,'CCCCC(O)C(O)(C(=O)O)C1C(CC)C2CC=COC2CCC1(C)C','C21H36O5',0,26,3.68514000000000123695e+02);
INSERT INTO "molecule" VALUES(81,'CC(=O)OCc1oc2ccccc2c1Oc1nccs1','C14H11NO4S',0,20,289.312);
INSERT INTO "molecule" VALUES(82,'O=C(O)CCCCCO','C6H12O3',0,9,1.32159000000000020241e+02);
INSERT INTO "molecule" VALUES(83,'CCOC(=O)CC(N)=O','C5H9NO3',0,9,131.131);
INSERT INTO "molecule" VALUES(84,'O=C1C(=Cc2ccco2)C2CCC1CC2','C13H14O2',0,15,2.02252999999999929061e+02);
INSERT INTO "molecule" VALUES(85,'CCC1=C(C)C(=O)c2ccccc2C1=O','C13H12O2',0,15,2.00236999999999966339e+02);
INSERT INTO "molecule" VALUES(86,'Oc1ccc(N=C2C=CC=C2)cc1','C11H9NO',0,13,171.199);
INSERT INTO "molecule" VALUES(87,'Cn1nnc2c3ccocc(c4c(=O)c5cccoc5cc4o3)n2c1=O','C17H10N4O5',0,26,3.50290000000000077305e+02);
INSERT INTO "molecule" VALUES(88,'CCC=C(CCc1ccncc1)CC(=O)O','C13H17NO2',0,16,2.19283999999999963388e+02);
INSERT INTO "molecule" VALUES(89,'Cc1nc2ccccc2[nH]c1=O','C9H8N2O',0,12,1.60175999999999959296e+02);
INSERT INTO "molecule" VALUES(90,'O=C(c1ccc(Cl)cc1)c1ccc(C(=O)N2CCOCC2)cc1','C18H16ClNO3',0,23,3.2978300000000012914e+02);
INSERT INTO "molecule" VALUES(91,'CN1Nc2ccccc2S1(=O)=O','C7H8N2O2S',0,12,1.84219999999999942026e+02);
INSERT INTO "molecule" VALUES(92,'O=C(CO)N1CCCCC1','C7H13NO2',0,10,1.43185999999999978623e+02);
INSERT INTO "molecule" VALUES(93,'CCN(CCCl)P1(=O)NCCCO1','C7H16ClN2O2P',0,13,2.26643999999999977033e+02);
INSERT INTO "molecule" VALUES(94,'OCCC1CC=CCC1','C8H14O',0,9,126.199);
INSERT INTO "molecule" VALUES(95,'CCC1CCC(O)CC1(C)O','C9H18O2',0,11,1.58240999999999985446e+02);
INSERT INTO "molecule" VALUES(96,'COC(=O)CCCCCO','C7H14O3',0,10,146.186);
INSERT INTO "molecule" VALUES(97,'CCCCCCn1ccnc1','C9H16N2',0,11,1.52240999999999985451e+02);
INSERT INTO "molecule" VALUES(98,'NC(=O)CCCCCC(=O)O','C7H13NO3',0,11,159.185);
INSERT INTO "molecule" VALUES(99,'Cn1ccnc1C(=O)c1ccccc1','C11H10N2O',0,14,1.86214000000000027062e+02);
INSERT INTO "molecule" VALUES(100,'CC(C)=C(CC(C)N(C)CC#N)c1ccccc1','C16H22N2',0,18,242.366);
INSERT INTO "molecule" VALUES(101,'CCCCCC(=O)OCC','C8H16O2',0,10,1.44213999999999970208e+02);
INSERT INTO "molecule" VALUES(102,'C#Cc1c[nH]c(=O)[nH]c1=O','C6H4N2O2',0,10,1.36109999999999985219e+02);
INSERT INTO "molecule" VALUES(103,'O=C1C=Cc2ccccc21','C9H6O',0,10,130.146);
INSERT INTO "molecule" VALUES(104,'C#Cc1cccc(S(N)(=O)=O)c1','C8H7NO2S',0,12,1.8121599999999997977e+02);
INSERT INTO "molecule" VALUES(105,'CCOC(C)=O','C4H8O2',0,6,88.106);
INSERT INTO "molecule" VALUES(106,'O=C1CCCCCN1','C6H11NO',0,8,1.13160000000000010795e+02);
INSERT INTO "molecule" VALUES(107,'O=C1CCCCN1','C5H9NO',0,7,9.91330000000000097735e+01);
INSERT INTO "molecule" VALUES(108,'CCCC(=O)OCC','C6H12O2',0,8,1.16159999999999982375e+02);
INSERT INTO "molecule" VALUES(109,'CC(=O)OC(C)C','C5H10O2',0,7,102.133);
INSERT INTO "molecule" VALUES(110,'CCCCOC(C)=O','C6H12O2',0,8,1.16159999999999982375e+02);
INSERT INTO "molecule" VALUES(111,'CC(O)Cn1cncn1','C5H9N3O',0,9,1.27146999999999991363e+02);
INSERT INTO "molecule" VALUES(112,'CCC(C)NCCNC','C7H18N2',0,9,1.30234999999999985216e+02);
INSERT INTO "molecule" VALUES(113,'Fc1ccc2ccccc2c1','C10H7F',0,11,146.164);
INSERT INTO "molecule" VALUES(114,'FC(F)(F)c1ccccc1','C7H5F3',0,10,146.111);
INSERT INTO "molecule" VALUES(115,'O=C(O)c1cccc(F)c1','C7H5FO2',0,10,140.113);
INSERT INTO "molecule" VALUES(116,'C=Cc1ccc2ccccc2c1','C12H10',0,12,154.212);
INSERT INTO "molecule" VALUES(117,'NS(=O)(=O)c1ccc(S(N)(=O)=O)cc1','C6H8N2O4S2',0,14,2.36273999999999972498e+02);
INSERT INTO "molecule" VALUES(118,'NS(=O)(=O)c1ccsc1','C4H5NO2S2',0,9,1.63222999999999984765e+02);
INSERT INTO "molecule" VALUES(119,'O=C1Nc2ccccc2C1=O','C8H5NO2',0,11,1.47132999999999952928e+02);
INSERT INTO "molecule" VALUES(120,'CC1=C(O)C(=O)NC(=CC=CN(C)C)C1=O','C11H14N2O3',0,16,222.244);
INSERT INTO "molecule" VALUES(121,'O=C(NCc1cccs1)c1ccc(F)cc1','C12H10FNOS',0,16,235.283);
INSERT INTO "molecule" VALUES(122,'CN(C)c1ccc(C#N)cc1','C9H10N2',0,11,1.4619299999999998363e+02);
INSERT INTO "molecule" VALUES(123,'CCCC(C)NC1=c2ccccc2=CC1=O','C14H17NO',0,16,215.296);
INSERT INTO "molecule" VALUES(124,'CCCc1ccccc1O','C9H12O',0,10,1.36193999999999959982e+02);
INSERT INTO "molecule" VALUES(125,'O=C1C(N2CCCCC2)=Cc2ccccc21','C14H15NO',0,16,2.13280000000000029562e+02);
INSERT INTO "molecule" VALUES(126,'CCCCC1=NCCNC1=O','C8H14N2O',0,11,154.213);
INSERT INTO "molecule" VALUES(127,'Cn1ccnc1NC(=O)Nc1ccc(CCC(O)c2nccs2)cc1','C17H19N5O2S',0,25,357.439);
INSERT INTO "molecule" VALUES(128,'C=Cc1cccc(OC)c1','C9H10O',0,10,134.178);
INSERT INTO "molecule" VALUES(129,'N#CCc1ccc(F)cc1','C8H6FN',0,10,135.141);
INSERT INTO "molecule" VALUES(130,'O=C(Nc1ccccc1)Nc1ccco1','C11H10N2O2',0,15,2.02212999999999965428e+02);
INSERT INTO "molecule" VALUES(131,'CC(C)OC(=O)Nc1ccc(/N=C/c2ccc(C#N)cc2)cc1','C18H17N3O2',0,23,307.353);
INSERT INTO "molecule" VALUES(132,'COc1cccc(C#N)c1Sc1ccc(S(=O)(=O)NC#N)o1','C13H9N3O4S2',0,22,3.35366000000000099136e+02);
INSERT INTO "molecule" VALUES(133,'CN1C(=O)OC=c2nnc(c3ccccc2cccc3Nc2ccc(Cl)cc2)=CN(CC2=CCCCC2)C1=O','C30H28ClN5O3',0,39,5.42039000000000214651e+02);
INSERT INTO "molecule" VALUES(134,'c1ccc(-c2ccco2)cc1','C10H8O',0,11,1.44172999999999973397e+02);
INSERT INTO "molecule" VALUES(135,'O=C(c1ccncc1)c1ccc(O)cc1','C12H9NO2',0,15,199.209);
INSERT INTO "molecule" VALUES(136,'CC(=O)N1CCN(C)CC1','C7H14N2O',0,10,142.202);
INSERT INTO "molecule" VALUES(137,'CC1CCCC(O)C(O)O1','C7H14O3',0,10,1.46185999999999978625e+02);
INSERT INTO "molecule" VALUES(138,'CNCCc1cccnc1','C8H12N2',0,10,1.36197999999999979085e+02);
INSERT INTO "molecule" VALUES(139,'CC(=O)c1ccc(F)cc1','C8H7FO',0,10,138.141);
INSERT INTO "molecule" VALUES(140,'Cc1ccc(C(=O)Oc2cc(NC(=O)Nc3ccccc3)c(O)cc2F)cc1','C21H17FN2O4',0,28,3.80375000000000113697e+02);
INSERT INTO "molecule" VALUES(141,'O=C1NC2=C(C=C(c3ccccc3)c3ccccn3)C=C1C2','C19H14N2O',0,22,2.86334000000000060016e+02);
INSERT INTO "molecule" VALUES(142,'COc1cccc([N+](=O)[O-])c1','C7H7NO3',0,11,153.137);
INSERT INTO "molecule" VALUES(143,'O=C1OC(CO)CC=CC(=CS(=O)(=O)c2ccccc2)S1','C14H14O5S2',0,21,326.395);
INSERT INTO "molecule" VALUES(144,'Cn1ccc(N2CCOCC2)c1','C9H14N2O',0,12,166.224);
INSERT INTO "molecule" VALUES(145,'C#Cc1ccc(C)cc1','C9H8',0,9,1.16162999999999982491e+02);
INSERT INTO "molecule" VALUES(146,'Cc1cc(-c2nccs2)c(O)cc1O','C10H9NO2S',0,14,207.254);
INSERT INTO "molecule" VALUES(147,'COc1cc2ccc3ccc4sc5oc(c4c(nc3c1)=CC(C(F)(F)F)=CC(=O)O2)C=5','C22H12F3NO4S',0,31,4.43402000000000100481e+02);
INSERT INTO "molecule" VALUES(148,'CC(C)NCC(O)c1cccc(C2=CCCCC2)c1','C17H25NO',0,19,2.59392999999999915414e+02);
INSERT INTO "molecule" VALUES(149,'Nc1ccc(S(N)(=O)=O)cc1','C6H8N2O2S',0,11,1.72209000000000031602e+02);
INSERT INTO "molecule" VALUES(150,'O=c1nc2ccccc(s1)=c1nc[nH]c1=c-2N1CCOCC1','C15H14N4O2S',0,22,3.14370000000000118225e+02);
INSERT INTO "molecule" VALUES(151,'COC1C(N)CCCC1CO','C8H17NO2',0,11,159.229);
INSERT INTO "molecule" VALUES(152,'COC(=O)c1cccc(/C=C/c2ccc(C)cc2)c1Cl','C17H15ClO2',0,20,2.86758000000000038195e+02);
INSERT INTO "molecule" VALUES(153,'O=C1C2=CC=C3C(=O)c4ccccc4C(=O)C(=C13)C=CN=NC=N2','C18H9N3O3',0,24,315.288);
INSERT INTO "molecule" VALUES(154,'CS(=O)c1nc2ccccc2[nH]1','C8H8N2OS',0,12,1.80232000000000027739e+02);
INSERT INTO "molecule" VALUES(155,'CS(=O)(=O)N1CCOCC1','C5H11NO3S',0,10,165.214);
INSERT INTO "molecule" VALUES(156,'COC','C2H6O',0,3,46.069);
INSERT INTO "molecule" VALUES(157,'N#Cc1cccc(Nc2ccc(F)cc2)c1','C13H9FN2',0,16,212.227);
INSERT INTO "molecule" VALUES(158,'Cc1ccc(C(=O)O)cc1','C8H8O2',0,10,136.15);
INSERT INTO "molecule" VALUES(159,'CCCCNc1ccc(C)cc1','C11H17N',0,12,1.63263999999999981577e+02);
INSERT INTO "molecule" VALUES(160,'COC(=O)c1ccccc1','C8H8O2',0,10,1.36149999999999977257e+02);
INSERT INTO "molecule" VALUES(161,'N#CCC(=O)OCC1CO1','C6H7NO3',0,10,1.41125999999999976355e+02);
INSERT INTO "molecule" VALUES(162,'C=CCC1=CC(=O)C2CC3=C(C4=CNC4=O)OC4=NC=CN=C5CC(OCC(CC)=CC5=CC1C2C)C4C3','C31H33N3O4',0,38,5.11622000000000298324e+02);
INSERT INTO "molecule" VALUES(163,'CCOc1ccc([N+](=O)[O-])cc1','C8H9NO3',0,12,167.164);
INSERT INTO "molecule" VALUES(164,'COc1ccc2c(c1)CCC(N)COC=C(C(=O)Oc1coc3cc(=O)c(C(C)(C)C)cc-3c1)C=N2','C28H30N2O6',0,36,4.905560000000002674e+02);
INSERT INTO "molecule" VALUES(165,'Nc1ccc(S(=O)(=O)c2ccc(S(N)(=O)=O)cc2)cc1','C12H12N2O4S2',0,20,312.372);
INSERT INTO "molecule" VALUES(166,'CN(C(=O)O)c1cnc2ccccc2c1','C11H10N2O2',0,15,2.02213000000000022284e+02);
INSERT INTO "molecule" VALUES(167,'N#CCOC(=O)CC(O)C(O)CO','C7H11NO5',0,13,1.89166999999999973173e+02);
INSERT INTO "molecule" VALUES(168,'CS(=O)(=O)Nc1nccs1','C4H6N2O2S2',0,10,1.78238000000000027965e+02);
INSERT INTO "molecule" VALUES(169,'N#CCc1cc(=O)c(Cl)co1','C7H4ClNO2',0,11,1.69566999999999978854e+02);
INSERT INTO "molecule" VALUES(170,'CC(=O)c1ccccc1N1CCOCC1','C12H15NO2',0,15,2.05256999999999891317e+02);
INSERT INTO "molecule" VALUES(171,'Cc1cccc(S(=O)(=O)c2ccccc2O)c1','C13H12O3S',0,17,2.48303000000000025689e+02);
INSERT INTO "molecule" VALUES(172,'Cc1ccc(S(=O)(=O)C(=S)N(C)C)c(C#Cc2ccc(F)cc2)c1','C18H16FNO2S2',0,24,361.463);
INSERT INTO "molecule" VALUES(173,'O=CC1=C(CO)CCCC1','C8H12O2',0,10,140.182);
INSERT INTO "molecule" VALUES(174,'O=S(=O)(Nc1ccncc1)c1ccccn1','C10H9N3O2S',0,16,235.268);
INSERT INTO "molecule" VALUES(175,'O=C1c2ccccc2C(=O)c2c(Br)cccc21','C14H7BrO2',0,17,2.87111999999999966352e+02);
INSERT INTO "molecule" VALUES(176,'c1ccc(-c2ccncc2)cc1','C11H9N',0,12,155.2);
INSERT INTO "molecule" VALUES(177,'CCCc1cccc(S(C)(=O)=O)c1','C10H14O2S',0,13,1.98286999999999949302e+02);
INSERT INTO "molecule" VALUES(178,'C=COC1CC(=O)C2=CC=CC1(C)C2C(C)C=O','C15H18O3',0,18,246.306);
INSERT INTO "molecule" VALUES(179,'Cc1cccc(Nc2ccc(F)cc2)c1','C13H12FN',0,15,201.244);
INSERT INTO "molecule" VALUES(180,'Cc1ccc(-c2ccccn2)cc1','C12H11N',0,13,169.227);
INSERT INTO "molecule" VALUES(181,'COC(=O)c1cccc(CCO)c1','C10H12O3',0,13,1.80202999999999974528e+02);
INSERT INTO "molecule" VALUES(182,'O=c1sc(O)c([N+](=O)[O-])cc1[N+](=O)[O-]','C5H2N2O6S',0,14,218.146);
INSERT INTO "molecule" VALUES(183,'O=Cc1ccc(CC(=O)O)cc1','C9H8O3',0,12,164.16);
INSERT INTO "molecule" VALUES(184,'CCCCC(C)CC1(CO)C=CC=C([N+](=O)[O-])c2non2N=N1','C14H21N5O4',0,23,323.353);
INSERT INTO "molecule" VALUES(185,'Cc1ccc(C(C)C)cc1','C10H14',0,10,134.222);
INSERT INTO "molecule" VALUES(186,'O=C1C=CC2=C(/C=C/c3cccnc3)c3cccc1c32','C18H11NO',0,20,2.57292000000000030011e+02);
INSERT INTO "molecule" VALUES(187,'CCC=Cc1ccc([N+](=O)[O-])cc1','C10H11NO2',0,13,177.203);
INSERT INTO "molecule" VALUES(188,'O=[N+]([O-])c1ccc(C(F)(F)F)cc1','C7H4F3NO2',0,13,1.91107999999999975671e+02);
INSERT INTO "molecule" VALUES(189,'CC1C(=CC(=O)O)CC1(C)C','C9H14O2',0,11,1.54208999999999974762e+02);
INSERT INTO "molecule" VALUES(190,'O=[N+]([O-])c1cccc(/C=C/c2ccccc2O)c1','C14H11NO3',0,18,241.246);
INSERT INTO "molecule" VALUES(191,'COc1cccc(C(F)(F)F)c1','C8H7F3O',0,12,1.76136999999999972026e+02);
INSERT INTO "molecule" VALUES(192,'c1csc(-c2ccncc2)c1','C9H7NS',0,11,161.229);
INSERT INTO "molecule" VALUES(193,'CCC(=O)N(C(C#N)C(=O)Nc1cccs1)P1(=O)NCCCO1','C13H17N4O4PS',0,23,3.56344000000000164611e+02);
INSERT INTO "molecule" VALUES(194,'C1CCCC2=NCCC2CCC1','C11H19N',0,12,1.65279999999999972718e+02);
INSERT INTO "molecule" VALUES(195,'C=CC1=CC(=O)C(=O)C(NC(=N)N)C1(C)C','C11H15N3O2',0,16,221.26);
INSERT INTO "molecule" VALUES(196,'O=S(=O)(c1ccccn1)c1cccc2ccccc12','C15H11NO2S',0,19,269.325);
INSERT INTO "molecule" VALUES(197,'Cc1ccc(-c2ccco2)cc1','C11H10O',0,12,158.2);
INSERT INTO "molecule" VALUES(198,'Cc1ccc(C)c(N=C=O)c1N','C9H10N2O',0,12,162.192);
INSERT INTO "molecule" VALUES(199,'Cn1ccnc1C#COO','C6H6N2O2',0,10,138.126);
INSERT INTO "molecule" VALUES(200,'O=C(Nc1ccncc1)c1ccco1','C10H8N2O2',0,14,1.88185999999999978632e+02);
INSERT INTO "molecule" VALUES(201,'CN(C)C1=C(CCN)C=CC([N+](=O)[O-])=CC(=CC(=O)c2ccc(Cl)cc2)C=C1','C21H22ClN3O3',0,28,3.99878000000000042744e+02);
INSERT INTO "molecule" VALUES(202,'C#Cc1ccnc(C#N)c1','C8H4N2',0,10,128.134);
INSERT INTO "molecule" VALUES(203,'NC(=O)c1cccc(Br)c1','C7H6BrNO',0,10,2.00034999999999968172e+02);
INSERT INTO "molecule" VALUES(204,'c1cc(N2CCOCC2)ccn1','C9H12N2O',0,12,1.64208000000000026823e+02);
INSERT INTO "molecule" VALUES(205,'CCCNC(C)C(=O)Nc1ccc(CN)cc1','C13H21N3O',0,17,235.331);
INSERT INTO "molecule" VALUES(206,'Oc1ccc(Sc2ccncc2)cc1','C11H9NOS',0,14,2.03266000000000047966e+02);
INSERT INTO "molecule" VALUES(207,'C1=CC=C2C=CSC=C2C=C1','C10H8S',0,11,1.60240999999999985444e+02);
INSERT INTO "molecule" VALUES(208,'CS(=O)(=O)c1ccccc1','C7H8O2S',0,10,1.56206000000000017275e+02);
INSERT INTO "molecule" VALUES(209,'CC(C)c1ccc(N2CCOCC2)cc1','C13H19NO',0,15,2.05300999999999959303e+02);
INSERT INTO "molecule" VALUES(210,'C#CCCCOC(C)=O','C7H10O2',0,9,1.26154999999999986929e+02);
INSERT INTO "molecule" VALUES(211,'CNc1ccc(C(=O)C2=CC(=O)C=CC2=O)cc1','C14H11NO3',0,18,241.246);
INSERT INTO "molecule" VALUES(212,'C=CC1=CC2C(=C)C(=O)OC2CC(C)=CCC1','C15H18O2',0,17,2.30306999999999959536e+02);
INSERT INTO "molecule" VALUES(213,'CCO[Si](OCC)(Oc1cc(C=O)ccc1O)OC(N)C(=O)O','C13H19NO8Si',0,23,3.45380000000000109139e+02);
INSERT INTO "molecule" VALUES(214,'Cn1nccc1C1(O)CCC(CO)SC1c1nccs1','C13H17N3O2S2',0,20,311.432);
INSERT INTO "molecule" VALUES(215,'CCOC1=NN1c1ccncc1C','C9H11N3O',0,13,177.207);
INSERT INTO "molecule" VALUES(216,'CCc1ccc2ccccc(-n3c(F)c(C)c(O)c(Cl)c3=O)ncc-2cc1','C21H18ClFN2O2',0,27,384.838);
INSERT INTO "molecule" VALUES(217,'CCCCCCC(N)=O','C7H15NO',0,9,129.203);
INSERT INTO "molecule" VALUES(218,'CC1=CC(=O)C(CC#N)CC1','C9H11NO',0,11,1.49192999999999983623e+02);
INSERT INTO "molecule" VALUES(219,'CC(C)(C1CO1)C(O)C(=O)O','C7H12O4',0,11,1.60168999999999982718e+02);
INSERT INTO "molecule" VALUES(220,'CN1CCN(Cc2ccccc2)CC1','C12H18N2',0,14,1.9028999999999996362e+02);
INSERT INTO "molecule" VALUES(221,'CCC(C)NCCC=O','C7H15NO',0,9,129.203);
INSERT INTO "molecule" VALUES(222,'COC(=O)c1ccc(Cl)cc1','C8H7ClO2',0,11,170.595);
INSERT INTO "molecule" VALUES(223,'CC1(O)CCCCC1c1ccccc1[N+](=O)[O-]','C13H17NO3',0,17,2.35283000000000015457e+02);
INSERT INTO "molecule" VALUES(224,'CC(C)c1cc(C(N)=O)ccc1Cl','C10H12ClNO',0,13,197.665);
INSERT INTO "molecule" VALUES(225,'COc1ccccc1O','C7H8O2',0,9,1.24138999999999967373e+02);
INSERT INTO "molecule" VALUES(226,'N#Cc1ccc(C=Cc2ccc(O)cc2)cc1','C15H11NO',0,17,221.259);
INSERT INTO "molecule" VALUES(227,'CSc1ccc(C#N)cc1','C8H7NS',0,10,149.218);
INSERT INTO "molecule" VALUES(228,'CC1OC(O)C(O)CC1=O','C6H10O4',0,10,1.46141999999999967481e+02);
INSERT INTO "molecule" VALUES(229,'CCCCOC(=O)C1C(C)C1OC','C10H18O3',0,13,1.86250999999999976349e+02);
INSERT INTO "molecule" VALUES(230,'CC(C)c1cc(N)ccc1C=Cc1cc(C2(O)CCCCCN2)ccc1O','C23H30N2O2',0,27,3.66505000000000109145e+02);
INSERT INTO "molecule" VALUES(231,'CCCCC(=O)OCC','C7H14O2',0,9,1.30186999999999983399e+02);
INSERT INTO "molecule" VALUES(232,'COC(=O)c1cccnc1C(=O)Nc1nccn1C','C12H12N4O3',0,19,2.60253000000000042743e+02);
INSERT INTO "molecule" VALUES(233,'CCC(=O)c1ccc(Cl)cc1','C9H9ClO',0,11,168.623);
INSERT INTO "molecule" VALUES(234,'C=C1C(=O)c2cccc(CN)c2C1=O','C11H9NO2',0,14,1.87197999999999950652e+02);
INSERT INTO "molecule" VALUES(235,'FC1=CN=C(Cl)C2=CC=CC(=CC=C2)CC2=CC=C(Br)SC2=C1','C18H12BrClFNS',0,23,4.0872300000000007002e+02);
INSERT INTO "molecule" VALUES(236,'OCc1ccccc1O','C7H8O2',0,9,1.24138999999999967373e+02);
INSERT INTO "molecule" VALUES(237,'c1ccc(Nc2ccccn2)cc1','C11H10N2',0,13,170.215);
INSERT INTO "molecule" VALUES(238,'COC1=CC=CCCC1','C8H12O',0,9,1.24182999999999992728e+02);
INSERT INTO "molecule" VALUES(239,'NC(=O)C1CCCCC1','C7H13NO',0,9,1.27187000000000011818e+02);
INSERT INTO "molecule" VALUES(240,'O=C(NCc1ccc(Cc2ccc(C(F)(F)F)cc2O)cc1)c1ccccc1O','C22H18F3NO3',0,29,4.01384000000000071414e+02);
INSERT INTO "molecule" VALUES(241,'CC1CCC(c2ccccn2)CC1','C12H17N',0,13,1.75274999999999948844e+02);
INSERT INTO "molecule" VALUES(242,'CN(CCO)CCC(O)(c1cncnc1)C1CCCCC1','C16H27N3O2',0,21,2.93411000000000115051e+02);
INSERT INTO "molecule" VALUES(243,'Cc1ccc(N2CCOCC2)cc1','C11H15NO',0,13,177.247);
INSERT INTO "molecule" VALUES(244,'O=C(Nc1cccc2ccccc12)N1CCCCCC1','C17H20N2O',0,20,2.68359999999999956801e+02);
INSERT INTO "molecule" VALUES(245,'CCOC(=O)C(C)SP(=S)(OC)OC','C7H15O4PS2',0,14,2.58300999999999930873e+02);
INSERT INTO "molecule" VALUES(246,'C(=Nc1ccccc1)c1ccccc1','C13H11N',0,14,181.238);
INSERT INTO "molecule" VALUES(247,'CCCCCC(=O)NC','C7H15NO',0,9,1.29202999999999974529e+02);
INSERT INTO "molecule" VALUES(248,'CC(=O)OC=C(Cl)CCl','C5H6Cl2O2',0,9,169.007);
INSERT INTO "molecule" VALUES(249,'NC=S','CH3NS',0,3,6.11089999999999946558e+01);
INSERT INTO "molecule" VALUES(250,'COC(=O)C1CCCC1','C7H12O2',0,9,128.171);
INSERT INTO "molecule" VALUES(251,'c1ccc(CCc2ccncc2)nc1','C12H12N2',0,14,184.242);
INSERT INTO "molecule" VALUES(252,'Oc1ccc(N=Nc2ccccn2)cc1','C11H9N3O',0,15,1.99213000000000050706e+02);
INSERT INTO "molecule" VALUES(253,'CC(=O)Nc1cc(Cl)cc(C(F)(F)F)c1','C9H7ClF3NO',0,15,2.37607999999999947244e+02);
INSERT INTO "molecule" VALUES(254,'Fc1ccc(Oc2ccco2)cc1','C10H7FO2',0,13,178.162);
INSERT INTO "molecule" VALUES(255,'C=CC(=O)OCc1ccccc1','C10H10O2',0,12,162.188);
INSERT INTO "molecule" VALUES(256,'CCCl','C2H5Cl',0,3,64.515);
INSERT INTO "molecule" VALUES(257,'CCBr','C2H5Br',0,3,108.966);
INSERT INTO "molecule" VALUES(258,'CCI','C2H5I',0,3,155.966);
INSERT INTO "molecule" VALUES(259,'CCS','C2H6S',0,3,62.137);
INSERT INTO "molecule" VALUES(260,'CCSC','C3H8S',0,4,76.164);
CREATE TABLE observation (
  calculation INTEGER NOT NULL REFERENCES calculation(id),
  property TEXT NOT NULL REFERENCES property(name),
  value REAL NOT NULL CHECK (value > -9e999 AND value < 9e999),
  uncertainty REAL CHECK (uncertainty >= 0 AND uncertainty < 9e999),
  PRIMARY KEY (calculation, property)
) STRICT, WITHOUT ROWID;
INSERT INTO "observation" VALUES(1,'dipole',4.51,NULL);
INSERT INTO "observation" VALUES(1,'energy',-19.14208183,NULL);
INSERT INTO "observation" VALUES(1,'gap',5.19193263,NULL);
INSERT INTO "observation" VALUES(1,'homo',-10.63549836,NULL);
INSERT INTO "observation" VALUES(1,'lumo',-5.44356573,NULL);
INSERT INTO "observation" VALUES(1,'polarizability',57.267051,NULL);
INSERT INTO "observation" VALUES(2,'dipole',2.322,NULL);
INSERT INTO "observation" VALUES(2,'energy',-23.95226839,NULL);
INSERT INTO "observation" VALUES(2,'gap',5.16726225,NULL);
INSERT INTO "observation" VALUES(2,'homo',-11.3216222,NULL);
INSERT INTO "observation" VALUES(2,'lumo',-6.15435995,NULL);
INSERT INTO "observation" VALUES(2,'polarizability',69.664921,NULL);
INSERT INTO "observation" VALUES(3,'dipole',1.641,NULL);
INSERT INTO "observation" VALUES(3,'energy',-20.88475491,NULL);
INSERT INTO "observation" VALUES(3,'gap',12.47170874,NULL);
INSERT INTO "observation" VALUES(3,'homo',-11.04638923,NULL);
INSERT INTO "observation" VALUES(3,'lumo',1.4253195,NULL);
INSERT INTO "observation" VALUES(3,'polarizability',68.1617,NULL);
INSERT INTO "observation" VALUES(4,'dipole',0.829,NULL);
INSERT INTO "observation" VALUES(4,'energy',-25.56838563,NULL);
INSERT INTO "observation" VALUES(4,'gap',9.90098507,NULL);
INSERT INTO "observation" VALUES(4,'homo',-9.08190416,NULL);
INSERT INTO "observation" VALUES(4,'lumo',0.81908091,NULL);
INSERT INTO "observation" VALUES(4,'polarizability',91.2992,NULL);
INSERT INTO "observation" VALUES(5,'dipole',2.557,NULL);
INSERT INTO "observation" VALUES(5,'energy',-20.78695614,NULL);
INSERT INTO "observation" VALUES(5,'gap',5.18316016,NULL);
INSERT INTO "observation" VALUES(5,'homo',-11.34323273,NULL);
INSERT INTO "observation" VALUES(5,'lumo',-6.16007257,NULL);
INSERT INTO "observation" VALUES(5,'polarizability',57.998095,NULL);
INSERT INTO "observation" VALUES(6,'dipole',4.639,NULL);
INSERT INTO "observation" VALUES(6,'energy',-25.47009456,NULL);
INSERT INTO "observation" VALUES(6,'gap',5.0089206,NULL);
INSERT INTO "observation" VALUES(6,'homo',-10.4556337,NULL);
INSERT INTO "observation" VALUES(6,'lumo',-5.4467131,NULL);
INSERT INTO "observation" VALUES(6,'polarizability',80.562487,NULL);
INSERT INTO "observation" VALUES(8,'gap',8.5,NULL);
INSERT INTO "observation" VALUES(10,'gap',9.0,NULL);
CREATE TABLE prediction (
  iteration INTEGER NOT NULL,
  molecule INTEGER NOT NULL,
  property TEXT NOT NULL REFERENCES property(name),
  mean REAL NOT NULL CHECK (mean > -9e999 AND mean < 9e999),
  standardDeviation REAL NOT NULL CHECK (standardDeviation >= 0 AND standardDeviation < 9e999),
  PRIMARY KEY (iteration, molecule, property),
  FOREIGN KEY (iteration, molecule) REFERENCES candidate(iteration, molecule)
) STRICT, WITHOUT ROWID;
INSERT INTO "prediction" VALUES(1,3,'gap',5.17648648637464603439e+00,5.10732380184007322965e-02);
INSERT INTO "prediction" VALUES(1,4,'gap',5.17563354680026,5.06966620441531359841e-02);
INSERT INTO "prediction" VALUES(1,5,'gap',5.17758338766790249252e+00,4.95857468844051602063e-02);
INSERT INTO "prediction" VALUES(1,6,'gap',5.17605462334746135866e+00,4.78531366107499134265e-02);
INSERT INTO "prediction" VALUES(1,7,'gap',5.1764454244144992856e+00,4.55770501805898356484e-02);
INSERT INTO "prediction" VALUES(1,8,'gap',5.17754725215683286876e+00,4.55657049265169727947e-02);
INSERT INTO "prediction" VALUES(2,105,'gap',5.56008437408202382812e+00,2.7033205567245519596e+00);
INSERT INTO "prediction" VALUES(2,106,'gap',5.69224272874178,2.8504522733570549775e+00);
INSERT INTO "prediction" VALUES(2,107,'gap',5.88497589099594886619e+00,2.84561971819838754882e+00);
INSERT INTO "prediction" VALUES(2,108,'gap',5.65694776773314789153e+00,3.04539890109408117879e+00);
INSERT INTO "prediction" VALUES(2,109,'gap',5.46648076185386244674e+00,3.211949706229880519e+00);
INSERT INTO "prediction" VALUES(2,110,'gap',6.31182146158416568226e+00,2.90996710294542326735e+00);
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
CREATE TABLE "protocol" (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  version INTEGER NOT NULL CHECK (version >= 0),
  json TEXT NOT NULL CHECK (json_valid(json) AND json_type(json) = 'object'),
  summary TEXT NOT NULL,
  programVersion TEXT NOT NULL,
  rdkitVersion TEXT NOT NULL,
  UNIQUE (json, programVersion, rdkitVersion)
) STRICT;
INSERT INTO "protocol" VALUES(1,'custom',1,'{"name":"custom","steps":[{"name":"embed","settings":{"by":"ETKDGv3","conformers":"1","relaxed with":"MMFF94, or UFF"}},{"name":"optimise","settings":{"level":"normal","method":"GFN2-xTB","of a single atom":"a single point","solvent":"none"}}],"version":1}','GFN2-xTB, normal optimisation, 1 conformer, gas phase','6.5.1','2022.09.3');
INSERT INTO "protocol" VALUES(2,'told',1,'{"name":"told","steps":[{"name":"tell","settings":{}}],"version":1}','values told by people','','');
CREATE TABLE refusal (
  iteration INTEGER NOT NULL REFERENCES iteration(number),
  reason TEXT NOT NULL CHECK (reason <> ''),
  count INTEGER NOT NULL CHECK (count >= 1),
  PRIMARY KEY (iteration, reason)
) STRICT, WITHOUT ROWID;
INSERT INTO "refusal" VALUES(1,'heavyAtoms',96);
INSERT INTO "refusal" VALUES(2,'heavyAtoms',149);
CREATE TABLE specification (
  number INTEGER NOT NULL PRIMARY KEY CHECK (number >= 1),
  iteration INTEGER NOT NULL CHECK (iteration >= 0),
  text TEXT NOT NULL,
  settings TEXT CHECK (settings IS NULL OR (json_valid(settings) AND json_type(settings) = 'object')),
  recordedAt TEXT NOT NULL CHECK (recordedAt IS NULL OR (recordedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(recordedAt) IS NOT NULL))
) STRICT;
INSERT INTO "specification" VALUES(1,0,'name: old
seed: 5
objectives:
  - property: gap
    window: [4.0, 5.0]
calculator:
  program: xtb
  conformers: 1
surrogate:
  library: lib.sqlite
molecules:
  heavy_atoms: [4, 8]
design:
  particles: 24
  steps: 3
  candidates: 6
budget:
  calculations: 8
  initial: 2
  batch: 2
',NULL,'2026-11-28T17:15:53.291Z');
CREATE TABLE "transfer" (
  iteration INTEGER NOT NULL,
  property TEXT NOT NULL,
  rank INTEGER NOT NULL CHECK (rank >= 1),
  sources TEXT NOT NULL CHECK (json_valid(sources) AND json_type(sources) = 'array'),
  parts TEXT NOT NULL CHECK (json_valid(parts) AND json_type(parts) = 'array'),
  weight REAL NOT NULL CHECK (weight BETWEEN 0 AND 1),
  logWeight REAL CHECK (logWeight > -9e999 AND logWeight < 9e999),
  leaveOneOutRMSE REAL CHECK (leaveOneOutRMSE >= 0 AND leaveOneOutRMSE < 9e999),
  leaveOneOutLogDensity REAL CHECK (leaveOneOutLogDensity > -9e999 AND leaveOneOutLogDensity < 9e999),
  failure TEXT CHECK (failure <> ''),
  PRIMARY KEY (iteration, property, rank),
  FOREIGN KEY (iteration, property) REFERENCES fit(iteration, property),
  CHECK ((json_array_length(sources) = 0) = (json_array_length(parts) = 0)),
  CHECK ((failure IS NULL) = (logWeight IS NOT NULL)),
  CHECK ((failure IS NULL) = (leaveOneOutRMSE IS NOT NULL)),
  CHECK ((failure IS NULL) = (leaveOneOutLogDensity IS NOT NULL)),
  CHECK (failure IS NULL OR weight = 0)
) STRICT, WITHOUT ROWID;
INSERT INTO "transfer" VALUES(1,'gap',1,'[]','[]',2.33593539137992356469e-01,-3.1928697213691319412e+00,1.93990896859483896719e-02,2.48008445958873302572e+00,NULL);
INSERT INTO "transfer" VALUES(1,'gap',2,'["dipole (gaussian-process 2, pool60.csv)","lumo (gaussian-process 1, pool60.csv)"]','["linear"]',1.58282727907244735732e-01,-3.58206946307909,1.68313536718970070682e-02,2.36661498982139129054e+00,NULL);
INSERT INTO "transfer" VALUES(1,'gap',3,'["dipole (gaussian-process 2, pool60.csv)","lumo (gaussian-process 1, pool60.csv)"]','["linear","fragmentwise"]',1.52229198892202849391e-01,-3.62106504156678,1.65895420430139869938e-02,2.34449449429463196992e+00,NULL);
INSERT INTO "transfer" VALUES(1,'gap',4,'["dipole (gaussian-process 2, pool60.csv)","lumo (gaussian-process 1, pool60.csv)"]','["linear","radial"]',1.51558432676021731522e-01,-3.62548106932133951119e+00,1.68951440000658960338e-02,2.3437126435268149649e+00,NULL);
INSERT INTO "transfer" VALUES(1,'gap',5,'["dipole (gaussian-process 2, pool60.csv)","lumo (gaussian-process 1, pool60.csv)"]','["linear","radial","fragmentwise"]',1.45970843831514235366e-01,-3.66304541215949930332e+00,1.66626066301865174978e-02,2.32198639798375516818e+00,NULL);
INSERT INTO "transfer" VALUES(1,'gap',6,'["lumo (gaussian-process 1, pool60.csv)"]','["linear"]',4.73036766183183576828e-02,-4.78986429188977247406e+00,1.83375103272814046762e-02,2.42160315373524737125e+00,NULL);
INSERT INTO "transfer" VALUES(1,'gap',7,'["lumo (gaussian-process 1, pool60.csv)"]','["linear","radial","fragmentwise"]',4.45020540419999860448e-02,-4.85091696778690373292e+00,1.84027827518857302335e-02,2.39427652385347533581e+00,NULL);
INSERT INTO "transfer" VALUES(1,'gap',8,'["dipole (gaussian-process 2, pool60.csv)"]','["linear"]',3.48548620941174641663e-02,-5.09525967177002847563e+00,1.60239356310144867578e-02,2.32758765074373252801e+00,NULL);
INSERT INTO "transfer" VALUES(1,'gap',9,'["dipole (gaussian-process 2, pool60.csv)"]','["linear","radial","fragmentwise"]',3.17046648005884432186e-02,-5.18998848949127467022e+00,1.57647244129535853141e-02,2.27148348298087743302e+00,NULL);
INSERT INTO "transfer" VALUES(2,'gap',1,'[]','[]',2.61625242778535327392e-01,-6.23408013809794425696e+00,3.6384490067077,-2.74197076624740931904e+00,NULL);
INSERT INTO "transfer" VALUES(2,'gap',2,'["dipole (gaussian-process 2, pool60.csv)","lumo (gaussian-process 1, pool60.csv)"]','["linear"]',1.64113667809724389501e-01,-6.70043396268292834605e+00,2.27859786504965455833e+00,-2.64201493539931542287e+00,NULL);
INSERT INTO "transfer" VALUES(2,'gap',3,'["dipole (gaussian-process 2, pool60.csv)","lumo (gaussian-process 1, pool60.csv)"]','["linear","radial"]',1.49901337429538678014e-01,-6.79101591961373,2.27256129687994157251e+00,-2.66877686833743332783e+00,NULL);
INSERT INTO "transfer" VALUES(2,'gap',4,'["dipole (gaussian-process 2, pool60.csv)","lumo (gaussian-process 1, pool60.csv)"]','["linear","fragmentwise"]',1.37554250049971710234e-01,-6.87697486171563365786e+00,2.32413079889935714206e+00,-2.71172506665926693614e+00,NULL);
INSERT INTO "transfer" VALUES(2,'gap',5,'["dipole (gaussian-process 2, pool60.csv)","lumo (gaussian-process 1, pool60.csv)"]','["linear","radial","fragmentwise"]',1.26436241821764772108e-01,-6.96125508293855066455e+00,2.31384532225896588641e+00,-2.73617354819982505631e+00,NULL);
INSERT INTO "transfer" VALUES(2,'gap',6,'["lumo (gaussian-process 1, pool60.csv)"]','["linear"]',6.13402728264958313486e-02,-7.68455664037665631127e+00,1.5603758164911165629e+00,-2.39384241953448029249e+00,NULL);
INSERT INTO "transfer" VALUES(2,'gap',7,'["lumo (gaussian-process 1, pool60.csv)"]','["linear","radial","fragmentwise"]',4.43682551527733309848e-02,-8.00846900714179,1.58419600707514796056e+00,-2.52659923168750166766e+00,NULL);
INSERT INTO "transfer" VALUES(2,'gap',8,'["dipole (gaussian-process 2, pool60.csv)"]','["linear"]',2.98926502912126128286e-02,-8.40338060630544703144e+00,3.44458742478782165008e+00,-2.8628516238980772357e+00,NULL);
INSERT INTO "transfer" VALUES(2,'gap',9,'["dipole (gaussian-process 2, pool60.csv)"]','["linear","radial","fragmentwise"]',2.47680818399831186027e-02,-8.59143744516275909006e+00,3.49477939334257703407e+00,-2.91697818111818829578e+00,NULL);
CREATE TABLE "version" (
  component TEXT NOT NULL CHECK (component <> ''),
  iteration INTEGER NOT NULL CHECK (iteration >= 0),
  version TEXT CHECK (version <> ''),
  PRIMARY KEY (component, iteration)
) STRICT, WITHOUT ROWID;
INSERT INTO "version" VALUES('cohobate',0,'0.1.0');
INSERT INTO "version" VALUES('corpus',0,'afcc20753a4c75f1');
INSERT INTO "version" VALUES('library',0,'39bd6d79bf9f52fc');
INSERT INTO "version" VALUES('nlopt',0,'2.7.1');
INSERT INTO "version" VALUES('openblas',0,'0.3.21');
INSERT INTO "version" VALUES('rdkit',0,'2022.09.3');
INSERT INTO "version" VALUES('xtb',0,'6.5.1');
CREATE TABLE withdrawal (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  calculation INTEGER NOT NULL REFERENCES calculation(id),
  property TEXT NOT NULL REFERENCES property(name),
  value REAL NOT NULL CHECK (value > -9e999 AND value < 9e999),
  uncertainty REAL CHECK (uncertainty >= 0 AND uncertainty < 9e999),
  reason TEXT CHECK (reason <> ''),
  withdrawnAt TEXT NOT NULL CHECK (withdrawnAt IS NULL OR (withdrawnAt GLOB '????-??-??T??:??:??.???Z' AND julianday(withdrawnAt) IS NOT NULL))
) STRICT;
INSERT INTO "withdrawal" VALUES(1,7,'gap',9.5,0.25,'Another substance.','2026-11-28T17:16:24.783Z');
INSERT INTO "withdrawal" VALUES(2,8,'gap',8.25,NULL,NULL,'2026-11-28T17:16:31.627Z');
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
INSERT INTO "withdrawnFailure" VALUES(9,'2026-11-28T17:16:21.172Z','input','it decomposed','','It was the heater.','2026-11-28T17:16:28.249Z');
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
BEGIN SELECT RAISE(ABORT, 'The outcome of a calculation is never changed.'); END;
CREATE TRIGGER iterationEndsWhenAllIsDone BEFORE UPDATE OF endedAt ON iteration
WHEN NEW.endedAt IS NOT NULL AND EXISTS (
  SELECT 1 FROM calculation WHERE iteration = NEW.number AND state = 'pending')
BEGIN SELECT RAISE(ABORT, 'An iteration cannot end while calculations of it are pending.'); END;
COMMIT;
