import CampaignFile
import Chemistry
import Files
import MolecularDesign
import Numerics

/// A source of candidates that is never used up, but may find none: molecules invented with a language model, which is
/// trained when it is first needed, or compositions made from others by substitution.
struct Inventor: Sendable {
  private enum Engine {
    /// The designer with its language model.
    case language(Lazy<Designer, any Error>)
    case substitution(CompositionDesigner)
  }

  private let engine: Engine

  /// - Parameter corpus: The molecules that the language model learns from.
  init(_ specification: Specification, corpus: [Molecule], streams: RandomStreams) {
    engine = .language(
      Lazy {
        let language = try LanguageModel(
          training: corpus, settings: specification.languageModel, stream: streams.stream(.languageModel))
        return try Designer(
          model: language, filter: specification.filter, settings: specification.design, corpus: corpus
        ).prepared()
      })
  }

  /// - Parameter pool: The compositions that others are made from.
  init(_ specification: Specification, compositions pool: [Molecule]) {
    engine = .substitution(
      CompositionDesigner(pool: pool, filter: specification.filter, settings: specification.design))
  }

  /// What a batch drawn at random is drawn from, in words.
  var source: String {
    switch engine {
    case .language: "the language model"
    case .substitution: "substitutions"
    }
  }

  /// Trains the language model now.
  func train() throws {
    if case .language(let designer) = engine { _ = try designer.value() }
  }

  /// Draws the wanted number of molecules from the language model, sufficiently distant from each other and from
  /// earlier ones; fewer if no more are found, and then with the reasons.
  ///
  /// - Parameter drawsAtMost: The greatest number of strings; nil for that of the settings.
  func sample(
    count: Int, excluding known: Set<String>, apartFrom others: [Molecule] = [], drawsAtMost: Int? = nil,
    stream: inout RandomStream
  ) throws -> DesignResult {
    do {
      switch engine {
      case .language(let designer):
        return try designer.value().sample(
          count: count, excluding: known, apartFrom: others, drawsAtMost: drawsAtMost, stream: &stream)
      case .substitution(let designer):
        return try designer.sample(
          count: count, excluding: known, apartFrom: others, drawsAtMost: drawsAtMost, stream: &stream)
      }
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
      switch engine {
      case .language(let designer):
        return try designer.value().design(
          from: seeds, excluding: known, areLogProbabilities: areLogProbabilities, stream: &stream,
          logLikelihoods: logLikelihoods)
      case .substitution(let designer):
        return try designer.design(
          from: seeds, excluding: known, stream: &stream, logLikelihoods: logLikelihoods)
      }
    } catch DesignError.filterTooNarrow(let draw) {
      return DesignResult(draw)
    }
  }
}
