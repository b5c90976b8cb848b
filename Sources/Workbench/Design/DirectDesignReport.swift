import Foundation
public import Prediction

/// The result of a design without a campaign.
public struct DirectDesignReport: Encodable, Sendable {
  /// A prediction of an observation, the model's noise included.
  public struct Value: Encodable, Sendable, Hashable {
    /// The expected value.
    public let mean: Double
    /// Its standard deviation.
    public let standardDeviation: Double
  }

  /// A molecule.
  public struct Row: Encodable, Sendable, Hashable {
    /// Canonical SMILES; of a composition its identity.
    public let smiles: String
    /// The formula of a composition; nil for a molecule.
    public let formula: String?
    /// The predictions, in the order of ``DirectDesignReport/quantities``.
    public let predictions: [Value]
    /// The probability of meeting all targets, as if they were independent; for a Gaussian target the expectation of
    /// its factor.
    public let probability: Double
    /// Its natural logarithm, which is also given if the probability underflows.
    public let logProbability: Double
    /// Whether it is neither in the table nor in the corpus.
    public let isNovel: Bool
    /// The first origin: a move's name, "seed" or "language model".
    public let move: String
    /// The SMILES of the molecule that it was made from; nil if there is none.
    public let parent: String?
    /// Its name or identifier in the table; nil if it has none.
    public let name: String?
  }

  /// "sample" or "search".
  public let mode: String
  /// The targets, in words.
  public let targets: [String]
  /// The models.
  public let models: [PredictorSummary]
  /// The predicted quantities.
  public let quantities: [PredictedQuantity]
  /// The molecules, the most probable first.
  public let molecules: [Row]
  /// The inverse temperature β at the end: 1 for a sample of the posterior.
  public let temperature: Double
  /// The mean likelihood of the particles, or of the elite of a search.
  public let meanLikelihood: Double
  /// The estimate of log Σ p(s) L(s), if the run sampled and reached the end.
  public let logEvidence: Double?
  /// The number of strings considered, by their fate.
  public let counts: [String: Int]
  /// Notes for the user, a sentence each.
  public let notes: [String]

  /// Whether the designs are compositions.
  var isOfCompositions: Bool { molecules.contains { $0.formula != nil } }
}
