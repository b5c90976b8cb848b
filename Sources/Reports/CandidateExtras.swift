import Acquisition
import Files
import Stores

/// What a campaign knows of candidates beside the calculator's values: those of screens and of confirmations.
struct CandidateExtras {
  /// Whether a molecule counts as a hit if the calculator's values meet the objectives, and the calculation that says so.
  struct Confirmation {
    let isHit: Bool
    let report: ConfirmingReport?
  }

  /// The values that the screens gave, by the molecule's number and by property.
  let screened: [Int: [String: Double]]
  private let confirmations: Confirmations?
  private let told: Set<Int>

  init(_ reader: CampaignRecordReader) throws(CampaignError) {
    screened = try reader.screenedValues()
    (confirmations, told) = try CampaignError.mapping {
      (try reader.confirmations(), try reader.store.toldIterations())
    }
  }

  /// The confirmation of a candidate, which a told one does not need.
  func confirmation(of details: CandidateDetails, objectives: [Target]) -> Confirmation {
    guard let confirmations, !told.contains(details.candidate.iteration) else {
      return Confirmation(isHit: true, report: nil)
    }
    let smiles = details.molecule.smiles
    let isHit = objectives.areMet(by: confirmations.values(of: smiles))
    return Confirmation(
      isHit: isHit,
      report: confirmations.calculation(of: smiles).map {
        ConfirmingReport($0, isHit: isHit, objectives: objectives)
      })
  }
}

/// A calculation that confirms a hit, and its result.
public struct ConfirmingReport: Encodable, Sendable {
  /// The calculator.
  public let calculator: String
  /// `pending`, `succeeded` or `failed`.
  public let state: String
  /// The values, by property, and those of the objectives' expressions, by expression.
  public let values: [String: Double]
  /// Whether all objectives are met.
  public let isHit: Bool
  /// The class of the failure; nil if there is none.
  public let failureClass: String?
  /// The failure in a sentence.
  public let failureMessage: String?
  /// Wall time in seconds.
  public let wallSeconds: Double?

  init(_ details: ExtraCalculationDetails, isHit: Bool, objectives: [Target]) {
    calculator = details.calculation.calculator
    state = details.calculation.state.rawValue
    values = details.values.merging(objectives.expressionValues(in: details.values)) { own, _ in own }
    self.isHit = isHit
    failureClass = details.calculation.failureClass
    failureMessage = details.calculation.failureMessage
    wallSeconds = details.calculation.wallSeconds
  }
}
