package import CampaignFile
package import Files
import Reports
import Stores

/// The pages of a campaign's record, which is read as it is at one moment.
package struct CampaignPages: Sendable {
  private let reader: CampaignRecordReader
  private var source: PageSource
  private let drawings: DrawingMemory
  private let similarities: Lazy<MoleculeSimilarities, Never>

  /// Reads a record.
  ///
  /// - Parameters:
  ///   - drawing: Draws molecules.
  ///   - others: Campaigns to compare with.
  /// - Throws: `CampaignError` if there is no such record, or if one is damaged or a newer version's.
  package init(
    of paths: CampaignPaths, drawing: @escaping MoleculeDrawing, comparedWith others: [CampaignPaths] = []
  ) throws(CampaignError) {
    var beside = OtherCampaigns()
    for other in others {
      beside.compared.append(
        OtherCampaigns.Compared(place: nil, curve: try CampaignCurve(reader: CampaignRecordReader(other))))
    }
    try self.init(CampaignRecordReader(paths), drawings: DrawingMemory(drawing), beside: beside, in: .file(without: []))
  }

  /// Reads a record that is open, as it is now.
  init(
    _ reader: CampaignRecordReader, drawings: DrawingMemory, beside others: OtherCampaigns,
    in place: PagePlace
  ) throws(CampaignError) {
    self.reader = try reader.refreshed()
    source = PageSource(
      try CampaignOverview(reader: self.reader), beside: others, in: place)
    self.drawings = drawings
    let known = source.overview.outcomes.filter { $0.calculation.state == "succeeded" }
    similarities = Lazy { MoleculeSimilarities(known.map { ($0.molecule, $0.candidate.smiles) }) }
  }

  /// Shows what a cluster has of the campaign, in sentences without a point at their ends.
  mutating func show(cluster: [String]) { source.cluster = cluster }

  /// What stands around each page.
  var frame: PageFrame {
    PageFrame(
      campaign: source.overview.status.name, subtitle: source.overview.status.objectives.joined(separator: " and "),
      navigation: source.navigation, others: source.others.links, drawings: drawings)
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
    case .library:
      LibraryPage(
        source: source, list: try SourceModelList(reader: reader), knowledge: try LibraryKnowledge.list(reader)
      ).page
    case .compare: source.others.isEmpty ? nil : ComparePage(source: source).page
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
  /// - Parameters:
  ///   - detailed: The molecules in tables and notes; nil for all.
  ///   - remarks: What was left out, in sentences.
  func document(_ wanted: [PageName], detailed: Set<Int>?, remarks: [String]) throws(CampaignError) -> String {
    var pages = self
    pages.source.detailed = detailed
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
      nearest: similarities.value().nearest(to: outcome.candidate.smiles, number: number), geometry: geometry
    ).page
  }

  private func map() throws(CampaignError) -> SpaceMap? {
    let (first, considered) = try CampaignError.mapping {
      (
        try reader.store.consideredMolecules(upTo: 1, most: 400),
        try reader.store.consideredMolecules(
          most: source.place == .server ? SpaceMap.mostConsidered.onServer : SpaceMap.mostConsidered.inFile)
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
