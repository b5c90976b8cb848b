import Calculation
import Chemistry
import Stores

/// A calculator beside the campaign's own, for a screen or to confirm hits, with the version of its program.
struct ExtraCalculator {
  let calculator: any Calculator
  let version: String

  /// - Returns: nil if there is no such calculator.
  init?(_ calculator: (any Calculator)?, on executor: any Executor) async throws {
    guard let calculator else { return nil }
    self.calculator = calculator
    version = try await calculator.version(on: executor)
  }

  /// The calculator, its version and its protocol.
  var summary: String { "\(calculator.name) \(version): \(calculator.calculationProtocol.summary)" }

  /// How it calculates now, in the form of the record.
  var protocolEntry: ProtocolEntry {
    ProtocolEntry(calculator.calculationProtocol, programVersion: version, rdkitVersion: ChemistryVersion.rdkit)
  }
}
