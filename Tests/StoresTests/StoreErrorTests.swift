import Files
import Stores
import Testing

@Suite struct StoreErrorTests {
  @Test(
    arguments: [
      .notFound(path: "a.sqlite"), .alreadyExists(path: "a.sqlite", campaign: "gap"), .isFolder(path: "a.sqlite"),
      .cannotOpen(path: "a.sqlite", reason: "why"), .notWritable(path: "a.sqlite"),
      .unwritableFolder(path: "a.sqlite", folder: "b"), .notDatabase(path: "a.sqlite"),
      .notCampaign(path: "a.sqlite"), .empty(path: "a.sqlite"), .newer(path: "a.sqlite", schema: "v99"),
      .diskFull(path: "a.sqlite"), .busy(path: "a.sqlite"),
      .damaged(path: "a.sqlite", reason: "why"), .inputOutput(path: "a.sqlite", reason: "why"),
      .locked(path: "a.sqlite", holder: "process 1"), .campaignEnded(path: "a.sqlite"), .closed(path: "a.sqlite"),
      .outcomeAlreadyRecorded(path: "a.sqlite", calculation: 7), .unknown(path: "a.sqlite", what: "calculation 7"),
      .notANumber(path: "a.sqlite", table: "fit", column: "noise"), .refused(path: "a.sqlite", rule: "Only so."),
      .unexpected(path: "a.sqlite", reason: "why"),
    ] as [StoreError])
  func everyErrorIsASentenceThatNamesTheFile(_ error: StoreError) {
    #expect(error.description.contains("'a.sqlite'"))
    #expect(error.description.hasSuffix("."))
    #expect(!error.description.contains("\n"))
  }

  /// The command line ends with 1 where the machine failed and with 2 where the input is wrong.
  @Test func missingPermissionsToWriteAreAFailureOfTheMachine() {
    #expect(CampaignError(StoreError.notWritable(path: "a")).kind == .failure)
    #expect(CampaignError(StoreError.unwritableFolder(path: "a", folder: "b")).kind == .failure)
    #expect(CampaignError(StoreError.notFound(path: "a")).kind == .input)
  }
}
