/// Next-token probabilities given the last tokens of a contracted context, by interpolated back-off.
///
/// There are two trees of contexts, each from the newest token back. One is kept apart by the state (is a branch open?
/// how many rings are, and how large would the last be if it closed here?) and is `order` tokens deep. Below it lies a
/// shallow one that knows no state, so that a state never seen still has contexts to go by; below that, all tokens alike.
/// Each node mixes its own discounted counts c with the node one token shorter: p(t) = (c(t) − D(c(t))) / N + λ · p′(t),
/// where λ is what the discounts D took, so that every token has a positive probability everywhere and the
/// probabilities sum to 1.
///
/// The discounts for counts of 1, 2 and more are those of Chen and Goodman (1999, doi 10.1006/csla.1999.0128), estimated
/// for each depth.
struct ContextTree: Sendable {
  private let order: Int
  private let statelessOrder: Int
  private let tokenCount: Int
  private let children: OpenAddressingTable
  /// The entries of node n stand from firstEntry[n] to firstEntry[n + 1].
  private let firstEntry: [UInt32]
  private let entryTokens: [TokenID]
  private let entryShares: [Float]
  private let backOff: [Float]

  /// The number of counts that are stored.
  var entryCount: Int { entryTokens.count }

  init(_ counts: ContextCounts, tokenCount: Int) {
    order = counts.order
    statelessOrder = counts.statelessOrder
    self.tokenCount = tokenCount
    children = counts.children
    let entries = counts.counts.sortedEntries()
    let discounts = Discounts.byDepth(entries.lazy.map { (counts.depths[Int($0.key >> 16)], $0.value) })
    var totals = [Double](repeating: 0, count: counts.depths.count)
    for entry in entries { totals[Int(entry.key >> 16)] += Double(entry.value) }
    var firstEntry = [UInt32](repeating: 0, count: totals.count + 1)
    var taken = [Double](repeating: 0, count: totals.count)
    var tokens: [TokenID] = []
    var shares: [Float] = []
    tokens.reserveCapacity(entries.count)
    shares.reserveCapacity(entries.count)
    for entry in entries {
      let node = Int(entry.key >> 16)
      let discount = discounts[counts.depths[node]].of(entry.value)
      firstEntry[node + 1] += 1
      taken[node] += discount
      tokens.append(TokenID(truncatingIfNeeded: entry.key))
      shares.append(Float((Double(entry.value) - discount) / totals[node]))
    }
    for node in totals.indices { firstEntry[node + 1] += firstEntry[node] }
    self.firstEntry = firstEntry
    entryTokens = tokens
    entryShares = shares
    backOff = zip(taken, totals).map { Float($0 / $1) }
  }

  /// Writes the probability of every token after a context into `weights`; `path` is room to work in.
  func probabilities(after state: borrowing WritingState, into weights: inout [Double], path: inout [Int]) {
    path.removeAll(keepingCapacity: true)
    let context = state.context
    descend(from: ContextCounts.stateless, context, depth: statelessOrder, path: &path)
    if let root = children.value(of: ContextCounts.rootKey(state)) {
      descend(from: Int(root), context, depth: order, path: &path)
    }
    for token in weights.indices { weights[token] = 0 }
    var remaining = 1.0
    for node in path.reversed() {
      for entry in Int(firstEntry[node])..<Int(firstEntry[node + 1]) {
        weights[Int(entryTokens[entry])] += remaining * Double(entryShares[entry])
      }
      remaining *= Double(backOff[node])
    }
    let uniform = remaining / Double(tokenCount)
    for token in weights.indices { weights[token] += uniform }
  }

  private func descend(from root: Int, _ context: [TokenID], depth: Int, path: inout [Int]) {
    var node = root
    path.append(node)
    for place in 0..<min(depth, context.count) {
      guard let child = children.value(of: ContextCounts.key(node, context[context.count - 1 - place])) else { return }
      node = Int(child)
      path.append(node)
    }
  }
}

/// The counts of which a ``ContextTree`` is made.
struct ContextCounts {
  /// The root of the tree that knows no state.
  static let stateless = 0
  /// More open rings than this count as one state.
  private static let greatestRingCount = 64
  /// Greater rings than this count as one state.
  private static let greatestRingSize = 9

  let order: Int
  let statelessOrder: Int
  /// (node, token before) → node.
  private(set) var children = OpenAddressingTable(capacity: 1 << 16)
  /// (node, next token) → count.
  private(set) var counts = OpenAddressingTable(capacity: 1 << 17)
  /// The depth of each node: 0… in the tree that knows no state, then those of the trees by state.
  private(set) var depths = [0]

  init(order: Int) {
    self.order = order
    statelessOrder = min(order, 4)
  }

  static func key(_ node: Int, _ token: TokenID) -> UInt64 { UInt64(node) << 16 | UInt64(token) }

  static func rootKey(_ state: borrowing WritingState) -> UInt64 {
    let rings = UInt64(min(state.openRingCount, greatestRingCount))
    let size = UInt64(min(state.openRingSize, greatestRingSize))
    return UInt64(UInt32.max) << 16 | rings << 5 | size << 1 | (state.openBranchCount > 0 ? 1 : 0)
  }

  /// Counts a token that follows a state.
  mutating func add(_ token: TokenID, after state: borrowing WritingState) {
    count(token, from: Self.stateless, state.context, depth: statelessOrder)
    let root = child(Self.rootKey(state), depth: statelessOrder + 1)
    count(token, from: root, state.context, depth: order)
  }

  private mutating func count(_ token: TokenID, from root: Int, _ context: [TokenID], depth: Int) {
    var node = root
    counts.update(Self.key(node, token), initial: 0) { $0 + 1 }
    for place in 0..<min(depth, context.count) {
      node = child(Self.key(node, context[context.count - 1 - place]), depth: depths[node] + 1)
      counts.update(Self.key(node, token), initial: 0) { $0 + 1 }
    }
  }

  private mutating func child(_ key: UInt64, depth: Int) -> Int {
    let next = UInt32(depths.count)
    let node = children.update(key, initial: next) { $0 }
    if node == next { depths.append(depth) }
    return Int(node)
  }
}

/// What is taken from counts of 1, 2 and more.
private struct Discounts {
  var one: Double
  var two: Double
  var more: Double

  func of(_ count: UInt32) -> Double { count == 1 ? one : count == 2 ? two : more }

  static func byDepth(_ counts: some Sequence<(Int, UInt32)>) -> [Discounts] {
    var numbers: [[Double]] = []
    for (depth, count) in counts {
      while numbers.count <= depth { numbers.append([0, 0, 0, 0]) }
      if count <= 4 { numbers[depth][Int(count) - 1] += 1 }
    }
    return numbers.map(Discounts.init(numbersOfCounts:))
  }

  /// From how many counts are 1, 2, 3 and 4. Too few counts to tell give the limits that keep every estimate in bounds.
  private init(numbersOfCounts n: [Double]) {
    let y = n[0] + 2 * n[1] > 0 ? n[0] / (n[0] + 2 * n[1]) : 0.5
    func discount(_ count: Int) -> Double {
      let ratio = n[count - 1] > 0 ? n[count] / n[count - 1] : 0
      let estimate = Double(count) - Double(count + 1) * y * ratio
      return min(max(estimate, 0.1), Double(count) - 0.1)
    }
    (one, two, more) = (discount(1), discount(2), discount(3))
  }
}
