import GaussianProcess
import Testing

struct BoundedMaximumTests {
  /// Rosenbrock's valley upside down, with its top at (1, 1).
  private func valley(_ point: [Double], _ slopes: inout [Double]) -> Double {
    let (x, y) = (point[0], point[1])
    slopes = [2 * (1 - x) + 400 * x * (y - x * x), -200 * (y - x * x)]
    return -(1 - x) * (1 - x) - 100 * (y - x * x) * (y - x * x)
  }

  @Test func findsTheTop() {
    let found = boundedMaximum(start: [-1.2, 1], lower: [-5, -5], upper: [5, 5], evaluations: 300, valley)
    #expect(abs(found.point[0] - 1) < 1e-4 && abs(found.point[1] - 1) < 1e-4)
    #expect(found.evaluations < 300)
  }

  @Test func staysInTheBox() {
    let found = boundedMaximum(start: [0, 0], lower: [-1, -1], upper: [0.5, 1], evaluations: 300, valley)
    #expect(abs(found.point[0] - 0.5) < 1e-6 && abs(found.point[1] - 0.25) < 1e-4)
  }

  @Test func endsSoonAfterTheEvaluationsAndIsNeverWorseThanTheStart() {
    var slopes = [0.0, 0.0]
    let start = valley([-1.2, 1], &slopes)
    let found = boundedMaximum(start: [-1.2, 1], lower: [-5, -5], upper: [5, 5], evaluations: 3, valley)
    #expect(found.evaluations < 25)
    #expect(found.value >= start)
  }
}
