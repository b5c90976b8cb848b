import Foundation
import GaussianProcess
import Testing

struct LogNormalPriorTests {
  @Test func senselessPriorsAreNamed() {
    func message(_ change: (inout LogNormalPrior) -> Void) -> String {
      var prior = LogNormalPrior.outputScale
      change(&prior)
      do {
        _ = try fit(kernel: SquaredExponential().scaled(by: prior, named: "strength"), inputs: [0], values: [1])
        return "accepted"
      } catch {
        return error.description
      }
    }
    #expect(message { _ in } == "accepted")
    #expect(message { $0.greatest = 0.01 }.contains("prior of the strength"))
    #expect(message { $0.logDeviation = 0 }.contains("prior of the strength"))
    #expect(message { $0.least = 0 }.contains("prior of the strength"))
  }

  @Test func roundTrips() throws {
    let prior = LogNormalPrior(median: 2, logDeviation: 0.5, least: 0.1, greatest: 9)
    #expect(try JSONDecoder().decode(LogNormalPrior.self, from: JSONEncoder().encode(prior)) == prior)
    let one = Hyperparameter(name: "length scale", value: 1.5, prior: prior)
    #expect(try JSONDecoder().decode(Hyperparameter.self, from: JSONEncoder().encode(one)) == one)
  }
}
