import Files
import Foundation
internal import GRDB

/// Selects the calculations of a record that are comparable with new ones: those of the same calculator under the same
/// protocol and program versions, and the values that people gave. The surrogate learns only from these.
package struct ComparableCalculations {
  /// The calculator that is recorded for values that people give for molecules that were not suggested.
  package static let told = "told"
  /// The calculators that stand for people: ``told``, and that of campaigns by hand.
  package static let people = [told, "by-hand"]

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
      let last = try store.lastProtocol(of: calculator, upTo: iteration)
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

extension CampaignStore {
  /// The number of the protocol of a calculator's last calculation; nil without one.
  ///
  /// - Parameter iteration: The last iteration of interest; nil for all.
  fileprivate func lastProtocol(of calculator: String, upTo iteration: Int?) throws(StoreError) -> Int? {
    try read { database in
      try Int.fetchOne(
        database,
        sql: """
          SELECT protocol FROM calculation WHERE calculator = ?1 AND (?2 IS NULL OR iteration <= ?2)
          ORDER BY id DESC LIMIT 1
          """, arguments: [calculator, iteration])
    }
  }

  /// The numbers of the iterations that consist of values from people or from another campaign.
  package func toldIterations() throws(StoreError) -> Set<Int> {
    Set(try iterationRecords().filter { [.told, .takenOver].contains($0.policy) }.map(\.number))
  }
}

extension ObservationRow {
  /// Whether the value is usable. Records of earlier versions may have some that are not.
  package var isUsable: Bool { Files.isUsable(value) && Files.isUsable(uncertainty ?? 0) }
}

extension [ObservationRow] {
  /// The uncertainties of a calculation's values, by property.
  package var uncertainties: [String: Double] {
    Dictionary(firstOf: compactMap { row in row.uncertainty.map { (row.property, $0) } })
  }
}
