/// The places to run programs that a machine file can name.
public enum Executors {
  /// An executor's entry in the register.
  public struct Registration: Sendable {
    /// The name that a machine file uses.
    public let name: String
    /// A few words that describe the place.
    public let summary: String
    /// The keys of a machine file that it understands besides `executor` and `name`.
    public let keys: [String]
    /// Makes the executor.
    let make: @Sendable (MachineSettings) -> any Executor
    /// The queue that jobs beside this process are submitted to; nil if there is none.
    let queue: @Sendable (MachineSettings) -> (any BatchSystem)?

    init(
      name: String, summary: String, keys: [String], make: @escaping @Sendable (MachineSettings) -> any Executor,
      queue: @escaping @Sendable (MachineSettings) -> (any BatchSystem)? = { _ in nil }
    ) {
      (self.name, self.summary, self.keys, self.make, self.queue) = (name, summary, keys, make, queue)
    }
  }

  /// All executors. A new one adds its line here.
  public static let all: [Registration] = [
    usual,
    SlurmSystem.registration,
    TemplateSystem.registration,
  ]

  /// The one that is used without a machine file.
  public static let usual = LocalExecutor.registration

  /// Makes the executor of a machine; nil if there is none of its name.
  public static func make(_ machine: MachineSettings) -> (any Executor)? {
    all.first { $0.name == machine.executor }?.make(machine)
  }

  /// The queue of a machine; nil if programs run on this machine.
  static func queue(of machine: MachineSettings) -> (any BatchSystem)? {
    all.first { $0.name == machine.executor }?.queue(machine)
  }

  /// Makes the executor that is used without a machine file.
  public static func makeUsual() -> any Executor { usual.make(MachineSettings()) }
}
