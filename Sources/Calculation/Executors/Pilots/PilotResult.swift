import Files
package import Foundation
import Glibc

/// The result that a pilot wrote of a task.
package struct PilotResult: Sendable {
  /// The pilot that ran it.
  package let pilot: String
  /// The node on which it ran; nil if the pilot did not know its name.
  package var node: String? { pilot.split(separator: ".").first.map(String.init) }
  package let output: AttemptOutput
  /// All files that came back, by name.
  package let files: [String: Data]

  /// Reads a result; nil if the file is not whole.
  package init?(_ data: Data, of task: PilotTask) {
    guard let record = SpoolRecord(data), let pilot = record.texts("pilot").first,
      let status = record.texts("status").first.flatMap({ Int32($0) })
    else { return nil }
    self.pilot = pilot
    let files = Dictionary(record.files.map { ($0.name, Data($0.contents)) }) { first, _ in first }
    self.files = files
    let sessionFileBytes = record.texts("file-limit").first.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    let limits = task.limits
    let report = KeeperReport(
      KeeperReport.Status(waitStatus: status), saying: record.texts("words").first ?? "", limits: limits,
      sessionFileBytes: sessionFileBytes)
    func text(_ name: String) -> String? { files[name].map { String(decoding: $0, as: UTF8.self) } }
    let (standardOutput, standardError) = (text("stdout") ?? "", text("stderr") ?? "")
    var termination = report.termination
    // As on one machine: a program may ignore the signal, and its write fails.
    if case .exited = termination {
      if let limit = sessionFileBytes, limit < limits.fileBytes, files.values.contains(where: { $0.count >= limit }) {
        termination = .signalled(SIGXFSZ)
      } else if max(files["stdout"]?.count ?? 0, files["stderr"]?.count ?? 0) >= limits.fileBytes {
        termination = .outputLimitExceeded(bytes: limits.fileBytes)
      }
    }
    output = AttemptOutput(
      termination: termination, standardOutput: standardOutput, standardError: standardError,
      files: task.collected.reduce(into: [:]) { $0[$1] = text($1) },
      // The keeper of a worker knows nothing of questions.
      wallSeconds: record.texts("time").first.flatMap { Double($0) }.map { $0 / 1e6 } ?? report.wallSeconds ?? 0,
      freeBytes: record.texts("free").first.flatMap { UInt64($0) }.map { Int(clamping: $0) })
  }

  /// Writes the files into the attempt's folder here, which then looks as if the program had run in it.
  package func unpack(into folder: String) {
    for (name, contents) in files where !name.contains("/") && name != ".." && name != "." {
      try? contents.write(to: URL(filePath: folder).appending(component: name))
    }
  }
}
