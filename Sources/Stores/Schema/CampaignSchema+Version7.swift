extension CampaignSchema {
  /// Where several structural models are weighed, each row of `transfer` names its own.
  static let version7 = """
    ALTER TABLE transfer ADD COLUMN model TEXT CHECK (model <> '');
    """
}
