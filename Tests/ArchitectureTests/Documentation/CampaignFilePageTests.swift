import Acquisition
import Calculation
import CampaignFile
import Foundation
import Testing

/// Documentation/campaign-file.md and the file that `cohobate new` writes, held to the keys that the program reads.
@Suite struct CampaignFilePageTests {
  private static let unknown = "zzzzzzzzzzzz"

  /// A campaign file with an unknown key in each section in turn: the message about it names the keys that are known.
  private static let files: [String: String] = [
    "Top level": "\(unknown): 1",
    "objectives": "name: a\nseed: 1\nobjectives: [{\(unknown): 1}]",
    "corpus": start + "corpus: {\(unknown): 1}",
    "pool": start + "pool: {\(unknown): 1}",
    "molecules": start + "molecules: {\(unknown): 1}",
    "molecules.known": start + "molecules: {known: {\(unknown): 1}}",
    "surrogate": start + "surrogate: {\(unknown): 1}",
    "budget": start + "budget: {\(unknown): 1}",
    "design": start + "budget: {calculations: 8}\ndesign: {\(unknown): 1}",
  ]

  private static let start =
    "name: a\nseed: 1\nobjectives: [{property: gap, goal: maximize}]\ncalculator: {program: xtb}\n"

  private let page: Page

  init() throws { page = try Page("Documentation/campaign-file.md") }

  private func keys(of section: String) throws -> Set<String> {
    let text = try #require(Self.files[section])
    do {
      _ = try Specification(file: "a.yaml", text: text)
      Issue.record("An unknown key in \(section) was accepted.")
      return []
    } catch {
      let message = error.message
      let list = try #require(message.firstMatch(of: /is unknown; the keys here are (.+)\.$/), "\(message)")
      return Set(list.output.1.components(separatedBy: ", "))
    }
  }

  /// The keys in the first column of a section's first table.
  private func described(_ heading: String) -> [String] {
    let lines = page.section(heading).drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }
    return Array(lines).tableRows.compactMap(\.first).flatMap(\.codeSpans)
  }

  @Test(arguments: ["Top level", "objectives", "molecules", "surrogate", "budget", "design"])
  func everyKeyOfASectionIsOnThePageAndNoOther(_ section: String) throws {
    let described = self.described(section == "Top level" ? section : "`\(section)`")
    let known = try keys(of: section)
    #expect(Set(described) == known)
    #expect(Set(described).count == described.count)
  }

  @Test(arguments: [("corpus", "`corpus`"), ("pool", "`pool`"), ("molecules.known", "`molecules`")])
  func everyKeyOfAFileAndItsColumnIsInItsSection(_ section: String, _ heading: String) throws {
    let text = page.section(heading).joined(separator: "\n")
    for key in try keys(of: section) {
      #expect(text.contains("\(key):") || text.contains("`\(key)`"), "\(section).\(key)")
    }
  }

  @Test func everyAcquisitionFunctionIsOnThePageWithItsOptionsAndNoOther() throws {
    let rows = page.section("`acquisition`").tableRows
    #expect(rows.compactMap(\.first).flatMap(\.codeSpans).sorted() == AcquisitionFunctions.names.sorted())
    for function in AcquisitionFunctions.all {
      let row = try #require(rows.first { $0.first == "`\(function.name)`" })
      #expect(row[1].codeSpans.sorted() == function.optionNames.sorted(), "\(function.name)")
    }
    let method = try Page("Documentation/method.md").section("Acquisition").tableRows
    // Those that have another value of several goals are in two tables.
    #expect(Set(method.compactMap(\.first).flatMap(\.codeSpans)) == Set(AcquisitionFunctions.names))
  }

  /// `worker`, `qcschema` and `reinvent` share keys with `command`, and their sections say which in a sentence.
  @Test func everyCalculatorIsOnThePageWithItsSettingsAndNoOther() throws {
    let programs = page.lines.compactMap { $0.wholeMatch(of: /### `program: (.+)`/).map { String($0.output.1) } }
    #expect(programs.sorted() == Calculators.all.map(\.name).sorted())
    let electrons = Set(described("Charge and spin"))
    for calculator in Calculators.all {
      let heading = "`program: \(calculator.name)`"
      let spans = page.section(heading).flatMap(\.codeSpans)
      let settings = Set(calculator.settings.map(\.key))
      let refers = spans.contains("command") && calculator.name != "command"
      let shared = refers ? Set(described("`program: command`")) : []
      // The first table of some sections lists properties, whose rows begin with the properties' names.
      let tables = page.section(heading).tableRows.compactMap(\.first).flatMap(\.codeSpans)
      let known = settings.union(Self.properties(calculator.name))
      #expect(tables.filter { !known.contains($0) } == [], "\(calculator.name)")
      for key in settings.subtracting(electrons) {
        #expect(spans.contains(key) || shared.contains(key), "\(calculator.name): \(key)")
      }
      if !settings.isDisjoint(with: electrons) {
        #expect(page.section("Charge and spin").joined().contains("`\(calculator.name)`"))
      }
    }
  }

  /// The names of a calculator's properties, those on request included.
  private static func properties(_ name: String) -> Set<String> {
    if name == "xtb" {
      let all = XTBSettings(solvent: .water, propertyRuns: [.ionise, .vibrate, .attach, .detach]).properties
      return Set(all.map(\.name))
    }
    return Set((try? Calculators.make(name: name).properties.map(\.name)) ?? [])
  }

  // MARK: The file to start from

  /// The words of the template: every key is one of them, in a comment or not.
  private let template = CampaignTemplate.text(name: "a")

  @Test(arguments: ["Top level", "objectives", "molecules", "surrogate", "budget", "design", "corpus"])
  func theTemplateShowsEveryKey(_ section: String) throws {
    let words = Set(template.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    let missing = try keys(of: section).subtracting(words)
    #expect(missing == [])
  }

  @Test func theTemplateShowsEverySettingOfItsCalculator() throws {
    let words = Set(template.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    let settings = try #require(Calculators.all.first { $0.name == "xtb" }).settings.map(\.key)
    #expect(Set(settings).subtracting(words) == [])
  }

  /// A line such as `# batch: 8   # molecules in each iteration` has a key.
  @Test func theTemplateShowsNoKeyThatIsUnknown() throws {
    let known = try Self.files.keys.reduce(into: Set(Calculators.all.flatMap { $0.settings.map(\.key) })) {
      $0.formUnion(try keys(of: $1))
    }
    let shown = template.split(separator: "\n").compactMap { line in
      line.wholeMatch(of: /[#\s]*(?:- )?(\w+):(?:\s.*)?/).map { String($0.output.1) }
    }
    #expect(shown.count > 40)
    #expect(shown.filter { !known.contains($0) && !["program", "function", "beta", "oligomer"].contains($0) } == [])
  }
}
