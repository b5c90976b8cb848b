/// The places to run programs that the command line can name.
public enum Executors {
  /// An executor's entry in the register.
  public struct Registration: Sendable {
    /// The name that the command line uses.
    public let name: String
    /// A few words that describe the place.
    public let summary: String
    /// Makes the executor.
    let make: @Sendable () -> any Executor
  }

  /// All executors. A new one adds its line here.
  public static let all: [Registration] = [
    usual
  ]

  /// The one that is used if none is named.
  public static let usual = LocalExecutor.registration

  /// Makes the executor with a name; nil if there is none of this name.
  public static func make(name: String) -> (any Executor)? { all.first { $0.name == name }?.make() }

  /// Makes the executor that is used if none is named.
  public static func makeUsual() -> any Executor { usual.make() }
}
