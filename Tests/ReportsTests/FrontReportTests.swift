import CampaignFile
import CampaignTesting
import Files
import Reports
import Stores
import Testing

@Suite("The front of a campaign")
struct FrontReportTests {
  private static let stated =
    "[{property: gap, goal: minimize, reference: 12}, {property: dipole, goal: maximize, reference: 0}]"

  private static func selectingFront() -> Export.Selection {
    var selection = Export.Selection()
    selection.onlyFront = true
    return selection
  }

  /// Whether no other molecule is at least as good in both.
  private func isOnFront(_ molecule: MoleculeReport, of all: [MoleculeReport]) -> Bool {
    let (gap, dipole) = (SmallCampaign.gap(of: molecule.smiles), SmallCampaign.dipole(of: molecule.smiles))
    return !all.contains { other in
      let values = (SmallCampaign.gap(of: other.smiles), SmallCampaign.dipole(of: other.smiles))
      return values.0 <= gap && values.1 >= dipole && values != (gap, dipole)
    }
  }

  @Test("Its molecules, its volume and its growth follow from the values")
  func values() async throws {
    let campaign = try SmallCampaign(SmallCampaign.text(objectives: Self.stated))
    let report = try await campaign.run()
    let all = try StatusReport(of: campaign.paths, top: 100).best
    let front = try #require(report.front)
    let members = all.filter { isOnFront($0, of: all) }
    #expect(front.goals == ["gap", "dipole"] && front.unit == "eV·D")
    #expect(Set(front.molecules) == Set(members.map(\.molecule)) && front.molecules.count == members.count)
    let gaps = front.molecules.compactMap { number in all.first { $0.molecule == number }?.values["gap"] }
    #expect(gaps == gaps.sorted())
    #expect(front.reference.map(\.value) == [12, 0] && front.reference.allSatisfy(\.isStated))
    #expect(front.reference.map(\.unit) == ["eV", "D"])
    // The area under the staircase.
    var (area, highest) = (0.0, 0.0)
    for member in members.sorted(by: { ($0.values["gap"] ?? 0) < ($1.values["gap"] ?? 0) }) {
      let (gap, dipole) = (SmallCampaign.gap(of: member.smiles), SmallCampaign.dipole(of: member.smiles))
      area += (12 - gap) * max(0, dipole - highest)
      highest = max(highest, dipole)
    }
    #expect(abs(front.hypervolume - area) < 1e-9)
    #expect(front.trace.map(\.iteration) == report.iterations.map(\.number))
    let volumes = front.trace.map(\.hypervolume)
    #expect(volumes == volumes.sorted() && volumes.last == front.hypervolume && volumes[0] > 0)
    // The best molecules come first, and those of the front before others.
    #expect(Set(all.prefix(members.count).map(\.molecule)) == Set(front.molecules))
  }

  @Test("Its volume has no unit where a goal is an expression")
  func unitOfExpression() async throws {
    let campaign = try SmallCampaign(
      SmallCampaign.text(
        objectives: "[{property: gap, goal: minimize}, {expression: 2 * dipole, goal: maximize}]",
        budget: "{calculations: 8, initial: 8, batch: 4}"))
    let front = try #require(try await campaign.run().front)
    #expect(front.goals.count == 2 && front.unit == "" && front.reference.map(\.unit) == ["eV", ""])
  }

  @Test("A campaign with fewer goals has none")
  func none() async throws {
    let campaign = try SmallCampaign()
    #expect(try await campaign.run().front == nil)
    let error = #expect(throws: CampaignError.self) { try Export(of: campaign.paths, Self.selectingFront()) }
    #expect(error?.kind == .input)
    #expect(
      error?.description
        == "'small' has no front: it needs two to four maxima and minima among the objectives, and there is none. --best N "
        + "gives the best molecules.")
  }

  @Test("Only its molecules are exported, in every format")
  func export() async throws {
    let campaign = try SmallCampaign(SmallCampaign.text(objectives: Self.stated))
    let front = try #require(try await campaign.run().front)
    let export = try Export(of: campaign.paths, Self.selectingFront())
    for format in [Export.Format.csv, .smi, .sdf, .svg] {
      #expect(export.count(in: format) == front.molecules.count)
      #expect(try !export.text(format).isEmpty)
    }
    let numbers = try export.text(.csv).split(separator: "\n").dropFirst().compactMap { line in
      line.split(separator: ",").first.flatMap { Int($0) }
    }
    #expect(Set(numbers) == Set(front.molecules))
    var selection = Self.selectingFront()
    selection.iteration = 0
    let first = try StatusReport(of: campaign.paths, top: 100).best.count {
      $0.iteration == 0 && front.molecules.contains($0.molecule)
    }
    #expect(try Export(of: campaign.paths, selection).count(in: .csv) == first)
  }

  @Test("A molecule that misses a window is not on it")
  func windows() async throws {
    let objectives =
      "[{property: gap, window: [6, 8]}, {property: dipole, goal: maximize}, {expression: gap + dipole, goal: minimize}]"
    let campaign = try SmallCampaign(SmallCampaign.text(objectives: objectives))
    let report = try await campaign.run()
    let front = try #require(report.front)
    let all = try StatusReport(of: campaign.paths, top: 100).best
    // The expression has no known unit.
    #expect(!front.molecules.isEmpty && front.unit.isEmpty)
    for number in front.molecules { #expect(all.first { $0.molecule == number }?.isHit == true) }
  }

  @Test("A molecule that is worse than the reference point in a goal is not on it, however good it is in the others")
  func reference() async throws {
    // Random batches do not depend on the reference point.
    func campaign(gap limit: Double) throws -> SmallCampaign {
      let objectives = Self.stated.replacing("reference: 12", with: "reference: \(limit)")
      return try SmallCampaign(SmallCampaign.text(objectives: objectives, extra: "policy: random"))
    }
    let mild = try campaign(gap: 12)
    let whole = try #require(try await mild.run().front)
    let molecules = try StatusReport(of: mild.paths, top: 100).best
    let gaps = Dictionary(uniqueKeysWithValues: molecules.map { ($0.molecule, SmallCampaign.gap(of: $0.smiles)) })
    let least = try #require(gaps.values.min())
    // A molecule that is equal to the reference point in a goal stays.
    let equal = try campaign(gap: least)
    #expect(try await equal.run().front?.molecules == whole.molecules.filter { gaps[$0] == least })
    let beyond = try campaign(gap: least - 0.25)
    let front = try #require(try await beyond.run().front)
    #expect(front.molecules.isEmpty && front.trace.allSatisfy { $0.size == 0 })
    #expect(try Export(of: beyond.paths, Self.selectingFront()).count(in: .csv) == 0)
    let first = try #require(molecules.first)
    var selection = Self.selectingFront()
    selection.molecule = first.smiles
    let error = #expect(throws: CampaignError.self) { try Export(of: beyond.paths, selection) }
    #expect(error?.description == "Molecule \(first.molecule), \(first.smiles), is not on the front.")
  }

  @Test("An iteration lists the reference point in the order of the objectives")
  func order() async throws {
    let campaign = try SmallCampaign(SmallCampaign.text(objectives: Self.stated))
    try await campaign.run()
    let inspection = try InspectionReport(of: campaign.paths, iteration: nil)
    #expect(inspection.reference.map(\.objective) == ["gap", "dipole"])
  }
}
