/// The version of Cohobate, recorded in every database.
public enum CohobateVersion {
  /// Semantic version.
  public static let current = "0.1.0"
}
