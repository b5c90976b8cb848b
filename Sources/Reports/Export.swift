import Acquisition
public import CampaignFile
import Chemistry
public import Files
import Foundation
import Stores
import Tables

/// The calculated molecules of a campaign as a file for other programs.
public struct Export: Sendable {
  /// The file format.
  public enum Format: String, Sendable, CaseIterable {
    /// A table with a line of titles; it includes failed calculations, without values.
    case csv
    /// Structures at the calculated geometry, or else as a drawing, with the values as data fields.
    case sdf
    /// SMILES and a name on each line, for molecules whose calculation succeeded.
    case smi
    /// A grid of drawings, the best molecules first.
    case svg
    /// The calculated geometries one after the other, with a comment line of name, SMILES and values.
    case xyz
  }

  /// The selected molecules.
  public struct Selection: Sendable, Hashable {
    /// Only those that meet all objectives.
    public var onlyHits = false
    /// Only those on the front of the maxima and minima of the whole campaign.
    public var onlyFront = false
    /// Only those of this iteration; nil for all.
    public var iteration: Int?
    /// Only this molecule: its number, or a SMILES of it; nil for all.
    public var molecule: String?
    /// At most this many, the best first; nil for all, in batch order.
    public var best: Int?

    /// Selects all molecules.
    public init() {}
  }

  private let campaign: String
  private let properties: [PropertyRecord]
  private let objectives: [Target]
  private let names: MoleculeNames
  private let rows: [Row]

  private struct Row {
    let result: CalculatedMolecule
    let candidate: CandidateRecord
    let predictions: [String: PredictionRecord]
  }

  /// Reads the selected molecules.
  /// - Throws: `CampaignError` of kind `.input` if the campaign has no such molecule or iteration, or if only the front is
  ///   selected and its objectives have none.
  public init(of paths: CampaignPaths, _ selection: Selection = Selection()) throws(CampaignError) {
    let reader = try CampaignRecordReader(paths)
    campaign = reader.campaign.name
    objectives = reader.specification.objectives
    names = MoleculeNames(
      reader.specification, listed: try CampaignError.mapping { try reader.store.listedNames() })
    let results = try Self.selected(selection, of: reader)
    (properties, rows) = try CampaignError.mapping {
      var rows: [Int: Row] = [:]
      let byIteration = Dictionary(grouping: results) { $0.details.calculation.iteration }
      for (iteration, batch) in byIteration.sorted(by: { $0.key < $1.key }) {
        let candidates = Dictionary(
          firstOf: try reader.store.candidates(of: iteration).map { ($0.molecule.id, $0) })
        for result in batch {
          guard let candidate = candidates[result.details.molecule.id] else { continue }
          rows[result.number] = Row(
            result: result, candidate: candidate.candidate,
            predictions: Dictionary(firstOf: candidate.predictions.map { ($0.property, $0) }))
        }
      }
      return (try reader.store.properties(), results.compactMap { rows[$0.number] })
    }
  }

  /// The selected results, in batch order, or the best first if only the best are selected.
  private static func selected(
    _ selection: Selection, of reader: CampaignRecordReader
  ) throws(CampaignError) -> [CalculatedMolecule] {
    let all = try reader.results()
    let ended = all.filter { ![.pending, .declined].contains($0.state) }
    var results = ended.filter { !selection.onlyHits || $0.isHit }
    if selection.onlyFront {
      let goals = reader.specification.objectives.count(where: \.isGoal)
      guard GoalFront.goalCounts.contains(goals) else {
        throw CampaignError(
          .input,
          "'\(reader.campaign.name)' has no front: it needs two to four maxima and minima among the objectives, and there "
            + "\(goals == 0 ? "is none" : goals == 1 ? "is one" : "are \(goals)"). --best N gives the best molecules.")
      }
      let front = Set(try reader.front(of: all)?.molecules.map(\.number) ?? [])
      results.removeAll { !front.contains($0.number) }
    }
    if let iteration = selection.iteration {
      let last = try CampaignError.mapping { try reader.store.iterations().last?.iteration.number }
      guard let last, (0...last).contains(iteration) else {
        throw CampaignError(
          .input,
          "There is no iteration \(iteration); " + (last.map { "there are 0 to \($0)." } ?? "there is none yet."))
      }
      results.removeAll { $0.details.calculation.iteration != iteration }
    }
    if let wanted = selection.molecule {
      guard let history = try CampaignError.mapping({ try reader.store.history(of: wanted) }) else {
        throw CampaignError(
          .input, "\(reader.paths.database) has no molecule '\(wanted)'; 'cohobate inspect' shows their numbers.")
      }
      let number = history.molecule.id
      results.removeAll { $0.details.molecule.id != number }
      guard !results.isEmpty else {
        let problem = problem(of: selection, with: ended.filter { $0.details.molecule.id == number })
        throw CampaignError(.input, "Molecule \(number), \(history.molecule.smiles), \(problem).")
      }
    }
    return selection.best.map { Array(results.bestFirst(reader.specification.objectives).prefix($0)) } ?? results
  }

