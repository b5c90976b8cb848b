package import Chemistry
import Files
import GaussianProcess
package import Stores
package import TransferLearning

/// The values that a screen has given of molecules, under one protocol.
package struct ScreenedValues: Sendable {
  /// The molecules that gave values, or failed, each once.
  package let molecules: [Molecule]
  /// Their values, by property; empty where the screen failed.
  package let values: [[String: Double]]
  /// Their canonical SMILES.
  package let identities: Set<String>

  /// The end of the names of sources that are made of a screen's values.
  private static let ending = " (screen)"

  /// Values of molecules, each once.
  package init(_ values: [(molecule: Molecule, values: [String: Double])] = []) {
    molecules = values.map(\.molecule)
    self.values = values.map(\.values)
    identities = Set(molecules.map(\.smiles))
  }

  /// No values.
  package static let none = ScreenedValues()

  /// The values in a campaign's record.
  ///
  /// - Parameters:
  ///   - calculator: The name of the screen's calculator.
  ///   - current: How it calculates now; values that it gave in another way are left out.
  ///   - iteration: The iteration whose screen is left out with all later ones; nil for all that is known.
  ///   - features: The molecules that are read already.
  package init(
    _ store: CampaignStore, calculator: String, current: ProtocolEntry, before iteration: Int? = nil,
    features: FeatureStore
  ) throws {
    guard let number = try store.recordedNumber(of: current) else {
      self.init()
      return
    }
    try self.init(store, calculator: calculator, protocol: number, before: iteration, features: features)
  }

  /// The values that the surrogate knew which designed an iteration, or that it knows now; none if there was no screen.
  ///
  /// - Parameter iteration: The iteration; nil for now.
  package init(_ store: CampaignStore, at iteration: Int?, features: FeatureStore) throws {
    let screens = try store.screens()
    guard let screen = iteration.map({ number in screens.first { $0.iteration == number } }) ?? screens.last else {
      self.init()
      return
    }
    try self.init(
      store, calculator: screen.calculator, protocol: screen.protocol, before: iteration.map { $0 + 1 },
      features: features)
  }

  private init(
    _ store: CampaignStore, calculator: String, protocol number: Int, before iteration: Int?, features: FeatureStore
  ) throws {
    let ended = try store.extraCalculations(.screen).filter { details in
      let calculation = details.calculation
      return calculation.calculator == calculator && calculation.protocol == number
        && [.succeeded, .failed].contains(calculation.state) && calculation.iteration < iteration ?? .max
    }
    let molecules = try features.molecules(ended.map(\.molecule.smiles))
    self.init(zip(molecules, ended).map { ($0, $1.values.filter { Files.isUsable($0.value) }) })
  }

  /// The name of the source that is made of a screen's values of a property.
  package static func sourceName(of property: String) -> String { property + ending }

  /// Whether a source of this name was made of a screen's values.
  package static func isSourceName(_ name: String) -> Bool { name.hasSuffix(ending) }

  /// A source for each of these properties of which enough values are known, and the properties of which none could be
  /// fitted.
  package func sources(
    of properties: [String], by prior: TransferredPrior, features: FeatureStore
  ) throws -> (models: [SourceModel], unfitted: [String]) {
    var (models, unfitted): ([SourceModel], [String]) = ([], [])
    for property in properties {
      let known = zip(molecules, values).compactMap { molecule, values in values[property].map { (molecule, $0) } }
      guard !known.isEmpty else { continue }
      do {
        let source = try prior.source(
          named: Self.sourceName(of: property), property: property, features: try features.inputs(of: known.map(\.0)),
          values: known.map(\.1))
        if let source { models.append(source) }
      } catch TransferLearningError.process(.notPositiveDefiniteAnywhere), TransferLearningError.process(.numerics) {
        // The values are then of no use, which is no reason to end a campaign.
        unfitted.append(property)
      }
    }
    return (models, unfitted)
  }
}

extension [TransferRecord] {
  /// The greatest total weight, over the properties, of the models that use a screen; nil if no model with one was weighed.
  package var screenWeight: Double? {
    let own = filter { $0.sourceNames.contains(where: ScreenedValues.isSourceName) }
    // Rounded weights that sum up to 1 may exceed it in their last digit.
    return Dictionary(grouping: own, by: \.property).values.map { Swift.min(1, $0.reduce(0) { $0 + $1.weight }) }.max()
  }
}
