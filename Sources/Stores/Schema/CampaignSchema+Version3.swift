extension CampaignSchema {
  /// A value that a person gave may be withdrawn: it moves from the observations, which hold the current values, to the
  /// withdrawals, with the reason. Nothing is lost, and existing queries for values stay correct.
  static let version3 = """
    CREATE TABLE withdrawal (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id >= 1),
      calculation INTEGER NOT NULL REFERENCES calculation(id),
      property TEXT NOT NULL REFERENCES property(name),
      value REAL NOT NULL \(ColumnCheck.finite("value")),
      uncertainty REAL \(ColumnCheck.finite("uncertainty", from: "0")),
      reason TEXT CHECK (reason <> ''),
      withdrawnAt TEXT NOT NULL \(ColumnCheck.time("withdrawnAt"))
    ) STRICT;

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
    """
}
