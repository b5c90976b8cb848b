package import GaussianProcess
package import Stores
package import TransferLearning

/// The probability that the calculation of a molecule succeeds, learnt from the calculations that ended.
///
/// Only failures that belong to the molecule count (`FailureClass.belongsToMolecule`). The evidence chooses what explains them
/// (`TransferredPrior.explanations(of:at:)`). With fewer than ``fewestFailures`` failures the probability is the same for all
/// molecules.
package struct SuccessModel: Sendable {
  /// The fewest failures to learn from. The first failure could not be expected, and that a second one is similar may be
  /// chance: of three, two can confirm what the first suggests.
  package static let fewestFailures = 3

  /// The number of calculations that succeeded.
  package let successCount: Int
  /// The number of calculations that failed for a reason of the molecule.
  package let failureCount: Int
  /// Nil with fewer failures than ``fewestFailures``.
  package let classifier: ProcessClassifier<MolecularInput>?

  /// - Parameter store: The features by the prior's representations that are computed already.
  package init(history: History, prior: TransferredPrior, features store: FeatureStore) throws {
    let judged = history.judged
    let outcomes = judged.map { $0.isCalculable == true }
    successCount = outcomes.count { $0 }
    failureCount = outcomes.count - successCount
    guard failureCount >= Self.fewestFailures else {
      classifier = nil
      return
    }
    let inputs = try store.inputs(of: judged.map(\.molecule))
    classifier = try ProcessClassifier(
      fittingBestOf: prior.explanations(of: outcomes, at: inputs), to: inputs, outcomes: outcomes)
  }

  /// The probability of a molecule unlike all that were calculated. Without a classifier it is that of every molecule: the
  /// share of successes, as if one more calculation had succeeded and one more had failed.
  package var baseRate: Double {
    classifier?.priorProbability ?? Double(successCount + 1) / Double(successCount + failureCount + 2)
  }

  /// The probability of success of each molecule.
  package func probabilities(_ features: [MolecularInput]) -> [Double] {
    classifier?.probabilities(features) ?? Array(repeating: baseRate, count: features.count)
  }

  /// The logarithm of the probability of each molecule, for ranking them; nil if all have the same.
  package func logProbabilities(_ features: [MolecularInput]) -> [Double]? { classifier?.logProbabilities(features) }

  /// The probabilities of some candidates, for choosing a batch of them; nil if all have the same.
  package func posterior(at features: [MolecularInput]) -> SuccessPosterior? {
    classifier.map { SuccessPosterior(of: $0, at: features) }
  }

  /// What it was learnt from, in the form of the record of an iteration.
  package func record(iteration: Int) -> SuccessRecord {
    SuccessRecord(
      iteration: iteration, successCount: successCount, failureCount: failureCount, baseRate: baseRate,
      outputScale: classifier?.outputScale, logMarginalLikelihood: classifier?.logMarginalLikelihood,
      explanation: classifier?.explanation)
  }
}
