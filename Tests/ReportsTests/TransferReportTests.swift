import Reports
import Stores
import Testing

@Suite struct TransferReportTests {
  @Test(
    arguments: [
      ([], nil), (["gap (built-in)"], "gap (built-in)"), (["homo"], "homo"), (["homo", "lumo"], "homo + lumo"),
      (["gap (built-in)", "homo (built-in)"], "2 built-in models"),
      (["gap (built-in)", "homo (built-in)", "gap (screen)"], "2 built-in models + gap (screen)"),
    ] as [([String], String?)])
  func sourcesAreNamedAndThoseOfTheBuiltInLibraryCounted(_ sources: [String], _ text: String?) {
    let record = TransferRecord(
      iteration: 1, property: "gap", rank: 1, sources: sources, parts: ["linear"], weight: 1, logWeight: 0,
      leaveOneOutRMSE: nil, leaveOneOutLogDensity: nil)
    #expect(TransferReport(record).sourceText == text)
  }
}
