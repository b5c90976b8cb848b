import Testing
import cohobate

@Suite struct ProgressBarTests {
  @Test(arguments: [
    (0, 10, "[          ]"), (1, 10, "[#         ]"), (5, 10, "[#####     ]"), (10, 10, "[##########]"),
    (999, 1000, "[######### ]"), (11, 10, "[##########]"), (0, 0, "[##########]"),
  ])
  func isFullOnlyWhenAllIsDone(done: Int, total: Int, bar: String) {
    #expect(ProgressBar(done: done, total: total).text(width: 10) == bar)
  }

  @Test func hasTwentyColumnsUnlessToldOtherwise() {
    #expect(ProgressBar(done: 1, total: 3).text() == "[######              ]")
    #expect(ProgressBar(done: 1, total: 3).text(width: 0) == "[]")
  }
}
