public import Calculation
import Chemistry
public import Files
import Foundation

/// Sends one molecule, water, through the whole chain of a machine: its commands, its queue, its spool folder, its nodes,
/// and the program there.
public struct MachineCheck: Encodable, Sendable {
  /// One link of the chain.
  public struct Finding: Encodable, Sendable, Hashable {
    /// What was tried.
    public let subject: String
    /// Whether it works.
    public let isInOrder: Bool
    /// What was found, in a sentence if it does not work.
    public let finding: String
    /// What to do, or to ask the administrator; nil if it works.
    public let remedy: String?
  }

  /// The links in order, up to the first that does not work.
  public let findings: [Finding]

  /// Whether all of them work.
  public var isInOrder: Bool { findings.allSatisfy(\.isInOrder) }

  /// The name of the spool folder and of the jobs.
  private static let campaign = "machine-check"
  /// The energies of one molecule by one program on two processors differ by less than this, in Eh.
  private static let tolerance = 1e-6

  /// Goes through the chain.
  ///
  /// - Parameters:
  ///   - machine: The machine.
  ///   - patienceSeconds: How long a job may wait and run.
  ///   - tell: Called with each finding.
  /// - Throws: `CampaignError` of kind `.interrupted` if the task is cancelled.
  public init(
    of machine: MachineSettings, patienceSeconds: Double, tell: @Sendable (Finding) -> Void = { _ in }
  ) async throws(CampaignError) {
    guard let executor = Executors.make(machine) else {
      throw CampaignError(.input, "There is no executor '\(machine.executor)'.")
    }
    self = try await Self(
      of: machine, executor, by: XTBCalculator(), patienceSeconds: patienceSeconds, tell: tell)
  }

  package init(
    of machine: MachineSettings, _ executor: any Executor, by calculator: any Calculator, patienceSeconds: Double,
    tell: @Sendable (Finding) -> Void
  ) async throws(CampaignError) {
    var findings: [Finding] = []
    func note(_ finding: Finding) -> Bool {
      findings.append(finding)
      tell(finding)
      return finding.isInOrder
    }
    for tool in await executor.tools() {
      guard note(Finding(tool.name, tool.place)) else {
        self.findings = findings
        return
      }
    }
    do {
      let version = try await calculator.version(on: executor)
      _ = note(Finding(subject: calculator.name, isInOrder: true, finding: "\(version), on this machine", remedy: nil))
    } catch {
      _ = note(Finding(calculator.name, .failure(error)))
      self.findings = findings
      return
    }
    let here = await Self.energy(by: calculator, on: LocalExecutor())
    do {
      try await executor.begin(as: Self.campaign)
    } catch {
      _ = note(Finding("queue and spool folder", .failure(error)))
      self.findings = findings
      return
    }
    if executor.script(for: Self.campaign) != nil {
      _ = note(
        Finding(subject: "queue and spool folder", isInOrder: true, finding: machine.spool, remedy: nil))
    }
    if let words = await executor.refusal() {
      _ = note(
        Finding(
          subject: "submission", isInOrder: false, finding: "The queue refuses the job: \(words)",
          remedy:
            "ask the administrator which partition, account, time and memory you may use, and set them in the machine file"
        ))
    } else {
      _ = note(await Self.trial(of: machine, executor, by: calculator, here: here, patienceSeconds: patienceSeconds))
    }
    // It leaves nothing to be done.
    try? await executor.end()
    if Task.isCancelled { throw CampaignError.interrupted }
    self.findings = findings
  }

  /// The energy of water in Eh.
  private static func energy(
    by calculator: any Calculator, on executor: any Executor
  ) async -> Result<Double, CampaignError> {
    let folder = FileManager.default.temporaryDirectory
      .appending(component: "cohobate-check-\(UUID().uuidString)/\(campaign)").path(percentEncoded: false)
    defer { try? FileManager.default.removeItem(atPath: folder.folderOfPath) }
    let stage = CalculationStage(
      calculator: calculator, executor: executor, concurrency: 4, workdir: folder, folderRetention: .none)
    do {
      var outcome: Result<CalculationResult, CalculationFailure>?
      let job = CalculationJob(number: 1, molecule: try Molecule(smiles: "O"))
      try await stage.run([job], finished: { outcome = $1.result })
      guard let energy = try outcome?.get().values["energy"] else {
        return .failure(CampaignError(.failure, "\(calculator.name) gave no energy of water."))
      }
      return .success(energy)
    } catch CalculationStageError.machineFailed(_, _, let failure, _) {
      return .failure(CampaignError(.failure, failure.message))
    } catch let failure as CalculationFailure {
      return .failure(CampaignError(.failure, failure.message))
    } catch {
      return .failure(CampaignError(error))
    }
  }

