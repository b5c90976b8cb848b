import CampaignFile
import Chemistry
import MolecularDesign
import Numerics
import Synchronization

/// A source of candidates that is never used up, but may find none: molecules invented with a language model, which is
/// trained when it is first needed.
final class Inventor: Sendable {
  private let specification: Specification
  private let corpus: [Molecule]
  private let streams: RandomStreams
  private let trained = Mutex<Designer?>(nil)

  /// - Parameter corpus: The molecules that the language model learns from.
  init(_ specification: Specification, corpus: [Molecule], streams: RandomStreams) {
    (self.specification, self.corpus, self.streams) = (specification, corpus, streams)
  }

  /// The designer with its language model.
  func designer() throws(DesignError) -> Designer {
    if let designer = trained.withLock(\.self) { return designer }
    let language = try LanguageModel(
      training: corpus, settings: specification.languageModel, stream: streams.stream("language model"))
    let designer = Designer(
      model: language, filter: specification.filter, settings: specification.design, corpus: corpus)
    trained.withLock { $0 = designer }
    return designer
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
      return try designer().sample(
        count: count, excluding: known, apartFrom: others, drawsAtMost: drawsAtMost, stream: &stream)
    } catch DesignError.filterTooNarrow(let draw) {
      return DesignResult(draw)
    }
  }

  /// Searches from seeds, the best first, for molecules of great likelihood.
  func search(
    from seeds: [Molecule], excluding known: Set<String>, stream: inout RandomStream,
    logLikelihoods: (_ molecules: [Molecule], _ widening: Int) throws -> [[Double]]
  ) throws -> DesignResult {
    do {
      return try designer().design(
        from: seeds, excluding: known, stream: &stream, logLikelihoods: logLikelihoods)
    } catch DesignError.filterTooNarrow(let draw) {
      return DesignResult(draw)
    }
  }
}
