import Compositions
import Reports
import Stores

/// A map of the molecules that were calculated, and of candidates that were not.
struct SpacePage {
  let source: PageSource
  /// Nil where there are too few molecules.
  let map: SpaceMap?

  var page: Page {
    var builder = PageBuilder(in: source.place)
    builder.add(.tag("h1", [:], text: "Space"))
    guard let map, !map.outcomes.isEmpty else {
      builder.paragraph("There are too few molecules for a map yet.")
      return builder.page(.space, title: "Space")
    }
    builder.paragraph(
      "Molecules near each other are made of similar parts. The map is a projection of the similarities among the molecules of the first "
        + "iterations, and does not change when others are added; it shows \(PageNumber.percent(map.shownVariance)) of how they differ, so that neighbours "
        + "on it may still be unlike.")
    builder.keepDrawings(of: source.detailedOutcomes.map { ($0.molecule, $0.smiles) })
    builder.plots([plot(map)])
    return builder.page(.space, title: "Space")
  }

  private func plot(_ map: SpaceMap) -> Plot {
    let last = max(1, source.overview.iterations.last?.number ?? 1)
    let names = source.names
    let ranges = names.map { name in
      let values = map.outcomes.compactMap { $0.outcome.calculation.values[name] }.filter(\.isFinite)
      return (least: values.min() ?? 0, most: values.max() ?? 1)
    }
    let origins = self.origins
    var plot = Plot(
      name: "map", title: "Map of the molecules", across: "first principal component", up: "second principal component",
      meaning:
        "Small marks are candidates that were never chosen, or some of them where there are many. Hits in several places are hits of different kinds. With 'Select', points that you circle become a table.",
      warning: "all chosen molecules are in one place, and no candidate elsewhere was tried.")
    plot.colourings =
      [Plot.Colouring(name: "outcome", legend: [])]
      + zip(names, ranges).map { name, range in
        Plot.Colouring(
          name: name,
          legend: [
            (.step0, "least: \(source.textWithUnit(range.least, of: name))"),
            (.step6, "greatest: \(source.textWithUnit(range.most, of: name))"), (.passed, "no value"),
          ])
      }
      + [
        Plot.Colouring(name: "iteration", legend: [(.step0, "iteration 0"), (.step6, "iteration \(last)")]),
        Plot.Colouring(name: "made by", legend: zip(Plot.Mark.kinds, origins).map { (mark: $0, name: $1) }),
      ]
    plot.isSelectable = true
    plot.background = map.considered.map { molecule, place in
      Plot.BackgroundPoint(
        x: place.x, y: place.y, molecule: molecule.molecule, smiles: subscriptedMaterialText(molecule.smiles))
    }
    plot.points = map.outcomes.map { outcome, place in
      return Plot.Point(
        x: place.x, y: place.y, mark: source.mark(outcome), molecule: outcome.molecule,
        label: "molecule \(outcome.molecule), iteration \(outcome.candidate.iteration): "
          + source.values(outcome).joined(separator: ", "), smiles: subscriptedMaterialText(outcome.smiles),
        otherMarks: zip(names, ranges).map { name, range in
          outcome.calculation.values[name].map {
            Plot.Mark(share: range.most > range.least ? ($0 - range.least) / (range.most - range.least) : 0.5)
          } ?? .passed
        } + [
          Plot.Mark(share: Double(outcome.candidate.iteration) / Double(last)),
          Plot.Mark.kinds[origins.firstIndex(of: origin(outcome)) ?? origins.count - 1],
        ])
    }
    return plot
  }

  /// How a molecule came into the campaign.
  private func origin(_ outcome: MoleculeOutcome) -> String {
    outcome.isTold ? "people or another campaign" : outcome.candidate.move
  }

  /// The origins that have a mark of their own, the most frequent first; the last one stands for all others where there are
  /// too many.
  private var origins: [String] {
    let counts = Dictionary(source.overview.outcomes.map { (origin($0), 1) }, uniquingKeysWith: +)
    let all = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return all.count <= Plot.Mark.kinds.count ? all : all.prefix(Plot.Mark.kinds.count - 1) + ["another way"]
  }
}

/// The places of molecules on a map.
struct SpaceMap: Sendable {
  let outcomes: [(outcome: MoleculeOutcome, place: (x: Double, y: Double))]
  let considered: [(molecule: ConsideredMolecule, place: (x: Double, y: Double))]
  /// The share of the similarities' variance that the map shows, from 0 to 1.
  let shownVariance: Double

  /// The most candidates on a map that were never chosen: on the server, and in a file.
  static let mostConsidered = (onServer: 8_000, inFile: 2_000)

  /// - Parameters:
  ///   - first: Candidates of the first two iterations, by which the map is made.
  ///   - considered: Candidates that are shown.
  /// - Returns: Nil where there are too few molecules.
  init?(_ overview: CampaignOverview, first: [ConsideredMolecule], considered: [ConsideredMolecule]) {
    let early = overview.outcomes.filter { $0.candidate.iteration <= 1 }.map { ($0.molecule, $0.candidate.smiles) }
    let landmarks = (early + first.map { ($0.molecule, $0.smiles) }).sorted { $0.0 < $1.0 }.map(\.1)
    guard let map = MoleculeMap(landmarks: landmarks) else { return nil }
    shownVariance = map.shownVariance
    outcomes = zip(overview.outcomes, map.places(of: overview.outcomes.map(\.candidate.smiles))).compactMap {
      outcome, place in
      place.map { (outcome, $0) }
    }
    self.considered = zip(considered, map.places(of: considered.map(\.smiles))).compactMap { molecule, place in
      place.map { (molecule, $0) }
    }
  }
}
