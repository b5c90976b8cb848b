/// Whether an identity of a material is that of a composition, `Fe2 O3`, and no SMILES: elements with their amounts, with spaces
/// between them. A single element has an amount of 1.
package func isCompositionIdentity(_ identity: String) -> Bool {
  let parts = identity.split(separator: " ", omittingEmptySubsequences: false)
  guard parts.count > 1 || identity.utf8.count <= 3 else { return false }
  return parts.allSatisfy { part in
    let symbol = part.prefix(while: \.isLetter)
    let amount = part.dropFirst(symbol.count)
    return (1...2).contains(symbol.utf8.count) && symbol.first?.isUppercase == true
      && symbol.dropFirst().allSatisfy(\.isLowercase) && !amount.isEmpty
      && amount.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".") }
  }
}

/// A material as people read it: the formula of a composition, `Fe2O3`; else the SMILES.
///
/// - Parameter amount: how an amount is written.
package func materialText(_ identity: String, amount: (Substring) -> String = { String($0) }) -> String {
  guard isCompositionIdentity(identity) else { return identity }
  return identity.split(separator: " ").map { part in
    let symbol = part.prefix(while: \.isLetter)
    let number = part.dropFirst(symbol.count)
    return symbol + (number == "1" ? "" : amount(number))
  }.joined()
}

/// A material for a page: the formula of a composition with its amounts in Unicode's subscripts, `Fe₂O₃`; else the SMILES.
package func subscriptedMaterialText(_ identity: String) -> String {
  materialText(identity) { number in
    String(
      String.UnicodeScalarView(
        number.unicodeScalars.map { digit in
          ("0"..."9").contains(digit) ? Unicode.Scalar(0x2080 + digit.value - 0x30) ?? digit : digit
        }))
  }
}