  /// Why a selection has nothing of a molecule with these results.
  private static func problem(of selection: Selection, with own: [CalculatedMolecule]) -> String {
    guard !own.isEmpty else { return "has no result yet" }
    if let iteration = selection.iteration, !own.contains(where: { $0.details.calculation.iteration == iteration }) {
      return "has no result of iteration \(iteration)"
    }
    if selection.onlyHits, !own.contains(where: \.isHit) { return "is not a hit" }
    return "is not on the front"
  }

  /// The number of molecules that are written in a format: only the table includes failed calculations.
  public func count(in format: Format) -> Int {
    switch format {
    case .csv: rows.count
    case .smi, .sdf: succeeded.count
    case .xyz: succeeded.count { $0.result.details.calculation.geometry != nil }
    case .svg: rows.count { !$0.result.values.isEmpty }
    }
  }

  /// The number of molecules that an SD file has as a drawing, because no geometry of them was calculated.
  public var drawingCount: Int { succeeded.count { $0.result.details.calculation.geometry == nil } }

  /// The text of the file.
  ///
  /// - Throws: `CampaignError` of kind `.input` for compositions in a format of structures, or if there is nothing to draw or
  ///   no geometry to write.
  public func text(_ format: Format) throws(CampaignError) -> String {
    let first = rows.first.flatMap { try? Molecule(recorded: $0.result.details.molecule.smiles) }
    if first?.composition != nil, [.sdf, .smi, .xyz].contains(format) {
      throw refusalOfCompositions(in: ".\(format.rawValue)", writing: "csv, svg or png")
    }
    return switch format {
    case .csv: csv
    case .smi: succeeded.map { smilesLine($0.result.details.molecule.smiles, name: name($0.result)) }.joined()
    case .sdf: try CampaignError.mapping { try succeeded.map(sdf).joined() }
    case .svg: try CampaignError.mapping { try svg }
    case .xyz: try CampaignError.mapping { try xyz }
    }
  }

  private var succeeded: [Row] { rows.filter { $0.result.state == .succeeded } }

  /// The molecule's name in the campaign's pool, or else the campaign's name with the molecule's number.
  private func name(_ result: CalculatedMolecule) -> String {
    names[result.details.molecule.smiles] ?? "\(campaign)-\(result.details.molecule.id)"
  }

  private var csv: String {
    let hasNames = rows.contains { names[$0.result.details.molecule.smiles] != nil }
    let columns = properties.map { (property: $0, kinds: kinds(of: $0)) }
    let isSuccessPredicted = rows.contains { $0.candidate.successProbability != nil }
    let titles = WrittenTable.export.titles(
      omitting: Set((hasNames ? [] : ["name"]) + (isSuccessPredicted ? [] : ["success_probability"])),
      properties: columns.flatMap { property, kinds in
        kinds.map { ColumnTitle.text(property.name, unit: property.unit, $0) }
      })
    return separatedText(
      [titles]
        + rows.map { row in
          fields(row, hasNames: hasNames, columns)
            + (isSuccessPredicted ? [estimateText(row.candidate.successProbability)] : []) + ending(row)
        })
  }

