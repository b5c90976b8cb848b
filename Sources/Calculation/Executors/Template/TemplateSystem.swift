import Files
import Foundation

/// A queue that is used by three commands of the machine file: PBS, Grid Engine, LSF, HyperQueue.
package struct TemplateSystem: BatchSystem {
  package static let registration = Executors.Registration(
    name: "template", summary: "a cluster with another queue, by its commands",
    keys: PilotExecutor.keys + ["submit", "query", "cancel"]
  ) { machine in
    PilotExecutor(machine, system: TemplateSystem(machine))
  } queue: { machine in
    TemplateSystem(machine)
  }

  private let machine: MachineSettings

  package init(_ machine: MachineSettings) { self.machine = machine }

  package var programs: [String] { [machine.submit, machine.query, machine.cancel].compactMap(\.first) }

  /// None: the machine file has them, with the same places as the commands.
  package func directives(for jobs: PilotJobs) -> [String] { [] }

  /// Submits one job after another, and notes their numbers in the spool.
  package func submit(_ jobs: PilotJobs, count: Int) async throws(BatchFailure) -> [String] {
    var numbers: [String] = []
    for _ in 0..<count {
      let output = try await answer(machine.submit, filling: Self.places(of: jobs), isQuestion: false)
      guard let id = Self.firstNumber(in: output) else {
        throw BatchFailure(
          command: machine.submit.first ?? "", message: "its answer has no job number: \(output)", isRefusal: true)
      }
      do {
        let file = try FileHandle(forWritingTo: URL(filePath: jobs.list))
        try file.seekToEnd()
        try file.write(contentsOf: Data("\(id)\n".utf8))
        try file.close()
      } catch {
        let isWritten = FileManager.default.createFile(
          atPath: jobs.list, contents: Data("\(id)\n".utf8))
        guard isWritten else {
          throw BatchFailure(
            command: machine.submit.first ?? "", message: "the number of job \(id) cannot be kept in the spool",
            isRefusal: true)
        }
      }
      numbers.append(id)
    }
    return numbers
  }

  /// Those of the submitted jobs whose number is the first of a line of the answer. Whether they run is not known.
  package func active(_ jobs: PilotJobs) async throws(BatchFailure) -> [QueuedJob] {
    let known = Self.submitted(jobs)
    if known.isEmpty { return [] }
    let output = try await answer(machine.query, filling: Self.places(of: jobs), isQuestion: true)
    let listed = Set(output.split(whereSeparator: \.isNewline).compactMap { Self.firstNumber(in: String($0)) })
    return known.filter(listed.contains).map { QueuedJob(id: $0, isRunning: false) }
  }

  /// Cancels those that are still in the queue.
  package func cancel(_ jobs: PilotJobs) async throws(BatchFailure) {
    for job in try await active(jobs) {
      _ = try await answer(
        machine.cancel, filling: Self.places(of: jobs).merging(["job": job.id]) { $1 }, isQuestion: false)
    }
  }

  /// What the places in commands and directives stand for.
  package static func places(of jobs: PilotJobs) -> [String: String] {
    let machine = jobs.machine
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes, seconds) = (
      machine.jobSeconds / 3600, machine.jobSeconds / 60 % 60, machine.jobSeconds % 60
    )
    return [
      "name": jobs.name, "script": jobs.script, "log": jobs.log, "cores": "\(machine.slots)",
      "minutes": "\((machine.jobSeconds + 59) / 60)", "seconds": "\(machine.jobSeconds)",
      "time": "\(padded(hours)):\(padded(minutes)):\(padded(seconds))",
    ]
  }

  /// A text with its places filled in.
  package static func filled(_ text: String, _ places: [String: String]) -> String {
    places.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  /// The first whole number in the answer to a submission, which is the job's in all known queues.
  package static func firstNumber(in output: String) -> String? {
    output.split { !($0.isASCII && $0.isNumber) }.first.map(String.init)
  }

  private static func submitted(_ jobs: PilotJobs) -> [String] {
    let data = FileManager.default.contents(atPath: jobs.list) ?? Data()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// A question that is not answered says nothing of the jobs; a command that fails was refused.
  private func answer(
    _ words: [String], filling places: [String: String], isQuestion: Bool
  ) async throws(BatchFailure) -> String {
    try await HostCommand.answer(words.map { Self.filled($0, places) }) { _ in !isQuestion }
  }
}
