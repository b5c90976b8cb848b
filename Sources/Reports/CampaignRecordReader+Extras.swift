import CampaignFile
import Files
import Stores

extension CampaignRecordReader {
  /// The campaign's screen; nil if there is none, and none has calculated.
  func screen() throws(CampaignError) -> ScreenReport? {
    try CampaignError.mapping {
      let (records, cost) = (try store.screens(), try store.extraCost(.screen))
      guard specification.screen != nil || !records.isEmpty else { return nil }
      return ScreenReport(
        calculator: specification.screen?.calculator.name, calculated: cost.ended, failed: cost.failed,
        reused: cost.reused, programSeconds: cost.programSeconds,
        iterations: try records.map {
          IterationScreenReport($0, try store.extraCost(.screen, iteration: $0.iteration))
        })
    }
  }

  /// The screen before one iteration; nil without one.
  func screen(before iteration: Int) throws(CampaignError) -> IterationScreenReport? {
    try CampaignError.mapping {
      try store.screens().first { $0.iteration == iteration }.map {
        IterationScreenReport($0, try store.extraCost(.screen, iteration: iteration))
      }
    }
  }

  /// The confirmations of hits among these results; nil if hits need none, and none was made.
  func confirmationReport(_ results: [CalculatedMolecule]) throws(CampaignError) -> ConfirmationReport? {
    try CampaignError.mapping {
      let cost = try store.extraCost(.confirm)
      guard specification.confirm != nil || cost.ended > 0 else { return nil }
      return ConfirmationReport(
        calculator: specification.confirm?.name, calculated: cost.ended, failed: cost.failed,
        programSeconds: cost.programSeconds, waiting: results.count(where: \.isUnconfirmed))
    }
  }

  /// What the screens have given of each molecule, by its number: by property, the value that came last.
  func screenedValues() throws(CampaignError) -> [Int: [String: Double]] {
    try CampaignError.mapping {
      try store.extraCalculations(.screen).reduce(into: [:]) { values, details in
        if !details.values.isEmpty { values[details.molecule.id] = details.values }
      }
    }
  }
}
