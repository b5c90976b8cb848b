import Calculation
package import CampaignStore

/// Selects the calculations of a record that are comparable with new ones: those of the same calculator under the same
/// protocol and program versions, and the values that people gave. The surrogate learns only from these.
package struct ComparableCalculations {
  /// The calculators that stand for people.
  static let people = [Telling.calculator, ByHandCalculator.name]

  private let calculator: String
  private let protocols: Set<Int>

  /// - Parameters:
  ///   - calculator: The name of the campaign's calculator.
  ///   - current: How calculations are made now; nil for the way in which the last one of the record was, or is to be, made.
  ///   - iteration: The last iteration that there is at the moment that is meant; nil for now.
  package init(
    _ store: CampaignStore, calculator: String, current: ProtocolEntry? = nil, upTo iteration: Int? = nil
  ) throws(StoreError) {
    self.calculator = calculator
    let all = try store.protocols()
    let now: ProtocolEntry?
    if let current {
      now = current
    } else {
      let last = try store.calculations().map(\.calculation).last {
        $0.calculator == calculator && $0.iteration <= iteration ?? .max
      }?.protocol
      now = all.first { $0.id == last }.map(ProtocolEntry.init)
    }
    protocols = Set(
      all.filter { record in
        guard let now else { return false }
        let hasSameVersions = (record.programVersion, record.rdkitVersion) == (now.programVersion, now.rdkitVersion)
        // The first schema did not store protocols, which could not change under it.
        return hasSameVersions && (record.json == now.json || record.isUnrecorded)
      }.map(\.id))
  }

  /// Whether the values of a calculation are comparable with new ones.
  package func contains(_ calculation: CalculationRecord) -> Bool {
    Self.people.contains(calculation.calculator)
      || (calculation.calculator == calculator && protocols.contains(calculation.protocol))
  }
}

extension ProtocolRecord {
  fileprivate var isUnrecorded: Bool { name == "unrecorded" && version == 0 }
}

extension ProtocolEntry {
  fileprivate init(_ record: ProtocolRecord) {
    self.init(
      name: record.name, version: record.version, json: record.json, summary: record.summary,
      programVersion: record.programVersion, rdkitVersion: record.rdkitVersion)
  }
}
