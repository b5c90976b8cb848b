import Acquisition
import CampaignStore
import Chemistry
import Foundation
import Tables

/// The calculated molecules of a campaign as a file for other programs.
public struct Export: Sendable {
  /// What it is written as.
  public enum Format: String, Sendable, CaseIterable {
    /// A table with a line of titles; failed calculations are in it, with no values.
    case csv
    /// Structures at the calculated geometry, with the values as data fields.
    case sdf
    /// SMILES and a name on each line, of the molecules whose calculation succeeded.
    case smi
    /// A grid of drawings, the best molecules first.
    case svg
  }

  private let campaign: String
  private let properties: [PropertyRecord]
  private let objectives: [Objective]
  private let rows: [Row]

  private struct Row {
    let result: CalculatedMolecule
    let candidate: CandidateRecord
    let predictions: [String: PredictionRecord]
  }

  /// Reads the calculated molecules, in batch order; `onlyHits` leaves out those that do not meet all objectives.
  public init(of paths: CampaignPaths, onlyHits: Bool = false) throws(CampaignError) {
    let reader = try CampaignRecordReader(paths)
    campaign = reader.campaign.name
    objectives = reader.specification.objectives
    let results = try reader.results().filter { ![.pending, .declined].contains($0.state) && (!onlyHits || $0.isHit) }
    (properties, rows) = try CampaignError.mapping {
      var rows: [Row] = []
      let byIteration = Dictionary(grouping: results) { $0.details.calculation.iteration }
      for (iteration, batch) in byIteration.sorted(by: { $0.key < $1.key }) {
        let candidates = Dictionary(
          firstOf: try reader.store.candidates(of: iteration).map { ($0.molecule.id, $0) })
        for result in batch {
          guard let candidate = candidates[result.details.molecule.id] else { continue }
          rows.append(
            Row(
              result: result, candidate: candidate.candidate,
              predictions: Dictionary(firstOf: candidate.predictions.map { ($0.property, $0) })))
        }
      }
      return (try reader.store.properties(), rows)
    }
  }

  /// The text of the file.
  public func text(_ format: Format) throws(CampaignError) -> String {
    switch format {
    case .csv: csv
    case .smi: succeeded.map { "\($0.result.details.molecule.smiles)\t\(name($0.result))\n" }.joined()
    case .sdf: try CampaignError.mapping { try succeeded.map(sdf).joined() }
    case .svg: try CampaignError.mapping { try svg }
    }
  }

  private var succeeded: [Row] { rows.filter { $0.result.state == .succeeded } }

  private func name(_ result: CalculatedMolecule) -> String { "\(campaign)-\(result.details.molecule.id)" }

  private var csv: String {
    var titles = ["molecule", "smiles", "formula", "iteration", "calculation", "state", "hit", "move", "parent"]
    for property in properties {
      titles += kinds(of: property).map { ColumnTitle.text(property.name, unit: property.unit, $0) }
    }
    titles += ["failure_class", "failure", "isomer"]
    return separatedText([titles] + rows.map(fields))
  }

  /// The columns of a property: its values, and what else some row has of it.
  private func kinds(of property: PropertyRecord) -> [ColumnTitle.Kind] {
    [.value]
      + (rows.contains { $0.result.uncertainties[property.name] != nil } ? [.uncertainty] : [])
      + (rows.contains { $0.predictions[property.name] != nil } ? [.predicted, .deviation] : [])
  }

  private func fields(_ row: Row) -> [String] {
    let molecule = row.result.details.molecule
    let calculation = row.result.details.calculation
    var fields = [
      "\(molecule.id)", molecule.smiles, molecule.formula, "\(calculation.iteration)", "\(calculation.id)",
      calculation.state.rawValue, "\(row.result.isHit)", row.candidate.move, row.candidate.parent ?? "",
    ]
    for property in properties {
      let prediction = row.predictions[property.name]
      fields += kinds(of: property).map { kind in
        switch kind {
        case .value: valueText(row.result.values[property.name])
        case .uncertainty: estimateText(row.result.uncertainties[property.name])
        case .predicted: estimateText(prediction?.mean)
        case .deviation: estimateText(prediction?.standardDeviation)
        }
      }
    }
    return fields + [calculation.failureClass ?? "", calculation.failureMessage ?? "", calculation.isomer ?? ""]
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
            result.values[objective.property].map { value in
              let unit = properties.first { $0.name == objective.property }?.unit ?? ""
              return "\(objective.property) \(decimal(value, places: 2)) \(unit)"
            }
          }
          return (
            molecule: try Molecule(smiles: result.details.calculation.isomer ?? result.details.molecule.smiles),
            legend: "\(result.details.molecule.id): \(values.joined(separator: ", "))\(result.isHit ? ", hit" : "")"
          )
        })
    }
  }

  private func sdf(_ row: Row) throws -> String {
    let molecule = try Molecule(smiles: row.result.details.molecule.smiles)
    let geometry = try row.result.details.calculation.geometry.map { try Geometry(xyz: $0, bonds: []) }
    let data =
      [("SMILES", molecule.smiles)] + (row.result.details.calculation.isomer.map { [("isomer", $0)] } ?? [])
      + properties.compactMap { property in
        row.result.values[property.name].map {
          (ColumnTitle.text(property.name, unit: property.unit), valueText($0))
        }
      } + [("hit", "\(row.result.isHit)")]
    return structureRecord(title: name(row.result), block: try molecule.molBlock(geometry: geometry), data: data)
  }
}
