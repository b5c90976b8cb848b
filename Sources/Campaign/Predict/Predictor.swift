import Acquisition
import Chemistry
import GaussianProcess

/// Models of properties that can be asked about molecules.
protocol Predictor {
  /// Where the models come from, in words.
  var origin: String { get }
  /// What targets call the properties, in the order of the predictions.
  var names: [String] { get }
  /// The properties with their units, in the same order.
  var quantities: [PredictReport.Quantity] { get }
  /// What is told of the models, in the same order.
  var summaries: [PredictReport.Model] { get }
  /// The values that were learnt, a list for each property in one order of the molecules: nil where a molecule has none, and empty
  /// lists where the values are not kept.
  var values: [[Double?]] { get }
  /// What is wanted unless something else is asked for; none but for a campaign.
  var objectives: [Objective] { get }
  /// For each objective the value that an improvement must surpass.
  var incumbents: [Double?] { get }
  /// The molecules that are meant where none are named; nil where there are no such.
  var ownMolecules: MoleculeSource? { get throws(CampaignError) }
  /// Whether repeat units of polymers are molecules too, whose ends are written `*`.
  var takesRepeatUnits: Bool { get }

  /// The predictions of observations, a list for each property. Of a model without deviations they are 0.
  ///
  /// - Throws: `ChemistryError` where what a model sees of a molecule cannot be computed.
  func predictions(of molecules: [Molecule]) throws -> [[Prediction]]
}

extension Predictor {
  /// None.
  var objectives: [Objective] { [] }
  /// None.
  var incumbents: [Double?] { [] }
  /// None.
  var ownMolecules: MoleculeSource? { nil }
  /// True: tables may have repeat units.
  var takesRepeatUnits: Bool { true }
}
