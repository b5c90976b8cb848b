import Foundation
import Glibc
import Stores

/// A campaign whose values a program gives after a moment, so that it can run on a cluster.
final class ClusterCampaign {
  let folder: TemporaryFolder
  let environment: [String: String]

  /// - Parameters:
  ///   - machine: The machine file without the key `spool`.
  ///   - calculations: The budget.
  ///   - seconds: How long each program takes.
  init(
    machine: String, environment: [String: String], calculations: Int = 24, seconds: Double = 0.1
  ) throws {
    folder = try TemporaryFolder()
    self.environment = environment
    _ = try TableCampaign(folder: folder, calculations: calculations)
    try folder.write(
      TableCampaign.text(calculations: calculations).replacing(
        "  program: table\n  file: values.csv\n",
        with: """
            program: command
            command: [/usr/bin/python3, look_up.py, "{smiles}"]
            properties: {gap: eV}
            time_limit: 30

          """), to: TableCampaign.fileName)
    try folder.write(
      """
      import csv, os, sys, time
      time.sleep(\(seconds))
      with open(os.path.join(os.path.dirname(__file__), "values.csv")) as file:
          values = {row["smiles"]: row["gap"] for row in csv.DictReader(file)}
      value = values.get(sys.argv[1])
      print('{"properties": {"gap": %s}}' % value if value else '{"error": "No value.", "failure_class": "input"}')

      """, to: "look_up.py")
    try folder.write(machine + "spool: spool\n", to: "machine.yaml")
  }

  /// A machine file for a local Slurm: one job of two cores, and short times.
  static let slurm = """
    executor: slurm
    cores: 2
    jobs: 1
    time: 30m
    idle: 30s
    poll: 1
    heartbeat: 1

    """

  /// Starts or resumes the campaign on the cluster.
  func start(_ options: String...) throws -> RunningProgram {
    try RunningProgram(
      ["run", TableCampaign.fileName, "--no-cache", "--machine", "machine.yaml"] + options, in: folder,
      environment: environment)
  }

  /// Runs it, or what is left of it, to its end.
  func run() throws -> Ending { try start().end() }

  /// Every row of the record, without times.
  func rows() throws -> [String] { try CampaignStore.openReadOnly(at: folder.file("search.sqlite")).dumpRows() }

  /// Where its programs ran, each place once.
  func machines() throws -> [String] {
    let store = try CampaignStore.openReadOnly(at: folder.file("search.sqlite"))
    let attempts = try store.molecules().flatMap { try store.history(ofMolecule: $0.id)?.attempts ?? [] }
    return Set(attempts.compactMap(\.machine)).sorted()
  }

  /// The rows of the same campaign on this machine.
  func rowsOnOneMachine() throws -> [String] {
    let ending = try RunningProgram(
      ["run", TableCampaign.fileName, "--no-cache", "--database", "local.sqlite", "--quiet"], in: folder
    ).end()
    guard ending.cause == .exited(0) else { throw SpawnFailure(path: "\(ending)", number: 0) }
    return try CampaignStore.openReadOnly(at: folder.file("local.sqlite")).dumpRows()
  }

  /// The spool folder of the campaign; nil before it is made.
  var spool: String? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.file("spool"))) ?? []
    return names.first { $0.hasPrefix("search-") }.map { folder.file("spool/\($0)") }
  }

  /// The names of the pilots that have shown themselves: HOST.JOB.PROCESS.
  var pilots: [String] {
    guard let spool else { return [] }
    return ((try? FileManager.default.contentsOfDirectory(atPath: "\(spool)/pilots")) ?? []).filter {
      !$0.hasSuffix("~")
    }
  }

  /// Waits for a condition, for at most a minute. Returns whether it holds.
  func waits(for condition: () -> Bool) -> Bool {
    let end = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < end {
      if condition() { return true }
      usleep(20_000)
    }
    return false
  }

  /// Whether the record says that the campaign has ended.
  var hasEnded: Bool {
    let store = try? CampaignStore.openReadOnly(at: folder.file("search.sqlite"))
    return (try? store?.campaign().end) != nil
  }

  /// The number of finished calculations.
  var done: Int {
    let store = try? CampaignStore.openReadOnly(at: folder.file("search.sqlite"))
    return (try? store?.calculations().count { $0.calculation.state != .pending }) ?? 0
  }
}
