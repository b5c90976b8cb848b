import Numerics
import Testing
import TransferLearning

@Suite struct FoldsTests {
  @Test func foldsAreOfAboutEqualSize() throws {
    var stream = RandomStream(seed: 1)
    let folds = try Folds(count: 5, rows: 103, stream: &stream)
    let sizes = (0..<5).map { fold in folds.assignment.count { $0 == fold } }
    #expect(sizes.sorted() == [20, 20, 21, 21, 21])
    // At random, not in the order of the rows.
    #expect(folds.assignment != (0..<103).map { $0 % 5 })
    #expect(try Folds(count: 5, rows: 103, stream: &stream).assignment != folds.assignment)
  }

  @Test func aGroupIsNotParted() throws {
    var stream = RandomStream(seed: 2)
    let groups = (0..<60).map { $0 % 17 }
    let folds = try Folds(count: 4, rows: 60, groups: groups, stream: &stream)
    for group in 0..<17 {
      #expect(Set(zip(groups, folds.assignment).filter { $0.0 == group }.map(\.1)).count == 1)
    }
    #expect(Set(folds.assignment) == [0, 1, 2, 3])
  }

  @Test func thereAreNoMoreFoldsThanGroups() throws {
    var stream = RandomStream(seed: 3)
    #expect(try Folds(count: 10, rows: 3, stream: &stream).count == 3)
    #expect(try Folds(count: 2, rows: 0, stream: &stream).assignment == [])
    #expect(throws: TransferLearningError.self) { try Folds(count: 1, rows: 3, stream: &stream) }
  }
}
