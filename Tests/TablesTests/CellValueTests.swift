import Tables
import Testing

@Suite struct CellValueTests {
  @Test(arguments: ["1", " -2.5 ", "1e-3", "+4", ".5"]) func numbers(text: String) {
    guard case .number = CellValue(text) else {
      Issue.record("'\(text)' is a number.")
      return
    }
  }

  @Test(arguments: [
    "NA", "N/A", "#N/A", "<NA>", "nan", "NaN", "n.d.", "ND", "--", "-", "—", "?", "None", "null", " n/a ",
  ])
  func missing(text: String) { #expect(CellValue(text) == .missing) }

  @Test(arguments: [">10", "<5", "~3", ">= 1e3", "≤ 2.5", "≈4", "< 0.1", "ca. 12", ">-3"])
  func censored(text: String) { #expect(CellValue(text) == .censored) }

  @Test(arguments: ["", "  ", "\t"]) func empty(text: String) { #expect(CellValue(text) == .empty) }

  @Test(arguments: ["one", "1,5", "0x10", "inf", "1e999", ">", ">x", "1 eV", "3-5", "<b>"])
  func other(text: String) { #expect(CellValue(text) == .other) }
}
