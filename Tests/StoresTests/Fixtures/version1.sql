BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('v1');
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
INSERT INTO campaign VALUES(1,'old',replace('name: old\nseed: 11\nobjectives: [{property: gap, window: [6.0, 7.0]}]\nmolecules: {heavy_atoms: [1, 6]}\ncalculator: {program: xtb, conformers: 2}\ncorpus: corpus.smi\ndesign: {particles: 10, steps: 2, candidates: 4}\nbudget: {calculations: 8, initial: 4, batch: 2}\n','\n',char(10)),'11','2026-11-24T01:23:05.201Z','2026-11-24T01:23:05.557Z','budget','All 8 calculations of the budget are done.');
CREATE TABLE version (
  component TEXT NOT NULL PRIMARY KEY CHECK (component <> ''),
  version TEXT NOT NULL CHECK (version <> '')
) STRICT, WITHOUT ROWID;
INSERT INTO version VALUES('cohobate','0.1.0');
INSERT INTO version VALUES('corpus','f8c65fe7192a3815');
INSERT INTO version VALUES('nlopt','2.7.1');
INSERT INTO version VALUES('openblas','0.3.21');
INSERT INTO version VALUES('rdkit','2022.09.3');
INSERT INTO version VALUES('xtb','6.5.1');
CREATE TABLE property (
  name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
  unit TEXT NOT NULL,
  summary TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO property VALUES('dipole','D','magnitude of the electric dipole moment');
INSERT INTO property VALUES('energy','Eh','total energy');
INSERT INTO property VALUES('gap','eV','difference of the lowest unoccupied and the highest occupied orbital energy');
INSERT INTO property VALUES('homo','eV','energy of the highest occupied molecular orbital');
INSERT INTO property VALUES('lumo','eV','energy of the lowest unoccupied molecular orbital');
INSERT INTO property VALUES('polarizability','a.u.','isotropic static polarizability');
CREATE TABLE molecule (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  smiles TEXT NOT NULL UNIQUE CHECK (smiles <> ''),
  formula TEXT NOT NULL CHECK (formula <> ''),
  charge INTEGER NOT NULL,
  heavyAtomCount INTEGER NOT NULL CHECK (heavyAtomCount >= 0),
  molecularWeight REAL NOT NULL CHECK (molecularWeight >= 0 AND molecularWeight < 9e999)
) STRICT;
INSERT INTO molecule VALUES(1,'C1CCC1','C4H8',0,4,56.107999999999996986);
INSERT INTO molecule VALUES(2,'CCN','C2H7N',0,3,45.084999999999993748);
INSERT INTO molecule VALUES(3,'CCO','C2H6O',0,3,46.069000000000002613);
INSERT INTO molecule VALUES(4,'CC=O','C2H4O',0,3,44.052999999999997273);
INSERT INTO molecule VALUES(5,'CC=CCN','C4H9N',0,5,71.123000000000004662);
INSERT INTO molecule VALUES(6,'CC=CCO','C4H8O',0,5,72.106999999999999316);
INSERT INTO molecule VALUES(7,'CC','C2H6',0,2,30.070000000000000283);
INSERT INTO molecule VALUES(8,'COC','C2H6O',0,3,46.069000000000002613);
INSERT INTO molecule VALUES(9,'CC1CCCCC1','C7H14',0,7,98.189000000000007158);
INSERT INTO molecule VALUES(10,'CC(C)CC1CCC1','C8H16',0,8,112.21599999999999397);
INSERT INTO molecule VALUES(11,'C','CH4',0,1,16.042999999999999261);
INSERT INTO molecule VALUES(12,'C1=CC=C1','C4H4',0,4,52.076000000000000509);
INSERT INTO molecule VALUES(13,'O','H2O',0,1,18.015000000000000568);
INSERT INTO molecule VALUES(14,'OC1C=CC=C1','C5H6O',0,6,82.101999999999989657);
CREATE TABLE iteration (
  number INTEGER NOT NULL PRIMARY KEY CHECK (number >= 0),
  policy TEXT NOT NULL CHECK (policy IN ('initial', 'surrogate', 'random')),
  proposalCount INTEGER NOT NULL CHECK (proposalCount >= 0),
  invalidCount INTEGER NOT NULL CHECK (invalidCount BETWEEN 0 AND proposalCount),
  designedAt TEXT NOT NULL CHECK (designedAt IS NULL OR (designedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(designedAt) IS NOT NULL)),
  endedAt TEXT CHECK (endedAt IS NULL OR (endedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(endedAt) IS NOT NULL))
) STRICT;
INSERT INTO iteration VALUES(0,'initial',0,0,'2026-11-24T01:23:05.211Z','2026-11-24T01:23:05.392Z');
INSERT INTO iteration VALUES(1,'surrogate',88,2,'2026-11-24T01:23:05.409Z','2026-11-24T01:23:05.485Z');
INSERT INTO iteration VALUES(2,'surrogate',88,4,'2026-11-24T01:23:05.501Z','2026-11-24T01:23:05.552Z');
CREATE TABLE designStep (
  iteration INTEGER NOT NULL REFERENCES iteration(number),
  number INTEGER NOT NULL CHECK (number >= 0),
  temperature REAL NOT NULL CHECK (temperature >= 0),
  effectiveSampleSize REAL NOT NULL CHECK (effectiveSampleSize >= 0 AND effectiveSampleSize < 9e999),
  acceptance REAL NOT NULL CHECK (acceptance BETWEEN 0 AND 1),
  distinctCount INTEGER NOT NULL CHECK (distinctCount >= 0),
  PRIMARY KEY (iteration, number)
) STRICT, WITHOUT ROWID;
INSERT INTO designStep VALUES(1,0,0.2774658203125,6.0000017261437266213,0.76923076923076927347,7);
INSERT INTO designStep VALUES(1,1,1.0,5.1869707048803208593,0.73333333333333328152,7);
INSERT INTO designStep VALUES(2,0,0.89239501953125,6.000078810528892248,0.78571428571428569842,7);
INSERT INTO designStep VALUES(2,1,1.0,6.0036211348915919927,0.69230769230769229061,7);
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
INSERT INTO fit VALUES(1,'gap',4,10.134944603433577725,3.7763325677189070184,0.83442539842769258839,-5.1427323325465676973,3.7318555652511569142,-2.7199575972420104719,0.75);
INSERT INTO fit VALUES(2,'gap',6,10.361485026171120438,4.353907551873199111,0.92545460115761335462,-7.9529669320440214974,4.2051230087591280337,-2.8468055905978588704,0.5);
CREATE TABLE refusal (
  iteration INTEGER NOT NULL REFERENCES iteration(number),
  reason TEXT NOT NULL CHECK (reason <> ''),
  count INTEGER NOT NULL CHECK (count >= 1),
  PRIMARY KEY (iteration, reason)
) STRICT, WITHOUT ROWID;
INSERT INTO refusal VALUES(1,'heavyAtoms',2);
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
INSERT INTO candidate VALUES(0,1,1,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',1);
INSERT INTO candidate VALUES(0,2,2,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',2);
INSERT INTO candidate VALUES(0,3,3,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',3);
INSERT INTO candidate VALUES(0,4,4,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',4);
INSERT INTO candidate VALUES(1,5,1,-2.5720844283432739985,-2.5720844283432739985,'chosen','rank 1 of 4 by log-window: the best','CC=CCO','suffix regrowth',1);
INSERT INTO candidate VALUES(1,6,2,-2.6356921672144584256,NULL,'passedOver','rank 2 by log-window, but too like a molecule chosen before it',NULL,'language model',NULL);
INSERT INTO candidate VALUES(1,7,3,-2.6407642158863753323,-2.6410188817546917938,'chosen','rank 3 of 4 by log-window, choice 2: the best that is unlike those chosen before it',NULL,'language model',2);
INSERT INTO candidate VALUES(1,8,4,-2.661117387471191531,NULL,'passedOver','rank 4 by log-window; the batch has 2',NULL,'corpus',NULL);
INSERT INTO candidate VALUES(1,9,NULL,NULL,NULL,'refused','7 heavy atoms, more than 6',NULL,'language model',NULL);
INSERT INTO candidate VALUES(1,10,NULL,NULL,NULL,'refused','8 heavy atoms, more than 6',NULL,'language model',NULL);
INSERT INTO candidate VALUES(2,11,1,-2.7889242504755098472,-2.7889242504755098472,'chosen','rank 1 of 4 by log-window: the best',NULL,'language model',1);
INSERT INTO candidate VALUES(2,12,2,-2.7889242504755098472,-2.7889242504755098472,'chosen','rank 2 of 4 by log-window, choice 2',NULL,'corpus',2);
INSERT INTO candidate VALUES(2,13,3,-2.7889242504755098472,NULL,'passedOver','rank 3 by log-window; the batch has 2',NULL,'language model',NULL);
INSERT INTO candidate VALUES(2,14,4,-2.808999177397432323,NULL,'passedOver','rank 4 by log-window; the batch has 2',NULL,'language model',NULL);
CREATE TABLE prediction (
  iteration INTEGER NOT NULL,
  molecule INTEGER NOT NULL,
  property TEXT NOT NULL REFERENCES property(name),
  mean REAL NOT NULL CHECK (mean > -9e999 AND mean < 9e999),
  standardDeviation REAL NOT NULL CHECK (standardDeviation >= 0 AND standardDeviation < 9e999),
  PRIMARY KEY (iteration, molecule, property),
  FOREIGN KEY (iteration, molecule) REFERENCES candidate(iteration, molecule)
) STRICT, WITHOUT ROWID;
INSERT INTO prediction VALUES(1,5,'gap',9.5723663453031608838,3.6894115709942081338);
INSERT INTO prediction VALUES(1,6,'gap',9.8439036598497082763,3.6894115709942081338);
INSERT INTO prediction VALUES(1,7,'gap',9.8383939598219232181,3.8042666329278240766);
INSERT INTO prediction VALUES(1,8,'gap',9.9192714080796484665,3.8341471403461659939);
INSERT INTO prediction VALUES(2,11,'gap',10.361485026171120438,4.4511770565842772029);
INSERT INTO prediction VALUES(2,12,'gap',10.361485026171120438,4.4511770565842772029);
INSERT INTO prediction VALUES(2,13,'gap',10.361485026171120438,4.4511770565842772029);
INSERT INTO prediction VALUES(2,14,'gap',10.464591915937502264,4.4468404339743443642);
CREATE TABLE calculation (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  iteration INTEGER NOT NULL,
  position INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'succeeded', 'failed')),
  calculator TEXT NOT NULL CHECK (calculator <> ''),
  protocol TEXT NOT NULL,
  failureClass TEXT CHECK (failureClass <> ''),
  failureMessage TEXT CHECK (failureMessage <> ''),
  evidence TEXT,
  geometry TEXT CHECK (geometry <> ''),
  endedAt TEXT CHECK (endedAt IS NULL OR (endedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(endedAt) IS NOT NULL)),
  wallSeconds REAL CHECK (wallSeconds >= 0 AND wallSeconds < 9e999),
  UNIQUE (iteration, position),
  FOREIGN KEY (iteration, position) REFERENCES candidate(iteration, position),
  CHECK ((state = 'pending') = (endedAt IS NULL)),
  CHECK ((state = 'pending') = (wallSeconds IS NULL)),
  CHECK ((state = 'failed') = (failureClass IS NOT NULL)),
  CHECK ((state = 'failed') = (failureMessage IS NOT NULL)),
  CHECK ((state = 'failed') = (evidence IS NOT NULL)),
  CHECK (state = 'succeeded' OR geometry IS NULL)
) STRICT;
INSERT INTO calculation VALUES(1,0,1,'succeeded','xtb','GFN2-xTB, normal optimisation, 2 conformers, gas phase',NULL,NULL,NULL,replace('12\n\nC      0.88037184    -0.62635151    -0.09222905\nC      0.62937537     0.86753455     0.16476626\nC     -0.87582698     0.63804596    -0.04124871\nC     -0.63392023    -0.87922901    -0.03128834\nH      1.47745811    -1.14227949     0.65709086\nH      1.30558632    -0.82363373    -1.07443716\nH      1.10380669     1.55463797    -0.53307187\nH      0.87841249     1.17252895     1.17936938\nH     -1.23492912     1.00544261    -1.00068905\nH     -1.52517333     1.01950293     0.74425361\nH     -1.05609145    -1.43186138    -0.86827290\nH     -0.94906969    -1.35433783     0.89575697\n','\n',char(10)),'2026-11-24T01:23:05.288Z',0.072667918999999997486);
INSERT INTO calculation VALUES(2,0,2,'succeeded','xtb','GFN2-xTB, normal optimisation, 2 conformers, gas phase',NULL,NULL,NULL,replace('10\n\nC     -1.04702380     0.01992104    -0.24761599\nC      0.24814745    -0.43323846     0.43328008\nN      1.43283067     0.31049435     0.04360311\nH     -1.25372687     1.06376922    -0.01596999\nH     -1.88503444    -0.58175656     0.09410191\nH     -0.96512483    -0.08369931    -1.32861573\nH      0.14439754    -0.33744944     1.51758584\nH      0.43330640    -1.48613752     0.20354480\nH      1.57975197     0.23270945    -0.95778212\nH      1.31247591     1.29538724     0.25786808\n','\n',char(10)),'2026-11-24T01:23:05.338Z',0.050844763000000001151);
INSERT INTO calculation VALUES(3,0,3,'succeeded','xtb','GFN2-xTB, normal optimisation, 2 conformers, gas phase',NULL,NULL,NULL,replace('9\n\nC      0.86336643    -0.27158876     0.16335480\nC     -0.38718120     0.52743668    -0.18942543\nO     -1.48553567    -0.29257309    -0.51177825\nH      0.69453327    -0.86931470     1.05826380\nH      1.69572326     0.40184017     0.34779035\nH      1.12351969    -0.93830638    -0.65530169\nH     -0.20972001     1.13441121    -1.08009024\nH     -0.64484317     1.20046942     0.64233661\nH     -1.64986261    -0.89237455     0.22485007\n','\n',char(10)),'2026-11-24T01:23:05.365Z',0.026663778999999998564);
INSERT INTO calculation VALUES(4,0,4,'succeeded','xtb','GFN2-xTB, normal optimisation, 2 conformers, gas phase',NULL,NULL,NULL,replace('7\n\nC     -0.63948458    -0.07772127     0.05066079\nC      0.84384766     0.06958833    -0.06692218\nO      1.63211007    -0.82946317    -0.13120033\nH     -0.97665091     0.41697333     0.95986693\nH     -1.11584554     0.42020610    -0.79207750\nH     -0.92412509    -1.12616778     0.07134125\nH      1.18014840     1.12658448    -0.09166897\n','\n',char(10)),'2026-11-24T01:23:05.390Z',0.025154347000000000511);
INSERT INTO calculation VALUES(5,1,1,'succeeded','xtb','GFN2-xTB, normal optimisation, 2 conformers, gas phase',NULL,NULL,NULL,replace('14\n\nC      2.28658416    -0.10869641    -0.36109300\nC      0.83301150     0.20248076    -0.23456709\nC     -0.02580997    -0.49878366     0.48449176\nC     -1.48885249    -0.19445788     0.61940888\nN     -1.92417203     0.83885866    -0.30608085\nH      2.54314696    -0.29808033    -1.40358682\nH      2.88241280     0.73969688    -0.02547161\nH      2.55417296    -0.98175465     0.22966748\nH      0.48705201     1.07421648    -0.77209975\nH      0.30359583    -1.36481885     1.04506882\nH     -1.67919300     0.17078045     1.63643594\nH     -2.05051049    -1.14173666     0.50788293\nH     -1.81639022     0.51304297    -1.26143654\nH     -2.90504801     1.04925223    -0.15862012\n','\n',char(10)),'2026-11-24T01:23:05.462Z',0.048289230000000002429);
INSERT INTO calculation VALUES(6,1,2,'succeeded','xtb','GFN2-xTB, normal optimisation, 2 conformers, gas phase',NULL,NULL,NULL,replace('8\n\nC     -0.75944030     0.01694633    -0.04283581\nC      0.75944030    -0.01694631     0.04283579\nH     -1.09329279     0.91063258    -0.56523350\nH     -1.19879419     0.01818608     0.95215097\nH     -1.13179872    -0.85241733    -0.58003972\nH      1.09329275    -0.91063261     0.56523351\nH      1.13179872     0.85241733     0.58003972\nH      1.19879423    -0.01818607    -0.95215094\n','\n',char(10)),'2026-11-24T01:23:05.484Z',0.022591441999999999773);
INSERT INTO calculation VALUES(7,2,1,'succeeded','xtb','GFN2-xTB, normal optimisation, 2 conformers, gas phase',NULL,NULL,NULL,replace('5\n\nC     -0.00000000     0.00000000     0.00000000\nH     -0.64389509    -0.40703232    -0.76864326\nH     -0.43957805     0.90596340     0.39634595\nH      0.11356325    -0.72409194     0.79616764\nH      0.96990988     0.22516087    -0.42387033\n','\n',char(10)),'2026-11-24T01:23:05.551Z',0.020413863000000000841);
INSERT INTO calculation VALUES(8,2,2,'succeeded','xtb','GFN2-xTB, normal optimisation, 2 conformers, gas phase',NULL,NULL,NULL,replace('8\n\nC     -0.73872134     0.70143900    -0.02969958\nC     -0.80821325    -0.60348951     0.19694778\nC      0.73872137    -0.70143898     0.10728046\nC      0.80821323     0.60348951    -0.11936704\nH     -1.43694388     1.51002733    -0.11919120\nH     -1.58757203    -1.31851780     0.37208644\nH      1.43694394    -1.51002732     0.19677212\nH      1.58757195     1.31851778    -0.29450573\n','\n',char(10)),'2026-11-24T01:23:05.530Z',0.026622407000000000709);
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
  evidence TEXT,
  PRIMARY KEY (calculation, number),
  CHECK ((termination = 'exited') = (exitStatus IS NOT NULL)),
  CHECK ((termination = 'signalled') = (signal IS NOT NULL)),
  CHECK ((failureClass IS NULL) = (failureMessage IS NULL) AND (failureClass IS NULL) = (evidence IS NULL)),
  CHECK (failureClass IS NULL OR (energy IS NULL AND notes IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO attempt VALUES(1,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--opt","normal","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-24T01:23:05.245Z',0.038325101000000000306,-12.623678919999999692,NULL,NULL,NULL,NULL);
INSERT INTO attempt VALUES(2,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--opt","normal","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-24T01:23:05.291Z',0.020264916000000000873,-10.753046389999999732,NULL,NULL,NULL,NULL);
INSERT INTO attempt VALUES(2,2,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--opt","normal","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-24T01:23:05.315Z',0.020618021999999999738,-10.754860430000000804,NULL,NULL,NULL,NULL);
INSERT INTO attempt VALUES(3,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--opt","normal","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-24T01:23:05.342Z',0.020315196000000000642,-11.394338680000000608,NULL,NULL,NULL,NULL);
INSERT INTO attempt VALUES(4,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--opt","normal","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-24T01:23:05.369Z',0.017974158000000000495,-10.356706409999999251,NULL,NULL,NULL,NULL);
INSERT INTO attempt VALUES(5,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--opt","normal","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-24T01:23:05.419Z',0.039264387999999997291,-16.02733187999999842,NULL,NULL,NULL,NULL);
INSERT INTO attempt VALUES(6,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--opt","normal","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-24T01:23:05.464Z',0.016781763000000001623,-7.3363705699999997023,NULL,NULL,NULL,NULL);
INSERT INTO attempt VALUES(7,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--opt","normal","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-24T01:23:05.534Z',0.014100957000000000768,-4.1752185199999996001,NULL,NULL,NULL,NULL);
INSERT INTO attempt VALUES(8,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--opt","normal","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-24T01:23:05.507Z',0.020132977999999999291,-10.444857329999999607,NULL,NULL,NULL,NULL);
CREATE TABLE observation (
  calculation INTEGER NOT NULL REFERENCES calculation(id),
  property TEXT NOT NULL REFERENCES property(name),
  value REAL NOT NULL CHECK (value > -9e999 AND value < 9e999),
  spread REAL CHECK (spread >= 0 AND spread < 9e999),
  PRIMARY KEY (calculation, property)
) STRICT, WITHOUT ROWID;
INSERT INTO observation VALUES(1,'dipole',0.0,NULL);
INSERT INTO observation VALUES(1,'energy',-12.623678919999999692,NULL);
INSERT INTO observation VALUES(1,'gap',12.535799940000000418,NULL);
INSERT INTO observation VALUES(1,'homo',-11.227220479999999724,NULL);
INSERT INTO observation VALUES(1,'lumo',1.3085794600000000276,NULL);
INSERT INTO observation VALUES(1,'polarizability',46.568964000000001137,NULL);
INSERT INTO observation VALUES(2,'dipole',1.5200000000000000177,0.12445079348883231196);
INSERT INTO observation VALUES(2,'energy',-10.754860430000000804,0.0012827199853444022983);
INSERT INTO observation VALUES(2,'gap',11.589325309999999547,0.17462351272151710457);
INSERT INTO observation VALUES(2,'homo',-9.9486616300000001444,0.055790456335041475888);
INSERT INTO observation VALUES(2,'lumo',1.6406636699999999073,0.11883304931540737692);
INSERT INTO observation VALUES(2,'polarizability',37.532293000000002791,0.042884612065402075153);
INSERT INTO observation VALUES(3,'dipole',1.9939999999999999946,NULL);
INSERT INTO observation VALUES(3,'energy',-11.394338680000000608,NULL);
INSERT INTO observation VALUES(3,'gap',12.893062809999999984,NULL);
INSERT INTO observation VALUES(3,'homo',-11.190325270000000656,NULL);
INSERT INTO observation VALUES(3,'lumo',1.702737549999999933,NULL);
INSERT INTO observation VALUES(3,'polarizability',33.093203000000002589,NULL);
INSERT INTO observation VALUES(4,'dipole',3.1009999999999999786,NULL);
INSERT INTO observation VALUES(4,'energy',-10.356706409999999251,NULL);
INSERT INTO observation VALUES(4,'gap',3.9407489099999999382,NULL);
INSERT INTO observation VALUES(4,'homo',-11.142360280000000116,NULL);
INSERT INTO observation VALUES(4,'lumo',-7.2016113700000001784,NULL);
INSERT INTO observation VALUES(4,'polarizability',30.122634000000001464,NULL);
INSERT INTO observation VALUES(5,'dipole',1.2560000000000000053,NULL);
INSERT INTO observation VALUES(5,'energy',-16.02733187999999842,NULL);
INSERT INTO observation VALUES(5,'gap',4.7710746300000002051,NULL);
INSERT INTO observation VALUES(5,'homo',-9.8472230899999999564,NULL);
INSERT INTO observation VALUES(5,'lumo',-5.0761484599999997513,NULL);
INSERT INTO observation VALUES(5,'polarizability',60.118409999999997241,NULL);
INSERT INTO observation VALUES(6,'dipole',0.0,NULL);
INSERT INTO observation VALUES(6,'energy',-7.3363705699999997023,NULL);
INSERT INTO observation VALUES(6,'gap',15.502228629999999399,NULL);
INSERT INTO observation VALUES(6,'homo',-11.8467263599999999,NULL);
INSERT INTO observation VALUES(6,'lumo',3.6555022699999999424,NULL);
INSERT INTO observation VALUES(6,'polarizability',28.498346000000001509,NULL);
INSERT INTO observation VALUES(7,'dipole',0.0,NULL);
INSERT INTO observation VALUES(7,'energy',-4.1752185199999996001,NULL);
INSERT INTO observation VALUES(7,'gap',17.35289090999999928,NULL);
INSERT INTO observation VALUES(7,'homo',-12.720164289999999595,NULL);
INSERT INTO observation VALUES(7,'lumo',4.6327266199999996842,NULL);
INSERT INTO observation VALUES(7,'polarizability',16.776658999999998656,NULL);
INSERT INTO observation VALUES(8,'dipole',0.0,NULL);
INSERT INTO observation VALUES(8,'energy',-10.444857329999999607,NULL);
INSERT INTO observation VALUES(8,'gap',2.0897246900000001623,NULL);
INSERT INTO observation VALUES(8,'homo',-9.6200505599999992512,NULL);
INSERT INTO observation VALUES(8,'lumo',-7.5303258700000004211,NULL);
INSERT INTO observation VALUES(8,'polarizability',43.540103999999999473,NULL);
CREATE UNIQUE INDEX candidateChosenOnce ON candidate(molecule) WHERE decision = 'chosen';
CREATE INDEX candidateOfMolecule ON candidate(molecule);
CREATE INDEX observationOfProperty ON observation(property, value);
CREATE TRIGGER observationNeedsSuccess BEFORE INSERT ON observation
WHEN (SELECT state FROM calculation WHERE id = NEW.calculation) IS NOT 'succeeded'
BEGIN SELECT RAISE(ABORT, 'Only a calculation that succeeded has values.'); END;
CREATE TRIGGER observationIsFinal BEFORE UPDATE ON observation
BEGIN SELECT RAISE(ABORT, 'A value that was observed is never changed.'); END;
CREATE TRIGGER outcomeIsFinal BEFORE UPDATE ON calculation WHEN OLD.state <> 'pending'
BEGIN SELECT RAISE(ABORT, 'The outcome of a calculation is never changed.'); END;
CREATE TRIGGER iterationEndsWhenAllIsDone BEFORE UPDATE OF endedAt ON iteration
WHEN NEW.endedAt IS NOT NULL AND EXISTS (
  SELECT 1 FROM calculation WHERE iteration = NEW.number AND state = 'pending')
BEGIN SELECT RAISE(ABORT, 'An iteration cannot end while calculations of it are pending.'); END;
COMMIT;
