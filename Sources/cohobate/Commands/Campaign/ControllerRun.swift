import CachedCalculation
import Calculation
import Campaign
import CampaignFile
import Dispatch
import Files
import Foundation
import Glibc
import Reports
import Stores
import Synchronization

/// A campaign's run inside a job of a queue, which ``ControllerSubmission`` submitted.
///
/// The record stands on a disk that machines share, and the run works on a copy of it on the node's own disk. The copy replaces
/// the record every minute, and when the run ends. Before the job's time is up, the run stops and submits its successor.
struct ControllerRun {
  private let paths: CampaignPaths
  private let job: ControllerJob
  private let deadline: ContinuousClock.Instant
  private let copy: RecordCopy

  private enum Ending: Sendable {
    case ended(Result<StatusReport, any Error>)
    /// It was to stop, and goes on: a design cannot be interrupted everywhere.
    case late
  }

  /// Why a run was to stop.
  private struct Stop {
    var isTimeUp = false
    /// The job was cancelled.
    var isInterrupted = false
  }

  /// A job that Slurm cancels has half a minute until it is killed, unless the cluster says otherwise.
  private static let grace = DispatchTimeInterval.seconds(20)
  /// How long a controller before this one, which may be about to end, is waited for.
  private static let patienceSeconds = 30.0
  /// The number of failures to save the record, one after another, that end the run.
  private static let mostFailures = 5
  /// How long a run that was to stop is waited for.
  private static let patience = Duration.seconds(8)

  /// - Parameters:
  ///   - paths: The campaign's file, and its record on the shared disk.
  ///   - deadline: The time at which the run stops.
  ///   - scratch: A folder on the node's own disk.
  init(
    _ paths: CampaignPaths, as job: ControllerJob, until deadline: ContinuousClock.Instant, scratch: String
  ) async throws(CampaignError) {
    (self.paths, self.job, self.deadline) = (paths, job, deadline)
    copy = try await CampaignError.awaiting {
      let lock = try await RecordCopy.lock(of: paths.database, patienceSeconds: Self.patienceSeconds)
      return try RecordCopy(of: paths.database, in: scratch, under: lock)
    }
  }

  /// Runs the campaign. Returns its state at its end; nil if the job leaves it to a successor.
  ///
  /// - Parameter resources: The resources, which know the path of the record.
  func run(
    on resources: ComputeResources, from other: String?, tell: @escaping @Sendable (CampaignEvent) -> Void
  ) async throws(CampaignError) -> StatusReport? {
    let work = CampaignPaths(file: paths.file, database: copy.path)
    let (executor, stop) = (resources.executor, Shared(Stop()))
    let (endings, news) = AsyncStream.makeStream(of: Ending.self)
    let run = Task { try await CampaignController.run(work, on: resources, from: other, tell: tell) }
    let interruption = Interruption(saying: CampaignError.interrupted.description, grace: Self.grace) {
      stop.change { $0.isInterrupted = true }
      Task {
        await executor.keepJobs(false)
        run.cancel()
        try await Task.sleep(for: Self.patience)
        news.yield(.late)
      }
    }
    let clock = Task { [deadline] in
      try await Task.sleep(until: deadline, clock: .continuous)
      stop.change { $0.isTimeUp = true }
      await executor.keepJobs(true)
      run.cancel()
      try await Task.sleep(for: Self.patience)
      news.yield(.late)
    }
    let saving = Task {
      await saveNowAndThen()
      // It ended by itself: the run would go on for nothing.
      if !Task.isCancelled { run.cancel() }
    }
    Task { news.yield(.ended(await run.result)) }
    var iterator = endings.makeAsyncIterator()
    let ending = await iterator.next() ?? .late
    clock.cancel()
    saving.cancel()
    await saving.value
    try putBackAtTheEnd()
    defer { copy.remove() }
    let report = try await finish(ending, stop)
    _ = consume interruption
    return report
  }

  /// Replaces the record, or keeps the copy and says where it is.
  private func putBackAtTheEnd() throws(CampaignError) {
    do throws(StoreError) {
      try copy.putBack()
    } catch {
      throw CampaignError(
        .failure,
        "\(error) What this run has is kept in '\(copy.path)' on \(ProcessInfo.processInfo.hostName): copy it to "
          + "'\(paths.database)' if it is to replace what is there, and submit the campaign again with --as-job.")
    }
  }

  /// Submits the successor if the job's time was up. A run that goes on ends here, and the process with it.
  private func finish(_ ending: Ending, _ stop: Shared<Stop>) async throws(CampaignError) -> StatusReport? {
    switch ending {
    case .ended(.success(let report)): return report
    case .ended(.failure(let error)):
      let error = CampaignError(error)
      guard error.kind == .interrupted, stop.value.isTimeUp || stop.value.isInterrupted else { throw error }
    case .late:
      guard copy.hasReplacedRecord || stop.value.isInterrupted else {
        throw CampaignError(
          .failure,
          "The time of this job was up before a batch was designed, and a successor would do no better. Give jobs more 'time' in "
            + "the machine file, and submit the campaign again with --as-job.")
      }
    }
    do throws(CalculatorUnavailable) {
      if stop.value.isInterrupted {
        // They were to stay, if the time was up before.
        try await job.cancelPilots()
      } else {
        let successor = try await job.submitSuccessor()
        if stop.value.isInterrupted {
          // The job was cancelled meanwhile.
          _ = try await job.cancel()
        } else {
          Terminal.line("The time of this job is up. Job \(successor) resumes the campaign.")
        }
      }
    } catch {
      throw CampaignError(.failure, "The record is saved. \(error) Then submit the campaign again with --as-job.")
    }
    let isInterrupted = stop.value.isInterrupted
    if case .late = ending {
      copy.remove()
      CampaignError.whileNothingIsWritten { _exit(isInterrupted ? CampaignError.interrupted.exitStatus : 0) }
    }
    if isInterrupted { throw .interrupted }
    return nil
  }

  /// Lets the copy replace the record soon after the beginning, and then every minute, or less often if that takes long. Returns
  /// after five failures in succession, or when it is cancelled.
  private func saveNowAndThen() async {
    let clock = ContinuousClock()
    var pause = Duration.seconds(5)
    var failures = 0
    while failures < Self.mostFailures {
      do { try await clock.sleep(for: pause) } catch { return }
      let start = clock.now
      do throws(StoreError) {
        try copy.putBack()
        failures = 0
      } catch {
        failures += 1
        Terminal.note("\(error)")
      }
      pause = max(.seconds(60), (clock.now - start) * 20)
    }
  }
}

/// A value that several tasks change.
private final class Shared<Value: Sendable>: Sendable {
  private let mutex: Mutex<Value>

  init(_ value: Value) { mutex = Mutex(value) }

  var value: Value { mutex.withLock { $0 } }

  func change(_ body: (inout Value) -> Void) { mutex.withLock { body(&$0) } }
}
