import Acquisition
import Calculation
import CampaignFile
import Chemistry
import Files
import Foundation
import Prediction
import Stores

/// A campaign's record under its lock, for every command that writes. It needs neither the calculator's program nor the
/// corpus nor the source models.
struct OpenCampaign {
  /// The next step of a campaign.
  enum NextStep {
    /// Run the pending calculations of this iteration.
    case calculating(iteration: Int)
    /// Calculate hits of this iteration again, before they count.
    case confirming(iteration: Int)
    /// Design the next iteration from this history.
    case designing(History)
    /// None: the campaign has ended.
    case ended
  }

  let file: CampaignFile
  let store: CampaignStore
  let tell: @Sendable (CampaignEvent) -> Void
  private let paths: CampaignPaths

  /// Takes the lock of a campaign, opens or makes its record, and holds the lock while the body runs. Changes of the
  /// campaign file are recorded, and apply from the next iteration on.
  ///
  /// - Throws: `CampaignError` of kind `.input` if the record belongs to another campaign, which is not touched.
  static func use<Value>(
    _ paths: CampaignPaths, _ file: CampaignFile, tell: @escaping @Sendable (CampaignEvent) -> Void,
    _ body: (OpenCampaign) async throws -> Value
  ) async throws(CampaignError) -> Value {
    try await underLock(paths, file) { try await body(open(paths, file, tell: tell)) }
  }

  /// Takes the lock of a campaign, and holds it while the body runs. Writes only the lock file.
  ///
  /// - Throws: `CampaignError` of kind `.input` if the record belongs to another campaign.
  static func underLock<Value>(
    _ paths: CampaignPaths, _ file: CampaignFile, _ body: () async throws -> Value
  ) async throws(CampaignError) -> Value {
    do {
      // Checked before the lock is taken, so that no lock file is left beside a foreign file, and again under the lock.
      if try CampaignStore.exists(at: paths.database) { try requireFitting(paths, file) }
      let lock = try CampaignLock(database: paths.database)
      defer { withExtendedLifetime(lock) {} }
      return try await body()
    } catch {
      throw CampaignError(error)
    }
  }

  /// Opens or makes the record of a campaign whose lock is held, and records changes of the campaign file.
  static func open(
    _ paths: CampaignPaths, _ file: CampaignFile, tell: @escaping @Sendable (CampaignEvent) -> Void
  ) throws -> OpenCampaign {
    let campaign = OpenCampaign(file: file, store: try openRecord(paths, file), tell: tell, paths: paths)
    try campaign.recordChanges()
    for row in try campaign.store.observations() where !row.isUsable {
      tell(
        .note(
          "The record has \(row.value) as '\(row.property)' of \(row.smiles), which is out of range; the surrogate does not learn from it."
        ))
    }
    return campaign
  }

  /// Opens the campaign's database, or makes it.
  private static func openRecord(_ paths: CampaignPaths, _ file: CampaignFile) throws -> CampaignStore {
    guard try CampaignStore.exists(at: paths.database) else {
      let specification = file.specification
      return try CampaignStore.create(
        at: paths.database,
        campaign: CampaignRecord(
          name: specification.name, specification: file.text, seed: specification.seed, createdAt: Date()),
        settings: specification.settingsJSON(in: paths.file), versions: [VersionRecord].ofTheProgram,
        properties: try file.calculator().properties.map(PropertyRecord.init))
    }
    try requireFitting(paths, file)
    return try CampaignStore.open(at: paths.database)
  }

  /// Throws if the file is not this campaign's database.
  private static func requireFitting(_ paths: CampaignPaths, _ file: CampaignFile) throws {
    let campaign = try CampaignStore.openUnchanged(at: paths.database).campaign()
    try paths.requireCampaign(campaign.name, is: file.specification.name)
    guard campaign.seed == file.specification.seed else {
      throw CampaignError(
        .input,
        "\(paths.file) has the seed \(file.specification.seed), but \(paths.database) was begun with \(campaign.seed); undo the "
          + "change, or start over with another --database.")
    }
  }

  /// Records the campaign file if its meaning has changed, and reports the changes.
  private func recordChanges() throws {
    guard let last = try store.specifications().last else { return }
    let now = file.specification.settings(in: paths.file)
    // A record that this version cannot read counts as different.
    guard let before = Specification.settings(recorded: last.settings, text: last.text, file: paths.file) else {
      return try store.reopenCampaign(
        specification: file.text, settings: file.specification.settingsJSON(in: paths.file))
    }
    let changes = SettingChange.changes(from: before, to: now)
    guard !changes.isEmpty else { return }
    try store.reopenCampaign(specification: file.text, settings: file.specification.settingsJSON(in: paths.file))
    let iteration = try store.specifications().last?.iteration ?? 0
    tell(.note("Changed from iteration \(iteration) on: \(changes.map(\.text).joined(separator: "; "))."))
  }

  private var specification: Specification { file.specification }

  /// The next step of the campaign, after completed iterations and a completed campaign are recorded as ended.
  ///
  /// - Parameter current: The current protocol and versions; nil for those of the last calculation, finished or
  ///   pending.
  func nextStep(current: ProtocolEntry? = nil) throws -> NextStep {
    try nextStep(current: current) { try history(current: current) }
  }

