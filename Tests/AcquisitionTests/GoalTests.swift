import Acquisition
import Testing

struct GoalTests {
  @Test(arguments: [
    Goal.window(lower: 1, upper: 1.6), .window(lower: -.infinity, upper: 2), .window(lower: 2, upper: .infinity),
    .maximize, .minimize, .near(value: 2, deviation: 0.3),
  ])
  func soundGoalsAreAccepted(goal: Goal) throws { try goal.validated() }

  @Test(arguments: [(2.0, 0.0), (2.0, -1.0), (.infinity, 1.0), (2.0, .infinity)])
  func senselessGaussiansAreRefused(value: Double, deviation: Double) {
    #expect(throws: AcquisitionError.senselessNearness(value: "\(value)", deviation: "\(deviation)")) {
      try Goal.near(value: value, deviation: deviation).validated()
    }
  }

  @Test(arguments: [(2.0, 1.0), (1.0, 1.0), (-.infinity, .infinity), (.nan, 1.0)])
  func senselessWindowsAreRefused(lower: Double, upper: Double) {
    #expect(throws: AcquisitionError.senselessWindow(lower: "\(lower)", upper: "\(upper)")) {
      try Goal.window(lower: lower, upper: upper).validated()
    }
  }
}
