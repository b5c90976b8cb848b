extension CampaignSchema {
  /// A failure that a person gave may also be withdrawn. Its calculation then counts as succeeded without a value, as
  /// after the withdrawal of a value, and the failure is kept here. A failure may be given again and withdrawn again:
  /// its time of entry, which is when the calculation ended, identifies it.
  ///
  /// Only what people gave may be withdrawn: `by-hand` and `told` are the calculators that stand for them.
  static let version5 = """
    CREATE TABLE withdrawnFailure (
      calculation INTEGER NOT NULL REFERENCES calculation(id),
      toldAt TEXT NOT NULL \(ColumnCheck.time("toldAt")),
      failureClass TEXT NOT NULL CHECK (failureClass <> ''),
      failureMessage TEXT NOT NULL CHECK (failureMessage <> ''),
      evidence TEXT NOT NULL,
      reason TEXT CHECK (reason <> ''),
      withdrawnAt TEXT NOT NULL \(ColumnCheck.time("withdrawnAt")),
      PRIMARY KEY (calculation, toldAt)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER withdrawnFailureNeedsFailure BEFORE INSERT ON withdrawnFailure
    WHEN NOT EXISTS (
      SELECT 1 FROM calculation WHERE id = NEW.calculation AND calculator IN ('by-hand', 'told')
        AND state = 'failed' AND endedAt = NEW.toldAt AND failureClass = NEW.failureClass
        AND failureMessage = NEW.failureMessage AND evidence = NEW.evidence)
    BEGIN SELECT RAISE(ABORT, 'Only a failure that people told, and that stands, can be withdrawn.'); END;

    CREATE TRIGGER withdrawnFailureIsFinal BEFORE UPDATE ON withdrawnFailure
    BEGIN SELECT RAISE(ABORT, 'A withdrawal is never changed.'); END;

    CREATE TRIGGER withdrawnFailureStays BEFORE DELETE ON withdrawnFailure
    BEGIN SELECT RAISE(ABORT, 'A withdrawal is never removed.'); END;

    DROP TRIGGER outcomeIsFinal;

    CREATE TRIGGER outcomeIsFinal BEFORE UPDATE ON calculation
    WHEN OLD.state <> 'pending' AND NOT (
      EXISTS (SELECT 1 FROM withdrawnFailure WHERE calculation = OLD.id AND toldAt = OLD.endedAt)
      AND (NEW.id, NEW.iteration, NEW.position, NEW.calculator, NEW.protocol, NEW.isReused, NEW.wallSeconds)
        IS (OLD.id, OLD.iteration, OLD.position, OLD.calculator, OLD.protocol, OLD.isReused, OLD.wallSeconds)
      AND (NEW.geometry, NEW.atomicValues, NEW.changes, NEW.notes) IS (NULL, NULL, NULL, NULL)
      AND (
        (OLD.state = 'failed' AND NEW.state = 'succeeded' AND NEW.endedAt = OLD.endedAt)
        -- Told anew. That it is at another time than each that was withdrawn keeps these apart.
        OR (OLD.state = 'succeeded' AND NEW.state = 'failed'
          AND NOT EXISTS (SELECT 1 FROM observation WHERE calculation = OLD.id)
          AND NOT EXISTS (SELECT 1 FROM withdrawnFailure WHERE calculation = OLD.id AND toldAt = NEW.endedAt))))
    BEGIN SELECT RAISE(ABORT, 'The outcome of a calculation is never changed.'); END;
    """
}
