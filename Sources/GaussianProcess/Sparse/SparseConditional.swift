/// What a sparse process makes of the variance that its inducing inputs leave unexplained at an observation. Predictions
/// include it in either case.
public enum SparseConditional: String, Sendable, Hashable, Codable, CaseIterable {
  /// It counts as noise of that observation alone ("fully independent training conditional": Snelson and Ghahramani, 2006;
  /// Quiñonero-Candela and Rasmussen, JMLR 6, 2005). The process is never too sure of what it has seen, and learns little from
  /// inputs that are unlike all inducing ones.
  case fullyIndependent
  /// An observation counts as if there were none ("projected process": Seeger, Williams and Lawrence, AISTATS 2003). Of all
  /// processes that go through the inducing inputs this one is the nearest to the exact posterior (Titsias, AISTATS 2009), and
  /// many observations average out what is left. With few of them for each inducing input it follows their noise.
  case projected
}
