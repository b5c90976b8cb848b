import Foundation
import Glibc
import Testing

/// A real Slurm of one node on this machine: Debian's slurmctld and slurmd, with a configuration of its own, without
/// systemd, control groups and passwords.
final class LocalSlurm {
  let folder: TemporaryFolder
  private static let programs = ["slurmctld", "slurmd", "squeue"].map { name in
    ["/usr/sbin", "/usr/bin"].map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The variables that the queue's commands need.
  var environment: [String: String] { ["SLURM_CONF": folder.file("slurm.conf")] }

  /// Starts the two daemons, and waits until the node takes jobs.
  init(processors: Int = 2) throws {
    try #require(
      Self.programs.allSatisfy { $0 != nil },
      "There is no Slurm: 'make test' installs Debian's slurmctld, slurmd and slurm-client.")
    folder = try TemporaryFolder(named: "slurm")
    for name in ["state", "spool", "log", "run"] {
      try FileManager.default.createDirectory(atPath: folder.file(name), withIntermediateDirectories: true)
    }
    let user = unsafe String(cString: getpwuid(getuid()).pointee.pw_name)
    let (controller, node) = try (Self.freePort(), Self.freePort())
    let place = folder.path
    try folder.write(
      """
      ClusterName=test
      SlurmctldHost=localhost
      SlurmUser=\(user)
      SlurmdUser=\(user)
      AuthType=auth/none
      CredType=cred/none
      SlurmctldPort=\(controller)
      SlurmdPort=\(node)
      StateSaveLocation=\(place)/state
      SlurmdSpoolDir=\(place)/spool
      SlurmctldPidFile=\(place)/run/slurmctld.pid
      SlurmdPidFile=\(place)/run/slurmd.pid
      SlurmctldLogFile=\(place)/log/slurmctld.log
      SlurmdLogFile=\(place)/log/slurmd.log
      ProctrackType=proctrack/linuxproc
      TaskPlugin=task/none
      JobAcctGatherType=jobacct_gather/none
      AccountingStorageType=accounting_storage/none
      SelectType=select/cons_tres
      SelectTypeParameters=CR_Core
      SchedulerType=sched/builtin
      SchedulerParameters=batch_sched_delay=0,sched_interval=1
      ReturnToService=2
      MpiDefault=none
      SwitchType=switch/none
      MailProg=/bin/true
      KillWait=5
      NodeName=localhost NodeAddr=127.0.0.1 CPUs=\(processors) State=UNKNOWN
      PartitionName=main Nodes=localhost Default=YES MaxTime=INFINITE State=UP
      PartitionName=short Nodes=localhost MaxTime=1 State=UP

      """, to: "slurm.conf")
    try startController(clearing: true)
    try startNode(clearing: true)
    try #require(
      wait { try self.output("sinfo", "--noheader", "--partition=main", "--format=%T").contains("idle") },
      "Slurm does not start: \(log)")
  }

  deinit {
    _ = try? output("scancel", "--me")
    for name in ["slurmd", "slurmctld"] { kill(name, by: SIGKILL) }
  }

  /// What the daemons wrote.
  var log: String {
    ["slurmctld", "slurmd"].map { (try? String(contentsOfFile: folder.file("log/\($0).log"), encoding: .utf8)) ?? "" }
      .joined(separator: "\n")
  }

  func startController(clearing: Bool = false) throws { try start("slurmctld", clearing ? ["-c"] : []) }

  func startNode(clearing: Bool = false) throws { try start("slurmd", (clearing ? ["-c"] : []) + ["-N", "localhost"]) }

  /// Kills a daemon.
  func kill(_ daemon: String, by signal: Int32 = SIGKILL) {
    guard let text = try? String(contentsOfFile: folder.file("run/\(daemon).pid"), encoding: .utf8),
      let process = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines))
    else { return }
    _ = Glibc.kill(process, signal)
    _ = try? wait { Glibc.kill(process, 0) != 0 }
  }

  /// The jobs of a campaign's name that wait or run, by their numbers.
  func jobs() throws -> [String] {
    try output("squeue", "--me", "--array", "--noheader", "--format=%A %T").split(separator: "\n")
      .filter { !$0.hasSuffix("COMPLETING") }.compactMap { $0.split(separator: " ").first.map(String.init) }
  }

  /// What a command of the queue prints.
  @discardableResult func output(_ command: String, _ arguments: String...) throws -> String {
    try RunningProgram(arguments, path: "/usr/bin/\(command)", in: folder, environment: environment).end().output
  }

  /// Waits for a condition, for at most a minute. Returns whether it holds.
  func wait(for condition: () throws -> Bool) throws -> Bool {
    let end = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < end {
      if try condition() { return true }
      usleep(50_000)
    }
    return false
  }

  private func start(_ daemon: String, _ arguments: [String]) throws {
    let path = try #require(Self.programs.compactMap(\.self).first { $0.hasSuffix("/\(daemon)") })
    let ending = try RunningProgram(arguments, path: path, in: folder, environment: environment).end()
    try #require(ending.cause == .exited(0), "\(daemon): \(ending)")
  }

  /// A port that nobody listens on.
  private static func freePort() throws -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = unsafe withUnsafeMutablePointer(to: &place) { place in
      unsafe place.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(descriptor, address, length) | getsockname(descriptor, address, &length)
      }
    }
    try #require(result == 0)
    return UInt16(bigEndian: place.sin_port)
  }
}
