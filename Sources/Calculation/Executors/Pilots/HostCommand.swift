import Files
import Subprocess

/// A command of the queue, run on this machine with the user's environment.
package enum HostCommand {
  package struct Output: Sendable {
    package let status: Int32
    package let standardOutput: String
    package let standardError: String

    /// What it said, on one line.
    package var words: String {
      let text = standardError.isEmpty ? standardOutput : standardError
      let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingWhitespace }
      return lines.isEmpty ? "it exits with status \(status) and says nothing" : lines.joined(separator: " ")
    }
  }

  /// A queue that has not answered after this many seconds is busy or away.
  package static let limitSeconds = 100.0

  /// What a command prints that succeeds.
  ///
  /// - Parameter isRefusal: Whether the message of one that fails says that the queue refuses what it was asked for, and not
  ///   that it could not be asked.
  package static func answer(
    _ words: [String], isRefusal: (_ message: String) -> Bool
  ) async throws(BatchFailure) -> String {
    let output = try await run(words)
    guard output.status == 0 else {
      throw BatchFailure(command: words.first ?? "", message: output.words, isRefusal: isRefusal(output.words))
    }
    return output.standardOutput
  }

  /// Runs a command to its end.
  /// - Throws: If it cannot be started or does not end in time.
  package static func run(_ words: [String]) async throws(BatchFailure) -> Output {
    let (program, arguments) = (words.first ?? "", Array(words.dropFirst()))
    do {
      return try await withThrowingTaskGroup(of: Output?.self) { group in
        group.addTask {
          let result = try await Subprocess.run(
            program.contains("/") ? .path(path(program)) : .name(program), arguments: Arguments(arguments),
            output: .string(limit: 16 << 20), error: .string(limit: 1 << 20))
          let status: Int32
          switch result.terminationStatus {
          case .exited(let code): status = code
          case .signaled(let signal): status = 128 + signal
          }
          return Output(
            status: status, standardOutput: result.standardOutput, standardError: result.standardError)
        }
        group.addTask {
          try await Task.sleep(for: .seconds(limitSeconds))
          return nil
        }
        let first = try await group.next() ?? nil
        group.cancelAll()
        guard let first else {
          throw BatchFailure(
            command: program, message: "it did not end within \(Int(limitSeconds)) s", isRefusal: false)
        }
        return first
      }
    } catch let failure as BatchFailure {
      throw failure
    } catch {
      throw BatchFailure(command: program, message: "\(error)", isRefusal: false)
    }
  }
}

/// A path in the form that the library expects: a type of another package, which need not be imported for this.
private func path<Path: ExpressibleByStringLiteral>(_ text: String) -> Path where Path.StringLiteralType == String {
  Path(stringLiteral: text)
}

extension Substring {
  fileprivate var trimmingWhitespace: Substring {
    var text = self.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
