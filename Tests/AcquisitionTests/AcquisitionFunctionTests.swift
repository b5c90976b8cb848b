import Acquisition
import CohobateTesting
import GaussianProcess
import Numerics
import Testing

struct AcquisitionFunctionTests {
  @Test func namesAreThoseOfCampaignFiles() {
    // Campaign files have these; further ones may come.
    let used = ["log-window", "log-expected-improvement", "upper-confidence-bound", "greedy", "random"]
    #expect(Array(AcquisitionFunctions.names.prefix(used.count)) == used)
    #expect(Set(AcquisitionFunctions.names).count == AcquisitionFunctions.names.count)
    #expect(AcquisitionFunctions.all.allSatisfy { !$0.summary.isEmpty })
  }

  /// The functions that contradict the order of the means, or ignore them.
  private static let withoutOrder: Set<String> = ["random"]
  /// The functions that are meant to depend on the mean and standard deviation of a whole mixture.
  private static let ofMeanAndDeviation: Set<String> = ["upper-confidence-bound", "greedy"]

  @Test(arguments: AcquisitionFunctions.names)
  func everyFunctionKeepsItsPromises(name: String) throws {
    let function = try AcquisitionFunctions.make(name, stream: RandomStream(seed: 1))
    #expect(function.name == name && !function.summary.isEmpty)
    let violations = acquisitionViolations(
      function, ordersByMean: !Self.withoutOrder.contains(name),
      averagesMembers: !Self.ofMeanAndDeviation.contains(name))
    #expect(violations == [])
  }

  @Test func unknownNamesAndOptionsAreNamed() {
    func message(_ name: String, _ options: [String: Double]) -> String {
      do {
        _ = try AcquisitionFunctions.make(name, options: options, stream: RandomStream(seed: 1))
        return "made"
      } catch {
        return error.description
      }
    }
    #expect(
      message("best", [:])
        == "There is no acquisition function 'best': choose one of "
        + "\(AcquisitionFunctions.names.joined(separator: ", ")).")
    #expect(
      message("greedy", ["beta": 1]) == "The acquisition function 'greedy' has no option 'beta': it takes none.")
    #expect(
      message("upper-confidence-bound", ["kappa": 1])
        == "The acquisition function 'upper-confidence-bound' has no option 'kappa': it takes beta.")
    #expect(message("upper-confidence-bound", ["beta": -1]).contains("give zero or a positive number"))
    #expect(message("upper-confidence-bound", ["beta": 1]) == "made")
  }
}

/// The suite must see what it promises to see.
struct AcquisitionConformanceTests {
  struct Broken: AcquisitionFunction {
    static let name = "broken"
    static let summary = "for the test"
    var values: @Sendable (AcquisitionState) -> [Double] = { _ in [] }
    init(_ values: @escaping @Sendable (AcquisitionState) -> [Double]) { self.values = values }
    init(options: [String: Double], stream: RandomStream) {}
    func logValues(_ state: AcquisitionState) -> [Double] { values(state) }
  }

  @Test func findsWhatIsBroken() {
    func first(_ values: @escaping @Sendable (AcquisitionState) -> [Double]) -> String {
      acquisitionViolations(Broken(values)).first ?? "nothing"
    }
    #expect(first { _ in [1] }.contains("gave 1 values"))
    #expect(first { state in state.sum { _, _ in .nan } }.contains("nan"))
    #expect(first { state in state.sum { -$1.mean * ($0.incumbent ?? 1) } }.contains("worth less"))
    #expect(first { state in state.sum { _, _ in .infinity } }.contains("inf"))
  }

  /// Values relative to the best candidate rank those of one call, and not those of a search.
  @Test func findsValuesThatDependOnTheOtherCandidates() {
    let violations = acquisitionViolations(
      Broken { state in
        let values = LogWindowProbability().logValues(state)
        let best = values.max() ?? 0
        return values.map { best == -.infinity ? $0 : $0 - best }
      }, averagesMembers: false)
    #expect(!violations.isEmpty && violations.allSatisfy { $0.contains("depends on the other candidates") })
  }

  /// The probability of the normal distribution with the mixture's mean and deviation: right for a normal prediction.
  @Test func findsAFormulaThatIsWrongForMixtures() {
    let broken = Broken { state in
      state.sum { objective, prediction in
        let normal = Prediction(mean: prediction.mean, standardDeviation: prediction.standardDeviation)
        return objective.target.logProbability(normal, incumbent: objective.incumbent)
      }
    }
    let violations = acquisitionViolations(broken)
    #expect(!violations.isEmpty && violations.allSatisfy { $0.contains("use target.logProbability") })
    #expect(acquisitionViolations(broken, averagesMembers: false) == [])
  }
}
