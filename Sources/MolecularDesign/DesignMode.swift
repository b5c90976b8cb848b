/// What a design run is for.
public enum DesignMode: String, Sendable, Hashable, Codable, CaseIterable {
  /// To draw from the posterior p(s) · L(s): molecules that are probable by the language model as well as likely.
  case sample
  /// To find the likeliest molecules, whatever the language model says of them.
  case search
}