  /// The columns of a property: its values, and other quantities that at least one row has.
  private func kinds(of property: PropertyRecord) -> [ColumnTitle.Kind] {
    [.value]
      + (rows.contains { $0.result.uncertainties[property.name] != nil } ? [.uncertainty] : [])
      + (rows.contains { $0.result.confirmation?.values[property.name] != nil } ? [.confirmed] : [])
      + (rows.contains { $0.predictions[property.name] != nil } ? [.predicted, .deviation] : [])
  }

  private func fields(
    _ row: Row, hasNames: Bool, _ columns: [(property: PropertyRecord, kinds: [ColumnTitle.Kind])]
  ) -> [String] {
    let molecule = row.result.details.molecule
    let calculation = row.result.details.calculation
    var fields = ["\(molecule.id)", molecule.smiles] + (hasNames ? [names[molecule.smiles] ?? ""] : [])
    fields += [
      formulaText(molecule.formula), "\(calculation.iteration)", "\(calculation.id)", calculation.state.rawValue,
      "\(row.result.isHit)", row.candidate.move, row.candidate.parent ?? "",
    ]
    for (property, kinds) in columns {
      let prediction = row.predictions[property.name]
      fields += kinds.map { kind in
        switch kind {
        case .value: valueText(row.result.values[property.name])
        case .uncertainty: estimateText(row.result.uncertainties[property.name])
        case .predicted: estimateText(prediction?.mean)
        case .deviation: estimateText(prediction?.standardDeviation)
        case .confirmed: valueText(row.result.confirmation?.values[property.name])
        }
      }
    }
    return fields
  }

  /// The fields after the properties.
  private func ending(_ row: Row) -> [String] {
    let calculation = row.result.details.calculation
    return [calculation.failureClass ?? "", calculation.failureMessage ?? "", calculation.isomer ?? ""]
  }

  private var svg: String {
    get throws {
      let best = rows.map(\.result).bestFirst(objectives)
      guard !best.isEmpty else {
        throw CampaignError(.input, "There is no calculated molecule to draw yet.")
      }
      return try Molecule.svgGrid(
        best.map { result in
          let values = objectives.compactMap { objective in
            objective.value(in: result.values).map { value in
              let unit = properties.first { $0.name == objective.name }?.unit ?? ""
              return "\(objective.name) \(withUnit(decimal(value, places: 2, apartFrom: objective.bounds), unit))"
            }
          }
          return (
            molecule: try Molecule(recorded: result.details.calculation.isomer ?? result.details.molecule.smiles),
            legend: (["\(result.details.molecule.id)\(result.isHit ? ", hit" : "")"] + values).joined(separator: "\n")
          )
        })
    }
  }

  private var xyz: String {
    get throws {
      let text = try succeeded.compactMap { row in
        let values = properties.compactMap { property in
          row.result.values[property.name].map { "\(property.name) = \(withUnit("\($0)", property.unit))" }
        }
        let smiles = row.result.details.calculation.isomer ?? row.result.details.molecule.smiles
        let comment = ["\(name(row.result)): SMILES \(smiles)"] + values
        return try row.result.details.calculation.geometry
          .map { try Geometry(xyz: $0, bonds: []).xyz(comment: comment.joined(separator: ", ")) }
      }.joined()
      guard !text.isEmpty else { throw CampaignError(.input, "There is no calculated geometry to write.") }
      return text
    }
  }

  private func sdf(_ row: Row) throws -> String {
    let molecule = try Molecule(recorded: row.result.details.molecule.smiles)
    let geometry = try row.result.details.calculation.geometry.map { try Geometry(xyz: $0, bonds: []) }
    let data =
      [("SMILES", molecule.smiles)] + (row.result.details.calculation.isomer.map { [("isomer", $0)] } ?? [])
      + properties.compactMap { property in
        row.result.values[property.name].map {
          (ColumnTitle.text(property.name, unit: property.unit), valueText($0))
        }
      }
      + properties.compactMap { property in
        row.result.confirmation?.values[property.name].map {
          (ColumnTitle.text(property.name, unit: property.unit, .confirmed), valueText($0))
        }
      } + [("hit", "\(row.result.isHit)")]
    return structureRecord(title: name(row.result), block: try molecule.molBlock(geometry: geometry), data: data)
  }
}
