import Acquisition
import CachedCalculation
import Calculation
import Chemistry
public import Files
import Foundation
import GaussianProcess
import MolecularDesign
import Numerics
public import Prediction
import SourceModels
import Stores
import TransferLearning

/// Designs molecules from a table of values, without a campaign and without any calculation: it fits models of the
/// properties, trains the language model, and samples or searches.
public struct DirectDesign: Sendable {
  let request: DirectDesignRequest

  /// Makes a design that has not begun.
  public init(_ request: DirectDesignRequest) { self.request = request }

  /// Runs the design.
  ///
  /// - Parameters:
  ///   - state: the file in which the state is stored every few steps and at the end, and from which the run resumes if
  ///     the file exists; nil for none. ``discard(state:)`` removes it once the result is safe.
  ///   - tell: called with each event, never concurrently.
  /// - Throws: `CampaignError` of kind `.input` for wrong data, columns or files, or if nothing has any likelihood;
  ///   `.interrupted` if the task is cancelled.
  public func run(
    state: String? = nil, tell: (DirectDesignEvent) -> Void = { _ in }
  ) throws(CampaignError) -> DirectDesignReport {
    try CampaignError.mapping { try designed(state: state, tell: tell) }
  }

  private func designed(state: String?, tell: (DirectDesignEvent) -> Void) throws -> DirectDesignReport {
    guard !request.targets.isEmpty else {
      throw CampaignError(.input, "There is nothing to design for: give a target, such as --target gap=1..3.")
    }
    let titles = DirectDesignRequest.titles(of: request.table)
    let wanted = try request.targets.map { try Target($0, titles: titles) }
    try wanted.requireDifferentExpressions()
    let names = wanted.properties
    let table = try SourceTable(
      file: request.table, .init(smiles: request.smilesColumn, properties: names), tell: tell)
    let targets = try TargetSet(wanted, names: names, values: names.map { try table.column($0).values })
    try targets.requireFiniteValues(of: table.noun)
    try targets.requireBestValues(of: table.noun)
    var corpus = table.molecules
    if table.isOfCompositions { try requireSearchOfCompositions() }
    if let path = request.corpus { corpus = try Corpus(path: path, allowsRepeatUnits: true).molecules }
    let filter =
      try request.filter.map { try FilterCriteria(campaign: $0).filter() } ?? MoleculeFilter(range: table.molecules)
    if request.filter == nil { tell(.information(filter.rangeInWords)) }
    let library = try request.library.map { try ModelLibrary(named: $0) }
    let file = try state.map {
      let sources = try library?.digest(numbers: request.sources)
      return DesignStateFile(path: $0, digest: digest(table, corpus, filter, wanted, sources: sources))
    }
    let checkpoint = try file?.read()
    try checkInterruption()
    let predictor = try TablePredictor(
      table, properties: names, model: request.model,
      sources: library?.sourceModels(numbers: request.sources) ?? [], tell: tell)
    for model in predictor.summaries { tell(.information(model.sentence(of: predictor.noun))) }
    if table.isOfCompositions {
      return try designedCompositions(of: table, filter: filter, by: predictor, targets: targets, tell: tell)
    }
    try checkInterruption()
    tell(.stage("training the language model on \(corpus.count) molecules"))
    try checkInterruption()
    let streams = RandomStreams(seed: request.seed)
    let language = try LanguageModel(
      training: corpus, settings: LanguageModelSettings(), stream: streams.stream(.languageModel))
    var settings = request.settings
    settings.tempering = Tempering(
      ramps: wanted.contains { $0.ramp != 0...1 } ? wanted.map(\.ramp) : [])
    let designer = Designer(model: language, filter: filter, settings: settings, corpus: corpus)
    let weighing = { @Sendable (molecules: [Molecule], widening: Int) throws -> [[Double]] in
      try targets.logLikelihoods(predictor.predictions(of: molecules), widening: widening)
    }
    tell(.stage(checkpoint == nil ? "weighing the first molecules" : "resuming"))
    var run: DesignRun
    if let checkpoint {
      run = try DesignRun(designer, from: checkpoint, excluding: [])
    } else {
      run = try DesignRun(
        designer, from: table.molecules, excluding: [], stream: streams.stream(.design), logLikelihoods: weighing)
    }
    try finish(&run, weighing, file, tell)
    try file?.write(run.checkpoint)
    return try report(
      run.result, temperature: run.steps.last?.temperature ?? 0, known: Set(table.molecules + corpus),
      names: table.moleculeNames, predictor: predictor, targets: targets,
      minimumDistance: request.minimumDistance ?? filter.minimumDistance, tell: tell)
  }

  /// Removes the state of a run.
  public static func discard(state: String) { try? FileManager.default.removeItem(atPath: state) }

  private func checkInterruption() throws(CampaignError) {
    guard Task.isCancelled else { return }
    throw CampaignError(.interrupted, "Interrupted before the first step.")
  }

  /// Runs the remaining steps. The state is written rarely enough to take a small part of the time.
  private func finish(
    _ run: inout DesignRun, _ weighing: ([Molecule], Int) throws -> [[Double]], _ file: DesignStateFile?,
    _ tell: (DirectDesignEvent) -> Void
  ) throws {
    let clock = ContinuousClock()
    var (pace, nextWriting) = (Pace(), clock.now)
    let settings = request.settings
    while !run.isFinished {
      if Task.isCancelled {
        try file?.write(run.checkpoint)
        throw CampaignError(
          .interrupted,
          "Interrupted after \(run.steps.count) of \(settings.steps) steps. "
            + (file == nil
              ? "Without --output or --state nothing was saved."
              : "Run the same command to resume."))
      }
      try run.step(weighing)
      if let file, clock.now >= nextWriting {
        let start = clock.now
        try file.write(run.checkpoint)
        let end = clock.now
        nextWriting = end.advanced(by: start.duration(to: end) * 20)
      }
      let now = run.likelihoodSummary
      pace.count()
      tell(
        .step(
          DirectDesignProgress(
            done: run.steps.count, total: settings.steps, temperature: settings.mode == .sample ? now.temperature : nil,
            meanLikelihood: now.meanLikelihood ?? 0, distinct: now.distinct, weighed: run.weighedCount,
            secondsLeft: pace.secondsLeft(for: settings.steps - run.steps.count) ?? 0)))
    }
  }

  private func digest(
    _ table: SourceTable, _ corpus: [Molecule], _ filter: MoleculeFilter, _ targets: [Target], sources: String?
  ) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let settings = [try? encoder.encode(request.settings), try? encoder.encode(filter)].compactMap(\.self)
    let parts =
      [CohobateVersion.current, ChemistryVersion.rdkit, request.model, "\(request.seed)"]
      + targets.map(\.identity) + table.columns.map { table.digest(of: $0) } + corpus.map(\.smiles)
      + settings.map { String(decoding: $0, as: UTF8.self) }
    return ContentDigest(Data((parts + [sources].compactMap(\.self)).joined(separator: "\n").utf8)).description
  }
}
