import CampaignFile
import CampaignTesting
import Dashboard
import Files
import Foundation
import Reports
import Stores
import Testing

@Suite("The pages of a campaign")
struct CampaignPagesTests {
  private static let drawing: MoleculeDrawing = { structureDrawing(ofSMILES: $0) }

  /// All pages of a record, by name.
  private func pages(_ paths: CampaignPaths) throws -> [PageName: Page] {
    let pages = try CampaignPages(of: paths, drawing: Self.drawing)
    return try pages.names.reduce(into: [:]) { all, name in all[name] = try pages.page(name) }
  }

  private func text(_ page: Page?) -> String { page?.body.source ?? "" }

  @Test("A finished campaign has a page for each iteration and each molecule, and every link leads to one")
  func finished() async throws {
    let campaign = try SmallCampaign()
    let status = try await campaign.run()
    let pages = try pages(campaign.paths)
    #expect(pages.keys.contains(.iteration(4)) && !pages.keys.contains(.front))
    let molecules = pages.keys.filter { if case .molecule = $0 { true } else { false } }
    #expect(molecules.count == status.succeeded + status.failed)
    for (name, page) in pages {
      let document = Document(page.body.source)
      #expect(document.firstUnbalanced == nil, "\(name)")
      #expect(document.repeatedNames == [], "\(name)")
      for link in document.values(of: "href") {
        // A drawing stands elsewhere in the document.
        let target = link.dropFirst()
        let isDrawing = target.first == "d" && page.drawn.keys.contains { "d\($0)" == target }
        #expect(isDrawing || PageName(target).map(pages.keys.contains) == true, "\(name): \(link)")
      }
    }
    #expect(text(pages[.campaign]).contains("Wanted: gap from 6.0 to 7.0 eV."))
    #expect(text(pages[.campaign]).contains("<dd>\(status.hits)<small>"))
    #expect(text(pages[.model]).contains("be within") == false && text(pages[.model]).contains("68 % should be"))
    #expect(text(pages[.space]).contains("id=\"map\""))
    #expect(text(pages[.record]).contains("seed: 11"))
  }

