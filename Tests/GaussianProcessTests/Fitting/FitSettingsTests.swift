import Foundation
import GaussianProcess
import Testing

struct FitSettingsTests {
  @Test func senselessSettingsAreNamed() {
    func message(_ change: (inout FitSettings) -> Void) -> String {
      var settings = FitSettings()
      change(&settings)
      do {
        _ = try fit(kernel: SquaredExponential().scaled(), inputs: [0], values: [1], settings: settings)
        return "accepted"
      } catch {
        return error.description
      }
    }
    #expect(message { _ in } == "accepted")
    #expect(message { $0.noise.least = 0 }.contains("prior of the noise"))
    #expect(message { $0.starts = 0 }.contains("starting points"))
    #expect(message { $0.evaluations = 0 }.contains("evaluations"))
  }

  @Test func roundTrips() throws {
    var settings = FitSettings()
    settings.noise.median = 0.3
    let data = try JSONEncoder().encode(settings)
    #expect(try JSONDecoder().decode(FitSettings.self, from: data) == settings)
    let parameters = Hyperparameters(mean: 1, outputScale: 2, noise: 0.1)
    #expect(try JSONDecoder().decode(Hyperparameters.self, from: JSONEncoder().encode(parameters)) == parameters)
  }
}
