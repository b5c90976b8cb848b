import ArgumentParser
import Calculation

/// Where programs run. While there is one executor, there is nothing to choose, and the help does not show the option.
struct ExecutorOptions: ParsableArguments {
  private static let names = Executors.all.map(\.name)

  @Option(
    name: .customLong("executor"),
    help: ArgumentHelp(
      "Where programs run: \(names.joined(separator: ", ")). Default: \(Executors.usual.name).", valueName: "name",
      visibility: names.count > 1 ? .default : .hidden),
    completion: .list(names))
  var executorName = Executors.usual.name

  func validate() throws {
    guard Self.names.contains(executorName) else {
      throw ValidationError(
        "--executor is '\(executorName)'; it must be one of: \(Self.names.joined(separator: ", ")).")
    }
  }

  var executor: any Executor { Executors.make(name: executorName) ?? Executors.makeUsual() }
}
