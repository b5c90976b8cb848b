import CRDKit

/// Calls a function of CRDKit, and turns a failure into a Swift error.
///
/// - Parameters:
///   - failure: makes the error from RDKit's sentence, which has no full stop.
///   - call: receives a pointer for the error; returns nil on failure.
func callRDKit<Result>(
  failure: (String) -> ChemistryError,
  _ call: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result?
) throws(ChemistryError) -> Result {
  var message: UnsafeMutablePointer<CChar>?
  let result = unsafe call(&message)
  let text = unsafe takeString(message)
  guard let result else { throw failure(sentence(text ?? "")) }
  return result
}

/// Copies a string that CRDKit allocated, and frees it.
func takeString(_ pointer: UnsafeMutablePointer<CChar>?) -> String? {
  guard let pointer = unsafe pointer else { return nil }
  defer { unsafe crdkit_string_delete(pointer) }
  return unsafe String(cString: pointer)
}

/// The reason given when RDKit failed without one.
let noReason = "RDKit gave no reason"

/// RDKit's message as the end of a sentence: on one line, without full stop.
private func sentence(_ message: String) -> String {
  let words = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  if words.isEmpty { return noReason }
  return words.hasSuffix(".") ? String(words.dropLast()) : words
}

extension Molecule {
  /// Calls `body` with an RDKit molecule read from the canonical SMILES. Each call reads it again: no handle outlives a
  /// call or is shared by two threads, so that a molecule is a pure value.
  func withHandle<Result>(
    _ body: (OpaquePointer) throws(ChemistryError) -> Result
  ) throws(ChemistryError) -> Result {
    try requireGraph()
    let handle = try unsafe callRDKit(failure: { .invalidSMILES(smiles: smiles, reason: $0) }) { error in
      unsafe crdkit_molecule_new(smiles, error)
    }
    defer { unsafe crdkit_molecule_delete(handle) }
    return try unsafe body(handle)
  }
}
