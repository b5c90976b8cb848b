import CRDKit

/// A compiled SMARTS pattern.
///
/// `@unchecked Sendable`: the handle is never changed after `init`, and RDKit locks the caches inside a pattern that
/// matching fills.
@safe final class SubstructurePattern: @unchecked Sendable {
  let smarts: String
  private let handle: OpaquePointer

  init(smarts: String) throws(ChemistryError) {
    if let reason = reasonToRejectPattern(smarts) { throw .invalidSMARTS(smarts: smarts, reason: reason) }
    self.smarts = smarts
    unsafe handle = try callRDKit(failure: { .invalidSMARTS(smarts: smarts, reason: $0) }) { error in
      unsafe crdkit_pattern_new(smarts, error)
    }
  }

  deinit { unsafe crdkit_pattern_delete(handle) }

  func matches(_ molecule: OpaquePointer, smiles: String) throws(ChemistryError) -> Bool {
    try unsafe callRDKit(failure: { .failed(operation: "search for \(smarts)", smiles: smiles, reason: $0) }) { error in
      let answer = unsafe crdkit_pattern_matches(handle, molecule, error)
      return answer < 0 ? nil : answer == 1
    }
  }
}

/// Why a pattern is rejected before RDKit reads it, or nil.
func reasonToRejectPattern(_ text: String) -> String? {
  guard !text.isEmpty, text.utf8.count <= Molecule.longestSMILES, !text.utf8.contains(where: { $0 <= 32 || $0 >= 127 })
  else { return "it must have 1 to \(Molecule.longestSMILES) ASCII characters and no white space" }
  return nil
}
