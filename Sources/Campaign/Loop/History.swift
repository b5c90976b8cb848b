package import Acquisition
package import CampaignStore
package import Chemistry
import Files

/// What a campaign knows when an iteration is designed: every calculation that ended, in batch order.
package struct History {
  /// A molecule with the values that its calculation gave; none where it failed.
  package struct Entry {
    package let molecule: Molecule
    package let fingerprint: CountFingerprint
    package let values: [String: Double]
    /// The standard uncertainties of the values that have one, in the same units.
    package let uncertainties: [String: Double]
    /// Whether a value without an uncertainty has one all the same, which nobody knows: of several conformers that were
    /// calculated only one was accepted. Without this, a value that has no uncertainty is exact.
    package let lacksSpread: Bool
    package let succeeded: Bool
    /// Whether a person told of it without its having been chosen: it is learnt from, and counts for nothing else.
    package let isTold: Bool

    package init(
      molecule: Molecule, values: [String: Double], uncertainties: [String: Double] = [:],
      lacksSpread: Bool = false, succeeded: Bool, isTold: Bool = false
    ) throws(ChemistryError) {
      self.molecule = molecule
      fingerprint = try molecule.fingerprint()
      self.values = values
      self.uncertainties = uncertainties
      self.lacksSpread = lacksSpread
      self.succeeded = succeeded
      self.isTold = isTold
    }
  }

  package let entries: [Entry]
  /// The identities of all molecules that have a calculation: none is calculated twice.
  package let identities: Set<String>

  /// A history of these calculations, in batch order.
  package init(_ entries: [Entry]) {
    self.entries = entries
    identities = Set(entries.map(\.molecule.smiles))
  }

  /// The history in a campaign's record.
  package init(_ store: CampaignStore) throws {
    let observations = Dictionary(grouping: try store.observations(), by: \.calculation)
    let told = try store.toldIterations()
    let several = try store.calculationsOfSeveralConformers()
    self.init(
      try store.calculations().filter { $0.calculation.state != .pending }.map { details in
        let rows = (observations[details.calculation.id] ?? []).filter(\.isUsable)
        return try Entry(
          molecule: try Molecule(smiles: details.molecule.smiles),
          values: Dictionary(firstOf: rows.map { ($0.property, $0.value) }),
          uncertainties: rows.uncertainties, lacksSpread: several.contains(details.calculation.id),
          succeeded: details.calculation.state == .succeeded,
          isTold: told.contains(details.calculation.iteration))
      })
  }

  /// The entries with a value of every property.
  package func observed(_ properties: [String]) -> [Entry] {
    entries.filter { entry in entry.succeeded && properties.allSatisfy { entry.values[$0] != nil } }
  }

  /// The standard uncertainties of a property's values, for entries that have one; empty where all are exact. A spread that is
  /// not known is taken for the median of those that are.
  package static func noise(of property: String, in observed: [Entry]) -> [Double] {
    let known = observed.compactMap { $0.uncertainties[property] }.sorted()
    let usual = known.isEmpty ? 0 : known[known.count / 2]
    let noise = observed.map { $0.uncertainties[property] ?? ($0.lacksSpread ? usual : 0) }
    return noise.contains { $0 > 0 } ? noise : []
  }

  /// Those that the campaign chose itself, which its budget and its stop rule count.
  package var chosen: [Entry] { entries.filter { !$0.isTold } }

  /// How many of those that the campaign chose meet all objectives.
  package func hits(_ objectives: [Objective]) -> Int {
    chosen.count { objectives.areMet(by: $0.values) }
  }
}

extension CampaignStore {
  /// The numbers of the iterations that consist of what people told.
  package func toldIterations() throws(StoreError) -> Set<Int> {
    Set(try iterations().filter { $0.iteration.policy == .told }.map(\.iteration.number))
  }
}

extension ObservationRow {
  /// Whether the value can be calculated with. Records of earlier versions may have some that cannot.
  var isUsable: Bool { Files.isUsable(value) && Files.isUsable(uncertainty ?? 0) }
}

extension [ObservationRow] {
  /// The uncertainties of a calculation's values, by property.
  var uncertainties: [String: Double] {
    Dictionary(firstOf: compactMap { row in row.uncertainty.map { (row.property, $0) } })
  }
}
