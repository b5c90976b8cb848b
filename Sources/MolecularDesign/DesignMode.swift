/// The purpose of a design run.
public enum DesignMode: String, Sendable, Hashable, Codable, CaseIterable {
  /// Sampling from the posterior p(s) · L(s): molecules that are both probable in the language model and likely.
  case sample
  /// Searching for the likeliest molecules, whatever their probability in the language model.
  case search
}
