import TransferLearning

/// All that is known of a source model but its numbers.
public struct SourceModelDetails: Encodable, Sendable {
  /// What a list says of it.
  public let model: SourceModelSummary
  /// The library's file.
  public let library: String
  /// What the property is, in a sentence; empty where nobody said.
  public let propertySummary: String
  /// What the numbers that the model sees depend on beside the representations' names.
  public let representationVersion: String
  /// How far a sparse process is from an exact one; nil for any other model, and for those of before this was kept.
  public let approximation: SparseApproximation?
  /// Whether this program computes the same numbers, so that the model can be used; if not, why in a sentence.
  public let problem: String?
  /// The file that the data came from.
  public let source: String
  /// What tells the data from others.
  public let dataDigest: String
  /// The rows that had a value.
  public let rows: Int
  /// The distinct molecules among them.
  public let distinctMolecules: Int
  /// The folds of the cross-validation; as many as molecules if each was left out in turn.
  public let folds: Int
  /// The mean logarithm of the predictive density of values not seen; nil where predictions have no deviations.
  public let logDensity: Double?
  /// The settings of the training, as JSON.
  public let settings: String
  /// The seed, as text since not every reader of JSON keeps 64 bits.
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
