import CRDKit

/// A substructure that must be present while the rest varies.
///
/// It is written as SMILES, or as SMARTS if it is not valid SMILES. Each `*` with one bond marks a position for one
/// substituent; if there is any mark, all other atoms may carry only hydrogen besides what is written. Without marks
/// the scaffold may be substituted everywhere.
///
/// ```swift
/// "c1ccc2[nH]ccc2c1"         // indoles
/// "*c1c[nH]c2ccc(*)cc12"     // indoles substituted at 3 and 5, or at one of these, or not at all
/// ```
///
/// `@unchecked Sendable`: as for patterns.
@safe final class Scaffold: @unchecked Sendable {
  let text: String
  private let handle: OpaquePointer

  init(_ text: String) throws(ChemistryError) {
    if let reason = reasonToRejectPattern(text) { throw .invalidScaffold(text: text, reason: reason) }
    self.text = text
    unsafe handle = try callRDKit(failure: { .invalidScaffold(text: text, reason: $0) }) { error in
      unsafe crdkit_scaffold_new(text, error)
    }
  }

  deinit { unsafe crdkit_scaffold_delete(handle) }

  func matches(_ molecule: OpaquePointer, smiles: String) throws(ChemistryError) -> Bool {
    try unsafe callRDKit(failure: { .failed(operation: "search for \(text)", smiles: smiles, reason: $0) }) { error in
      let answer = unsafe crdkit_scaffold_matches(handle, molecule, error)
      return answer < 0 ? nil : answer == 1
    }
  }
}
