/// The 64-bit FNV-1a hash of a text in hexadecimal: the same in every run and on every machine, unlike Swift's own.
package func stableHash(_ text: String) -> String {
  String(text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }, radix: 16)
}
