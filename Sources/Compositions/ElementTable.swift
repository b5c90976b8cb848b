import CElements

/// The tables of elements that the program carries, read once.
final class ElementTable: Sendable {
  /// The symbols from hydrogen on.
  let symbols: [String]
  /// The atomic numbers by the letters of the symbol: 27 places for each first letter, of which the first is for no second
  /// letter. 0 stands for no element.
  private let numbers: [UInt8]
  /// The names of the properties.
  let names: [String]
  /// The properties of the first element, then those of the second, and so on.
  let values: [Double]
  let electronegativities: [Double]
  let weights: [Double]
  /// The places of the elements in the order of the electronegativities, and of equal ones in the alphabet.
  let ranks: [Int]
  /// The common oxidation states of each element, in ascending order; empty for He, Ne, Ar and Rn.
  let oxidationStates: [[Int]]

  static let current = ElementTable()

  private init() {
    // The bytes and their numbers are constants of the C target, generated together.
    let elements = unsafe UnsafeBufferPointer(start: cohobate_elements_start(), count: Int(cohobate_elements_size))
    let states = unsafe UnsafeBufferPointer(
      start: cohobate_oxidation_states_start(), count: Int(cohobate_oxidation_states_size))
    let rows = Self.rows(unsafe String(decoding: elements, as: UTF8.self))
    symbols = rows.dropFirst().map { String($0[0]) }
    var numbers = [UInt8](repeating: 0, count: 26 * 27)
    for (index, symbol) in symbols.enumerated() {
      let letters = Array(symbol.utf8)
      if let place = Self.place(letters[0], letters.count > 1 ? letters[1] : nil) { numbers[place] = UInt8(index + 1) }
    }
    self.numbers = numbers
    let names = rows[0].dropFirst().map(String.init)
    let values = rows.dropFirst().flatMap { $0.dropFirst().compactMap { Double($0) } }
    // Both tables are constants of the program, so that a wrong one is a mistake in its build, which every test shows.
    precondition(values.count == symbols.count * names.count, "The table of elements has a cell that is no number.")
    (self.names, self.values) = (names, values)
    func column(_ name: String) -> [Double] {
      guard let place = names.firstIndex(of: name) else {
        preconditionFailure("The table of elements has no column \(name).")
      }
      return stride(from: place, to: values.count, by: names.count).map { values[$0] }
    }
    electronegativities = column("en_pauling")
    weights = column("atomic_weight")
    let (symbols, electronegativities) = (symbols, electronegativities)
    let order = symbols.indices.sorted {
      (electronegativities[$0], symbols[$0]) < (electronegativities[$1], symbols[$1])
    }
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    self.ranks = ranks
    var known: [Substring: [Int]] = [:]
    for row in Self.rows(unsafe String(decoding: states, as: UTF8.self)).dropFirst() {
      known[row[0]] = row[1].split(separator: " ").compactMap { Int($0) }.sorted()
    }
    oxidationStates = symbols.map { known[Substring($0)] ?? [] }
  }

  /// The element of a symbol's letters in ASCII; nil if there is none.
  func element(_ first: UInt8, _ second: UInt8?) -> Element? {
    guard let place = Self.place(first, second), numbers[place] > 0 else { return nil }
    return Element(Int(numbers[place]))
  }

  private static func place(_ first: UInt8, _ second: UInt8?) -> Int? {
    guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else { return nil }
    guard let second else { return Int(first - UInt8(ascii: "A")) * 27 }
    guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(second) else { return nil }
    return Int(first - UInt8(ascii: "A")) * 27 + 1 + Int(second - UInt8(ascii: "a"))
  }

  private static func rows(_ text: String) -> [[Substring]] {
    text.split(whereSeparator: \.isNewline).map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }
}
