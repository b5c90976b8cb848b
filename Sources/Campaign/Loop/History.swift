package import Acquisition
package import CampaignStore
package import Chemistry

/// What a campaign knows when an iteration is designed: every calculation that ended, in batch order.
package struct History {
  /// A molecule with the values that its calculation gave; none where it failed.
  package struct Entry {
    package let molecule: Molecule
    package let fingerprint: CountFingerprint
    package let values: [String: Double]
    package let succeeded: Bool

    package init(molecule: Molecule, values: [String: Double], succeeded: Bool) throws(ChemistryError) {
      self.molecule = molecule
      fingerprint = try molecule.fingerprint()
      self.values = values
      self.succeeded = succeeded
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
    self.init(
      try store.calculations().filter { $0.calculation.state != .pending }.map { details in
        let rows = observations[details.calculation.id] ?? []
        return try Entry(
          molecule: try Molecule(smiles: details.molecule.smiles),
          values: Dictionary(uniqueKeysWithValues: rows.map { ($0.property, $0.value) }),
          succeeded: details.calculation.state == .succeeded)
      })
  }

  /// The entries with a value of every property.
  package func observed(_ properties: [String]) -> [Entry] {
    entries.filter { entry in entry.succeeded && properties.allSatisfy { entry.values[$0] != nil } }
  }

  /// How many meet all objectives.
  package func hits(_ objectives: [Objective]) -> Int {
    entries.count { objectives.areMet(by: $0.values) }
  }
}
