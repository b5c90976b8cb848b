import CampaignFile
import Files
import Stores

/// A screen in short.
public struct ScreenReport: Encodable, Sendable {
  /// The calculator that screens now; nil if the campaign file names none any more.
  public let calculator: String?
  /// Molecules that it was run for, successfully or not.
  public let calculated: Int
  /// Those of them for which it failed.
  public let failed: Int
  /// Those of them whose outcome was found in the cache.
  public let reused: Int
  /// The time that its programs ran, in seconds, each on one core.
  public let programSeconds: Double
  /// What it did before each iteration.
  public let iterations: [IterationScreenReport]
}

/// What a screen did before an iteration.
public struct IterationScreenReport: Encodable, Sendable {
  /// The iteration.
  public let iteration: Int
  /// The calculator.
  public let calculator: String
  /// Molecules that it was run for, successfully or not.
  public let calculated: Int
  /// Those of them for which it failed.
  public let failed: Int
  /// Those of them whose outcome was found in the cache.
  public let reused: Int
  /// The time that its programs ran, in seconds, each on one core.
  public let programSeconds: Double
  /// Whether it was dropped, because it has not helped.
  public let isDropped: Bool
  /// The weight of the models with it, from 0 to 1, that was known then; nil before the first.
  public let weight: Double?
  /// Why its program could not be used, in a sentence; nil if it worked.
  public let programFailure: String?

  init(_ record: ScreenRecord, _ cost: ExtraCost) {
    iteration = record.iteration
    calculator = record.calculator
    calculated = cost.ended
    failed = cost.failed
    reused = cost.reused
    programSeconds = cost.programSeconds
    isDropped = record.isDropped
    weight = record.weight
    programFailure = record.programFailure
  }
}

/// The confirmations of hits in short.
public struct ConfirmationReport: Encodable, Sendable {
  /// The calculator that confirms now; nil if hits need no confirmation any more.
  public let calculator: String?
  /// Molecules that it was run for, successfully or not.
  public let calculated: Int
  /// Those of them for which it failed.
  public let failed: Int
  /// The time that its programs ran, in seconds, each on one core.
  public let programSeconds: Double
  /// Molecules that meet the objectives by the calculator's values, and wait for their confirmation.
  public let waiting: Int
}

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