  /// Lets a node calculate water. If that does not end in time, it says where the chain broke.
  private static func trial(
    of machine: MachineSettings, _ executor: any Executor, by calculator: any Calculator,
    here: Result<Double, CampaignError>, patienceSeconds: Double
  ) async -> Finding {
    let there = await withTaskGroup(of: Result<Double, CampaignError>?.self) { group in
      group.addTask { await energy(by: calculator, on: executor) }
      group.addTask {
        try? await Task.sleep(for: .seconds(patienceSeconds))
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
    let subject = "\(calculator.name) calculates water there"
    func bad(_ finding: String, _ remedy: String) -> Finding {
      Finding(subject: subject, isInOrder: false, finding: finding, remedy: remedy)
    }
    switch (there, here) {
    case (nil, _): return await late(subject, machine, executor, patienceSeconds)
    case (.failure(let error), _):
      return bad(
        error.description,
        "make sure that the nodes have the program at the same path as this machine, with what it needs: 'setup' and 'variables' in the "
          + "machine file; else ask the administrator how it is used in jobs")
    case (.success(let energy), .success(let own)) where abs(energy - own) > tolerance:
      return bad(
        "The energy is \(energy) Eh there and \(own) Eh here: the programs differ",
        "let both use the same program: give its path under 'executable' in the campaign file")
    case (.success(let energy), _):
      return Finding(subject: subject, isInOrder: true, finding: "energy \(energy) Eh", remedy: nil)
    }
  }

  /// Why there was no result in time.
  private static func late(
    _ subject: String, _ machine: MachineSettings, _ executor: any Executor, _ seconds: Double
  ) async -> Finding {
    let state = ClusterState(of: campaign, on: machine)
    let jobs = await executor.jobStates()
    let (finding, remedy): (String, String)
    switch (state, jobs) {
    case (let state?, _) where state.pilots + state.pilotsThatLeft > 0:
      finding =
        state.complaint.map { "A job came to a node and left: \($0)" } ?? "A job runs, and its program has not ended"
      remedy = "see what it printed in '\(machine.spool)/\(campaign)/log', or wait longer with --timeout"
    case (_, let jobs?) where jobs.contains(where: \.isRunning):
      finding = "A job runs, but nothing of it is seen in '\(machine.spool)'"
      remedy =
        "ask the administrator which disk this machine and the nodes share, and name a folder on it under 'spool'"
    case (_, let jobs?) where !jobs.isEmpty:
      let reason = jobs.first?.reason
      finding = "The job still waits in the queue after \(Int(seconds)) s\(reason.map { ": \($0)" } ?? "")"
      remedy =
        "wait longer with --timeout, or ask the administrator which partition, account and time start soon"
    case (_, .some):
      finding = "The job ended at once, without a sign of life"
      remedy =
        "see what it printed in '\(machine.spool)/\(campaign)/log'; if that is empty, ask the administrator whether the nodes see this "
        + "folder"
    case (_, nil) where machine.executor == Executors.usual.name:
      finding = "The program has not ended after \(Int(seconds)) s"
      remedy = "wait longer with --timeout"
    case (_, nil):
      finding = "The queue does not answer"
      remedy = "try its command by hand, and ask the administrator"
    }
    return Finding(subject: subject, isInOrder: false, finding: finding, remedy: remedy)
  }
}

extension MachineCheck.Finding {
  fileprivate init(_ subject: String, _ place: Result<String, CalculatorUnavailable>) {
    switch place {
    case .success(let path): self.init(subject: subject, isInOrder: true, finding: path, remedy: nil)
    case .failure(let missing):
      self.init(subject: subject, isInOrder: false, finding: missing.problem, remedy: missing.remedy)
    }
  }
}