  /// The same, with a history that is read in another way.
  ///
  /// - Parameters:
  ///   - current: The current protocol and versions; nil as above.
  ///   - confirming: Those by which hits are confirmed; nil for those of the last one.
  ///   - ahead: A history that lacks outcomes, from which the next iteration is designed all the same; nil if it is designed from all.
  func nextStep(
    current: ProtocolEntry? = nil, confirming: ProtocolEntry? = nil, history read: () throws -> History,
    ahead: () throws -> History? = { nil }
  ) throws -> NextStep {
    guard try store.campaign().end == nil else { return .ended }
    let pending = try store.pendingCalculations().map(\.calculation.iteration)
    let hits = try unconfirmedHits(of: current, by: confirming)
    let unconfirmed = hits.map(\.calculation.iteration)
    // A molecule whose values no longer meet the objectives, or are no longer learnt from, need not be confirmed.
    try store.abandonConfirmations(except: Set(hits.map(\.molecule.id)))
    // The confirmation of a molecule that was calculated in two ways may belong to the earlier iteration.
    let confirmed = try store.extraCalculations(.confirm).map(\.calculation).filter { $0.state == .pending }
    try end(store.iterationRecords(), besides: pending + unconfirmed + confirmed.map(\.iteration))
    if let iteration = pending.first { return .calculating(iteration: iteration) }
    if let iteration = unconfirmed.first { return .confirming(iteration: iteration) }
    if let history = try ahead() { return .designing(history) }
    let history = try read()
    let stopRule = StopRule(budget: specification.budget)
    let hitCount = history.hits(specification.objectives, confirmedBy: try confirmations(by: confirming))
    if let (reason, message) = stopRule.reasonToEnd(
      ended: history.chosen.count, successes: history.successes, hits: hitCount)
    {
      try store.endCampaign(reason, message: message)
      return .ended
    }
    return .designing(history)
  }

  /// Records the end of those iterations that run no longer.
  func end(_ iterations: [IterationRecord], besides open: [Int]) throws {
    for iteration in iterations where iteration.endedAt == nil && !open.contains(iteration.number) {
      try store.endIteration(iteration.number)
    }
  }

  /// The outcomes of the calculations that confirm hits; nil if hits need none.
  func confirmations(by current: ProtocolEntry?) throws -> Confirmations? {
    try specification.confirm.map { try Confirmations(store, calculator: $0.name, current: current) }
  }

  /// The calculations whose values meet all objectives and that are not confirmed yet, in order; none if hits need no
  /// confirmation.
  ///
  /// - Parameters:
  ///   - current: The current protocol and versions; nil for those of the last calculation.
  ///   - confirming: Those by which hits are confirmed; nil for those of the last one.
  func unconfirmedHits(of current: ProtocolEntry?, by confirming: ProtocolEntry?) throws -> [CalculationDetails] {
    guard let confirmations = try confirmations(by: confirming) else { return [] }
    let told = try store.toldIterations()
    let comparable = try ComparableCalculations(
      store, calculator: specification.calculator.name, current: current)
    let values = Dictionary(grouping: try store.observations().filter(\.isUsable), by: \.calculation)
    return try store.calculations(state: .succeeded).filter { details in
      let calculation = details.calculation
      return !told.contains(calculation.iteration) && comparable.contains(calculation)
        && !confirmations.hasEnded(details.molecule.smiles)
        && specification.objectives.areMet(
          by: Dictionary(firstOf: (values[calculation.id] ?? []).map { ($0.property, $0.value) }))
    }
  }

  /// The properties whose values may be entered: those of the record, then those that the campaign file adds. The
  /// calculator's program is not needed.
  static func properties(_ paths: CampaignPaths, _ file: CampaignFile) throws -> [Property] {
    guard try CampaignStore.exists(at: paths.database) else { return try file.calculator().properties }
    let recorded = try CampaignStore.openUnchanged(at: paths.database).properties().map {
      Property(name: $0.name, unit: $0.unit, summary: $0.summary, source: $0.source)
    }
    let names = Set(recorded.map(\.name))
    return recorded + ((try? file.calculator().properties) ?? []).filter { !names.contains($0.name) }
  }

  /// The history in the record.
  func history(current: ProtocolEntry? = nil) throws -> History {
    try History(
      store,
      comparable: ComparableCalculations(store, calculator: specification.calculator.name, current: current))
  }
}

extension OpenCampaign {
  /// A new campaign in memory, of which nothing is left when it is released. Nobody else can open it, so that it needs
  /// no lock.
  ///
  /// - Parameter calculator: The calculator, which need not be that of the file's text.
  init(inMemory file: CampaignFile, calculator: any Calculator) throws(StoreError) {
    let store = try CampaignStore.createInMemory(
      campaign: CampaignRecord(
        name: file.specification.name, specification: file.text, seed: file.specification.seed, createdAt: Date()),
      versions: .ofTheProgram, properties: calculator.properties.map(PropertyRecord.init))
    self.init(file: file, store: store, tell: { _ in }, paths: CampaignPaths(file: file.path, database: store.path))
  }
}

extension [VersionRecord] {
  /// The versions that every record depends on.
  static var ofTheProgram: [VersionRecord] {
    [
      VersionRecord(component: "cohobate", version: CohobateVersion.current),
      VersionRecord(component: "rdkit", version: ChemistryVersion.rdkit),
    ]
  }
}

extension PropertyRecord {
  init(_ property: Property) {
    self.init(name: property.name, unit: property.unit, summary: property.summary, source: property.source)
  }
}

extension CampaignError {
  /// Runs the body, which writes rows: once they are written, no error counts as an input error.
  static func pastInput<Value>(_ body: () async throws -> Value) async throws(CampaignError) -> Value {
    do {
      return try await body()
    } catch {
      let error = CampaignError(error)
      throw error.kind == .input ? CampaignError(.failure, error.description) : error
    }
  }
}
