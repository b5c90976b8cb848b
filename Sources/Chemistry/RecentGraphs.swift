import CRDKit
import Synchronization

/// The graphs of recently read molecules, kept for the next computation on them. Features are kept elsewhere, by
/// `FeatureStore` in `Prediction`.
///
/// A designer reads a molecule and computes its fingerprint right after that; reading it again would be a fifth of the
/// work. A graph is handed out once and removed, so that two threads never share one, and new graphs displace the
/// oldest. Only speed depends on which graphs are present: a missing one is read from the SMILES.
final class RecentGraphs: Sendable {
  /// The graphs of the last thousand molecules: some ten megabytes.
  static let shared = RecentGraphs(limit: 1024)

  private struct Kept {
    /// The graphs, by canonical SMILES, as addresses, since pointers cannot be passed between threads.
    var addresses: [String: UInt] = [:]
    /// The SMILES in order of arrival, as a ring buffer; unused elements are empty.
    var order: [String]
    var next = 0
  }

  private let kept: Mutex<Kept>

  private init(limit: Int) { kept = Mutex(Kept(order: Array(repeating: "", count: limit))) }

  /// Takes ownership of a graph.
  func keep(_ graph: OpaquePointer, of smiles: String) {
    let address = UInt(bitPattern: graph)
    let dropped = kept.withLock { kept -> UInt? in
      guard kept.addresses[smiles] == nil else { return address }
      let oldest = kept.addresses.removeValue(forKey: kept.order[kept.next])
      kept.order[kept.next] = smiles
      kept.next = (kept.next + 1) % kept.order.count
      kept.addresses[smiles] = address
      return oldest
    }
    if let dropped { unsafe crdkit_molecule_delete(OpaquePointer(bitPattern: dropped)) }
  }

  /// The graph of a molecule, owned by the caller; nil if there is none.
  func take(of smiles: String) -> OpaquePointer? {
    guard let address = kept.withLock({ $0.addresses.removeValue(forKey: smiles) }) else { return nil }
    return unsafe OpaquePointer(bitPattern: address)
  }
}

extension Molecule {
  /// Calls `body` with the molecule's graph: atoms, bonds, rings and hydrogens, without the data that only conformers,
  /// descriptors and stereochemistry need. It takes half the time of ``withHandle(_:)``, and none for a molecule that
  /// was just read.
  func withGraph<Result>(
    _ body: (OpaquePointer) throws(ChemistryError) -> Result
  ) throws(ChemistryError) -> Result {
    let kept = unsafe RecentGraphs.shared.take(of: smiles)
    let graph = if let kept = unsafe kept { unsafe kept } else { try unsafe readGraph() }
    defer { unsafe crdkit_molecule_delete(graph) }
    return try unsafe body(graph)
  }

  /// Calls `body` with the complete RDKit molecule, as ``withHandle(_:)`` does, in half the time for a molecule that was just read.
  func withCompletedGraph<Result>(
    _ body: (OpaquePointer) throws(ChemistryError) -> Result
  ) throws(ChemistryError) -> Result {
    try unsafe withGraph { graph throws(ChemistryError) in
      _ = try unsafe callRDKit(failure: { .invalidSMILES(smiles: smiles, reason: $0) }) { error in
        unsafe crdkit_molecule_complete(graph, smiles, error) == 0 ? true : nil
      }
      return try unsafe body(graph)
    }
  }

  private func readGraph() throws(ChemistryError) -> OpaquePointer {
    try requireGraph()
    return try unsafe callRDKit(failure: { .invalidSMILES(smiles: smiles, reason: $0) }) { error in
      unsafe crdkit_molecule_new_graph(smiles, error)
    }
  }
}
