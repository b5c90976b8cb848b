import Reports
import Stores

/// What the pages of a campaign are made from: its record at one moment, and lookups in it.
struct PageSource: Sendable {
  let overview: CampaignOverview
  /// The campaigns beside it.
  let others: OtherCampaigns
  /// Where the pages stand.
  var place: PagePlace
  /// What a cluster has of the campaign, in sentences.
  var cluster: [String] = []
  /// The molecules that tables and the notes of plots show; nil for all. A file has room for some only.
  var detailed: Set<Int>?
  private let byMolecule: [Int: MoleculeOutcome]
  private let bySMILES: [String: Int]

  init(_ overview: CampaignOverview, beside others: OtherCampaigns, in place: PagePlace) {
    (self.overview, self.others, self.place) = (overview, others, place)
    byMolecule = Dictionary(overview.outcomes.map { ($0.molecule, $0) }) { first, _ in first }
    bySMILES = Dictionary(overview.outcomes.map { ($0.candidate.smiles, $0.molecule) }) { first, _ in first }
  }

  /// What the campaign has found after each calculation.
  var own: CampaignCurve { overview.curve }

  /// A link to a page, or the text alone if the page was left out.
  func link(_ page: PageName, _ text: String) -> Markup { PageBuilder(in: place).link(page, text) }

  /// What came of a molecule; nil if it was neither chosen nor told.
  func outcome(_ molecule: Int) -> MoleculeOutcome? { byMolecule[molecule] }

  /// The number of a chosen or told molecule by its SMILES.
  func number(ofSMILES smiles: String) -> Int? { bySMILES[smiles] }

  /// The outcomes that tables show.
  var detailedOutcomes: [MoleculeOutcome] {
    overview.outcomes.filter { outcome in detailed.map { $0.contains(outcome.molecule) } ?? true }
  }

  /// The names of the objectives, each once, in order.
  var names: [String] {
    var names: [String] = []
    for objective in overview.objectives where !names.contains(objective.name) { names.append(objective.name) }
    return names
  }

  /// Whether some values are hits: a campaign of maxima and minima only has none.
  var hasWindow: Bool { overview.objectives.contains { if case .window = $0.goal { true } else { false } } }

  /// The unit of a property; empty if it has none.
  func unit(_ name: String) -> String { overview.status.units[name] ?? "" }

  /// A property with its unit, as the title of a column or an axis.
  func title(_ name: String) -> String {
    let unit = unit(name)
    return unit.isEmpty ? name : "\(name) (\(unit))"
  }

  /// A calculated value, with enough digits to show on which side of a bound it is.
  func text(_ value: Double, of name: String) -> String {
    PageNumber.text(value, apartFrom: overview.status.bounds[name] ?? [])
  }

  /// A calculated value with its unit.
  func textWithUnit(_ value: Double, of name: String) -> String {
    let unit = unit(name)
    return text(value, of: name) + (unit.isEmpty ? "" : " \(unit)")
  }

  /// The strips of what is wanted of a property.
  func bands(_ name: String, isOfX: Bool = false) -> [Plot.Band] {
    overview.objectives.compactMap { objective in
      guard objective.name == name, case .window(let lower, let upper) = objective.goal else { return nil }
      return Plot.Band(isOfX: isOfX, range: (lower, upper), name: "wanted")
    }
  }

  /// How a molecule is marked in plots.
  func mark(_ outcome: MoleculeOutcome) -> Plot.Mark {
    if outcome.isTold { return .told }
    guard hasWindow else { return .chosen }
    return outcome.isHit ? .hit : .miss
  }

  /// A molecule with its calculated values, in a few lines.
  func card(_ outcome: MoleculeOutcome, also lines: [String] = []) -> MoleculeCard {
    MoleculeCard(
      molecule: outcome.molecule, smiles: outcome.smiles, isHit: outcome.isHit, isLinked: true,
      lines: values(outcome) + lines)
  }

  /// The values of the objectives in lines; the state where there are none.
  func values(_ outcome: MoleculeOutcome) -> [String] {
    let lines = names.compactMap { name in
      outcome.calculation.values[name].map { "\(name) \(textWithUnit($0, of: name))" }
    }
    return lines.isEmpty ? [state(outcome)] : lines
  }

  /// The state of a calculation, in words.
  func state(_ outcome: MoleculeOutcome) -> String {
    outcome.calculation.failureClass.map { "\(outcome.calculation.state) (\($0))" } ?? outcome.calculation.state
  }

  /// The entries of the navigation.
  var navigation: [(page: PageName, title: String)] {
    [(.campaign, "Campaign"), (.molecules, "Molecules"), (.model, "Model"), (.space, "Space")]
      + (overview.status.front == nil ? [] : [(.front, "Front")]) + [(.library, "Library"), (.failures, "Failures")]
      + (others.isEmpty ? [] : [(.compare, "Compare")]) + [(.record, "Record")]
  }
}
