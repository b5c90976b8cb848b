import Calculation
import CampaignStore

/// A campaign under its lock, with its record: what every command that writes works on.
struct OpenCampaign {
  /// What a campaign is to go on with.
  enum Standing {
    /// The calculations of this iteration that are pending.
    case calculating(iteration: Int)
    /// The design of the next iteration, from this history.
    case designing(History)
    /// Nothing: it is at its end.
    case ended
  }

  let prepared: PreparedCampaign
  let store: CampaignStore
  /// Where calculations of other campaigns are found; nil where none are looked for.
  let cache: SharedCache?
  let tell: (CampaignEvent) -> Void

  /// Prepares a campaign, takes its lock, opens or makes its record, and holds the lock as long as the body takes.
  ///
  /// - Parameter cache: The file of the cache; nil for commands that calculate nothing, or are to calculate everything.
  static func use<Value>(
    _ paths: CampaignPaths, cache: String? = nil, tell: @escaping @Sendable (CampaignEvent) -> Void,
    _ body: (OpenCampaign) async throws -> Value
  ) async throws(CampaignError) -> Value {
    let prepared = try await PreparedCampaign(paths)
    do {
      for note in prepared.notes { tell(.note(note)) }
      try prepared.requireFittingRecord()
      let cache = try SharedCache(
        file: cache, calculator: prepared.calculator, version: prepared.calculatorVersion)
      let lock = try CampaignLock(database: paths.database)
      defer { withExtendedLifetime(lock) {} }
      let store = try prepared.openRecord(tell: tell)
      for row in try store.observations() where !row.isUsable {
        tell(
          .note(
            "The record has \(row.value) as '\(row.property)' of \(row.smiles), which cannot be calculated with; nothing is learnt from it."
          ))
      }
      return try await body(OpenCampaign(prepared: prepared, store: store, cache: cache, tell: tell))
    } catch {
      throw CampaignError(error)
    }
  }

  private var specification: Specification { prepared.file.specification }

  /// Where the campaign stands, after the iteration and the campaign that are at their end were ended.
  func standing() throws -> Standing {
    guard try store.campaign().end == nil else { return .ended }
    if let running = try store.runningIteration() {
      guard try store.pendingCalculations().isEmpty else { return .calculating(iteration: running.number) }
      try store.endIteration(running.number)
    }
    let history = try History(store)
    let stopRule = StopRule(budget: specification.budget)
    let hits = history.hits(specification.objectives)
    if let (reason, message) = stopRule.reasonToEnd(succeeded: history.chosen.map(\.succeeded), hits: hits) {
      try store.endCampaign(reason, message: message)
      return .ended
    }
    return .designing(history)
  }

  /// The iteration whose calculations are pending, designed now if there is none; nil when the campaign has ended.
  func pendingIteration() throws -> Int? {
    while true {
      try Task.checkCancellation()
      switch try standing() {
      case .calculating(let iteration): return iteration
      case .ended: return nil
      case .designing(let history): try design(iteration: try store.iterations().count, history: history)
      }
    }
  }

  /// Design and acquire: chooses the next batch and records it with all that was considered.
  private func design(iteration: Int, history: History) throws {
    tell(.designing(iteration: iteration))
    guard let plan = try prepared.designer.plan(iteration: iteration, history: history) else {
      return try store.endCampaign(
        .exhausted, message: "No molecule is left that may be proposed; widen 'molecules' or give a larger corpus.")
    }
    try Task.checkCancellation()
    if plan.widenings > 0 {
      tell(
        .note(
          "Even the best molecule had less than one chance in 10²¹ of meeting the objectives; the designer widened their windows "
            + "\(plan.widenings) \(plan.widenings == 1 ? "time" : "times"), as 'design.widen' allows."))
    }
    try store.recordDesign(
      plan.record, fits: plan.fits, transfers: plan.transfers, steps: plan.steps, refusals: plan.refusals,
      candidates: plan.candidates,
      calculator: prepared.calculator.name, protocol: ProtocolEntry(prepared.calculator.calculationProtocol))
    tell(.designed(iteration: iteration, candidates: plan.rankedCount, chosen: plan.batch.count))
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
