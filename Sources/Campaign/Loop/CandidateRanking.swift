import Acquisition
import Chemistry
import MolecularDesign
import Prediction

/// The values by which an iteration searches for molecules and puts them before the acquisition function. Each molecule is
/// predicted once, unless the objectives are widened.
struct CandidateRanking {
  let surrogate: Surrogate
  private let acquisition: AcquisitionValues
  private let features: FeatureStore
  /// The values so far, by canonical SMILES.
  private var known: [String: Double] = [:]

  init(by surrogate: Surrogate, _ function: any AcquisitionFunction, features: FeatureStore) throws {
    (self.surrogate, self.features) = (surrogate, features)
    acquisition = try AcquisitionValues(of: function, by: surrogate)
  }

  /// Whether ``values(of:widening:)`` are log-probabilities of meeting the objectives.
  var areLogProbabilities: Bool { acquisition.areLogProbabilities }

  /// What the acquisition function searches for, for each molecule.
  ///
  /// - Parameter widening: The number of times the objectives are widened.
  mutating func values(of molecules: [Molecule], widening: Int = 0) throws -> [Double] {
    guard widening == 0 else {
      return try acquisition.values(surrogate.forecast(features.inputs(of: molecules)), widening: widening)
    }
    let new = molecules.filter { known[$0.smiles] == nil }
    if !new.isEmpty { note(try acquisition.values(surrogate.forecast(features.inputs(of: new))), of: new) }
    return molecules.compactMap { known[$0.smiles] }
  }

  /// The log-likelihood of each molecule, for a sampler. Its value is computed from the same prediction.
  mutating func logLikelihoods(of molecules: [Molecule], widening: Int = 0) throws -> [Double] {
    let forecast = try surrogate.forecast(features.inputs(of: molecules))
    note(try acquisition.values(forecast), of: molecules)
    return surrogate.logLikelihoods(forecast, widening: widening)
  }

  /// The candidates with their values, the best first.
  mutating func ranked(_ candidates: [Candidate]) throws -> [Candidate] {
    zip(candidates, try values(of: candidates.map(\.molecule))).map { candidate, value in
      Candidate(molecule: candidate.molecule, parent: candidate.parent, move: candidate.move, logLikelihood: value)
    }.bestFirst
  }

  /// Drops the values of all molecules but some, by canonical SMILES.
  mutating func forgetOthers(except needed: Set<String>) { known = known.filter { needed.contains($0.key) } }

  private mutating func note(_ values: [Double], of molecules: [Molecule]) {
    for (molecule, value) in zip(molecules, values) { known[molecule.smiles] = value }
  }
}
