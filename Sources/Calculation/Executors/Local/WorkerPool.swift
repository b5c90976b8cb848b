import Files
import Foundation
import Glibc
import Synchronization

/// The workers of an executor: programs that are started once and asked many questions.
///
/// A request takes an idle worker that was started with the same program, arguments and environment, or starts one, in
/// which case an idle one with another command is stopped. So there are never more workers than concurrent requests. A
/// worker is stopped unless it answers with one line in time, with the question's `id` if it has one; the next request
/// starts another. If a worker that answered before ends silently, or writes something that is not an answer to the
/// question, a new one is started at once and asked the same question. All workers are stopped with the pool. A pilot does
/// the same (`Sources/cohobate-pilot/worker.c`).
final class WorkerPool: Sendable {
  private struct Command: Hashable {
    let line: [String]
    let environment: [String: String]
  }

  /// The idle workers, in the order in which they became idle.
  private let idle = Mutex<[(command: Command, worker: Worker)]>([])
  /// The tasks that end with each running worker. Tasks that wait for an end retain this object and not the pool,
  /// because the release of the pool stops its workers.
  private final class Endings: Sendable {
    let byNumber = Mutex<[Int: Task<Termination, Never>]>([:])
  }

  private let endings = Endings()
  /// The number of workers that this process has started; it makes the names of their folders unique.
  private static let started = Atomic<Int>(0)
  /// Where workers were started: what a run left there that was killed together with its keepers has been removed.
  private let swept = Mutex<Set<String>>([])

  /// Lets a worker answer the request. The folder of a new worker is created in the given one.
  func ask(_ request: AttemptRequest, limits: SupervisedProgram.Limits, under directory: String) async -> Worker.Reply {
    func notStarted(_ reason: String) -> Worker.Reply {
      Worker.Reply(termination: .notStarted(reason), standardOutput: "", standardError: "", isUsable: false)
    }
    guard let question = request.question else { return notStarted(AttemptRequest.severalLines) }
    if let obstacle = Program.obstacle(at: request.executable) { return notStarted(obstacle + ".") }
    if Task.isCancelled {
      return Worker.Reply(termination: .cancelled, standardOutput: "", standardError: "", isUsable: false)
    }
    let command = Command(line: request.commandLine, environment: request.environment)
    func asked(_ worker: Worker) async -> Worker.Reply {
      let reply = await worker.ask(question, timeLimitSeconds: request.timeLimitSeconds)
      if reply.isUsable, Self.isAnswer(reply.standardOutput, to: question) {
        idle.withLock { $0.append((command, worker)) }
      }
      return reply
    }
    if let worker = take(command) {
      let reply = await asked(worker)
      // The worker may have ended before it was asked, or its output may belong to the last question. The output of a
      // new worker can only be caused by this question.
      let isStray = reply.termination == .exited(0) && !Self.isAnswer(reply.standardOutput, to: question)
      guard reply.endedInSilence || isStray else { return reply }
    }
    do {
      return await asked(try start(request, limits: limits, under: directory))
    } catch {
      return notStarted("its folder could not be made in '\(directory)': \(fileProblem(error, at: directory)).")
    }
  }

  /// Stops the idle workers, and waits for the end of all, including those that were stopped before and have not ended.
  /// No request may be waiting.
  func end() async {
    let workers = idle.withLock { idle in
      defer { idle.removeAll() }
      return idle.map(\.worker)
    }
    for worker in workers { await worker.end() }
    for ending in endings.byNumber.withLock({ Array($0.values) }) { _ = await ending.value }
  }

  /// Starts a worker, and remembers it until it has ended.
  private func start(_ request: AttemptRequest, limits: SupervisedProgram.Limits, under directory: String) throws
    -> Worker
  {
    if swept.withLock({ $0.insert(directory).inserted }) { Self.sweep(directory) }
    let number = Self.started.add(1, ordering: .relaxed).newValue
    let worker = try Worker(request, limits: limits, folder: Self.folder(ofWorker: number, under: directory))
    let ending = worker.ending
    endings.byNumber.withLock { $0[number] = ending }
    Task.detached { [endings] in
      _ = await ending.value
      endings.byNumber.withLock { $0[number] = nil }
    }
    return worker
  }

  /// An idle worker with the command; nil if there is none, after making room for a new one.
  private func take(_ command: Command) -> Worker? {
    idle.withLock { idle in
      idle.removeAll { $0.command == command && !$0.worker.isReady }
      if let place = idle.lastIndex(where: { $0.command == command }) { return idle.remove(at: place).worker }
      if !idle.isEmpty { idle.removeFirst() }
      return nil
    }
  }

  /// Whether a line may be the answer to a question. If the question has an `id`, a line that is not a JSON object or
  /// has another `id` is not: the answer is still to come, and the next question would get it.
  private static func isAnswer(_ line: String, to question: String) -> Bool {
    guard let id = (try? JSONValue(text: question))?["id"] else { return true }
    guard case .map(let answer) = try? JSONValue(text: line) else { return false }
    return [nil, .null, id].contains(answer["id"])
  }

  /// Removes the folders of other processes' workers. The directory belongs to this process, so those workers have
  /// ended or are ending; the keepers of the latter remove the folders themselves.
  private static func sweep(_ directory: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    where name.hasPrefix("worker-") && !name.hasPrefix("worker-\(getpid())-") {
      let path = "\(directory)/\(name)"
      if !WorkingProcesses.exist(in: path) { removeFolder(path) }
    }
  }

  /// The name contains the process's number, because the keeper of an earlier process may remove its folder only after
  /// this process has started.
  private static func folder(ofWorker number: Int, under directory: String) -> String {
    URL(filePath: directory).appending(component: "worker-\(getpid())-\(number)").path(percentEncoded: false)
  }
}
