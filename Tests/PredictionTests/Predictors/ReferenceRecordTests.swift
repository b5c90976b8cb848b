import Acquisition
import Prediction
import Stores
import Testing

@Suite("The recorded reference point")
struct ReferenceRecordTests {
  private let objectives = [
    Target(property: "gap", goal: .minimize), Target(property: "dipole", goal: .maximize),
    Target(property: "energy", goal: .window(lower: 0, upper: 1)),
  ]

  private func row(
    _ iteration: Int, _ objective: String, isMinimum: Bool = false, _ value: Double, isStated: Bool = false
  ) -> ReferencePointRecord {
    ReferencePointRecord(
      iteration: iteration, objective: objective, isMinimum: isMinimum, value: value, isStated: isStated)
  }

  @Test("The first value that no file stated holds")
  func first() {
    let record = ReferenceRecord([
      row(1, "dipole", 9, isStated: true), row(1, "gap", isMinimum: true, 5), row(2, "dipole", 2),
      row(2, "gap", isMinimum: true, 6), row(3, "dipole", 3),
    ])
    #expect(record.values(for: objectives) == ["gap": 5, "dipole": 2])
    #expect(record.upTo(1).values(for: objectives) == ["gap": 5])
    #expect(ReferenceRecord.none.values(for: objectives).isEmpty)
  }

  @Test("A maximum has nothing from a time when it was a minimum, and a window has no reference")
  func direction() {
    let record = ReferenceRecord([row(1, "dipole", isMinimum: true, 2), row(1, "energy", 2)])
    #expect(record.values(for: objectives).isEmpty)
  }
}
