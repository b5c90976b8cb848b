import Calculation
import CampaignStore
import Chemistry
import Foundation

/// A campaign's record under its lock: what every command that writes works on. Neither the calculator's program nor the corpus or
/// the source models are needed for it.
struct OpenCampaign {
  /// What a campaign does next.
  enum Standing {
    /// The calculations of this iteration that are pending.
    case calculating(iteration: Int)
    /// The design of the next iteration, from this history.
    case designing(History)
    /// Nothing: it is at its end.
    case ended
  }

  let file: CampaignFile
  let store: CampaignStore
  let tell: @Sendable (CampaignEvent) -> Void
  private let paths: CampaignPaths

  /// Takes the lock of a campaign, opens or makes its record, and holds the lock as long as the body takes. What has changed in the
  /// campaign file is recorded, and holds from the next iteration on.
  ///
  /// - Throws: `CampaignError` of kind `.input` where the record is of another campaign, which is left as it is.
  static func use<Value>(
    _ paths: CampaignPaths, _ file: CampaignFile, tell: @escaping @Sendable (CampaignEvent) -> Void,
    _ body: (OpenCampaign) async throws -> Value
  ) async throws(CampaignError) -> Value {
    do {
      // Asked before the lock is taken, so that nothing is left beside a file that is not ours, and again under it.
      if try CampaignStore.exists(at: paths.database) { try requireFitting(paths, file) }
      let lock = try CampaignLock(database: paths.database)
      defer { withExtendedLifetime(lock) {} }
      let campaign = OpenCampaign(file: file, store: try openRecord(paths, file), tell: tell, paths: paths)
      try campaign.recordChanges()
      for row in try campaign.store.observations() where !row.isUsable {
        tell(
          .note(
            "The record has \(row.value) as '\(row.property)' of \(row.smiles), which cannot be calculated with; nothing is learnt from it."
          ))
      }
      return try await body(campaign)
    } catch {
      throw CampaignError(error)
    }
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

  /// Refuses a file that is not this campaign's database.
  private static func requireFitting(_ paths: CampaignPaths, _ file: CampaignFile) throws {
    let campaign = try CampaignStore.openUnchanged(at: paths.database).campaign()
    guard campaign.name == file.specification.name else {
      throw CampaignError(
        .input,
        "\(paths.database) belongs to the campaign '\(campaign.name)', not to '\(file.specification.name)'; "
          + "give another file with --database.")
    }
    guard campaign.seed == file.specification.seed else {
      throw CampaignError(
        .input,
        "\(paths.file) has the seed \(file.specification.seed), and \(paths.database) was begun with \(campaign.seed); undo the "
          + "change, or start over with another --database.")
    }
  }

  /// Records the campaign file where it means something else than before, and tells what has changed.
  private func recordChanges() throws {
    guard let last = try store.specifications().last else { return }
    let now = file.specification.settings(in: paths.file)
    // A text that this version no longer understands differs in any case.
    let earlier = try? Specification(file: paths.file, text: last.text)
    let recorded = last.settings.flatMap { try? JSONDecoder().decode([String: String].self, from: Data($0.utf8)) }
    guard let before = recorded ?? earlier?.settings(in: paths.file) else {
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

  /// Where the campaign stands, after the iteration and the campaign that are at their end were ended.
  ///
  /// - Parameter current: How calculations are made now; nil for the way in which the last one was, or is to be, made.
  func standing(current: ProtocolEntry? = nil) throws -> Standing {
    guard try store.campaign().end == nil else { return .ended }
    let pending = try store.pendingCalculations().map(\.calculation.iteration)
    for summary in try store.iterations() where summary.iteration.endedAt == nil {
      let number = summary.iteration.number
      if !pending.contains(number) { try store.endIteration(number) }
    }
    if let iteration = pending.first { return .calculating(iteration: iteration) }
    let history = try history(current: current)
    let stopRule = StopRule(budget: specification.budget)
    let hits = history.hits(specification.objectives)
    if let (reason, message) = stopRule.reasonToEnd(
      ended: history.chosen.count, successes: history.successes, hits: hits)
    {
      try store.endCampaign(reason, message: message)
      return .ended
    }
    return .designing(history)
  }

  /// The properties that values may be told of: those of the record, then those that the campaign file adds. The calculator's
  /// program need not be there for it.
  static func properties(_ paths: CampaignPaths, _ file: CampaignFile) throws -> [Property] {
    guard try CampaignStore.exists(at: paths.database) else { return try file.calculator().properties }
    let recorded = try CampaignStore.openUnchanged(at: paths.database).properties().map {
      Property(name: $0.name, unit: $0.unit, summary: $0.summary, source: $0.source)
    }
    let names = Set(recorded.map(\.name))
    return recorded + ((try? file.calculator().properties) ?? []).filter { !names.contains($0.name) }
  }

  /// What is known.
  func history(current: ProtocolEntry? = nil) throws -> History {
    try History(
      store,
      comparable: ComparableCalculations(store, calculator: specification.calculator.name, current: current))
  }
}

extension [VersionRecord] {
  /// The versions of what a record depends on in any case.
  static var ofTheProgram: [VersionRecord] {
    [
      VersionRecord(component: "cohobate", version: ProgramVersion.current),
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
  /// Runs what writes rows: once they are written, no error is one of the input any more.
  static func pastInput<Value>(_ body: () async throws -> Value) async throws(CampaignError) -> Value {
    do {
      return try await body()
    } catch {
      let error = CampaignError(error)
      throw error.kind == .input ? CampaignError(.failure, error.description) : error
    }
  }
}
