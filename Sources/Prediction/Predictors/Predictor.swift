import Acquisition
package import Chemistry
import Files
package import GaussianProcess
package import Tables

/// Models that predict properties of molecules.
package protocol Predictor {
  /// The origin of the models, in words.
  var origin: String { get }
  /// The names of the properties in targets, in the order of the predictions.
  var names: [String] { get }
  /// The properties with their units, in the same order.
  var quantities: [PredictedQuantity] { get }
  /// Descriptions of the models, in the same order.
  var summaries: [PredictorSummary] { get }
  /// The values that the models were fitted to: a list for each property, with nil for a molecule without a value. The
  /// lists are empty if the values are not kept.
  var values: [[Double?]] { get }
  /// The default targets: a campaign's objectives, nil for others.
  var objectives: TargetSet? { get }
  /// The default molecules; nil if there are none.
  var ownMolecules: MoleculeSource? { get throws(CampaignError) }
  /// Whether repeat units of polymers, with ends written `*`, are accepted.
  var takesRepeatUnits: Bool { get }
  /// Whether the models are of inorganic compositions, which are given as formulas.
  var takesCompositions: Bool { get }

  /// The predictions of observations, a list for each property. The standard deviation is 0 if the model has none.
  ///
  /// - Throws: `ChemistryError` if the features of a molecule cannot be computed.
  func predictions(of molecules: [Molecule]) throws -> [[Prediction]]
}

extension Predictor {
  /// Nil: only a campaign has objectives.
  package var objectives: TargetSet? { nil }
  /// Nil: only a campaign has a pool or a corpus.
  package var ownMolecules: MoleculeSource? { nil }
  /// True: tables and libraries may have repeat units.
  package var takesRepeatUnits: Bool { true }
  /// False: most models are of molecules.
  package var takesCompositions: Bool { false }

  /// What one of the molecules is called: `molecule`, or `composition`.
  package var noun: String { takesCompositions ? "composition" : "molecule" }

  /// The targets in words, with the units of their properties.
  package func text(of targets: TargetSet) -> [String] {
    let units = Dictionary(zip(names, quantities.map(\.unit))) { first, _ in first }
    return targets.targets.texts(units: units)
  }
}
