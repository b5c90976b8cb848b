import CRDKit

/// A compiled SMARTS pattern.
///
/// `@unchecked Sendable`: the handle is never changed after `init`, and RDKit locks the caches inside a pattern that
/// matching fills.
@safe final class SubstructurePattern: @unchecked Sendable {
  private let handle: OpaquePointer

  init(smarts: String) throws(ChemistryError) {
    guard !smarts.isEmpty, smarts.utf8.count <= Molecule.longestSMILES, !smarts.utf8.contains(where: { $0 <= 32 })
    else {
      throw .invalidSMARTS(
        smarts: smarts, reason: "it must have 1 to \(Molecule.longestSMILES) characters and no white space")
    }
    unsafe handle = try callRDKit(failure: { .invalidSMARTS(smarts: smarts, reason: $0) }) { error in
      unsafe crdkit_pattern_new(smarts, error)
    }
  }

  deinit { unsafe crdkit_pattern_delete(handle) }

  func matches(_ molecule: OpaquePointer) throws(ChemistryError) -> Bool {
    try unsafe callRDKit(failure: { .failed(operation: "substructure search", smiles: "", reason: $0) }) { error in
      let answer = unsafe crdkit_pattern_matches(handle, molecule, error)
      return answer < 0 ? nil : answer == 1
    }
  }
}
