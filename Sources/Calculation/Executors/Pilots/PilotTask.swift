import Files
package import Foundation

/// An attempt as a pilot reads it.
package struct PilotTask: Sendable {
  /// The calculation's folder and a digest of all that the program is given: the same attempt of the same campaign has the
  /// same name in every run, and a program with other settings another.
  package let id: String
  package let bytes: Data
  package let limits: SupervisedProgram.Limits
  package let collected: [String]
  /// Whether it is a question to a worker.
  package let isQuestion: Bool

  /// - Parameters:
  ///   - folder: The attempt's folder here.
  ///   - campaign: The name of the folder of the campaign's attempts.
  package init(
    _ request: AttemptRequest, folder: String, campaign: String, limits: SupervisedProgram.Limits,
    openFiles: Int = SessionLimits.openFilesOfPrograms
  ) {
    self.limits = limits
    isQuestion = request.isForWorker
    collected = isQuestion ? [] : request.collect
    var record = SpoolRecord()
    // Less than a millisecond would be no limit.
    let milliseconds = Int(min(max(1, request.timeLimitSeconds * 1000), 1e12))
    record.append(
      "limits",
      "\(limits.fileBytes) \(limits.folderBytes) \(limits.memoryBytes) \(openFiles) \(milliseconds) "
        + "\(Int(limits.graceSeconds * 1000))")
    for word in request.commandLine { record.append("argument", word) }
    for (name, value) in request.environment.sorted(by: { $0.key < $1.key }) {
      record.append("variable", "\(name)=\(value)")
    }
    if isQuestion {
      record.append("question", request.question ?? "")
    } else {
      for file in request.files { record.append(file: file.name, Data(file.contents.utf8)) }
      if let input = request.standardInput { record.append(file: "stdin", Data(input.utf8)) }
      for name in collected { record.append("collect", name) }
    }
    // Another program under the same path is another task, and another worker.
    let program = URL(filePath: request.executable).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: program)
    let changed = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    record.append("program", "\(attributes?[.size] as? Int ?? 0) \(changed)")
    bytes = record.encoded
    let place = folder.split(separator: "/").drop { $0 != campaign }.dropFirst()
    let name = (place.isEmpty ? [folder.nameOfPath[...]] : Array(place)).joined(separator: "-")
    // The point separates a task from its pilot, and the tilde from its place in the order.
    let plain = name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "_" }
    id = "\(String(plain))-\(ContentDigest(bytes).description.prefix(16))"
  }

  private init(_ task: PilotTask, id: String) {
    (self.id, bytes, limits, collected, isQuestion) = (id, task.bytes, task.limits, task.collected, task.isQuestion)
  }

  /// The same attempt once more, because it ended by an accident: the second try has the number 2.
  package func again(_ number: Int) -> PilotTask { PilotTask(self, id: "\(id)-\(number)") }
}
