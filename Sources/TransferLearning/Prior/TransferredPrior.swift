public import Chemistry
public import GaussianProcess
internal import Glibc
internal import Numerics

/// A prior for a scarce property from models of plentiful ones.
///
/// The target is a Gaussian process whose kernel is the sum of a structural kernel and kernels on the source models'
/// outputs for a molecule: a linear dependence with its coefficients integrated out, a smooth one, one that depends on
/// the fragments, and frozen hidden layers. At each fit the labels decide which sources serve and how; the model
/// without transfer is always a candidate model, and the result is an average over the best candidate models. If
/// several structural kernels are to be weighed, all this is done for each of them. A fit that continues an earlier one may
/// leave out what had no weight there (``EarlierFit``).
public struct TransferredPrior: Sendable {
  /// The structural kernels.
  public let choice: ModelChoice
  /// The source models; with none, this is an ordinary prior.
  public let sources: [SourceModel]
  /// How a molecule becomes an input.
  public let recipe: InputRecipe
  /// The representations of the inputs: those of the structural kernels, then the further ones of the sources.
  public var representations: [Representation] { recipe.representations }
  let scalings: [DescriptorScaling]

  /// Creates a prior from a structural kernel and source models.
  ///
  /// - Parameter reference: reference molecules that determine the scaling of real-valued features, as features by the
  ///   model's representations, or by all of the prior's.
  public init(model: MolecularModel, sources: [SourceModel] = [], reference: [MolecularInput]) {
    self.init(choice: .named(model), sources: sources, reference: reference)
  }

  /// Creates a prior from structural kernels and source models.
  ///
  /// - Parameter reference: reference molecules that determine the scaling of real-valued features, as features by the
  ///   representations of the kernels, or by all of the prior's.
  public init(choice: ModelChoice, sources: [SourceModel] = [], reference: [MolecularInput]) {
    self.init(
      choice: choice, sources: sources,
      scalings: choice.representations.indices.map { index in
        DescriptorScaling(of: reference.map { $0.reals(index) })
      })
  }

  /// - Parameter scalings: the scaling of each representation of the structural kernels.
  init(choice: ModelChoice, sources: [SourceModel], scalings: [DescriptorScaling]) {
    self.choice = choice
    self.sources = sources
    self.scalings = scalings
    recipe = InputRecipe(choice: choice, sources: sources)
  }

  /// The features of molecules for a fit, computed on all cores.
  public func features(of molecules: [Molecule]) throws(ChemistryError) -> [MolecularInput] {
    try recipe.inputs(of: molecules)
  }

  /// Fits processes to the labels of a scarce property, and weights the candidate models.
  ///
  /// - Parameters:
  ///   - features: the features of the labelled molecules, from ``features(of:)``.
  ///   - values: the labels, in the property's unit.
  ///   - noiseDeviations: the known standard deviation of each label; empty if unknown.
  ///   - models: the names of the structural kernels to fit if several are weighed; nil for all.
  ///   - earlier: what is kept of an earlier fit.
  public func fit(
    _ features: [MolecularInput], values: [Double], noiseDeviations: [Double] = [], models: Set<String>? = nil,
    earlier: EarlierFit = .none, settings: TransferSettings = TransferSettings()
  ) throws(TransferLearningError) -> TransferredFit {
    let inputs = try asking(Array(sources.indices), about: features)
    let scaled = sources.indices.map { scaledSource($0, labelled: inputs) }
    var weighed: [WeighedWays] = []
    for candidate in choice.candidates(for: values) {
      if let name = candidate.name, let models, !models.contains(name) { continue }
      let transformation = ValueTransformation(candidate.transformation, of: values)
      let target = LabelledTarget(
        prior: self, model: candidate.model, name: candidate.name, inputs: inputs,
        values: values.map(transformation.transformed),
        noiseDeviations: zip(noiseDeviations, values).map { $0 * transformation.slope($1) }, scaled: scaled,
        earlier: earlier, settings: settings)
      let (fitted, failed) = try target.decided()
      weighed.append(
        WeighedWays(
          model: candidate.name, fitted: fitted, failed: failed, transformation: transformation, values: values,
          settings: settings))
    }
    if weighed.allSatisfy(\.fitted.isEmpty) {
      // The labels of now may need other hyper-parameters.
      if earlier != .none {
        return try fit(
          features, values: values, noiseDeviations: noiseDeviations, models: models, settings: settings)
      }
      if let first = weighed.first?.failed.first { throw .process(first.cause) }
    }
    return TransferredFit(prior: self, values: values, weighed: weighed, settings: settings)
  }

