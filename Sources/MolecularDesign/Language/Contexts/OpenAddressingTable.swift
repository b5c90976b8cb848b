/// A hash table from 64-bit keys to 32-bit numbers, whose order depends only on its contents.
///
/// The standard dictionary uses random seeds and slower hashes than these inner loops need.
package struct OpenAddressingTable: Sendable {
  private static let empty = UInt64.max
  private var keys: [UInt64]
  private var values: [UInt32]
  package private(set) var count = 0

  package init(capacity: Int = 1024) {
    var slots = 16
    while slots * 2 < capacity * 3 { slots *= 2 }
    keys = Array(repeating: Self.empty, count: slots)
    values = Array(repeating: 0, count: slots)
  }

  /// The value of a key, or nil. No key may be the greatest 64-bit number.
  package func value(of key: UInt64) -> UInt32? {
    let slot = slot(of: key)
    return keys[slot] == key ? values[slot] : nil
  }

  /// Changes the value of a key, which starts as `initial`; returns the new value.
  @discardableResult
  package mutating func update(_ key: UInt64, initial: UInt32, _ change: (UInt32) -> UInt32) -> UInt32 {
    if (count + 1) * 3 > keys.count * 2 { grow() }
    let slot = slot(of: key)
    if keys[slot] != key {
      keys[slot] = key
      values[slot] = initial
      count += 1
    }
    values[slot] = change(values[slot])
    return values[slot]
  }

  /// All entries, sorted by key.
  package func sortedEntries() -> [(key: UInt64, value: UInt32)] {
    var entries: [(key: UInt64, value: UInt32)] = []
    entries.reserveCapacity(count)
    for slot in keys.indices where keys[slot] != Self.empty { entries.append((keys[slot], values[slot])) }
    entries.sort { $0.key < $1.key }
    return entries
  }

  private func slot(of key: UInt64) -> Int {
    var mixed = key &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 32
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: mixed) & mask
    while keys[slot] != key, keys[slot] != Self.empty { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: Self.empty, count: oldKeys.count * 2)
    values = Array(repeating: 0, count: oldKeys.count * 2)
    for index in oldKeys.indices where oldKeys[index] != Self.empty {
      let slot = slot(of: oldKeys[index])
      keys[slot] = oldKeys[index]
      values[slot] = oldValues[index]
    }
  }
}
