import Acquisition
import CampaignStore
import Chemistry

/// What a campaign knows when an iteration is designed: every calculation that ended, in batch order.
struct History {
  /// A molecule with the values that its calculation gave; none where it failed.
  struct Entry {
    let molecule: Molecule
    let fingerprint: CountFingerprint
    let values: [String: Double]
    let succeeded: Bool
  }

  private(set) var entries: [Entry] = []
  /// The identities of all molecules that have a calculation: none is calculated twice.
  private(set) var identities: Set<String> = []

  /// The history in a campaign's record.
  init(_ store: CampaignStore) throws {
    let observations = Dictionary(grouping: try store.observations(), by: \.calculation)
    for details in try store.calculations() where details.calculation.state != .pending {
      let molecule = try Molecule(smiles: details.molecule.smiles)
      let rows = observations[details.calculation.id] ?? []
      entries.append(
        Entry(
          molecule: molecule, fingerprint: try molecule.fingerprint(),
          values: Dictionary(uniqueKeysWithValues: rows.map { ($0.property, $0.value) }),
          succeeded: details.calculation.state == .succeeded))
      identities.insert(details.molecule.smiles)
    }
  }

  /// The entries with a value of every property.
  func observed(_ properties: [String]) -> [Entry] {
    entries.filter { entry in entry.succeeded && properties.allSatisfy { entry.values[$0] != nil } }
  }

  /// How many meet all objectives.
  func hits(_ objectives: [Objective]) -> Int {
    entries.count { objectives.areMet(by: $0.values) }
  }
}
