/// A molecule, stored once however often it is a candidate.
public struct MoleculeRecord: StoredRecord {
  /// Its number in this campaign: 1, 2, 3 … in the order in which molecules first became candidates.
  public var id: Int
  /// Canonical isomeric SMILES, which is also its identity.
  public var smiles: String
  /// Molecular formula.
  public var formula: String
  /// Total charge, in elementary charges.
  public var charge: Int
  /// Number of atoms that are not hydrogen.
  public var heavyAtomCount: Int
  /// Molecular weight in g/mol.
  public var molecularWeight: Double

  /// A molecule under its number in the campaign.
  public init(
    id: Int, smiles: String, formula: String, charge: Int, heavyAtomCount: Int, molecularWeight: Double
  ) {
    self.id = id
    self.smiles = smiles
    self.formula = formula
    self.charge = charge
    self.heavyAtomCount = heavyAtomCount
    self.molecularWeight = molecularWeight
  }

  package static let tableName = "molecule"
}

/// The decision on a candidate.
public enum CandidateDecision: String, Sendable, Hashable, Codable, CaseIterable {
  /// It is in the batch and is calculated.
  case chosen
  /// It was ranked, and others were preferred.
  case passedOver
  /// The filter rejected it before ranking.
  case refused
}

/// A molecule put before the acquisition function in an iteration, or rejected before that.
public struct CandidateRecord: StoredRecord {
  /// The iteration.
  public var iteration: Int
  /// The molecule's number.
  public var molecule: Int
  /// Its rank among the iteration's candidates by acquisition value, from 1; `nil` if rejected.
  public var rank: Int?
  /// The logarithm of the acquisition function before the batch was begun, possibly −∞; `nil` if none was computed.
  public var acquisition: Double?
  /// The same at the time it was chosen, given those chosen before it in the batch.
  public var acquisitionWhenChosen: Double?
  /// The decision.
  public var decision: CandidateDecision
  /// The reason, in a full sentence.
  public var reason: String
  /// Canonical SMILES of the molecule that it was made from; `nil` if there is none.
  public var parent: String?
  /// How it was made: `suffix regrowth`, `corpus` …
  public var move: String
  /// Its position in the batch, from 1; `nil` unless chosen.
  public var position: Int?
  /// The predicted probability that its calculation succeeds, from 0 to 1; `nil` if it was not predicted.
  public var successProbability: Double?

  /// A candidate of an iteration.
  public init(
    iteration: Int, molecule: Int, rank: Int?, acquisition: Double?, acquisitionWhenChosen: Double?,
    decision: CandidateDecision, reason: String, parent: String?, move: String, position: Int?,
    successProbability: Double? = nil
  ) {
    self.iteration = iteration
    self.molecule = molecule
    self.rank = rank
    self.acquisition = acquisition
    self.acquisitionWhenChosen = acquisitionWhenChosen
    self.decision = decision
    self.reason = reason
    self.parent = parent
    self.move = move
    self.position = position
    self.successProbability = successProbability
  }

  package static let tableName = "candidate"
}

/// A surrogate's prediction of a candidate in an iteration.
public struct PredictionRecord: StoredRecord {
  /// The iteration.
  public var iteration: Int
  /// The molecule's number.
  public var molecule: Int
  /// The property.
  public var property: String
  /// The predicted mean, in the property's unit.
  public var mean: Double
  /// The predicted standard deviation of a calculated value, noise included, in the property's unit.
  public var standardDeviation: Double

  /// A prediction of one property of one candidate.
  public init(iteration: Int, molecule: Int, property: String, mean: Double, standardDeviation: Double) {
    self.iteration = iteration
    self.molecule = molecule
    self.property = property
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  package static let tableName = "prediction"
}
