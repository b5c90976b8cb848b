import Calculation
package import Chemistry
import Files
package import GaussianProcess
package import TransferLearning

/// The model of a property that a design uses.
enum ForwardModel: Sendable {
  /// An exact process with the kernels of a molecular model.
  case exact(TransferredFit)
  /// A linear process on counts.
  case linear(LinearProcess)

  /// The features of a linear process: Morgan counts of radius 3 and MACCS keys.
  static let linearRepresentation: Representation? = try? Representation(named: "morgan-counts-r3-2048+maccs")
}

/// The models of several properties.
package struct ForwardModels: Sendable {
  /// An exact process predicts up to this number of molecules; beyond it a linear one, whose prediction time does not
  /// grow with their number.
  package static let exactMolecules = 3000

  /// A property's model with its description.
  package struct Property: Sendable {
    package let name: String
    package let unit: String
    let model: ForwardModel
    package let summary: ForwardModelSummary
  }

  package let properties: [Property]
  private let prior: TransferredPrior?
  private let usesLinear: Bool
  /// The features of a linear process for the training molecules, with which a design begins.
  private let known: [Molecule: CountFingerprint]

  /// Fits a model to each column; rows without a value are left out of that column's model.
  ///
  /// - Parameters:
  ///   - name: `auto`, `linear`, or a name of `MolecularModel`.
  ///   - sources: source models from which the Gaussian processes may borrow.
  /// - Throws: `CampaignError` of kind `.input` also if there are source models and a linear process, which cannot borrow.
  package init(
    _ columns: [SourceTable.Column], of molecules: [Molecule], model name: String, sources: [SourceModel] = [],
    tell: (DirectDesignEvent) -> Void
  ) throws {
    var isLinear: [Bool] = []
    for column in columns {
      isLinear.append(
        name == "linear" || (name == "auto" && column.known.count > Self.exactMolecules))
    }
    usesLinear = isLinear.contains(true)
    guard sources.isEmpty || !usesLinear else {
      throw CampaignError(
        .input,
        name == "linear"
          ? "--model linear cannot borrow from source models; leave out --library and --source, or name another model."
          : "There are more than \(Self.exactMolecules) molecules, for which a linear process predicts unless --model says otherwise, "
            + "and it cannot borrow from source models: add --model standard, or leave out --library and --source.")
    }
    let model: MolecularModel
    do throws(GaussianProcessError) {
      model = try MolecularModel(named: name == "auto" || name == "linear" ? ["standard"] : [name])
    } catch {
      throw CampaignError(.input, "--model: \(error.description)")
    }
    if name == "auto", usesLinear {
      tell(
        .information(
          "There are more than \(Self.exactMolecules) molecules: a linear process predicts fast; --model "
            + "standard may be closer, but takes longer."))
    }
    tell(.stage("computing the features of \(molecules.count) molecules"))
    let counts = usesLinear ? try Self.counts(of: molecules) : []
    known = Dictionary(zip(molecules, counts)) { first, _ in first }
    var inputs: [MolecularInput] = []
    var prior: TransferredPrior?
    if isLinear.contains(false) {
      inputs = try molecules.inputs(model.representations)
      let transferred = TransferredPrior(model: model, sources: sources, reference: inputs)
      if !sources.isEmpty { inputs = try transferred.features(of: molecules) }
      prior = transferred
    }
    self.prior = prior
    var properties: [Property] = []
    for (column, isLinear) in zip(columns, isLinear) {
      let property = column.property
      tell(.stage("fitting the model of \(property.name) to \(column.known.count) molecules"))
      let values = column.known.compactMap { column.values[$0] }
      let (forward, leaveOneOut, kind): (ForwardModel, [Prediction], String)
      if isLinear {
        let process = try LinearProcess(fittedTo: column.known.map { counts[$0] }, values: values)
        (forward, leaveOneOut, kind) = (.linear(process), process.leaveOneOut, "linear process on counts")
      } else if let prior {
        let fit = try prior.fit(column.known.map { inputs[$0] }, values: values)
        let share = Int((100 * fit.transferWeight).rounded())
        (forward, leaveOneOut, kind) = (
          .exact(fit), fit.leaveOneOut,
          sources.isEmpty ? "Gaussian process" : "Gaussian process with transfer (weight \(share) %)"
        )
      } else {
        continue
      }
      properties.append(
        Property(
          name: property.name, unit: property.unit, model: forward,
          summary: .init(
            property: property.name, unit: property.unit, kind: kind, molecules: values.count,
            errors: zip(leaveOneOut, values).map { $1 - $0.mean }, deviations: leaveOneOut.map(\.standardDeviation))))
    }
    self.properties = properties
  }

  /// The predicted observations, a list for each property.
  package func predictions(of molecules: [Molecule]) throws -> [[Prediction]] {
    let counts = usesLinear ? try countsOfAny(molecules) : []
    let inputs = try prior?.features(of: molecules) ?? []
    return try properties.map { property in
      switch property.model {
      case .linear(let process): process.predict(counts, includingNoise: true)
      case .exact(let fit): try fit.predict(inputs, includingNoise: true)
      }
    }
  }

  private func countsOfAny(_ molecules: [Molecule]) throws -> [CountFingerprint] {
    var unseen = try Self.counts(of: molecules.filter { known[$0] == nil })[...]
    return molecules.compactMap { known[$0] ?? unseen.popFirst() }
  }

  private static func counts(of molecules: [Molecule]) throws -> [CountFingerprint] {
    guard let representation = ForwardModel.linearRepresentation else { return [] }
    return try representation.features(of: molecules).compactMap {
      if case .counts(let counts) = $0 { counts } else { nil }
    }
  }
}
