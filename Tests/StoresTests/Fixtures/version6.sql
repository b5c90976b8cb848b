BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('v1');
INSERT INTO grdb_migrations VALUES('v2');
INSERT INTO grdb_migrations VALUES('v3');
INSERT INTO grdb_migrations VALUES('v4');
INSERT INTO grdb_migrations VALUES('v5');
INSERT INTO grdb_migrations VALUES('v6');
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
INSERT INTO molecule VALUES(1,'CCS','C2H6S',0,3,62.137000000000000453);
INSERT INTO molecule VALUES(2,'CCCCCN','C5H13N',0,6,87.166000000000011024);
INSERT INTO molecule VALUES(3,'CCCO','C3H8O',0,4,60.09599999999999653);
INSERT INTO molecule VALUES(4,'CCCCO','C4H10O',0,5,74.122999999999990448);
INSERT INTO molecule VALUES(5,'CCCCN','C4H11N',0,5,73.138999999999995795);
INSERT INTO molecule VALUES(6,'CCCCCO','C5H12O',0,6,88.14999999999999147);
INSERT INTO molecule VALUES(7,'COCCCCCCSO','C7H16O2S',0,10,164.27000000000001023);
INSERT INTO molecule VALUES(8,'FCCCCCOCS','C6H13FOS',0,9,152.23400000000000886);
INSERT INTO molecule VALUES(9,'CCCCCCC','C7H16',0,7,100.20499999999999829);
INSERT INTO molecule VALUES(10,'CONOCSF','C2H6FNO2S',0,7,127.14000000000000057);
INSERT INTO molecule VALUES(11,'CCCCCCCF','C7H15F',0,8,118.19500000000000739);
INSERT INTO molecule VALUES(12,'NCCCCONSN','C4H13N3OS',0,9,151.23499999999998521);
INSERT INTO molecule VALUES(13,'OCCCCNCCCCCS','C9H21NOS',0,12,191.34000000000000341);
INSERT INTO molecule VALUES(14,'NCCCCCCCCCF','C9H20FN',0,11,161.26399999999998157);
CREATE TABLE designStep (
  iteration INTEGER NOT NULL REFERENCES iteration(number),
  number INTEGER NOT NULL CHECK (number >= 0),
  temperature REAL NOT NULL CHECK (temperature >= 0),
  effectiveSampleSize REAL NOT NULL CHECK (effectiveSampleSize >= 0 AND effectiveSampleSize < 9e999),
  acceptance REAL NOT NULL CHECK (acceptance BETWEEN 0 AND 1),
  distinctCount INTEGER NOT NULL CHECK (distinctCount >= 0),
  PRIMARY KEY (iteration, number)
) STRICT, WITHOUT ROWID;
INSERT INTO designStep VALUES(1,0,0.030277252197265625,12.000124249714689383,0.62162162162162160061,14);
INSERT INTO designStep VALUES(1,1,0.77804807713255286216,7.2001479650686768252,0.40909090909090911614,15);
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
INSERT INTO fit VALUES(1,'gap',5,8.5999999999999996447,0.78043534083560472947,0.077390233210176670453,-7.5445601345519950342,0.32562087583514132127,-0.27924844868587667123,0.59999999999999997779);
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
INSERT INTO candidate VALUES(0,5,5,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',5);
INSERT INTO candidate VALUES(0,6,6,NULL,NULL,'chosen','drawn at random from the corpus',NULL,'corpus',6);
INSERT INTO candidate VALUES(1,7,1,-4.1657978109105062713,-4.1657978109105062713,'chosen','rank 1 of 6 by log-window: the best','CCCCCCCF','inner regrowth',1);
INSERT INTO candidate VALUES(1,8,2,-4.226999019885299802,-4.5737670247553410263,'chosen','rank 2 of 6 by log-window, choice 3: the best unlike those already chosen',NULL,'language model',3);
INSERT INTO candidate VALUES(1,9,3,-4.3756683761000561005,-4.4038339600204698953,'chosen','rank 3 of 6 by log-window, choice 2: the best unlike those already chosen','CCCCCF','suffix regrowth',2);
INSERT INTO candidate VALUES(1,10,4,-4.4845574813402500069,NULL,'passedOver','rank 4 by log-window: below the batch of 3','CCCCONOC','suffix regrowth',NULL);
INSERT INTO candidate VALUES(1,11,5,-4.502003796639372446,NULL,'passedOver','rank 5 by log-window: below the batch of 3','CCF','suffix regrowth',NULL);
INSERT INTO candidate VALUES(1,12,6,-4.6948144268104812226,NULL,'passedOver','rank 6 by log-window: below the batch of 3','NCCCCO','suffix regrowth',NULL);
INSERT INTO candidate VALUES(1,13,NULL,NULL,NULL,'refused','12 heavy atoms, more than 10',NULL,'language model',NULL);
INSERT INTO candidate VALUES(1,14,NULL,NULL,NULL,'refused','11 heavy atoms, more than 10','CCCCCCN','suffix regrowth',NULL);
CREATE TABLE prediction (
  iteration INTEGER NOT NULL,
  molecule INTEGER NOT NULL,
  property TEXT NOT NULL REFERENCES property(name),
  mean REAL NOT NULL CHECK (mean > -9e999 AND mean < 9e999),
  standardDeviation REAL NOT NULL CHECK (standardDeviation >= 0 AND standardDeviation < 9e999),
  PRIMARY KEY (iteration, molecule, property),
  FOREIGN KEY (iteration, molecule) REFERENCES candidate(iteration, molecule)
) STRICT, WITHOUT ROWID;
INSERT INTO prediction VALUES(1,7,'gap',8.4303716123890470868,0.66424159453072317838);
INSERT INTO prediction VALUES(1,8,'gap',8.4521024508648761042,0.66680349976061725758);
INSERT INTO prediction VALUES(1,9,'gap',8.4221248025749950727,0.63578191312939036361);
INSERT INTO prediction VALUES(1,10,'gap',8.5703883301611050171,0.68952571020644348731);
INSERT INTO prediction VALUES(1,11,'gap',8.3559598412509608067,0.59311605068919293071);
INSERT INTO prediction VALUES(1,12,'gap',8.5093317112188771034,0.640089120847624371);
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
INSERT INTO observation VALUES(2,'dipole',1.25,NULL);
INSERT INTO observation VALUES(2,'gap',8.5,NULL);
INSERT INTO observation VALUES(3,'dipole',1.25,NULL);
INSERT INTO observation VALUES(3,'gap',9.0,NULL);
INSERT INTO observation VALUES(4,'dipole',1.25,NULL);
INSERT INTO observation VALUES(4,'gap',8.5,NULL);
INSERT INTO observation VALUES(5,'dipole',1.25,NULL);
INSERT INTO observation VALUES(5,'gap',9.0,NULL);
INSERT INTO observation VALUES(6,'dipole',1.25,NULL);
INSERT INTO observation VALUES(6,'gap',8.0,NULL);
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
INSERT INTO specification VALUES(1,0,replace('name: small\nseed: 11\nobjectives: [{property: gap, window: [6.0, 7.0]}]\nmolecules: {heavy_atoms: [1, 10]}\ncalculator: {program: table, file: values.csv}\ncorpus: corpus.smi\ndesign: {particles: 20, steps: 2, candidates: 6}\nbudget: {calculations: 9, initial: 6, batch: 3}\n','\n',char(10)),'{"acquisition":"log-window","budget.batch":"3","budget.calculations":"9","budget.consecutive_failures":"20","budget.initial":"6","calculator.file":"values.csv","calculator.program":"table","corpus":"corpus.smi","design.candidates":"6","design.drawsAtMost":"200000","design.drawsPerMolecule":"100","design.effectiveShareKept":"0.6","design.innerRegrowthProbability":"0.5","design.language.order":"10","design.language.rootsPerMolecule":"5","design.language.smoothing":"kneser-ney","design.lastTemperature":"1","design.longestDeletion":"20","design.mode":"sample","design.new_molecules":"true","design.particles":"20","design.rejectionsKept":"1000","design.rerootingProbability":"0.5","design.resamplingShare":"0.5","design.search.elite":"100","design.search.evenShare":"0.5","design.search.kept":"10000","design.search.memory":"0.9","design.search.secondMove":"0.3","design.seedShare":"0.5","design.steps":"2","design.sweeps":"1","design.tempering.ramps":"none","design.widenings":"0","molecules.allowCharged":"false","molecules.allowRadicals":"false","molecules.catalogues":"none","molecules.forbidden":"none","molecules.heavy_atoms.least":"1","molecules.heavy_atoms.most":"10","molecules.required":"none","molecules.scaffolds":"none","name":"small","objectives.gap":"gap from 6.0 to 7.0","policy":"surrogate","seed":"11","surrogate.model.terms.1.representation":"morgan-counts-r3-2048","surrogate.model.terms.2.representation":"fragment-counts","surrogate.model.terms.3.comparison.radial._0":"matern-5/2","surrogate.model.terms.3.representation":"physical-descriptors"}','2026-11-29T05:19:39.139Z');
CREATE TABLE IF NOT EXISTS "campaign" (
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
INSERT INTO campaign VALUES(1,'small','11','2026-11-29T05:19:39.139Z','2026-11-29T05:19:39.482Z','budget','All 9 calculations of the budget are done.');
CREATE TABLE IF NOT EXISTS "version" (
  component TEXT NOT NULL CHECK (component <> ''),
  iteration INTEGER NOT NULL CHECK (iteration >= 0),
  version TEXT CHECK (version <> ''),
  PRIMARY KEY (component, iteration)
) STRICT, WITHOUT ROWID;
INSERT INTO version VALUES('cohobate',0,'0.1.0');
INSERT INTO version VALUES('corpus',0,'cbb6e06e7a3886c4');
INSERT INTO version VALUES('nlopt',0,'2.7.1');
INSERT INTO version VALUES('openblas',0,'0.3.21');
INSERT INTO version VALUES('rdkit',0,'2022.09.3');
INSERT INTO version VALUES('table',0,'3a616e9d084fd019');
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
INSERT INTO protocol VALUES(1,'table',1,'{"name":"table","steps":[{"name":"look up","settings":{"file":"values.csv"}}],"version":1}','known values of 10 molecules in values.csv','3a616e9d084fd019','2022.09.3');
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
INSERT INTO iteration VALUES(0,'initial',0,0,0,'[]','2026-11-29T05:19:39.309Z','2026-11-29T05:19:39.366Z');
INSERT INTO iteration VALUES(1,'surrogate',120,0,0,'[]','2026-11-29T05:19:39.451Z','2026-11-29T05:19:39.477Z');
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
INSERT INTO calculation VALUES(1,0,1,'failed','table',1,NULL,'input','The table values.csv has no molecule ''CCS''.','',NULL,NULL,NULL,NULL,0,'2026-11-29T05:19:39.360Z',0.0040779559999999997685);
INSERT INTO calculation VALUES(2,0,2,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-29T05:19:39.341Z',0.017208688999999999236);
INSERT INTO calculation VALUES(3,0,3,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-29T05:19:39.356Z',0.004898434999999999595);
INSERT INTO calculation VALUES(4,0,4,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-29T05:19:39.351Z',0.0028743390000000000605);
INSERT INTO calculation VALUES(5,0,5,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-29T05:19:39.349Z',0.0077035050000000002481);
INSERT INTO calculation VALUES(6,0,6,'succeeded','table',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'2026-11-29T05:19:39.324Z',0.00017966699999999999944);
INSERT INTO calculation VALUES(7,1,1,'failed','table',1,NULL,'input','The table values.csv has no molecule ''COCCCCCCSO''.','',NULL,NULL,NULL,NULL,0,'2026-11-29T05:19:39.463Z',0.00018118999999999999147);
INSERT INTO calculation VALUES(8,1,2,'failed','table',1,NULL,'input','The table values.csv has no molecule ''CCCCCCC''.','',NULL,NULL,NULL,NULL,0,'2026-11-29T05:19:39.468Z',0.0045592890000000002234);
INSERT INTO calculation VALUES(9,1,3,'failed','table',1,NULL,'input','The table values.csv has no molecule ''FCCCCCOCS''.','',NULL,NULL,NULL,NULL,0,'2026-11-29T05:19:39.472Z',0.0042880000000000001447);
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
  failure TEXT CHECK (failure <> ''),
  PRIMARY KEY (iteration, property, rank),
  FOREIGN KEY (iteration, property) REFERENCES fit(iteration, property),
  CHECK ((json_array_length(sources) = 0) = (json_array_length(parts) = 0)),
  CHECK ((failure IS NULL) = (logWeight IS NOT NULL)),
  CHECK ((failure IS NULL) = (leaveOneOutRMSE IS NOT NULL)),
  CHECK ((failure IS NULL) = (leaveOneOutLogDensity IS NOT NULL)),
  CHECK (failure IS NULL OR weight = 0)
) STRICT, WITHOUT ROWID;
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
