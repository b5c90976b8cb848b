import Acquisition
import Calculation
import Chemistry
import Foundation
import GaussianProcess
import Prediction
import Tables

/// The predictions of molecules for properties and expressions, and the probabilities of meeting the targets.
struct PredictionTable {
  /// The predictions of a molecule.
  private struct Entry {
    let values: [PredictReport.Value?]
    let logProbability: Double?
  }

  /// The properties, then the expressions of the targets.
  let quantities: [PredictedQuantity]
  private let entries: [Result<Entry, ChemistryError>]

  /// - Parameters:
  ///   - results: For each molecule the predictions in the order of the models, or the reason why there are none.
  ///   - predictor: The models.
  ///   - wanted: The targets; nil if there are none.
  init(_ results: [Result<[Prediction], ChemistryError>], _ predictor: any Predictor, _ wanted: TargetSet?) {
    let properties = predictor.quantities
    let predicted = results.compactMap { try? $0.get() }
    // One list for each property, in the form that targets take.
    let lists = properties.indices.map { property in predicted.map { $0[property] } }
    let logProbabilities = wanted?.logLikelihoods(lists).map { $0.reduce(0, +) } ?? []
    var quantities = properties
    var columns = lists
    if let wanted {
      for (target, list) in zip(wanted.targets, wanted.predictions(lists)) where !target.expression.isProperty {
        quantities.append(PredictedQuantity(name: target.name, unit: "", hasDeviations: true))
        columns.append(list)
      }
    }
    self.quantities = quantities
    var place = 0
    var entries: [Result<Entry, ChemistryError>] = []
    for result in results {
      switch result {
      case .failure(let error): entries.append(.failure(error))
      case .success:
        let values = zip(quantities, columns).map { quantity, column in
          Self.value(column[place], hasDeviation: quantity.hasDeviations)
        }
        entries.append(
          .success(
            Entry(values: values, logProbability: place < logProbabilities.count ? logProbabilities[place] : nil)))
        place += 1
      }
    }
    self.entries = entries
  }

  /// A prediction for the report; nil if an expression has no value.
  private static func value(_ prediction: Prediction, hasDeviation: Bool) -> PredictReport.Value? {
    guard prediction.mean.isFinite, prediction.standardDeviation.isFinite else { return nil }
    return PredictReport.Value(
      mean: prediction.mean, standardDeviation: hasDeviation ? prediction.standardDeviation : nil)
  }

  /// The row of a record.
  ///
  /// - Parameters:
  ///   - line: The record, with the index of its molecule.
  ///   - smiles: Its canonical SMILES; nil if the record is not a molecule.
  ///   - columns: The columns of the input.
  func row(of line: MoleculeList.Line, smiles: String?, _ columns: InputColumns) -> PredictReport.Row {
    var entry: Entry?
    var failure: String?
    switch line.molecule {
    case .failure(let problem): failure = problem.message
    case .success(let place):
      switch entries[place] {
      case .success(let found): entry = found
      case .failure(let error): failure = error.description
      }
    }
    var block: String?
    if case .molBlock(let text) = line.source.structure { block = text }
    return PredictReport.Row(
      line: line.source.line, name: line.source.name, input: line.source.input, smiles: smiles,
      cells: columns.cells(of: line.source, smiles: smiles), predictions: entry?.values ?? [],
      probability: entry?.logProbability.map { exp($0) },
      logProbability: entry?.logProbability.map { max($0, -Double.greatestFiniteMagnitude) }, failure: failure,
      block: block)
  }
}
