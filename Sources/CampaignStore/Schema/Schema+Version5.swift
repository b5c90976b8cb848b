extension Schema {
  /// That a calculation failed may be withdrawn as well, where a person said so. It has succeeded then without a value, as after
  /// a value was withdrawn, and what was said of the failure is kept here.
  static let version5 = """
    CREATE TABLE withdrawnFailure (
      calculation INTEGER NOT NULL PRIMARY KEY REFERENCES calculation(id),
      failureClass TEXT NOT NULL CHECK (failureClass <> ''),
      failureMessage TEXT NOT NULL CHECK (failureMessage <> ''),
      evidence TEXT NOT NULL,
      reason TEXT CHECK (reason <> ''),
      withdrawnAt TEXT NOT NULL \(time("withdrawnAt"))
    ) STRICT;

    CREATE TRIGGER withdrawnFailureNeedsFailure BEFORE INSERT ON withdrawnFailure
    WHEN NOT EXISTS (
      SELECT 1 FROM calculation WHERE id = NEW.calculation AND failureClass = NEW.failureClass
        AND failureMessage = NEW.failureMessage AND evidence = NEW.evidence)
    BEGIN SELECT RAISE(ABORT, 'Only a failure that stands can be withdrawn.'); END;

    CREATE TRIGGER withdrawnFailureIsFinal BEFORE UPDATE ON withdrawnFailure
    BEGIN SELECT RAISE(ABORT, 'A withdrawal is never changed.'); END;

    CREATE TRIGGER withdrawnFailureStays BEFORE DELETE ON withdrawnFailure
    BEGIN SELECT RAISE(ABORT, 'A withdrawal is never removed.'); END;

    DROP TRIGGER outcomeIsFinal;

    CREATE TRIGGER outcomeIsFinal BEFORE UPDATE ON calculation
    WHEN OLD.state <> 'pending' AND NOT (
      OLD.state = 'failed' AND NEW.state = 'succeeded'
      AND EXISTS (SELECT 1 FROM withdrawnFailure WHERE calculation = OLD.id)
      AND (NEW.id, NEW.iteration, NEW.position, NEW.calculator, NEW.protocol, NEW.isReused, NEW.endedAt, NEW.wallSeconds)
        IS (OLD.id, OLD.iteration, OLD.position, OLD.calculator, OLD.protocol, OLD.isReused, OLD.endedAt, OLD.wallSeconds)
      AND (NEW.geometry, NEW.atomicValues, NEW.changes, NEW.notes) IS (NULL, NULL, NULL, NULL))
    BEGIN SELECT RAISE(ABORT, 'The outcome of a calculation is never changed.'); END;
    """
}