  /// Molecules' features with the outputs of some sources.
  ///
  /// - Parameter labelled: the labelled molecules, as the answer for them was; nil if it is this one.
  func asking(
    _ indices: [Int], about features: [MolecularInput], beside labelled: [TransferInput]? = nil
  ) throws(TransferLearningError) -> [TransferInput] {
    var outputs = [[SourceOutput]?](repeating: nil, count: sources.count)
    for index in indices { outputs[index] = try self.outputs(of: index, for: features) }
    let list = AskedList(
      indices.map { index in
        let places = places(of: index)
        return (
          index, sources[index], features.map { input in MolecularInput(features: places.map { input.features[$0] }) },
          outputs[index] ?? []
        )
      }, labelled: labelled?.first?.place?.list)
    return features.indices.map { row in
      TransferInput(
        features: features[row], sources: outputs.map { $0?[row] }, place: AskedPlace(list: list, row: row))
    }
  }

  /// The outputs of a source: those of a shared network are in the inputs.
  private func outputs(
    of index: Int, for features: [MolecularInput]
  ) throws(TransferLearningError) -> [SourceOutput] {
    let source = sources[index]
    if let network = source.sharedNetwork {
      let known = features.compactMap { input in recipe.layers(of: network, in: input).flatMap(source.output) }
      if known.count == features.count { return known }
    }
    let places = places(of: index)
    return try source.outputs(
      features.map { input in MolecularInput(features: places.map { input.features[$0] }) })
  }

  /// A structural kernel on the inputs of the prior.
  func structure(_ model: MolecularModel) -> any Kernel<TransferInput> {
    kernel(of: model).on { $0.features }
  }

  func kernel(of model: MolecularModel, hasConstant: Bool = true) -> SumKernel<MolecularInput> {
    model.kernel(scalings: scalings, of: choice.representations, hasConstant: hasConstant)
  }

  /// The index of the fragment counts among the representations.
  var fragments: Int? { representations.firstIndex(of: .fragmentCounts) }

  private func places(of source: Int) -> [Int] {
    sources[source].representations.compactMap { representations.firstIndex(of: $0) }
  }

  /// The source's values, centred on the labelled molecules and scaled by their spread. A few labels hardly determine
  /// the spread, so five pseudo-labels with the spread of the source's own data are added.
  private func scaledSource(_ index: Int, labelled: [TransferInput]) -> ScaledSource {
    let values = labelled.map { $0.sources[index]?.value ?? 0 }
    let count = Double(max(1, values.count))
    let centre = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    return ScaledSource(
      model: sources[index], index: index, places: places(of: index), centre: centre,
      scale: ((squares + 5) / (count + 5)).squareRoot())
  }
}

/// The settings of a transferred prior.
public struct TransferSettings: Sendable, Hashable, Codable {
  /// The settings for fitting each candidate model.
  public var fit: FitSettings
  /// The greatest number of sources tried all together: each costs a triangular solution for every molecule that is
  /// scored.
  public var togetherAtMost = 10
  /// The number of sets of one or two sources taken from the screen.
  public var screened = 4
  /// The least weight of a candidate model in the average.
  public var leastWeight = 0.02
  /// The greatest number of candidate models in the average.
  public var membersAtMost = 4

  /// The settings that work well for properties of molecules.
  public init() {
    fit = FitSettings()
    // The kernel contains a constant.
    fit.meanDeviation = 0
    fit.starts = 1
    fit.pointsToBeginWith = 200
    fit.pointsToEndWith = 500
    fit.evaluations = 60
  }
}

