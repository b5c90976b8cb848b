import GaussianProcess
import Testing
import TransferLearning

struct TransferInputTests {
  /// What a source says is a part of the input: the same molecule, asked of another source, is another one.
  @Test func whatSourcesSayTellsInputsApart() throws {
    let sources = try ChainSources(lengths: 1...3)
    let molecule = sources.features[0]
    let outputs = try sources.process().outputs([molecule])
    #expect(TransferInput(features: molecule).sources.isEmpty)
    #expect(TransferInput(features: molecule, sources: outputs) == TransferInput(features: molecule, sources: outputs))
    let all = [
      TransferInput(features: molecule), TransferInput(features: molecule, sources: [nil]),
      TransferInput(features: molecule, sources: outputs),
      TransferInput(features: sources.features[1], sources: outputs),
    ]
    #expect(Set(all).count == all.count)
  }
}
