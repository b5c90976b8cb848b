import GRDB
import Stores
import Testing

@Suite struct DatabaseFailureTests {
  @Test(
    arguments: [
      (.SQLITE_NOTADB, .notDatabase(path: "a")), (.SQLITE_READONLY, .notWritable(path: "a")),
      (.SQLITE_READONLY_DIRECTORY, .notWritable(path: "a")), (.SQLITE_PERM, .notWritable(path: "a")),
      (.SQLITE_CANTOPEN, .cannotOpen(path: "a", reason: "why")), (.SQLITE_FULL, .diskFull(path: "a")),
      (.SQLITE_BUSY, .busy(path: "a")), (.SQLITE_BUSY_SNAPSHOT, .busy(path: "a")), (.SQLITE_LOCKED, .busy(path: "a")),
      (.SQLITE_CORRUPT, .damaged(path: "a", reason: "why")),
      (.SQLITE_IOERR_WRITE, .inputOutput(path: "a", reason: "why")),
      (.SQLITE_CONSTRAINT_CHECK, .refused(path: "a", rule: "why")),
      (.SQLITE_MISUSE, .unexpected(path: "a", reason: "why")),
    ] as [(ResultCode, StoreError)])
  func whatSQLiteReportsHasItsOwnName(_ code: ResultCode, _ expected: StoreError) {
    #expect(StoreError(DatabaseError(resultCode: code, message: "why"), path: "a") == expected)
  }

  @Test func aClockThatIsFarOffIsNamed() {
    let rule = "CHECK constraint failed: endedAt IS NULL OR (endedAt GLOB '????' AND julianday(endedAt) IS NOT NULL)"
    let error = StoreError(DatabaseError(resultCode: .SQLITE_CONSTRAINT_CHECK, message: rule), path: "a")
    #expect(error.description.hasSuffix("a time has a year of more than four digits; set the machine's clock."))
  }

  @Test(arguments: [ResultCode.SQLITE_READONLY_ROLLBACK, .SQLITE_READONLY_RECOVERY])
  func aReaderIsToldThatAWriteWasInterrupted(_ code: ResultCode) {
    let error = StoreError(DatabaseError(resultCode: code), path: "a")
    #expect(
      error.description == "'a' cannot be opened: a write to it was interrupted; resume the campaign to repair it.")
  }

  @Test func whatIsNotANumberIsNamedByTableAndColumn() {
    #expect(
      StoreError(NotANumber(table: "fit", column: "noise"), path: "a")
        == .notANumber(path: "a", table: "fit", column: "noise"))
  }

  @Test func anErrorOfTheStorePassesUnchanged() {
    #expect(StoreError(StoreError.empty(path: "b"), path: "a") == .empty(path: "b"))
  }
}