/// The labelled molecules of the scarce property, during a fit with one of the structural kernels.
private struct LabelledTarget {
  let prior: TransferredPrior
  let model: MolecularModel
  /// The name of the structural kernel if several are weighed; otherwise nil.
  let name: String?
  let inputs: [TransferInput]
  let values: [Double]
  let noiseDeviations: [Double]
  let scaled: [ScaledSource]
  let earlier: EarlierFit
  let settings: TransferSettings

  /// The model without transfer and every way of transfer, as it could be fitted or not, without those whose weight is known
  /// to be negligible.
  func decided() throws(TransferLearningError) -> (fitted: [FittedTransferModel], failed: [FailedTransferModel]) {
    var attempts: [Result<FittedTransferModel, FailedTransferModel>] = []
    func add(_ sources: [Int], _ parts: [TransferModel.Part], logPrior: Double) throws(TransferLearningError) {
      let candidate = TransferModel(sources: sources, parts: parts, logPrior: logPrior)
      if !earlier.negligible.contains(way(of: candidate)) { attempts.append(try attempt(candidate)) }
    }
    attempts.append(try attempt(.none))
    let sets = setsWithNetworks
    if !sets.isEmpty {
      for sources in sets {
        let further: TransferModel.Part = sources.contains { scaled[$0].model.hasHiddenLayer } ? .hidden : .radial
        let ways: [[TransferModel.Part]] = [[.linear], [.linear, further]]
        for parts in ways { try add(sources, parts, logPrior: -log(Double(sets.count * ways.count))) }
      }
    } else if !scaled.isEmpty {
      let everything = Array(scaled.indices)
      let ways = [[]] + furtherParts(everything, areScreened: false)
      let isTriedTogether = scaled.count <= settings.togetherAtMost
      let logPrior = -log(kindsOfSets(isTriedTogether) * Double(ways.count))
      guard scaled.count > 1 else {
        for parts in ways { try add(everything, [.linear] + parts, logPrior: logPrior) }
        return divided(attempts)
      }
      // The screen needs it, whatever its weight.
      let linear = try attempt(TransferModel(sources: everything, parts: [.linear], logPrior: logPrior))
      if isTriedTogether {
        attempts.append(linear)
        for parts in ways.dropFirst() { try add(everything, [.linear] + parts, logPrior: logPrior) }
      }
      switch linear {
      case .failure:
        // Without it there is no screen, and the record says why.
        if !isTriedTogether { attempts.append(linear) }
      case .success(let fitted):
        let sets: [(sources: [Int], logPrior: Double)]
        do throws(NumericsError) {
          sets = try screened(beside: fitted)
        } catch {
          sets = []
          attempts.append(.failure(FailedTransferModel(candidate: linear.candidate, cause: .numerics(error))))
        }
        // With two sources, their only pair was tried as all together.
        for (sources, logPrior) in sets where sources != everything {
          let ways = [[]] + furtherParts(sources, areScreened: true)
          // The screen gives half of the prior weight to sets of one and half to sets of two.
          let logShare = logPrior + log(2 / kindsOfSets(isTriedTogether)) - log(Double(ways.count))
          for parts in ways { try add(sources, [.linear] + parts, logPrior: logShare) }
        }
      }
    }
    return divided(attempts)
  }

  private func divided(
    _ attempts: [Result<FittedTransferModel, FailedTransferModel>]
  ) -> (fitted: [FittedTransferModel], failed: [FailedTransferModel]) {
    let fitted = attempts.compactMap { if case .success(let fitted) = $0 { fitted } else { nil } }
    let failed = attempts.compactMap { if case .failure(let failed) = $0 { failed } else { nil } }
    return (fitted, failed)
  }

  private func way(of candidate: TransferModel) -> TransferWay {
    TransferWay(model: name, sources: candidate.sources.map { scaled[$0].model.name }, parts: candidate.parts)
  }

