import Files
import Testing

struct IntervalTests {
  @Test(
    arguments: [
      ("1..3", 1.0, 3.0), ("..3", nil, 3), ("-1.5e2..", -150, nil), ("2", 2, 2), (" 1 .. 2 ", 1, 2),
      ("0.5..0.5", 0.5, 0.5),
      ("+1..2", 1, 2), ("-1..0", -1, 0), ("1e100..", 1e100, nil),
    ] as [(String, Double?, Double?)])
  func textsAreRead(text: String, lower: Double?, upper: Double?) throws {
    #expect(try Interval(text) == Interval(lower: lower, upper: upper))
  }

  @Test(arguments: [
    ("", IntervalError.unreadable), ("..", .unbounded), ("a..b", .unreadable), ("1..2..3", .unreadable),
    ("1...3", .unreadable), ("5..1", .reversed(lower: 5, upper: 1)), ("nan..", .unreadable), ("..inf", .unreadable),
    ("1,5", .unreadable), ("0x10..", .unreadable), ("1e999..", .unreadable), ("1 2..3", .unreadable),
    // As in a table: no property is outside these sizes in any unit.
    ("1e101..", .unreadable), ("..1e-300", .unreadable),
  ])
  func otherTextsAreRefused(text: String, error: IntervalError) {
    #expect(throws: error) { try Interval(text) }
  }

  @Test func boundsMayBeOpenAndMustNotBeReversed() throws {
    let open = try Interval(lower: nil, upper: nil)
    #expect(open.lower == nil && open.upper == nil)
    #expect(throws: IntervalError.reversed(lower: 2, upper: 1)) { try Interval(lower: 2, upper: 1) }
  }

  @Test func anErrorEndsASentence() {
    #expect(
      IntervalError.reversed(lower: 2, upper: 1).description
        == "is reversed: its lower bound 2.0 is above its upper bound 1.0")
  }
}
