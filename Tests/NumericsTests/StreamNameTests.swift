import Numerics
import Testing

/// The rows of every record made so far depend on these strings.
struct StreamNameTests {
  @Test func theNamesNeverChange() {
    #expect(
      StreamName.allCases.map(\.rawValue) == [
        "language model", "initial", "random", "design", "acquisition", "screen", "expected gain", "preselection",
        "sample", "inducing inputs", "folds", "cross-validation", "training",
      ])
  }

  @Test(arguments: StreamName.allCases)
  func aStreamIsTheOneOfItsText(_ use: StreamName) {
    let streams = RandomStreams(seed: 42)
    #expect(streams.stream(use) == streams.stream(use.rawValue))
    #expect(streams.stream(use, iteration: 3, index: 7) == streams.stream(use.rawValue, iteration: 3, index: 7))
    #expect(streams.stream(use, of: "gap") == streams.stream("gap, \(use.rawValue)"))
  }
}