  /// The sets of sources that are tried where some are outputs of a shared network: these, the others, and all together;
  /// none where no two share a network.
  ///
  /// The outputs of one network are trained together, and each choice among them would cost the fits of its ways.
  private var setsWithNetworks: [[Int]] {
    let everything = Array(scaled.indices)
    let shared = everything.filter { index in
      everything.contains { $0 != index && scaled[$0].model.sharesNetwork(with: scaled[index].model) }
    }
    guard !shared.isEmpty else { return [] }
    let others = everything.filter { !shared.contains($0) }
    return others.isEmpty ? [shared] : [shared, others, everything]
  }

  /// The number of kinds of sets that share the prior weight of transfer, so that transfer and no transfer are 1 : 1:
  /// all sources together, if tried, sets of one and sets of two.
  private func kindsOfSets(_ isTriedTogether: Bool) -> Double {
    switch scaled.count {
    case 1: 1
    case 2: 2
    default: isTriedTogether ? 3 : 2
    }
  }

  /// The kernels tried in addition to a linear one on some sources: fewer on the many sets from the screen.
  private func furtherParts(_ sources: [Int], areScreened: Bool) -> [[TransferModel.Part]] {
    let hidden: [[TransferModel.Part]] = sources.contains { scaled[$0].model.hasHiddenLayer } ? [[.hidden]] : []
    guard prior.fragments != nil else { return [[.radial]] + hidden }
    return (areScreened ? [] : [[.radial], [.fragmentwise]]) + [[.radial, .fragmentwise]] + hidden
  }

  /// Fits a candidate. If its covariance matrix is not positive definite, it is left out of the average, with the
  /// reason.
  private func attempt(_ candidate: TransferModel) throws(TransferLearningError) -> Result<
    FittedTransferModel, FailedTransferModel
  > {
    let kernel = SumKernel([prior.structure(model)] + candidate.kernels(scaled, fragments: prior.fragments))
    // Those of another version of the kernels do not fit.
    let coordinates = earlier.coordinates[way(of: candidate)].flatMap {
      $0.count == kernel.hyperparameters.count + 1 ? $0 : nil
    }
    do throws(GaussianProcessError) {
      return .success(
        FittedTransferModel(
          candidate: candidate,
          fit: try fit(
            kernel: kernel, inputs: inputs, values: values, noiseDeviations: noiseDeviations, at: coordinates,
            settings: settings.fit)))
    } catch {
      switch error {
      case .notPositiveDefiniteAnywhere, .numerics:
        return .failure(FailedTransferModel(candidate: candidate, cause: error))
      default: throw .process(error)
      }
    }
  }

  private func screened(beside linear: FittedTransferModel) throws(NumericsError) -> [(
    sources: [Int], logPrior: Double
  )] {
    let process = linear.fit.process
    let (spread, average) = (linear.fit.spread, process.mean.values(at: Array(inputs.prefix(1)))[0])
    guard let sum = linear.fit.fittedKernel as? SumKernel<TransferInput>,
      let slope = linear.fit.hyperparameters.kernel.last
    else { return [] }
    var covariance = sum.terms[0].block(inputs, inputs)
    let noise = linear.fit.hyperparameters.noise
    for index in inputs.indices {
      let known = noiseDeviations.isEmpty ? 0 : noiseDeviations[index]
      covariance[index, index] += (noise * noise + known * known) / (spread * spread)
    }
    return try SourceScreen(
      covariance: covariance, values: values.map { ($0 - average) / spread },
      sources: Matrix(
        rows: inputs.count, columns: scaled.count, storage: scaled.flatMap { $0.values(inputs) }),
      slopeVariance: slope.value * slope.value
    ).best(settings.screened)
  }
}

/// A candidate with its fit.
struct FittedTransferModel: Sendable {
  let candidate: TransferModel
  let fit: Fit<TransferInput>
}

/// A candidate that could not be fitted.
struct FailedTransferModel: Error, Sendable {
  let candidate: TransferModel
  let cause: GaussianProcessError

  /// Why, in a full sentence.
  var reason: String { cause.description }
}

extension Result<FittedTransferModel, FailedTransferModel> {
  fileprivate var candidate: TransferModel {
    switch self {
    case .success(let fitted): fitted.candidate
    case .failure(let failed): failed.candidate
    }
  }
}
