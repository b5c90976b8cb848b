import TransferLearning

/// Everything known about a source model except its parameters.
public struct SourceModelDetails: Encodable, Sendable {
  /// Its summary in a list.
  public let model: SourceModelSummary
  /// The library's file.
  public let library: String
  /// A one-sentence description of the property; empty if none was given.
  public let propertySummary: String
  /// The versions that the model's features depend on, besides the representations' names.
  public let representationVersion: String
  /// The deviation of a sparse process from an exact one; nil for other models, and for models from before it was
  /// recorded.
  public let approximation: SparseApproximation?
  /// The reason, in a sentence, why the model cannot be used: this program computes other features. Nil if it can.
  public let problem: String?
  /// The file of the data.
  public let source: String
  /// Identifies the data.
  public let dataDigest: String
  /// The number of rows with a value.
  public let rows: Int
  /// The number of distinct molecules among them.
  public let distinctMolecules: Int
  /// The number of folds of the cross-validation; as many as molecules if each was left out in turn.
  public let folds: Int
  /// The mean logarithm of the predictive density of values that the model was not trained on; nil if predictions have
  /// no deviations.
  public let logDensity: Double?
  /// The settings of the training, as JSON.
  public let settings: String
  /// The seed, as text because not every JSON reader preserves 64 bits.
  public let seed: String
  /// The version of the program that trained it.
  public let programVersion: String

  init(_ summary: SourceModelSummary, _ document: SourceModelDocument, library: String) {
    model = summary
    self.library = library
    propertySummary = document.property.summary
    representationVersion = document.representation.version
    var (approximation, problem): (SparseApproximation?, String?)
    do throws(TransferLearningError) {
      approximation = SparseApproximation(try SourcePayload(of: document))
      _ = try document.representation.representations()
    } catch {
      problem = error.description
    }
    (self.approximation, self.problem) = (approximation, problem)
    source = document.provenance.file
    dataDigest = document.provenance.digest
    rows = document.provenance.rows
    distinctMolecules = document.provenance.distinctMolecules
    folds = document.errors.folds
    logDensity = document.errors.logDensity
    settings = document.settings
    seed = String(document.seed)
    programVersion = document.programVersion
  }
}
