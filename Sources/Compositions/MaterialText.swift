/// Whether an identity of a material is that of a composition, `Fe2 O3`, and no SMILES: elements with their amounts, with spaces
/// between them, or a single element with a space before its amount, `Fe 1`.
package func isCompositionIdentity(_ identity: String) -> Bool { !partsOfIdentity(identity).isEmpty }

/// The symbols and amounts of an identity; empty for a SMILES.
private func partsOfIdentity(_ identity: String) -> [(symbol: Substring, amount: Substring)] {
  let words = identity.split(separator: " ", omittingEmptySubsequences: false)
  guard words.count > 1 else { return [] }
  // A single element has its amount behind the space.
  let isSingle = words.count == 2 && words[0].allSatisfy(\.isLetter)
  let texts = isSingle ? [words[0] + words[1]].map { Substring($0) } : words
  let parts = texts.map { text in
    let symbol = text.prefix(while: \.isLetter)
    return (symbol: symbol, amount: text.dropFirst(symbol.count))
  }
  let areWhole = parts.allSatisfy { symbol, amount in
    (1...2).contains(symbol.utf8.count) && symbol.first?.isUppercase == true
      && symbol.dropFirst().allSatisfy(\.isLowercase) && !amount.isEmpty
      && amount.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".") }
  }
  return areWhole ? parts : []
}

/// A material as people read it: the formula of a composition, `Fe2O3`; else the SMILES.
///
/// - Parameter amount: how an amount is written.
package func materialText(_ identity: String, amount: (Substring) -> String = { String($0) }) -> String {
  let parts = partsOfIdentity(identity)
  guard !parts.isEmpty else { return identity }
  return parts.map { symbol, number in symbol + (number == "1" ? "" : amount(number)) }.joined()
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
