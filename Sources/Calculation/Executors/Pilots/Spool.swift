import Files
import Foundation
import Glibc

/// The folder by which a campaign and its pilots exchange files; `Sources/cohobate-pilot/main.c` describes it.
package struct Spool: Sendable {
  package let folder: String

  private static let folders = ["waiting", "claimed", "results", "taken", "pilots", "log", "bin"]

  /// A claim: a task and the pilot that has it.
  package struct Claim: Hashable {
    package let task: String
    package let pilot: String

    package init?(_ name: String) {
      guard let point = name.firstIndex(of: ".") else { return nil }
      (task, pilot) = (String(name[..<point]), String(name[name.index(after: point)...]))
    }
  }

  /// What a pilot's file says.
  package struct Pilot: Equatable {
    /// `HOST.JOB.PROCESS`.
    package let name: String
    /// It changes with every sign of life.
    package let counter: Int
    package let hasLeft: Bool
    package let slots: Int
    package let running: Int
    package let done: Int
    /// The time of its attempts together, in seconds.
    package let busySeconds: Double
    /// The time since it began, in seconds.
    package let seconds: Double
    /// Why it could not stay; nil if it could.
    package let complaint: String?

    package var job: String {
      let parts = name.split(separator: ".")
      return parts.count == 3 ? String(parts[1]) : ""
    }
    package var host: String { name.split(separator: ".").first.map(String.init) ?? "" }

    package init?(name: String, _ text: String) {
      let words = text.split(separator: " ", maxSplits: 7).map(String.init)
      guard words.count >= 7, let counter = Int(words[0]), let slots = Int(words[2]), let running = Int(words[3]),
        let done = Int(words[4]), let busy = Double(words[5]), let time = Double(words[6])
      else { return nil }
      self.name = name
      (self.counter, hasLeft, self.slots, self.running, self.done) = (counter, words[1] == "left", slots, running, done)
      (busySeconds, seconds) = (busy / 1e6, time / 1e6)
      let rest = words.count > 7 ? words[7].trimmingCharacters(in: .whitespacesAndNewlines) : ""
      complaint = rest.isEmpty ? nil : rest
    }
  }

  /// Makes the folders and puts the programs of the nodes there.
  package func prepare(programs: [String]) throws {
    let files = FileManager.default
    for name in Self.folders {
      try files.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
    }
    for program in programs {
      let (target, beside) = ("\(folder)/bin/\(program.nameOfPath)", "\(folder)/bin/\(program.nameOfPath).new")
      if files.contentsEqual(atPath: program, andPath: target) { continue }
      try? files.removeItem(atPath: beside)
      try files.copyItem(atPath: program, toPath: beside)
      // A pilot that runs keeps its old file.
      guard unsafe rename(beside, target) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }
    try? files.removeItem(atPath: "\(folder)/stop")
  }

  // MARK: Tasks

  /// Writes a task; `order` is its place among those that wait.
  package func write(_ task: PilotTask, order: Int) throws {
    let digits = String(order)
    let name = "\(String(repeating: "0", count: max(0, 8 - digits.count)))\(digits)~\(task.id)"
    // The point hides it from pilots until it is whole.
    let beside = path("waiting", ".\(task.id)")
    try task.bytes.write(to: URL(filePath: beside))
    guard unsafe rename(beside, path("waiting", name)) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
  }

  /// The tasks that wait.
  package func waiting() -> Set<String> {
    Set(names("waiting").compactMap { $0.split(separator: "~").last.map(String.init) })
  }

  /// The tasks that pilots have.
  package func claims() -> [Claim] { names("claimed").compactMap(Claim.init) }

  /// Puts a claimed task back. It may turn out that the pilot lives; then it runs twice, and the first result counts.
  package func putBack(_ claim: Claim) {
    _ = unsafe rename(path("claimed", "\(claim.task).\(claim.pilot)"), path("waiting", "00000000~\(claim.task)"))
  }

  /// Removes a task that nobody waits for.
  package func forget(_ task: String) {
    for name in names("waiting") where name.hasSuffix("~\(task)") { remove("waiting", name) }
    for claim in claims() where claim.task == task { remove("claimed", "\(claim.task).\(claim.pilot)") }
  }

  // MARK: Results

  /// The tasks that have a result. With a point come those that are being written.
  package func results() -> [String] { names("results").filter { !$0.contains(".") } }

  /// The tasks whose results were read by a run that did not end its session: it may have been killed before it recorded
  /// them.
  package func taken() -> Set<String> { Set(names("taken")) }

  /// Reads a result and puts it aside; nil if it is not whole, and then it is removed.
  package func take(_ task: PilotTask) -> PilotResult? {
    // The first result stands.
    for place in ["taken", "results"] {
      let file = path(place, task.id)
      guard let data = FileManager.default.contents(atPath: file) else { continue }
      guard let result = PilotResult(data, of: task) else {
        remove(place, task.id)
        continue
      }
      switch result.output.termination {
      // What the machine did is not kept for a later run: its cause may be corrected by then.
      case .notStarted, .signalled(SIGKILL), .signalled(SIGTERM): remove(place, task.id)
      default: if place == "results" { _ = unsafe rename(file, path("taken", task.id)) }
      }
      return result
    }
    return nil
  }

  /// Makes and removes a file in each folder, because a network disk answers from what it remembers of a folder until the
  /// folder changes here.
  package func refresh() {
    for place in ["waiting", "claimed", "results"] {
      let name = path(place, ".look")
      _ = FileManager.default.createFile(atPath: name, contents: nil)
      _ = unsafe unlink(name)
    }
  }

  // MARK: Pilots

  /// The pilots that have shown themselves.
  package func pilots() -> [Pilot] { names("pilots").compactMap(pilot) }

  private func pilot(_ name: String) -> Pilot? {
    guard !name.hasSuffix("~"), let data = FileManager.default.contents(atPath: path("pilots", name)) else {
      return nil
    }
    return Pilot(name: name, String(decoding: data, as: UTF8.self))
  }

  /// The pilots that have not left, and whose last sign of life is older than a time, by the clock of the disk.
  package func silentPilots(seconds: Double) -> Set<String> {
    let look = path("pilots", ".look-\(getpid())")
    _ = FileManager.default.createFile(atPath: look, contents: nil)
    let now = Self.changed(look) ?? Date()
    _ = unsafe unlink(look)
    return Set(
      pilots().filter { pilot in
        guard !pilot.hasLeft, let last = Self.changed(path("pilots", pilot.name)) else { return false }
        return now.timeIntervalSince(last) > seconds
      }.map(\.name))
  }

  private static func changed(_ path: String) -> Date? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
  }

  /// Tells all pilots to leave.
  package func stop() { _ = FileManager.default.createFile(atPath: "\(folder)/stop", contents: nil) }

  /// Removes all but the script and what jobs printed.
  package func clear() {
    for name in ["waiting", "claimed", "results", "taken", "pilots"] {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
    try? FileManager.default.removeItem(atPath: "\(folder)/jobs")
  }

  // MARK: Names

  private func path(_ place: String, _ name: String) -> String { "\(folder)/\(place)/\(name)" }

  private func remove(_ place: String, _ name: String) { _ = unsafe unlink(path(place, name)) }

  /// The names in a folder in their order, without hidden ones.
  private func names(_ place: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(place)")) ?? [])
      .filter { !$0.hasPrefix(".") }.sorted()
  }
}
