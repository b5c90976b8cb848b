package import CampaignFile
package import Files
import Reports
import Stores

/// The pages of a campaign's record, which is read as it is at one moment.
package struct CampaignPages: Sendable {
  private let reader: CampaignRecordReader
  private var source: PageSource
  private let drawing: MoleculeDrawing
  private let similarities: MoleculeSimilarities

  /// Reads a record.
  ///
  /// - Parameters:
  ///   - drawing: Draws molecules.
  ///   - place: Where the pages stand.
  /// - Throws: `CampaignError` if there is no such record, or if it is damaged or a newer version's.
  package init(
    of paths: CampaignPaths, drawing: @escaping MoleculeDrawing, in place: PagePlace = .file(without: [])
  ) throws(CampaignError) {
    try self.init(CampaignRecordReader(paths), drawing: drawing, in: place)
  }

  /// Reads a record that is open, as it is now.
  init(_ reader: CampaignRecordReader, drawing: @escaping MoleculeDrawing, in place: PagePlace) throws(CampaignError) {
    self.reader = try reader.refreshed()
    source = PageSource(try CampaignOverview(reader: self.reader), in: place)
    self.drawing = remembering(drawing)
    similarities = MoleculeSimilarities(
      source.overview.outcomes.filter { $0.calculation.state == "succeeded" }.map { ($0.molecule, $0.candidate.smiles) }
    )
  }

  /// What stands around each page.
  var frame: PageFrame {
    PageFrame(
      campaign: source.overview.status.name, subtitle: source.overview.status.objectives.joined(separator: " and "),
      navigation: source.navigation, drawing: drawing)
  }

  /// A page; nil if the campaign has none of this name.
  ///
  /// - Throws: `CampaignError` if the record cannot be read.
  package func page(_ name: PageName) throws(CampaignError) -> Page? {
    switch name {
    case .campaign: CampaignPage(source: source).page
    case .molecules: MoleculesPage(source: source).page
    case .model: ModelPage(source: source).page
    case .space: SpacePage(source: source, map: try map()).page
    case .front: source.overview.status.front.map { FrontPage(source: source, front: $0).page }
    case .failures: FailuresPage(source: source, attempts: try failedAttempts()).page
    case .record: RecordPage(source: source).page
    case .iteration(let number): try iteration(number)
    case .molecule(let number): try molecule(number)
    }
  }

  /// The names of all pages, in order.
  package var names: [PageName] {
    [.campaign] + source.overview.iterations.map { .iteration($0.number) } + [.molecules]
      + source.overview.outcomes.map { .molecule($0.molecule) }
      + source.navigation.map(\.page).filter { ![.campaign, .molecules].contains($0) }
  }

  /// A document with some of the pages.
  ///
  /// - Parameter remarks: What was left out, in sentences.
  func document(_ wanted: [PageName], remarks: [String]) throws(CampaignError) -> String {
    var pages = self
    pages.source.place = .file(without: Set(names).subtracting(wanted))
    var made: [Page] = []
    for name in wanted {
      if let page = try pages.page(name) { made.append(page) }
    }
    return frame.document(made, remarks: remarks)
  }

  /// The pages of molecules, those of the best first.
  func bestFirst(_ molecules: [PageName]) -> [PageName] {
    let best = source.overview.status.best.map { PageName.molecule($0.molecule) }.filter(Set(molecules).contains)
    let ranked = Set(best)
    return best + molecules.filter { !ranked.contains($0) }
  }

  private func iteration(_ number: Int) throws(CampaignError) -> Page? {
    guard source.overview.iterations.contains(where: { $0.number == number }) else { return nil }
    return IterationPage(source: source, report: try InspectionReport(reader: reader, iteration: number)).page
  }

  private func molecule(_ number: Int) throws(CampaignError) -> Page? {
    guard let outcome = source.outcome(number) else { return nil }
    let report = try MoleculeInspection(reader: reader, molecule: "\(number)")
    let geometry = try CampaignError.mapping { try reader.store.geometry(ofMolecule: number) }
    return MoleculePage(
      source: source, outcome: outcome, report: report,
      nearest: similarities.nearest(to: outcome.candidate.smiles, number: number), geometry: geometry
    ).page
  }

  private func map() throws(CampaignError) -> SpaceMap? {
    let (first, considered) = try CampaignError.mapping {
      (
        try reader.store.consideredMolecules(upTo: 1, most: 400),
        try reader.store.consideredMolecules(most: SpaceMap.mostConsidered)
      )
    }
    return SpaceMap(source.overview, first: first, considered: considered)
  }

  private func failedAttempts() throws(CampaignError) -> [Int: [AttemptReport]] {
    let failed = source.overview.outcomes.filter { $0.calculation.failureClass != nil }.prefix(FailuresPage.most)
    var attempts: [Int: [AttemptReport]] = [:]
    for outcome in failed {
      attempts[outcome.molecule] = try MoleculeInspection(reader: reader, molecule: "\(outcome.molecule)").candidacies
        .compactMap(\.calculation).flatMap(\.attempts)
    }
    return attempts
  }
}
