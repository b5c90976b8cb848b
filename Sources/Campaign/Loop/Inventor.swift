import CampaignFile
import Chemistry
import MolecularDesign
import Numerics

/// A source of candidates that is never used up, but may find none: molecules invented with a language model, which is
/// trained when it is first needed.
struct Inventor: Sendable {
  /// The designer with its language model.
  private let designer: Lazy<Designer>

  /// - Parameter corpus: The molecules that the language model learns from.
  init(_ specification: Specification, corpus: [Molecule], streams: RandomStreams) {
    designer = Lazy {
      let language = try LanguageModel(
        training: corpus, settings: specification.languageModel, stream: streams.stream(.languageModel))
      return try Designer(
        model: language, filter: specification.filter, settings: specification.design, corpus: corpus
      ).prepared()
    }
  }

  /// Trains the language model now.
  func train() throws { _ = try designer.value() }

  /// Draws the wanted number of molecules from the language model, sufficiently distant from each other and from
  /// earlier ones; fewer if no more are found, and then with the reasons.
  ///
  /// - Parameter drawsAtMost: The greatest number of strings; nil for that of the settings.
  func sample(
    count: Int, excluding known: Set<String>, apartFrom others: [Molecule] = [], drawsAtMost: Int? = nil,
    stream: inout RandomStream
  ) throws -> DesignResult {
    do {
      return try designer.value().sample(
        count: count, excluding: known, apartFrom: others, drawsAtMost: drawsAtMost, stream: &stream)
    } catch DesignError.filterTooNarrow(let draw) {
      return DesignResult(draw)
    }
  }

  /// Samples or searches from seeds, the best first, for molecules of great likelihood, or of a great value of another kind.
  func search(
    from seeds: [Molecule], excluding known: Set<String>, areLogProbabilities: Bool, stream: inout RandomStream,
    logLikelihoods: (_ molecules: [Molecule], _ widening: Int) throws -> [[Double]]
  ) throws -> DesignResult {
    do {
      return try designer.value().design(
        from: seeds, excluding: known, areLogProbabilities: areLogProbabilities, stream: &stream,
        logLikelihoods: logLikelihoods)
    } catch DesignError.filterTooNarrow(let draw) {
      return DesignResult(draw)
    }
  }
}
