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

  /// Makes the executor that is used without a machine file.
  public static func makeUsual() -> any Executor { usual.make(MachineSettings()) }
}
