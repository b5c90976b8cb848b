package import Chemistry
import Files
package import GaussianProcess
import Tables
package import TransferLearning

/// Models fitted to the columns of a table, for `cohobate design` and `cohobate predict --data`.
package struct TablePredictor: Predictor, Sendable {
  /// The fitted model of a property.
  private enum Model {
    /// An exact process with the kernels of a molecular model.
    case exact(TransferredFit)
    /// A linear process on counts.
    case linear(LinearProcess)
  }

  /// An exact process predicts up to this number of molecules; beyond it a linear one, whose prediction time does not
  /// grow with their number.
  package static let exactMolecules = 3000

  /// The same for compositions: there is one structural kernel, and the linear process on amounts is poor.
  package static let exactCompositions = 6000

  /// The features of a linear process: Morgan counts of radius 3 and MACCS keys.
  private static let linearRepresentation: Representation? = try? Representation(named: "morgan-counts-r3-2048+maccs")

  /// The same for compositions: the amounts of the elements.
  private static let linearOfCompositions: Representation? = .elementAmounts

  package let origin: String
  package let names: [String]
  package let quantities: [PredictedQuantity]
  package let summaries: [PredictorSummary]
  package let values: [[Double?]]
  private let models: [Model]
  private let prior: TransferredPrior?
  private let usesLinear: Bool
  private let linear: Representation?
  package let takesCompositions: Bool
  /// The features of a linear process for the training molecules, with which a design begins.
  private let known: [Molecule: CountFingerprint]

  /// Fits a model to each column of a table; rows without a value are left out of that column's model.
  ///
  /// - Parameters:
  ///   - properties: The columns; empty for all of the table.
  ///   - name: `auto`, `linear`, or a name of `ModelChoice`.
  ///   - sources: Source models from which the Gaussian processes may borrow.
  ///   - tell: Called with each event.
  /// - Throws: `CampaignError` of kind `.input` if there is no such column or model, or if there are source models and a
  ///   linear process, which cannot borrow.
  package init(
    _ table: SourceTable, properties: [String], model name: String, sources: [SourceModel] = [],
    tell: (DirectDesignEvent) -> Void
  ) throws {
    let molecules = table.molecules
    let columns = try properties.isEmpty ? table.columns : properties.map { try table.column($0) }
    let mostExact = table.isOfCompositions ? Self.exactCompositions : Self.exactMolecules
    // Values such as gaps, of which many are zero, are seldom normal: compositions have transformations by default.
    let usual = table.isOfCompositions ? ModelChoice.automaticName : "standard"
    let isLinear = columns.map { column in
      name == "linear" || (name == "auto" && column.known.count > mostExact)
    }
    usesLinear = isLinear.contains(true)
    guard sources.isEmpty || !usesLinear else {
      throw CampaignError(
        .input,
        name == "linear"
          ? "--model linear cannot borrow from source models; leave out --library and --source, or name another model."
          : "There are more than \(counted(mostExact, table.noun)), for which a linear process predicts unless --model says otherwise, "
            + "and it cannot borrow from source models: add --model \(usual), or leave out --library and --source.")
    }
    let choice: ModelChoice
    do throws(GaussianProcessError) {
      let named = try ModelChoice(named: name == "auto" || name == "linear" ? [usual] : [name])
      choice = try table.isOfCompositions ? named.ofCompositions() : named
    } catch {
      throw CampaignError(.input, "--model: \(error.description)")
    }
    if name == "auto", usesLinear {
      tell(
        .information(
          "There are more than \(counted(mostExact, table.noun)): a linear process predicts fast; --model \(usual) may be closer, but "
            + "takes longer."))
    }
    tell(.stage("computing the features of \(counted(molecules.count, table.noun))"))
    let linear = table.isOfCompositions ? Self.linearOfCompositions : Self.linearRepresentation
    let counts = usesLinear ? try Self.counts(of: molecules, by: linear) : []
    var inputs: [MolecularInput] = []
    var prior: TransferredPrior?
    if isLinear.contains(false) {
      inputs = try molecules.inputs(choice.representations)
      let transferred = TransferredPrior(choice: choice, sources: sources, reference: inputs)
      if !sources.isEmpty { inputs = try transferred.features(of: molecules) }
      prior = transferred
    }
    var models: [Model] = []
    var summaries: [PredictorSummary] = []
    for (column, isLinear) in zip(columns, isLinear) {
      let property = column.property
      tell(.stage("fitting the model of \(property.name) to \(counted(column.known.count, table.noun))"))
      let values = column.known.compactMap { column.values[$0] }
      let (leaveOneOut, kind): ([Prediction], String)
      if isLinear {
        let process = try LinearProcess(fittedTo: column.known.map { counts[$0] }, values: values)
        models.append(.linear(process))
        (leaveOneOut, kind) = (process.leaveOneOut, "linear process on counts")
      } else if let prior {
        let fit = try prior.fit(column.known.map { inputs[$0] }, values: values)
        models.append(.exact(fit))
        (leaveOneOut, kind) = (fit.leaveOneOut, Self.kind(of: fit, hasSources: !sources.isEmpty))
      } else {
        continue
      }
      summaries.append(
        PredictorSummary(
          property: property.name, unit: property.unit, kind: kind, leaveOneOut: leaveOneOut, values: values))
    }
    origin = table.source
    names = properties.isEmpty ? columns.map(\.property.name) : properties
    quantities = columns.map {
      PredictedQuantity(name: $0.property.name, unit: $0.property.unit, hasDeviations: true)
    }
    values = columns.map(\.values)
    (self.models, self.summaries, self.prior) = (models, summaries, prior)
    (self.linear, takesCompositions) = (linear, table.isOfCompositions)
    known = Dictionary(zip(molecules, counts)) { first, _ in first }
  }

  /// The kind of a fit, in words.
  private static func kind(of fit: TransferredFit, hasSources: Bool) -> String {
    func percent(_ weight: Double) -> String { "\(Int((100 * weight).rounded())) %" }
    let models = fit.modelShares.map { "\($0.model) \(percent($0.weight))" }.joined(separator: ", ")
    let process = models.isEmpty ? "Gaussian process" : "Gaussian processes: \(models)"
    return hasSources ? "\(process) with transfer (weight \(percent(fit.transferWeight)))" : process
  }

  package func predictions(of molecules: [Molecule]) throws -> [[Prediction]] {
    let counts = usesLinear ? try countsOfAny(molecules) : []
    let inputs = try prior?.features(of: molecules) ?? []
    return try models.map { model in
      switch model {
      case .linear(let process): process.predict(counts, includingNoise: true)
      case .exact(let fit): try fit.predict(inputs, includingNoise: true)
      }
    }
  }

  private func countsOfAny(_ molecules: [Molecule]) throws -> [CountFingerprint] {
    var unseen = try Self.counts(of: molecules.filter { known[$0] == nil }, by: linear)[...]
    return molecules.compactMap { known[$0] ?? unseen.popFirst() }
  }

  private static func counts(
    of molecules: [Molecule], by representation: Representation?
  ) throws -> [CountFingerprint] {
    guard let representation else { return [] }
    return try representation.features(of: molecules).compactMap {
      if case .counts(let counts) = $0 { counts } else { nil }
    }
  }
}
