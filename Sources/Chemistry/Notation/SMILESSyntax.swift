/// Why a text is rejected before RDKit reads it, or nil.
func reasonToReject(_ smiles: String) -> String? {
  if smiles.isEmpty { return "it is empty" }
  if smiles.hasPrefix("InChI=") {
    return "it is an InChI; give a SMILES, which Open Babel can make from it: obabel -iinchi FILE -osmi"
  }
  if isInChIKey(smiles.utf8) {
    return "it is an InChIKey, from which no molecule can be made; give its SMILES"
  }
  if smiles.utf8.count > Molecule.longestSMILES {
    return "it has \(smiles.utf8.count) characters, more than the \(Molecule.longestSMILES) that are read"
  }
  guard smiles.utf8.contains(where: { $0 <= 32 || $0 >= 127 }),
    let character = smiles.unicodeScalars.first(where: { $0.value <= 32 || $0.value >= 127 })
  else { return nil }
  if character == " " || character == "\t" || character == "\n" || character == "\r" {
    return "it contains white space; give the SMILES alone, without a name"
  }
  return
    "it contains the character U+\(String(character.value, radix: 16, uppercase: true)), which is not used in SMILES"
}

/// Whether a text has the form of an InChIKey: fourteen capitals, ten and one, separated by hyphens.
private func isInChIKey(_ text: String.UTF8View) -> Bool {
  text.count == 27
    && text.enumerated().allSatisfy { place, byte in
      place == 14 || place == 25 ? byte == UInt8(ascii: "-") : (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
}

/// The error for a SMILES that RDKit rejected. RDKit reports what sanitisation found, but a syntax error only in its
/// log, which all threads share; so common mistakes are detected here.
func unreadable(_ smiles: String, _ reason: String) -> ChemistryError {
  .invalidSMILES(smiles: smiles, reason: reason == noReason ? syntaxError(in: smiles) : reason)
}

private func syntaxError(in smiles: String) -> String {
  var depth = 0
  var insideBracket = false
  var openRings: Set<Int> = []
  var rest = smiles.utf8[...]
  while let character = rest.popFirst() {
    switch character {
    case UInt8(ascii: "["):
      if insideBracket { return "a square bracket is opened inside another" }
      insideBracket = true
    case UInt8(ascii: "]"):
      if !insideBracket { return "a square bracket is closed that was not opened" }
      insideBracket = false
    case _ where insideBracket:
      continue
    case UInt8(ascii: "("):
      depth += 1
    case UInt8(ascii: ")"):
      depth -= 1
      if depth < 0 { return "a parenthesis is closed that was not opened" }
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      openRings.formSymmetricDifference([Int(character) - 48])
    case UInt8(ascii: "%"):
      let digits = rest.prefix(2).compactMap { Character(UnicodeScalar($0)).wholeNumberValue }
      guard digits.count == 2 else { return "% is not followed by the two digits of a ring closure" }
      rest = rest.dropFirst(2)
      openRings.formSymmetricDifference([digits[0] * 10 + digits[1]])
    default:
      continue
    }
  }
  if insideBracket { return "a square bracket is not closed" }
  if depth > 0 { return "a parenthesis is not closed" }
  if let ring = openRings.min() { return "ring closure \(ring) is opened but not closed" }
  return "its syntax is not that of SMILES"
}
