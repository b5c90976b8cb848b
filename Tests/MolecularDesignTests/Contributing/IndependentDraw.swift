// The example of CONTRIBUTING.md, word for word: ContributingTests compares them.

import CohobateTesting
public import MolecularDesign
public import Numerics
import Testing

/// Draws a whole new string from the language model, whatever the old one is.
public struct IndependentDraw: Proposal {
  /// "independent draw"
  public let name = "independent draw"
  /// False: most strings it draws are other molecules, if they are any.
  public let preservesMolecule = false

  /// The proposal has no settings.
  public init() {}

  /// Draws a string; nil when it did not end.
  public func propose(from string: ScoredString, model: LanguageModel, stream: inout RandomStream) -> Proposed? {
    guard let drawn = model.grow(from: [], stream: &stream) else { return nil }
    return Proposed(
      string: drawn, forwardLogProbability: drawn.logProbability, backwardLogProbability: string.logProbability)
  }
}

@Suite struct IndependentDrawExample {
  @Test func itConforms() throws {
    let model = try smallModel()
    let strings = enumeratedStrings(of: model, atomsAtMost: 2)
    var stream = RandomStream(seed: 7)
    #expect(
      proposalViolations(of: IndependentDraw(), model: model, from: strings, draws: 30_000, stream: &stream) == [])
  }
}
