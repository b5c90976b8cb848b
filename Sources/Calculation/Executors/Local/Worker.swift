import Dispatch
import Files
import Foundation
import Glibc

/// A program that stays running and answers questions of one line each, one at a time.
///
/// The pipe of its questions is the keeper's lifeline: when this object is released, the program is stopped and its
/// folder removed.
final class Worker: Sendable {
  /// The outcome of a question.
  struct Reply: Sendable {
    /// `.exited(0)` after an answer.
    let termination: Termination
    let standardOutput: String
    let standardError: String
    /// Whether the worker can be asked again.
    let isUsable: Bool

    /// Whether the worker ended by itself without any part of an answer.
    var endedInSilence: Bool {
      switch termination {
      case .exited, .signalled: !isUsable && standardOutput.isEmpty
      default: false
      }
    }
  }

  private let limits: SupervisedProgram.Limits
  private let questions: Descriptor
  /// Held open so that writing to a worker that has just died raises no SIGPIPE.
  private let questionsOtherEnd: Descriptor
  private let answers: Descriptor
  /// Readable once the keeper has ended. `answers` may stay open longer, if a process that the program started holds
  /// it.
  private let ended: Descriptor
  private let errors: Descriptor
  /// Ends with the program, once its folder is removed. It does not retain the worker.
  let ending: Task<Termination, Never>
  /// Waiting for an answer occupies a thread: one of the system's, not one of Swift's limited pool.
  private let queue = DispatchQueue(label: "cohobate.worker")

  /// Starts a worker in a new folder.
  /// - Throws: If the folder or a descriptor cannot be created.
  init(_ request: AttemptRequest, limits: SupervisedProgram.Limits, folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let questions = try Descriptor.pipe()
    let answers = try Descriptor.pipe()
    let ended = try Descriptor.pipe()
    questions.writing.waitNever()
    answers.reading.waitNever()
    self.limits = limits
    self.questions = questions.writing
    questionsOtherEnd = questions.reading
    self.answers = answers.reading
    self.ended = ended.reading
    errors = try Descriptor.file(at: "\(folder)/\(SupervisedProgram.standardError)")
    let program = SupervisedProgram(
      commandLine: request.commandLine, environment: request.environment, folder: folder, limits: limits,
      standardInput: SupervisedProgram.keepers, standardOutput: SupervisedProgram.keepers, removesFolder: true)
    let (input, output) = (questions.reading, answers.writing)
    ending = Task.detached {
      let termination = await program.run(input: input, output: output).termination
      _ = ended.writing.write([0])
      // The keeper has removed it, unless it never ran or was killed.
      removeFolder(folder)
      return termination
    }
  }

  /// Whether it runs and has sent nothing unexpected, such as a late answer.
  var isReady: Bool {
    var source = pollfd(fd: answers.number, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&source, 1, 0) == 0
  }

  /// Asks one question. Anything other than one line of answer ends the worker.
  func ask(_ question: String, timeLimitSeconds: Double) async -> Reply {
    errors.truncate()
    let bell: (reading: Descriptor, writing: Descriptor)
    do {
      bell = try Descriptor.pipe()
    } catch {
      return Reply(
        termination: .notStarted("it cannot be waited for (\(error))."), standardOutput: "", standardError: "",
        isUsable: false)
    }
    let exchange = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        queue.async {
          continuation.resume(returning: self.exchange(question, within: timeLimitSeconds, or: bell.reading))
        }
      }
    } onCancel: {
      _ = bell.writing.write([0])
    }
    let termination: Termination
    switch exchange.ending {
    case .answered, .answeredAndMore: termination = .exited(0)
    case .closed: termination = await ending.value
    case .stopped(let reason):
      ending.cancel()
      _ = await ending.value
      termination = reason
    }
    return Reply(
      termination: termination, standardOutput: String(decoding: exchange.said, as: UTF8.self),
      standardError: errors.text(atMost: limits.fileBytes),
      isUsable: exchange.ending == .answered)
  }

  /// Stops the program and waits until its folder is removed.
  func end() async {
    ending.cancel()
    _ = await ending.value
  }

  // MARK: On the thread

  private enum Ending: Equatable {
    case answered
    /// One line, followed by output that was not asked for.
    case answeredAndMore
    /// No answer can come any more: the keeper and the program have ended.
    case closed
    /// The program must be stopped.
    case stopped(Termination)
  }

  /// Writes the question and reads until there is one line, or a reason to stop waiting. The time counts from here.
  /// Output that has arrived when it is checked is in time, so a busy machine does not shorten the limit.
  private func exchange(_ question: String, within seconds: Double, or bell: Descriptor) -> (
    ending: Ending, said: [UInt8]
  ) {
    let limit = ContinuousClock.now + .seconds(min(seconds, 1e9))
    var unwritten = ArraySlice(Array(question.utf8) + [UInt8(ascii: "\n")])
    var said: [UInt8] = []
    while true {
      let left = max(0, (limit - .now) / .milliseconds(1))
      var sources = [
        pollfd(fd: bell.number, events: Int16(POLLIN), revents: 0),
        pollfd(fd: answers.number, events: Int16(POLLIN), revents: 0),
        pollfd(fd: unwritten.isEmpty ? -1 : questions.number, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: ended.number, events: Int16(POLLIN), revents: 0),
      ]
      _ = unsafe poll(&sources, 4, CInt(min(left.rounded(.up), 1e9)))
      if sources[0].revents != 0 { return (.stopped(.cancelled), said) }
      if sources[3].revents != 0, sources[1].revents == 0 { return (.closed, said) }
      if left == 0, sources[1].revents == 0 { return (.stopped(.timedOut), said) }
      if sources[2].revents != 0 { unwritten = unwritten.dropFirst(questions.write(unwritten)) }
      guard sources[1].revents != 0, let bytes = answers.read() else { continue }
      if bytes.isEmpty { return (.closed, said) }
      let end = bytes.firstIndex(of: UInt8(ascii: "\n"))
      said += bytes[..<(end ?? bytes.endIndex)]
      if said.count > limits.fileBytes {
        return (.stopped(.outputLimitExceeded(bytes: limits.fileBytes)), Array(said.prefix(limits.fileBytes)))
      }
      if let end { return (end == bytes.indices.last ? .answered : .answeredAndMore, said) }
    }
  }
}
