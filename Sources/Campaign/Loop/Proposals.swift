import GaussianProcess
import MolecularDesign
import Stores

/// What is put before the acquisition function in an iteration: found before a screen, and ranked again with its values.
package struct Proposals: Sendable {
  /// The iteration.
  package let iteration: Int
  /// The candidates, the one of the greatest value first.
  let candidates: [Candidate]
  /// Their features.
  let inputs: [MolecularInput]
  /// The features of the molecules that are pending.
  let pending: [MolecularInput]
  /// What the designer did; nil if no molecules are invented.
  let design: DesignResult?
  /// The number of candidates left out because the surrogate cannot distinguish them from others.
  let twins: Int
  /// The number of candidates left out because they are closer to others than the filter allows.
  let tooNear: Int
  /// How far a large pool was examined; nil where all of its molecules were.
  let preselection: PreselectionRecord?
}
