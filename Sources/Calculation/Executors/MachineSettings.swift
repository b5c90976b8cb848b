/// How and where programs run: what a machine file says. It is no part of the scientific question.
public struct MachineSettings: Sendable, Hashable {
  /// What happens to the jobs of a cluster when a run ends before its calculations do.
  public enum Leaving: Sendable, Hashable {
    /// They are cancelled.
    case cancelling
    /// They go on, and the next run records what they calculated: `--detach`.
    case detaching
    /// Nothing is waited for: the run submits what it can, records the results that are there, and ends: `--no-wait`.
    case submitting
  }

  /// The machine's name, for people.
  public var name: String
  /// The name of the executor, of those in ``Executors/all``.
  public var executor: String
  /// The cores of this machine that are used, or those of each job of a cluster; nil for all, or for 1.
  public var cores: Int?
  /// The memory of a job, in mebibytes; nil for the cluster's default.
  public var memoryMebibytes: Int?
  /// The partition or queue; nil for the cluster's default.
  public var partition: String?
  /// The account that is charged; nil for the user's default.
  public var account: String?
  /// The quality of service; nil for the user's default.
  public var qualityOfService: String?
  /// The time of a job, in seconds.
  public var jobSeconds = 3600
  /// The greatest number of jobs at once.
  public var mostJobs = 1
  /// The greatest number of jobs of a submission that run at once; nil for all.
  public var throttle: Int?
  /// The time after which a job without a calculation leaves, in seconds.
  public var idleSeconds = 300
  /// Lines of shell that a job runs first, such as `module load xtb`.
  public var setUp: [String] = []
  /// Lines of the job's script for the queue, such as `#SBATCH --constraint=haswell`.
  public var directives: [String] = []
  /// The names of variables of the job's environment that programs see besides their own.
  public var variables: [String] = []
  /// A folder on a disk of the node, in which variables of the job may be used; nil for `$TMPDIR`, or else `/tmp`.
  public var scratch: String?
  /// The folder on a shared disk that the jobs and Cohobate exchange files by.
  public var spool = ""
  /// The shortest time between two questions to the queue, and between two submissions, in seconds.
  public var pollSeconds = 60.0
  /// The time between two signs of life of a job, in seconds.
  public var heartbeatSeconds = 10.0
  /// The command that submits a job, for the executor `template`; `{script}` and other places are filled in.
  public var submit: [String] = []
  /// The command that lists the user's jobs, likewise.
  public var query: [String] = []
  /// The command that cancels a job, likewise; `{job}` is its number.
  public var cancel: [String] = []
  /// What happens to jobs when a run ends before its calculations do.
  public var leaving = Leaving.cancelling

  /// Creates settings with defaults for all else.
  public init(name: String = "this machine", executor: String = Executors.usual.name) {
    self.name = name
    self.executor = executor
  }

  /// Where an attempt ran, for the record: the executor, the machine with its partition, and the node if it is known.
  func place(node: String? = nil) -> String {
    "\(executor): \(name)" + (partition.map { "/\($0)" } ?? "") + (node.map { " on \($0)" } ?? "")
  }

  /// The attempts that a job runs at once.
  var slots: Int { cores ?? 1 }
}

extension MachineSettings: Encodable {
  /// The keys of a machine file with their values, in words; those without a value are left out.
  public var entries: [(key: String, value: String)] {
    func list(_ values: [String]) -> String? {
      values.isEmpty ? nil : "[\(values.map { "\"\($0)\"" }.joined(separator: ", "))]"
    }
    let all: [(String, String?)] = [
      ("name", name), ("executor", executor),
      ("cores", cores.map(String.init) ?? (executor == Executors.usual.name ? nil : "1")),
      ("spool", spool.isEmpty ? nil : spool),
      ("time", "\(jobSeconds)s"), ("jobs", "\(mostJobs)"), ("throttle", throttle.map(String.init)),
      ("idle", "\(idleSeconds)s"), ("memory", memoryMebibytes.map { "\($0)M" }), ("partition", partition),
      ("account", account), ("qos", qualityOfService), ("setup", list(setUp)), ("directives", list(directives)),
      ("variables", list(variables)), ("scratch", scratch ?? "${TMPDIR:-/tmp}"), ("poll", "\(pollSeconds)"),
      ("heartbeat", "\(heartbeatSeconds)"), ("submit", list(submit)), ("query", list(query)), ("cancel", list(cancel)),
    ]
    let known = Executors.all.first { $0.name == executor }?.keys ?? []
    return all.compactMap { key, value in
      guard let value, ["name", "executor"].contains(key) || known.contains(key) else { return nil }
      return (key, value)
    }
  }

  /// As an object with the keys of the file, each value a text.
  public func encode(to encoder: any Encoder) throws {
    try Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0.value) }).encode(to: encoder)
  }
}
