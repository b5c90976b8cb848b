extension CampaignSchema {
  /// Each iteration says what explains best which calculations succeeded and failed.
  static let version10 = """
    ALTER TABLE success ADD COLUMN explanation TEXT
      CHECK (explanation IS NULL OR (explanation <> '' AND outputScale IS NOT NULL));
    """
}
