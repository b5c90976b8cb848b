/// The 64-bit FNV-1a hash of bytes: the same in every run and on every machine, unlike Swift's own.
/// - Parameter hash: The hash of the preceding bytes, if any.
package func stableHashValue(_ bytes: some Sequence<UInt8>, after hash: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
  bytes.reduce(hash) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
}

/// The 64-bit FNV-1a hash of a text in hexadecimal.
package func stableHash(_ text: String) -> String {
  String(stableHashValue(text.utf8), radix: 16)
}

/// All 16 hexadecimal digits of a hash.
package func hexadecimalDigits(_ hash: UInt64) -> String {
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
