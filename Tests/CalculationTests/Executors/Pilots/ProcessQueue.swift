import Calculation
import Foundation
import Glibc
import Synchronization

/// A queue whose jobs are processes of this machine, started at once: real pilots, without a cluster.
final class ProcessQueue: BatchSystem {
  private let processes = Mutex<[Process]>([])
  /// What the queue does when it is asked for something.
  let failure = Mutex<BatchFailure?>(nil)
  let questions = Mutex<Int>(0)

  var programs: [String] { ["sh"] }

  func directives(for jobs: PilotJobs) -> [String] { [] }

  func submit(_ jobs: PilotJobs, count: Int) async throws(BatchFailure) -> [String] {
    if let failure = failure.withLock({ $0 }) { throw failure }
    let before = submitted
    for _ in 0..<count {
      processes.withLock { processes in
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = [jobs.script]
        process.environment = ["JOB_ID": "\(processes.count + 1)", "PASSED": "yes", "HIDDEN": "no", "PATH": "/bin"]
        try? process.run()
        processes.append(process)
      }
    }
    return (1...count).map { "\(before + $0)" }
  }

  func active(_ jobs: PilotJobs) async throws(BatchFailure) -> [QueuedJob] {
    questions.withLock { $0 += 1 }
    if let failure = failure.withLock({ $0 }) { throw failure }
    return processes.withLock { processes in
      processes.enumerated().filter { $0.element.isRunning }.map { QueuedJob(id: "\($0.offset + 1)", isRunning: true) }
    }
  }

  func cancel(_ jobs: PilotJobs) async throws(BatchFailure) {
    processes.withLock { processes in
      for process in processes where process.isRunning { process.terminate() }
    }
  }

  /// The number of jobs that were submitted.
  var submitted: Int { processes.withLock(\.count) }

  /// Kills a job, which says no word.
  func kill(_ number: Int) {
    let process = processes.withLock { $0[number - 1].processIdentifier }
    _ = Glibc.kill(process, SIGKILL)
  }

  /// Waits until no job runs any more.
  func waitForAll() {
    for process in processes.withLock({ $0 }) { process.waitUntilExit() }
  }
}
