import Acquisition
import Chemistry
import Foundation
import GaussianProcess
import MolecularDesign
import Prediction

extension DirectDesign {
  /// A list whose best probability is below this gets a note.
  private static let hopeless = 0.01

  /// The report on a run in its current state.
  ///
  /// - Parameter temperature: that of the last step.
  func report(
    _ result: DesignResult, temperature: Double, known: Set<Molecule>, names: [Molecule: String],
    predictor: TablePredictor, targets: TargetSet,
    minimumDistance: Double?, tell: (DirectDesignEvent) -> Void
  ) throws -> DirectDesignReport {
    var notes: [String] = []
    let survivors = result.survivors.filter {
      $0.logLikelihood ?? 0 > -.infinity && (!request.novelOnly || !known.contains($0.molecule))
    }
    var chosen = Array(survivors.prefix(request.count))
    if let minimumDistance {
      let apart = try survivors.map(\.molecule).diverse(minimumDistance: minimumDistance, atMost: request.count)
      if apart.count < chosen.count {
        notes.append(
          "Only \(apart.count) of \(survivors.count) \(predictor.noun)s at the end are as far apart as requested."
        )
      }
      chosen = apart.map { survivors[$0] }
    }
    let all = try predictor.predictions(of: chosen.map(\.molecule))
    let predicted = targets.predictions(all)
    let logLikelihoods = targets.logLikelihoods(all)
    var quantities = predictor.quantities
    var columns = all
    for (target, values) in zip(targets.targets, predicted) where !target.expression.isProperty {
      quantities.append(PredictedQuantity(name: target.name, unit: "", hasDeviations: true))
      columns.append(values)
    }
    var rows = chosen.indices.map { index in
      let logProbability = logLikelihoods[index].reduce(0, +)
      return DirectDesignReport.Row(
        smiles: chosen[index].molecule.smiles,
        formula: chosen[index].molecule.composition == nil ? nil : chosen[index].molecule.formula,
        predictions: columns.map { .init(mean: $0[index].mean, standardDeviation: $0[index].standardDeviation) },
        probability: exp(logProbability), logProbability: max(logProbability, -Double.greatestFiniteMagnitude),
        isNovel: !known.contains(chosen[index].molecule), move: chosen[index].move, parent: chosen[index].parent,
        name: names[chosen[index].molecule])
    }
    // In a run with widened targets the order was different.
    if result.widenings > 0 { rows.sort { ($1.logProbability, $0.smiles) < ($0.logProbability, $1.smiles) } }
    if rows.isEmpty {
      notes.append(
        "No \(predictor.noun) at the end \(request.novelOnly ? "is novel and " : "")can meet the targets: give it more --steps, or wider ones."
      )
    } else if let best = rows.first, best.probability < Self.hopeless {
      notes.append(
        "The best \(predictor.noun) has a probability of \(String(format: "%.1g", best.probability)) to meet the targets, which are out "
          + "of reach of the models' data. 'cohobate targets' shows what is within reach of a table.")
    }
    if result.widenings > 0 {
      notes.append(
        "Even the best \(predictor.noun) had less than one chance in 10²¹ at first; the targets were widened \(result.widenings) "
          + "\(result.widenings == 1 ? "time" : "times") for the run. The probabilities are those of the targets as given."
      )
    }
    if temperature < request.settings.lastTemperature, request.settings.mode == .sample {
      notes.append(
        "The sampler ended at a temperature of \(String(format: "%.3f", temperature)), before the last one; give it more "
          + "--steps, or wider targets.")
    }
    for note in notes { tell(.note(note)) }
    return DirectDesignReport(
      mode: request.settings.mode.rawValue, targets: predictor.text(of: targets), models: predictor.summaries,
      quantities: quantities, molecules: rows, temperature: temperature, meanLikelihood: result.meanLikelihood ?? 0,
      logEvidence: result.logEvidence, counts: result.counts.byFate, notes: notes)
  }
}

extension DesignCounts {
  /// The counts of strings by their fate.
  fileprivate var byFate: [String: Int] {
    ["strings": strings, "invalid": invalid, "repeated": repeated, "molecules": candidates + known].merging(
      refused.map { ("refused for \($0.key.rawValue)", $0.value) }
    ) { $1 }
  }
}
