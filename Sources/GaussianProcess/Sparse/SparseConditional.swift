/// The treatment of the variance that inducing inputs leave unexplained at an observation. Predictions include it in
/// either case.
public enum SparseConditional: String, Sendable, Hashable, Codable, CaseIterable {
  /// It is treated as independent noise of that observation ("fully independent training conditional": Snelson and
  /// Ghahramani, 2006; Quiñonero-Candela and Rasmussen, JMLR 6, 2005). The process is never overconfident at
  /// observations, and learns little from inputs that differ from all inducing ones.
  case fullyIndependent
  /// It is ignored at observations ("projected process": Seeger, Williams and Lawrence, AISTATS 2003). Of all processes
  /// through the inducing inputs this is the nearest to the exact posterior (Titsias, AISTATS 2009), and many
  /// observations average out the rest. With few observations per inducing input it overfits their noise.
  case projected
}
