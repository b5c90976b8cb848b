BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('v1');
INSERT INTO grdb_migrations VALUES('v2');
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
INSERT INTO campaign VALUES(1,'old',replace('name: old\nseed: 11\nobjectives: [{property: gap, window: [6.0, 9.0]}]\nmolecules: {heavy_atoms: [1, 6]}\ncalculator: {program: xtb, conformers: 1}\ncorpus: corpus.smi\ndesign: {particles: 20, steps: 2, candidates: 6}\nbudget: {calculations: 4, initial: 2, batch: 1}\n','\n',char(10)),'11','2026-11-25T20:12:42.041Z','2026-11-25T20:12:45.097Z','budget','All 4 calculations of the budget are done.');
CREATE TABLE version (
  component TEXT NOT NULL PRIMARY KEY CHECK (component <> ''),
  version TEXT NOT NULL CHECK (version <> '')
) STRICT, WITHOUT ROWID;
INSERT INTO version VALUES('cohobate','0.1.0');
INSERT INTO version VALUES('corpus','5fbc9f850b675d97');
INSERT INTO version VALUES('nlopt','2.7.1');
INSERT INTO version VALUES('openblas','0.3.21');
INSERT INTO version VALUES('rdkit','2022.09.3');
INSERT INTO version VALUES('xtb','6.5.1');
CREATE TABLE property (
  name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
  unit TEXT NOT NULL,
  summary TEXT NOT NULL
, source TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
INSERT INTO property VALUES('dipole','D','magnitude of the electric dipole moment','xtb''s log, of the final geometry; an ion''s is moved to the centre of mass');
INSERT INTO property VALUES('energy','Eh','total energy','xtbout.json');
INSERT INTO property VALUES('gap','eV','difference of the lowest unoccupied and the highest occupied orbital energy','xtbout.json, the distance of the two orbital energies');
INSERT INTO property VALUES('homo','eV','energy of the highest occupied molecular orbital','xtbout.json, orbital energies');
INSERT INTO property VALUES('lumo','eV','energy of the lowest unoccupied molecular orbital','xtbout.json, orbital energies');
INSERT INTO property VALUES('polarizability','a.u.','isotropic static polarizability','xtb''s log, from the atomic polarizabilities of D4 dispersion, DOI 10.1063/1.5090222');
CREATE TABLE molecule (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  smiles TEXT NOT NULL UNIQUE CHECK (smiles <> ''),
  formula TEXT NOT NULL CHECK (formula <> ''),
  charge INTEGER NOT NULL,
  heavyAtomCount INTEGER NOT NULL CHECK (heavyAtomCount >= 0),
  molecularWeight REAL NOT NULL CHECK (molecularWeight >= 0 AND molecularWeight < 9e999)
) STRICT;
INSERT INTO molecule VALUES(1,'CCCCO','C4H10O',0,5,74.122999999999990448);
INSERT INTO molecule VALUES(2,'CCCCN','C4H11N',0,5,73.138999999999995795);
INSERT INTO molecule VALUES(3,'CN','CH5N',0,2,31.05799999999999983);
INSERT INTO molecule VALUES(4,'CC=O','C2H4O',0,3,44.052999999999997273);
INSERT INTO molecule VALUES(5,'CCCO','C3H8O',0,4,60.09599999999999653);
INSERT INTO molecule VALUES(6,'CCO','C2H6O',0,3,46.069000000000002613);
INSERT INTO molecule VALUES(7,'CO','CH4O',0,2,32.042000000000001591);
INSERT INTO molecule VALUES(8,'CC(=O)O','C2H4O2',0,4,60.052000000000006706);
INSERT INTO molecule VALUES(9,'CC','C2H6',0,2,30.070000000000000283);
INSERT INTO molecule VALUES(10,'CCN','C2H7N',0,3,45.084999999999993748);
INSERT INTO molecule VALUES(11,'O=CCO','C2H4O2',0,4,60.051999999999999602);
INSERT INTO molecule VALUES(12,'C=O','CH2O',0,2,30.025999999999999801);
INSERT INTO molecule VALUES(13,'C','CH4',0,1,16.042999999999999261);
INSERT INTO molecule VALUES(14,'O','H2O',0,1,18.015000000000000568);
CREATE TABLE designStep (
  iteration INTEGER NOT NULL REFERENCES iteration(number),
  number INTEGER NOT NULL CHECK (number >= 0),
  temperature REAL NOT NULL CHECK (temperature >= 0),
  effectiveSampleSize REAL NOT NULL CHECK (effectiveSampleSize >= 0 AND effectiveSampleSize < 9e999),
  acceptance REAL NOT NULL CHECK (acceptance BETWEEN 0 AND 1),
  distinctCount INTEGER NOT NULL CHECK (distinctCount >= 0),
  PRIMARY KEY (iteration, number)
) STRICT, WITHOUT ROWID;
INSERT INTO designStep VALUES(2,0,1.0,15.020180560363426636,0.74074074074074069962,8);
INSERT INTO designStep VALUES(2,1,1.0,15.020180560363426636,0.70370370370370372015,7);
INSERT INTO designStep VALUES(3,0,1.0,12.554509449281002986,0.73076923076923072652,10);
INSERT INTO designStep VALUES(3,1,1.0,12.554509449281002986,0.86206896551724132571,10);
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
INSERT INTO fit VALUES(2,'gap',3,7.6499458800068405039,3.3718369252239552835,0.76507355302122326268,-3.8493220911118228855,3.4715825682826597642,-2.6655182685716467538,0.33333333333333331482);
INSERT INTO fit VALUES(3,'gap',4,8.670378513971115808,3.9172147840297184551,0.84337732668140208414,-5.5693718078555987105,4.1343114556259532577,-2.8545227520884610683,0.5);
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
  position INTEGER CHECK (position >= 1),
  PRIMARY KEY (iteration, molecule),
  UNIQUE (iteration, rank),
  UNIQUE (iteration, position),
  CHECK ((decision = 'refused') = (rank IS NULL)),
  CHECK ((decision = 'chosen') = (position IS NOT NULL)),
  CHECK (decision <> 'refused' OR acquisition IS NULL),
  CHECK (decision = 'chosen' OR acquisitionWhenChosen IS NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO candidate VALUES(0,1,1,NULL,NULL,'chosen','told on line 2 of t.csv, never suggested',NULL,'told',1);
INSERT INTO candidate VALUES(0,2,2,NULL,NULL,'chosen','told on line 3 of t.csv, never suggested',NULL,'told',2);
INSERT INTO candidate VALUES(1,3,1,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',1);
INSERT INTO candidate VALUES(1,4,2,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',2);
INSERT INTO candidate VALUES(2,5,1,-0.92806227285750197975,-0.92806227285750197975,'chosen','rank 1 of 6 by log-window: the best','CCCCO','suffix regrowth',1);
INSERT INTO candidate VALUES(2,6,2,-1.0303152726307158726,NULL,'passedOver','rank 2 by log-window; the batch has 1',NULL,'corpus',NULL);
INSERT INTO candidate VALUES(2,7,3,-1.0717247593505569991,NULL,'passedOver','rank 3 by log-window; the batch has 1',NULL,'corpus',NULL);
INSERT INTO candidate VALUES(2,8,4,-1.0739488351652957121,NULL,'passedOver','rank 4 by log-window; the batch has 1','CN','suffix regrowth',NULL);
INSERT INTO candidate VALUES(2,9,5,-1.0781900076103143604,NULL,'passedOver','rank 5 by log-window; the batch has 1',NULL,'corpus',NULL);
INSERT INTO candidate VALUES(2,10,6,-1.0805370004992496113,NULL,'passedOver','rank 6 by log-window; the batch has 1',NULL,'corpus',NULL);
INSERT INTO candidate VALUES(3,7,6,-1.2933955603496394282,NULL,'passedOver','rank 6 by log-window; the batch has 1',NULL,'corpus',NULL);
INSERT INTO candidate VALUES(3,9,3,-1.2701779501922827453,NULL,'passedOver','rank 3 by log-window; the batch has 1',NULL,'corpus',NULL);
INSERT INTO candidate VALUES(3,11,1,-1.1916980080391774698,-1.1916980080391774698,'chosen','rank 1 of 6 by log-window: the best','CC=O','suffix regrowth',1);
INSERT INTO candidate VALUES(3,12,2,-1.2331622271433810844,NULL,'passedOver','rank 2 by log-window; the batch has 1',NULL,'corpus',NULL);
INSERT INTO candidate VALUES(3,13,4,-1.2722038736605187914,NULL,'passedOver','rank 4 by log-window; the batch has 1',NULL,'corpus',NULL);
INSERT INTO candidate VALUES(3,14,5,-1.2722038736605187914,NULL,'passedOver','rank 5 by log-window; the batch has 1',NULL,'language model',NULL);
CREATE TABLE prediction (
  iteration INTEGER NOT NULL,
  molecule INTEGER NOT NULL,
  property TEXT NOT NULL REFERENCES property(name),
  mean REAL NOT NULL CHECK (mean > -9e999 AND mean < 9e999),
  standardDeviation REAL NOT NULL CHECK (standardDeviation >= 0 AND standardDeviation < 9e999),
  PRIMARY KEY (iteration, molecule, property),
  FOREIGN KEY (iteration, molecule) REFERENCES candidate(iteration, molecule)
) STRICT, WITHOUT ROWID;
INSERT INTO prediction VALUES(2,5,'gap',7.6325835141113502757,2.894500699934208665);
INSERT INTO prediction VALUES(2,6,'gap',7.7397573760106164186,3.2283026730686290584);
INSERT INTO prediction VALUES(2,7,'gap',7.9601462756549787869,3.3523608433536322692);
INSERT INTO prediction VALUES(2,8,'gap',7.3799792328405304786,3.3899924269629830853);
INSERT INTO prediction VALUES(2,9,'gap',7.9751403789108907815,3.3739088570346269513);
INSERT INTO prediction VALUES(2,10,'gap',8.4484675475051247417,3.276252916048436603);
INSERT INTO prediction VALUES(3,7,'gap',9.2625092090119203191,3.8517899337978405149);
INSERT INTO prediction VALUES(3,9,'gap',8.9244092119047060407,3.9046341586833674952);
INSERT INTO prediction VALUES(3,11,'gap',7.9398994394770383564,3.8175122380306021341);
INSERT INTO prediction VALUES(3,12,'gap',8.0355387992939704133,3.9777553060315389288);
INSERT INTO prediction VALUES(3,13,'gap',8.670378513971115808,4.0069760392821489602);
INSERT INTO prediction VALUES(3,14,'gap',8.670378513971115808,4.0069760392821489602);
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
INSERT INTO attempt VALUES(3,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--opt","normal","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-25T20:12:44.131Z',0.19118755100000001112,-7.5871830100000003938,NULL,NULL,NULL,NULL,'optimise',1,NULL);
INSERT INTO attempt VALUES(4,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--opt","normal","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-25T20:12:44.151Z',0.24320297099999999002,-10.356706409999999251,NULL,NULL,NULL,NULL,'optimise',1,NULL);
INSERT INTO attempt VALUES(5,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--opt","normal","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-25T20:12:44.564Z',0.16291380799999999329,-14.555884210000000322,NULL,NULL,NULL,NULL,'optimise',1,NULL);
INSERT INTO attempt VALUES(6,1,'["/usr/bin/xtb","molecule.xyz","--gfn","2","--opt","normal","--chrg","0","--uhf","0","--json","--norestart"]',0,NULL,'exited','2026-11-25T20:12:44.814Z',0.23253590299999998824,-14.412690680000000753,NULL,NULL,NULL,NULL,'optimise',1,NULL);
CREATE TABLE observation (
  calculation INTEGER NOT NULL REFERENCES calculation(id),
  property TEXT NOT NULL REFERENCES property(name),
  value REAL NOT NULL CHECK (value > -9e999 AND value < 9e999),
  uncertainty REAL CHECK (uncertainty >= 0 AND uncertainty < 9e999),
  PRIMARY KEY (calculation, property)
) STRICT, WITHOUT ROWID;
INSERT INTO observation VALUES(1,'gap',7.5,0.25);
INSERT INTO observation VALUES(3,'dipole',1.4579999999999999626,NULL);
INSERT INTO observation VALUES(3,'energy',-7.5871830100000003938,NULL);
INSERT INTO observation VALUES(3,'gap',11.553094829999999149,NULL);
INSERT INTO observation VALUES(3,'homo',-9.9513059500000000667,NULL);
INSERT INTO observation VALUES(3,'lumo',1.6017888899999999097,NULL);
INSERT INTO observation VALUES(3,'polarizability',25.966846000000000315,NULL);
INSERT INTO observation VALUES(4,'dipole',3.1009999999999999786,NULL);
INSERT INTO observation VALUES(4,'energy',-10.356706409999999251,NULL);
INSERT INTO observation VALUES(4,'gap',3.9407486199999999243,NULL);
INSERT INTO observation VALUES(4,'homo',-11.14236035999999963,NULL);
INSERT INTO observation VALUES(4,'lumo',-7.2016117399999997061,NULL);
INSERT INTO observation VALUES(4,'polarizability',30.122634000000001464,NULL);
INSERT INTO observation VALUES(5,'dipole',1.6559999999999999165,NULL);
INSERT INTO observation VALUES(5,'energy',-14.555884210000000322,NULL);
INSERT INTO observation VALUES(5,'gap',12.538572249999999641,NULL);
INSERT INTO observation VALUES(5,'homo',-11.07733540000000083,NULL);
INSERT INTO observation VALUES(5,'lumo',1.4612368499999999205,NULL);
INSERT INTO observation VALUES(5,'polarizability',44.845621999999998761,NULL);
INSERT INTO observation VALUES(6,'dipole',2.4329999999999998294,NULL);
INSERT INTO observation VALUES(6,'energy',-14.412690680000000753,NULL);
INSERT INTO observation VALUES(6,'gap',3.9065579499999998347,NULL);
INSERT INTO observation VALUES(6,'homo',-11.679095179999999132,NULL);
INSERT INTO observation VALUES(6,'lumo',-7.7725372300000001857,NULL);
INSERT INTO observation VALUES(6,'polarizability',34.926132000000002619,NULL);
CREATE TABLE protocol (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  version INTEGER NOT NULL CHECK (version >= 0),
  json TEXT NOT NULL UNIQUE CHECK (json_valid(json) AND json_type(json) = 'object'),
  summary TEXT NOT NULL
) STRICT;
INSERT INTO protocol VALUES(1,'told',1,'{"name":"told","steps":[{"name":"tell","settings":{}}],"summary":"values told by people","version":1}','values told by people');
INSERT INTO protocol VALUES(2,'custom',1,'{"name":"custom","steps":[{"name":"embed","settings":{"by":"ETKDGv3","conformers":"1","relaxed with":"MMFF94, or UFF"}},{"name":"optimise","settings":{"level":"normal","method":"GFN2-xTB","solvent":"none"}}],"summary":"GFN2-xTB, normal optimisation, 1 conformer, gas phase","version":1}','GFN2-xTB, normal optimisation, 1 conformer, gas phase');
CREATE TABLE IF NOT EXISTS "iteration" (
  number INTEGER NOT NULL PRIMARY KEY CHECK (number >= 0),
  policy TEXT NOT NULL CHECK (policy IN ('initial', 'surrogate', 'random', 'told')),
  proposalCount INTEGER NOT NULL CHECK (proposalCount >= 0),
  invalidCount INTEGER NOT NULL CHECK (invalidCount BETWEEN 0 AND proposalCount),
  designedAt TEXT NOT NULL CHECK (designedAt IS NULL OR (designedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(designedAt) IS NOT NULL)),
  endedAt TEXT CHECK (endedAt IS NULL OR (endedAt GLOB '????-??-??T??:??:??.???Z' AND julianday(endedAt) IS NOT NULL))
) STRICT;
INSERT INTO iteration VALUES(0,'told',2,0,'2026-11-25T20:12:42.433Z','2026-11-25T20:12:42.433Z');
INSERT INTO iteration VALUES(1,'initial',0,0,'2026-11-25T20:12:43.583Z','2026-11-25T20:12:44.430Z');
INSERT INTO iteration VALUES(2,'surrogate',112,0,'2026-11-25T20:12:44.473Z','2026-11-25T20:12:44.751Z');
INSERT INTO iteration VALUES(3,'surrogate',113,0,'2026-11-25T20:12:44.783Z','2026-11-25T20:12:45.072Z');
CREATE TABLE IF NOT EXISTS "calculation" (
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
INSERT INTO calculation VALUES(1,0,1,'succeeded','told',1,NULL,NULL,NULL,NULL,NULL,NULL,'from a book',0,'2026-11-25T20:12:42.433Z',0.0);
INSERT INTO calculation VALUES(2,0,2,'failed','told',1,'input','lost','',NULL,NULL,NULL,NULL,0,'2026-11-25T20:12:42.433Z',0.0);
INSERT INTO calculation VALUES(3,1,1,'succeeded','xtb',2,NULL,NULL,NULL,replace('7\n\nC     -0.57100541     0.04356635    -0.02889335\nN      0.83677257     0.10292676     0.32411870\nH     -0.78243169    -0.48938144    -0.96732212\nH     -1.11015071    -0.45320560     0.77696083\nH     -0.94924988     1.06121527    -0.11935218\nH      1.36257095     0.56900465    -0.40797891\nH      1.21349417    -0.83412600     0.42246704\n','\n',char(10)),'{"charge":[-0.01937229,-0.33655622,0.0081411,0.03862954,0.03862954,0.13526417,0.13526417]}',NULL,NULL,0,'2026-11-25T20:12:44.377Z',0.75352670399999999162);
INSERT INTO calculation VALUES(4,1,2,'succeeded','xtb',2,NULL,NULL,NULL,replace('7\n\nC     -0.64385223    -0.01487275    -0.05273284\nC      0.84753094    -0.00973996     0.05473926\nO      1.57839173    -0.87744301    -0.32829719\nH     -0.96379286     0.85435405    -0.62469636\nH     -0.99442068    -0.92444826    -0.53279755\nH     -1.07411169     0.06908714     0.94370427\nH      1.25025478     0.90306279     0.54008042\n','\n',char(10)),'{"charge":[-0.13907799,0.22020905,-0.31890964,0.07382783,0.07357882,0.07382783,0.0165441]}',NULL,NULL,0,'2026-11-25T20:12:44.415Z',0.75663529299999998656);
INSERT INTO calculation VALUES(5,2,1,'succeeded','xtb',2,NULL,NULL,NULL,replace('12\n\nC     -1.32746601     0.18832314    -0.54064653\nC     -0.39222949    -0.56160127     0.39890990\nC      0.96737752     0.12289014     0.50316906\nO      1.61948212     0.03371203    -0.74632421\nH     -2.27256926    -0.34006530    -0.63887695\nH     -0.86923782     0.27229850    -1.52227493\nH     -1.52724321     1.18928771    -0.16316322\nH     -0.23521309    -1.57459627     0.02591874\nH     -0.82863987    -0.62358331     1.39764676\nH      1.56940319    -0.37029049     1.28145841\nH      0.83037782     1.17604266     0.79026435\nH      2.46595810     0.48758247    -0.69363983\n','\n',char(10)),'{"charge":[-0.10371942,-0.05598459,0.08851451,-0.43976543,0.03445077,0.05372708,0.03362313,0.04980367,0.03045908,0.01138155,0.01521933,0.28229033]}',NULL,NULL,0,'2026-11-25T20:12:44.744Z',0.21194802300000001316);
INSERT INTO calculation VALUES(6,3,1,'succeeded','xtb',2,NULL,NULL,NULL,replace('8\n\nO     -0.92081725    -0.79167875    -1.24377767\nC     -0.91345856    -0.06291855    -0.28991131\nC      0.34604738     0.28457945     0.45159476\nO      1.46663565    -0.33321716    -0.10511479\nH     -1.83038230     0.40255654     0.10922842\nH      0.47006854     1.37756938     0.43853023\nH      0.22811527    -0.02112074     1.50196411\nH      1.15379127    -0.85577016    -0.86251375\n','\n',char(10)),'{"charge":[-0.31488826,0.19829143,0.05621096,-0.42945937,0.03030728,0.07096861,0.07108604,0.31748332]}',NULL,NULL,0,'2026-11-25T20:12:45.063Z',0.25911205300000000883);
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
COMMIT;
