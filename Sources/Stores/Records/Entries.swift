/// A molecule for the campaign; the store assigns its number.
public struct MoleculeEntry: Sendable, Hashable {
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

  /// A molecule without a number.
  public init(smiles: String, formula: String, charge: Int, heavyAtomCount: Int, molecularWeight: Double) {
    self.smiles = smiles
    self.formula = formula
    self.charge = charge
    self.heavyAtomCount = heavyAtomCount
    self.molecularWeight = molecularWeight
  }
}

/// A surrogate's prediction of a candidate.
public struct PredictionEntry: Sendable, Hashable {
  /// The property.
  public var property: String
  /// The predicted mean, in the property's unit.
  public var mean: Double
  /// The predicted standard deviation of a calculated value, noise included, in the property's unit.
  public var standardDeviation: Double

  /// A prediction of one property.
  public init(property: String, mean: Double, standardDeviation: Double) {
    self.property = property
    self.mean = mean
    self.standardDeviation = standardDeviation
  }
}

/// A candidate from the controller: `CandidateRecord` with the molecule and the predictions themselves.
public struct CandidateEntry: Sendable, Hashable {
  /// The molecule.
  public var molecule: MoleculeEntry
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
  /// The surrogates' predictions, one for each property; empty if nothing was predicted.
  public var predictions: [PredictionEntry]
  /// The predicted probability that its calculation succeeds, from 0 to 1; `nil` if it was not predicted.
  public var successProbability: Double?

  /// A candidate of the iteration being recorded.
  public init(
    molecule: MoleculeEntry, rank: Int? = nil, acquisition: Double? = nil, acquisitionWhenChosen: Double? = nil,
    decision: CandidateDecision, reason: String, parent: String? = nil, move: String, position: Int? = nil,
    predictions: [PredictionEntry] = [], successProbability: Double? = nil
  ) {
    self.molecule = molecule
    self.rank = rank
    self.acquisition = acquisition
    self.acquisitionWhenChosen = acquisitionWhenChosen
    self.decision = decision
    self.reason = reason
    self.parent = parent
    self.move = move
    self.position = position
    self.predictions = predictions
    self.successProbability = successProbability
  }
}

/// A molecule's place in the pool: `ListingRecord` with the molecule itself.
public struct ListingEntry: Sendable, Hashable {
  /// Canonical SMILES.
  public var smiles: String
  /// Its line in the pool's file, from 1: the first one of several.
  public var line: Int
  /// Its name in the file, or else its identifier; `nil` if there is neither.
  public var name: String?

  /// A place in a pool.
  public init(smiles: String, line: Int, name: String?) {
    self.smiles = smiles
    self.line = line
    self.name = name
  }
}

/// The outcome of a calculation.
public enum OutcomeEntry: Sendable, Hashable {
  /// It gave values.
  case succeeded(ResultEntry)
  /// It gave none.
  case failed(FailureRecord)
}

/// The result of a successful calculation.
public struct ResultEntry: Sendable, Hashable {
  /// The values of the properties.
  public var observations: [ObservationEntry]
  /// The geometry in XYZ format (ångström), if there is one.
  public var geometry: String?
  /// Canonical isomeric SMILES of the stereoisomer that was calculated, if it was determined.
  public var isomer: String?
  /// Values for each atom, in the geometry's order, by name.
  public var atomicValues: [String: [Double]]
  /// The differences between the settings that gave the values and the protocol's, a sentence each.
  public var changes: [String]
  /// Suspicious features that do not invalidate the result, a sentence each.
  public var notes: [String]

  /// A result; of values alone unless more is given.
  public init(
    observations: [ObservationEntry], geometry: String? = nil, isomer: String? = nil,
    atomicValues: [String: [Double]] = [:], changes: [String] = [], notes: [String] = []
  ) {
    self.observations = observations
    self.geometry = geometry
    self.isomer = isomer
    self.atomicValues = atomicValues
    self.changes = changes
    self.notes = notes
  }
}

/// A property value from the calculation being recorded.
public struct ObservationEntry: Sendable, Hashable {
  /// The property.
  public var property: String
  /// The value, in the property's unit; finite.
  public var value: Double
  /// The standard uncertainty, in the property's unit: the spread over conformers, or what a person or program stated.
  public var uncertainty: Double?

  /// A value of a property.
  public init(property: String, value: Double, uncertainty: Double? = nil) {
    self.property = property
    self.value = value
    self.uncertainty = uncertainty
  }
}

/// A molecule that was never suggested, with its values from a person.
public struct ToldEntry: Sendable, Hashable {
  /// The molecule.
  public var molecule: MoleculeEntry
  /// Its values, or a failure with the reason.
  public var outcome: OutcomeEntry
  /// Its origin, in a full sentence.
  public var reason: String

  /// Makes an entry for a molecule.
  public init(molecule: MoleculeEntry, outcome: OutcomeEntry, reason: String) {
    self.molecule = molecule
    self.outcome = outcome
    self.reason = reason
  }
}

extension [String] {
  /// Sentences as stored in a column: one on each line, or NULL.
  package var storedLines: String? { isEmpty ? nil : joined(separator: "\n") }
}
