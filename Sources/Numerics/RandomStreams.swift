/// All random streams of a campaign, from its one seed.
///
/// Every use requests a stream by name, iteration and index. Streams are independent of each other and of the order of
/// the requests, so that neither concurrency nor resuming reorders a draw.
///
///     var stream = RandomStreams(seed: 1).stream("design", iteration: 3)
///     let die = stream.uniform(below: 6) + 1
public struct RandomStreams: Sendable, Hashable {
  /// The campaign's seed.
  public let seed: UInt64

  /// Creates streams from a seed.
  public init(seed: UInt64) { self.seed = seed }

  /// The stream of a use: always the same for the same seed, name, iteration and index.
  ///
  /// The four are hashed to 64 bits: each 8-byte word (the name's length in bytes first, then its UTF-8 bytes in
  /// little-endian words) is added to the state, which SplitMix64's finaliser then mixes.
  public func stream(_ name: String, iteration: Int = 0, index: Int = 0) -> RandomStream {
    var hash = SplitMix64.finalized(seed)
    func absorb(_ word: UInt64) { hash = SplitMix64.mixed(hash &+ word) }
    let bytes = Array(name.utf8)
    absorb(UInt64(bytes.count))
    for start in stride(from: 0, to: bytes.count, by: 8) {
      let word = bytes[start..<min(start + 8, bytes.count)].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      absorb(word)
    }
    absorb(UInt64(bitPattern: Int64(iteration)))
    absorb(UInt64(bitPattern: Int64(index)))
    return RandomStream(seed: hash)
  }
}

/// One stream of random numbers: xoshiro256++ (Blackman and Vigna, 2021, doi 10.1145/3460772), seeded by SplitMix64.
///
/// The transforms are part of it. They use only integer arithmetic, the four operations and the square root, which IEEE
/// 754 defines to the last bit, so that a run gives the same numbers at any time and on any machine. (For the same
/// reason it is not a `RandomNumberGenerator`: the standard library may change how `Int.random(in:using:)` uses a
/// generator.)
public struct RandomStream: Sendable, Hashable, Codable {
  private var s0: UInt64
  private var s1: UInt64
  private var s2: UInt64
  private var s3: UInt64

  /// Creates a stream from its own seed; a campaign's streams come from ``RandomStreams``.
  public init(seed: UInt64) {
    var seeding = SplitMix64(state: seed)
    (s0, s1, s2, s3) = (seeding.next(), seeding.next(), seeding.next(), seeding.next())
  }

  /// Whether it would give only zeros for ever; a stream created from a seed never does.
  package var isStuck: Bool { s0 | s1 | s2 | s3 == 0 }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let sum = s0 &+ s3
    let result = (sum << 23 | sum >> 41) &+ s0
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = s3 << 45 | s3 >> 19
    return result
  }

  /// A number in [0, 1), a multiple of 2⁻⁵³, all equally probable.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// An integer in 0..<bound, without bias (Lemire's multiplication, doi 10.1145/3230636). The bound must be positive.
  public mutating func uniform(below bound: Int) -> Int {
    precondition(bound > 0, "A bounded random integer needs a positive bound, not \(bound).")
    let range = UInt64(bound)
    var product = range.multipliedFullWidth(by: next())
    if product.low < range {
      let rejected = (0 &- range) % range
      while product.low < rejected { product = range.multipliedFullWidth(by: next()) }
    }
    return Int(product.high)
  }

  /// A standard normal number (Marsaglia's polar method; the second number of the pair is not kept).
  public mutating func normal() -> Double {
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let square = x * x + y * y
      if square > 0, square < 1 { return x * (-2 * portableLog(square) / square).squareRoot() }
    }
  }

  /// An index with probability in proportion to exp(weight).
  ///
  /// Weights of −infinity are never drawn. At least one weight must be finite, none may be NaN or +infinity.
  public mutating func categorical(logWeights: [Double]) -> Int {
    let greatest = logWeights.max() ?? -.infinity
    precondition(greatest.isFinite, "A categorical draw needs a finite greatest log-weight; it is \(greatest).")
    var total = 0.0
    for weight in logWeights {
      precondition(!weight.isNaN, "A categorical draw was given a log-weight that is not a number.")
      total += portableExp(weight - greatest)
    }
    let target = uniform() * total
    var sum = 0.0
    var drawn = 0
    for (index, weight) in logWeights.enumerated() where weight > -.infinity {
      // Rounding may leave the target at the very end of the sum; the draw is then the last index with nonzero weight.
      let part = portableExp(weight - greatest)
      guard part > 0 else { continue }
      drawn = index
      sum += part
      if target < sum { break }
    }
    return drawn
  }

  /// Puts the elements in a random order (Fisher–Yates); all orders are equally probable.
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, uniform(below: last + 1))
    }
  }

  /// Different elements of a population (an array, or a range of integers) in random order, drawn without replacement;
  /// all of them if there are no more than `count`.
  public mutating func sample<Element>(count: Int, from population: some Sequence<Element>) -> [Element] {
    var elements = Array(population)
    let drawn = max(0, min(count, elements.count))
    for position in 0..<drawn {
      elements.swapAt(position, position + uniform(below: elements.count - position))
    }
    return Array(elements.prefix(drawn))
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014, doi 10.1145/2660193.2660195): seeds other generators and mixes hashes.
package struct SplitMix64 {
  private static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var state: UInt64

  fileprivate init(state: UInt64) { self.state = state }

  fileprivate mutating func next() -> UInt64 {
    defer { state &+= Self.increment }
    return Self.mixed(state)
  }

  /// A pseudo-random bijection of 64-bit words: the first number after a seed.
  package static func mixed(_ word: UInt64) -> UInt64 { finalized(word &+ increment) }

  fileprivate static func finalized(_ word: UInt64) -> UInt64 {
    var mixed = word
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