  @Test("A molecule's page says why it was chosen and whether the model was right about it")
  func why() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    let inspection = try InspectionReport(of: campaign.paths, iteration: 2)
    let pages = try pages(campaign.paths)
    let judged = inspection.candidates.filter { $0.calculation?.errors["gap"] != nil }
    #expect(!judged.isEmpty)
    for candidate in judged {
      let page = text(pages[.molecule(candidate.molecule)])
      #expect(page.contains("<a href=\"#iteration-2\">iteration 2</a>: \(Markup(candidate.reason).source)."))
      #expect(page.contains("Rank \(candidate.rank ?? 0) by log-window, acquisition value "))
      #expect(
        page.contains(
          " predicted when chosen, \(decimal(candidate.calculation?.values["gap"] ?? 0, places: 3)) eV calculated, "))
      #expect(page.contains("The most similar calculated molecules") && page.contains("similarity 0."))
      #expect(page.contains(/<p>C[₀-₉]*H[₀-₉]/) && !page.contains(/<p>C[0-9]/))
    }
  }

  @Test("The predictions of the last fit from all other molecules are drawn, each with its molecule")
  func leftOut() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    let pages = try CampaignPages(of: campaign.paths, drawing: Self.drawing)
    let source = text(try pages.page(.model))
    let start = try #require(source.range(of: "id=\"left-out-0\""))
    let plot = Document(String(source[start.upperBound...]))
    let status = try StatusReport(of: campaign.paths)
    let last = try #require(status.fits.first { $0.property == "gap" })
    let labels = source.components(separatedBy: " predicted from the others, ").count - 1
    #expect(labels == last.observations && labels > 10)
    #expect(plot.values(of: "data-s").count >= labels)
    #expect(!source.contains("there is no plot of these"))
  }

  @Test("A record of an earlier version, which has none, says so")
  func leftOutUnknown() throws {
    let campaign = try HostileCampaign()
    let page = text(try pages(campaign.paths)[.model])
    #expect(page.contains("there is no plot of these") && !page.contains("left-out"))
  }

  @Test("A campaign with nothing but its own row has pages that say so")
  func empty() throws {
    let campaign = try SmallCampaign()
    let record = CampaignRecord(name: "small", specification: SmallCampaign.text(), seed: 11, createdAt: .now)
    try CampaignStore.create(at: campaign.paths.database, campaign: record, versions: [], properties: []).close()
    let pages = try pages(campaign.paths)
    #expect(Set(pages.keys) == [.campaign, .molecules, .model, .space, .library, .failures, .record])
    #expect(text(pages[.molecules]).contains("No molecule has been chosen yet."))
    #expect(text(pages[.model]).contains("No model has been fitted yet"))
    #expect(text(pages[.failures]).contains("No calculation has failed."))
  }

  @Test("A campaign all of whose calculations failed shows why")
  func failed() async throws {
    // Nothing that is proposed has a row.
    let campaign = try SmallCampaign(table: ["c1ccccc1"])
    let status = try await campaign.run()
    #expect(status.succeeded == 0 && status.failed > 0)
    let pages = try pages(campaign.paths)
    #expect(text(pages[.failures]).contains("\(status.failed) of \(status.failed) calculations failed."))
    #expect(text(pages[.failures]).contains("The table values.csv has no molecule &#39;"))
    #expect(pages.values.allSatisfy { Document($0.body.source).firstUnbalanced == nil })
  }

  @Test("A campaign with two goals has a page of its front")
  func twoGoals() async throws {
    let campaign = try SmallCampaign(
      SmallCampaign.text(objectives: "[{property: gap, goal: minimize}, {property: dipole, goal: maximize}]"))
    let status = try await campaign.run()
    let front = text(try pages(campaign.paths)[.front])
    #expect(front.contains("id=\"front-0-1\"") && front.contains("id=\"hypervolume\""))
    for molecule in try #require(status.front).molecules { #expect(front.contains("#molecule-\(molecule)")) }
  }

  @Test("Campaigns of other seeds and by random choice stand beside it, with the band over the seeds")
  func compared() async throws {
    let own = try SmallCampaign()
    let status = try await own.run()
    var others: [SmallCampaign] = []
    for seed in [12, 13] {
      let text = SmallCampaign.text(extra: "policy: random").replacing("seed: 11", with: "seed: \(seed)")
      others.append(try SmallCampaign(text.replacing("name: small", with: "name: random-\(seed)")))
      try await others.last?.run()
    }
    // The two are of one file but for the seed, if they are in one folder.
    try FileManager.default.copyItem(atPath: others[1].paths.database, toPath: others[0].folder + "/second.sqlite")
    let second = CampaignPaths(file: others[0].folder + "/second.sqlite")
    let different = try SmallCampaign(SmallCampaign.text(objectives: "[{property: dipole, goal: maximize}]"))
    try await different.run()
    let pages = try CampaignPages(
      of: own.paths, drawing: Self.drawing, comparedWith: [others[0].paths, second, different.paths])
    #expect(pages.names.contains(.compare))
    let page = text(try pages.page(.compare))
    #expect(Document(page).firstUnbalanced == nil)
    #expect(page.contains("id=\"compared-hits\"") && page.contains("1 campaign with other objectives"))
    #expect(page.contains("Hits after 24 calculations: small \(status.hits), random-12"))
    for name in ["small", "random-12", "random-13"] { #expect(page.contains("<td data-v=\"\(name)\">\(name)</td>")) }
    // The campaign's own page has the random ones as the reference.
    let campaign = text(try pages.page(.campaign))
    #expect(campaign.contains("id=\"compared-hits\"") && !campaign.contains("id=\"hits\""))
    #expect(campaign.contains("random-12") && campaign.contains("at random"))
    #expect(text(try self.pages(own.paths)[.campaign]).contains("id=\"hits\""))
  }

  @Test("The library's page has the errors of the source models, and the weight of each that was used")
  func library() async throws {
    let without = try SmallCampaign()
    try await without.run()
    #expect(text(try pages(without.paths)[.library]).contains("The campaign uses no source models"))
    let campaign = try SmallCampaign(SmallCampaign.text(surrogate: "{model: standard}"))
    try await campaign.run()
    let pages = try pages(campaign.paths)
    let page = text(pages[.library])
    #expect(page.contains("The source models come with the program.") && page.contains("weight for gap"))
    #expect(page.contains("Which campaign used which") && page.contains("(built-in)"))
  }

  @Test("The molecules in the background of the map are in one element, with lists of their numbers and notations")
  func background() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    let page = try #require(try pages(campaign.paths)[.space])
    let document = Document(page.body.source)
    let path = try #require(document.values(of: "d").first { $0.hasSuffix("h0") })
    let count = path.split(separator: "M").count
    let numbers = try #require(document.values(of: "data-m").first { $0.contains(" ") })
    let smiles = try #require(document.values(of: "data-l").first { $0.contains(" ") })
    #expect(count > 10 && numbers.split(separator: " ").count == count && smiles.split(separator: " ").count == count)
  }

  @Test("No text of a record becomes an element, an attribute or a script")
  func hostile() throws {
    let campaign = try HostileCampaign()
    for (name, page) in try pages(campaign.paths) {
      let document = Document(page.body.source)
      #expect(document.firstUnbalanced == nil, "\(name)")
      #expect(document.names.isDisjoint(with: ["script", "img", "iframe", "object"]), "\(name)")
      #expect(document.attributeNames.allSatisfy { !$0.hasPrefix("on") && $0 != "style" && $0 != "src" }, "\(name)")
      #expect(!page.body.source.contains("\u{202E}"), "\(name)")
    }
  }

  @Test("Drawings have neither styles of their own nor fixed colours")
  func drawings() throws {
    let campaign = try HostileCampaign()
    let document = Document(try ReportFile(of: campaign.paths, drawing: Self.drawing).text)
    #expect(document.values(of: "id").contains("d2"))
    #expect(document.attributeNames.isDisjoint(with: ["style", "fill", "stroke"]))
    // What is no molecule has no drawing.
    #expect(!document.values(of: "id").contains("d1"))
  }
}
