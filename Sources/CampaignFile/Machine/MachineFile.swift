public import Calculation
import Files
import Foundation

/// A machine file: how and where programs run. It may change at any time, and never changes a result.
public struct MachineFile: Sendable {
  /// The path, as the user gave it.
  public let path: String
  /// What it says.
  public let settings: MachineSettings

  /// All keys.
  public static let keys =
    ["name", "executor"]
    + Executors.all.flatMap(\.keys).reduce(into: []) { keys, key in
      if !keys.contains(key) { keys.append(key) }
    }

  /// The file that a command uses: the named one, or that of the environment, or the user's own; nil if there is none.
  public static func path(named path: String?, environment: [String: String]) -> String? {
    if let path { return path }
    if let path = environment["COHOBATE_MACHINE"], !path.isEmpty { return path }
    let configuration =
      environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 }
      ?? environment["HOME"].map { "\($0)/.config" }
    guard let usual = configuration.map({ "\($0)/cohobate/machine.yaml" }),
      FileManager.default.fileExists(atPath: usual)
    else { return nil }
    return usual
  }

  /// The command that writes one.
  private static let beginning = "cohobate machine new FILE"

  /// Reads a machine file and checks its keys and values.
  public init(path: String) throws(SpecificationError) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw SpecificationError(
        file: path, line: nil,
        message: "The machine file cannot be read: \(fileProblem(error, at: path)). '\(Self.beginning)' writes one to "
          + "start from.")
    }
    try self.init(path: path, text: String(decoding: data, as: UTF8.self))
  }

  /// Reads the text of a machine file. A relative spool folder starts from the file's.
  public init(path: String, text: String) throws(SpecificationError) {
    self.path = path
    let file = try YAMLSection(file: path, text: text, beginning: Self.beginning)
    let executor = try file.string("executor") ?? Executors.usual.name
    guard let registration = Executors.all.first(where: { $0.name == executor }) else {
      let names = Executors.all.map { "\($0.name) (\($0.summary))" }.joined(separator: ", ")
      throw file.error("executor", "is '\(executor)'; it must be one of: \(names).")
    }
    try file.allow(["name", "executor"] + registration.keys)
    var settings = MachineSettings(
      name: try file.string("name") ?? path.nameOfPath.withoutPathExtension, executor: executor)
    settings.cores = try file.integer("cores", in: 1...1024)
    if registration.keys.contains("spool") {
      try Self.readJobs(from: file, into: &settings)
      settings.spool = try Self.spool(of: file)
    }
    if registration.keys.contains("submit") {
      settings.submit = try Self.command("submit", needing: "{script}", of: file)
      settings.query = try Self.command("query", of: file)
      settings.cancel = try Self.command("cancel", needing: "{job}", of: file)
    }
    self.settings = settings
  }

  private static func readJobs(
    from file: YAMLSection, into settings: inout MachineSettings
  ) throws(SpecificationError) {
    settings.partition = try word("partition", of: file)
    settings.account = try word("account", of: file)
    settings.qualityOfService = try word("qos", of: file)
    if let text = try file.string("memory") {
      guard let memory = mebibytes(text) else {
        throw file.error("memory", "is '\(text)'; it must be a number of mebi- or gibibytes, as in 500M or 4G.")
      }
      settings.memoryMebibytes = memory
    }
    settings.jobSeconds = try seconds("time", of: file) ?? settings.jobSeconds
    guard settings.jobSeconds >= 60 else { throw file.error("time", "must be at least a minute: 1m.") }
    settings.idleSeconds = try seconds("idle", of: file) ?? settings.idleSeconds
    settings.mostJobs = try file.integer("jobs", in: 1...10_000) ?? settings.mostJobs
    settings.throttle = try file.integer("throttle", in: 1...10_000)
    settings.setUp = try lines("setup", of: file)
    settings.directives = try lines("directives", of: file)
    settings.variables = try file.strings("variables") ?? []
    for name in settings.variables where name.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) == nil {
      throw file.error("variables", "has '\(name)'; the name of a variable has letters, digits and _.")
    }
    settings.scratch = try file.string("scratch")
    if let scratch = settings.scratch, scratch.wholeMatch(of: /[A-Za-z0-9_.,+@:\/${}-]+/) == nil {
      throw file.error(
        "scratch", "is '\(scratch)'; it must be a path, in which $NAME stands for a variable of the job.")
    }
    settings.pollSeconds = try file.positive("poll") ?? settings.pollSeconds
    settings.heartbeatSeconds = try file.positive("heartbeat") ?? settings.heartbeatSeconds
  }

  /// The spool folder as an absolute path that needs no quotation marks in a job's script.
  private static func spool(of file: YAMLSection) throws(SpecificationError) -> String {
    guard var spool = try file.string("spool") else {
      throw SpecificationError(
        file: file.file, line: nil,
        message: "The key 'spool' is missing: a folder on a disk that this machine and the nodes share.")
    }
    if spool == "~" || spool.hasPrefix("~/") {
      spool = FileManager.default.homeDirectoryForCurrentUser.path(percentEncoded: false) + "/" + spool.dropFirst(2)
    }
    let folder = URL(fileURLWithPath: file.file.folderOfPath.isEmpty ? "." : file.file.folderOfPath)
    let url = URL(fileURLWithPath: spool, relativeTo: folder).standardizedFileURL
    let path = url.path(percentEncoded: false)
    guard path.wholeMatch(of: /[A-Za-z0-9_.,+@:\/=-]+/) != nil else {
      throw file.error("spool", "is '\(path)'; the queue understands only letters, digits and _ . , + @ : = - / in it.")
    }
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  private static func word(_ key: String, of file: YAMLSection) throws(SpecificationError) -> String? {
    guard let text = try file.string(key) else { return nil }
    guard text.wholeMatch(of: /[A-Za-z0-9_.,:+@\/=-]+/) != nil else {
      throw file.error(key, "is '\(text)'; it must be a name without spaces.")
    }
    return text
  }

  private static func lines(_ key: String, of file: YAMLSection) throws(SpecificationError) -> [String] {
    let lines = try file.strings(key) ?? []
    for line in lines where line.contains(where: \.isNewline) {
      throw file.error(key, "has an entry of several lines; write one entry for each line.")
    }
    return lines
  }

  private static func command(
    _ key: String, needing place: String? = nil, of file: YAMLSection
  ) throws(SpecificationError) -> [String] {
    guard let words = try file.strings(key), !words.isEmpty else {
      throw file.error(key, "is missing: a list of words, as in [qsub, \"{script}\"].")
    }
    if let place, !words.contains(where: { $0.contains(place) }) {
      throw file.error(key, "must have \(place) in one of its words.")
    }
    return words
  }

  /// A time with its unit: `90s`, `30m`, `4h`, `2d`.
  private static func seconds(_ key: String, of file: YAMLSection) throws(SpecificationError) -> Int? {
    guard let text = try file.string(key) else { return nil }
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()), (1...100_000).contains(count)
    else {
      throw file.error(
        key, "is '\(text)'; it must be a number of seconds, minutes, hours or days, as in 90s, 30m, 4h or 2d.")
    }
    return count * unit
  }

  private static func mebibytes(_ text: String) -> Int? {
    let units: [Character: Int] = ["M": 1, "G": 1024]
    guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()), (1...1_000_000).contains(count)
    else { return nil }
    return count * unit
  }
}
