import Calculation
import Files
import Testing
import Workbench

@Suite("What can calculate")
struct CalculatorsReportTests {
  @Test("Every registered calculator is listed, in the order of the register")
  func all() async throws {
    let report = try await CalculatorsReport()
    #expect(report.calculators.map(\.name) == Calculators.all.map(\.name))
    for entry in report.calculators { #expect((entry.version == nil) == (entry.problem != nil), "\(entry)") }
  }

  @Test("xtb has its version, protocol and properties with units")
  func xtb() async throws {
    let entry = try #require(try await CalculatorsReport(of: "xtb").calculators.first)
    #expect(entry.version?.first?.isNumber == true)
    #expect(entry.calculationProtocol?.summary.contains("GFN2-xTB") == true)
    #expect(entry.properties.contains { $0.name == "gap" && $0.unit == "eV" && !$0.summary.isEmpty })
    // Also what is computed only where it is wanted.
    let names = entry.properties.map(\.name)
    for name in ["ip", "electrophilicity", "free_energy", "fukui_plus"] { #expect(names.contains(name)) }
    #expect(Set(names).count == names.count)
  }

  @Test("A calculator that needs settings says so")
  func needsSettings() async throws {
    let entry = try #require(try await CalculatorsReport(of: "table").calculators.first)
    #expect(entry.needsSettings && entry.properties.isEmpty)
    #expect(entry.problem?.contains("'file'") == true)
    #expect(entry.settings.map(\.name) == ["file", "smiles_column", "units"])
    #expect(entry.settings.first?.summary.hasPrefix("required") == true)
  }

  @Test("Another name is refused with the names that there are")
  func unknown() async throws {
    let error = await #expect(throws: CampaignError.self) { _ = try await CalculatorsReport(of: "gaussian") }
    #expect(error?.kind == .input)
    #expect(error?.description.contains("xtb") == true)
  }
}
