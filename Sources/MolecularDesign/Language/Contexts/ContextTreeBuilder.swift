/// Builds a ``ContextTree`` from counts, in one pass over their rows.
///
/// There is an open node at each depth along the path of the present row, with space for every token. A node that the
/// next row leaves is closed: its entries are written, and each counts as one in the node above.
struct ContextTreeBuilder {
  /// The nodes of one depth, in the order of closing, so that the children of each node are contiguous.
  private struct Level {
    var symbols: [UInt16] = []
    var firstChild: [UInt32] = []
    var firstEntry: [UInt32] = []
    var tokens: [TokenID] = []
    var counts: [Float] = []
    /// The numbers of counts equal to 1, 2, 3 and 4.
    var numbers: [Double] = [0, 0, 0, 0]

    mutating func note(_ count: Double) {
      let rounded = Int(min(count.rounded(), 5))
      if (1...4).contains(rounded) { numbers[rounded - 1] += 1 }
    }
  }

  private let counts: ContextCounts
  private let smoothing: Smoothing
  private let tokenCount: Int
  private var levels: [Level]
  /// The counts of the open node, by depth and token.
  private var open: [Double]
  /// The tokens counted in the open node, by depth, in order of arrival.
  private var seen: [[TokenID]]

  static func tree(_ counts: ContextCounts, tokenCount: Int, smoothing: Smoothing) -> ContextTree {
    var builder = ContextTreeBuilder(counts, tokenCount: tokenCount, smoothing: smoothing)
    builder.readRows()
    return builder.tree()
  }

  private init(_ counts: ContextCounts, tokenCount: Int, smoothing: Smoothing) {
    self.counts = counts
    self.smoothing = smoothing
    self.tokenCount = tokenCount
    let depths = counts.order + 2
    levels = Array(repeating: Level(), count: depths)
    open = Array(repeating: 0, count: depths * tokenCount)
    seen = Array(repeating: [], count: depths)
  }

  private mutating func readRows() {
    let (stride, pathLength) = (counts.stride, counts.stride - 1)
    var depth = 0
    for row in 0..<counts.count {
      let start = row * stride
      var length = pathLength
      while length > 0, counts.rows[start + length - 1] == ContextCounts.absent { length -= 1 }
      var shared = 0
      if row > 0 {
        while shared < min(length, depth), counts.rows[start + shared] == counts.rows[start + shared - stride] {
          shared += 1
        }
        while depth > shared {
          close(depth, symbol: counts.rows[start - stride + depth - 1])
          depth -= 1
        }
      }
      depth = length
      count(counts.rows[start + pathLength], Double(counts.counts[row]), at: depth)
    }
    if counts.count > 0 {
      let last = (counts.count - 1) * stride
      while depth > 0 {
        close(depth, symbol: counts.rows[last + depth - 1])
        depth -= 1
      }
    }
    close(0, symbol: 0)
  }

  private mutating func count(_ token: TokenID, _ count: Double, at depth: Int) {
    let place = depth * tokenCount + Int(token)
    if open[place] == 0 { seen[depth].append(token) }
    open[place] += count
  }

  private mutating func close(_ depth: Int, symbol: UInt16) {
    levels[depth].symbols.append(symbol)
    levels[depth].firstEntry.append(UInt32(levels[depth].tokens.count))
    // Its children are those closed since the node before it was closed; they end where those of the next node begin.
    levels[depth].firstChild.append(UInt32(depth + 1 < levels.count ? levels[depth + 1].symbols.count : 0))
    for index in seen[depth].indices {
      let token = seen[depth][index]
      let place = depth * tokenCount + Int(token)
      let count = open[place]
      open[place] = 0
      levels[depth].tokens.append(token)
      levels[depth].counts.append(Float(count))
      levels[depth].note(count)
      if depth > 0 { self.count(token, smoothing == .kneserNey ? min(count, 1) : count, at: depth - 1) }
    }
    seen[depth].removeAll(keepingCapacity: true)
  }

  private mutating func tree() -> ContextTree {
    let nodeCount = levels.reduce(0) { $0 + $1.symbols.count }
    let entryCount = levels.reduce(0) { $0 + $1.tokens.count }
    var symbols: [UInt16] = []
    var firstChild: [UInt32] = []
    var firstEntry: [UInt32] = []
    var backOff: [Float] = []
    var tokens: [TokenID] = []
    var shares: [Float] = []
    symbols.reserveCapacity(nodeCount)
    firstChild.reserveCapacity(nodeCount + 1)
    firstEntry.reserveCapacity(nodeCount + 1)
    backOff.reserveCapacity(nodeCount)
    tokens.reserveCapacity(entryCount)
    shares.reserveCapacity(entryCount)
    var childBase = 0
    for depth in levels.indices {
      // Taken out of the array, so that its memory is freed once it is written.
      let level = levels[depth]
      levels[depth] = Level()
      // With few short molecules no context reaches the greatest length.
      guard !level.symbols.isEmpty else { continue }
      let discounts = Discounts(numbersOfCounts: level.numbers)
      childBase += level.symbols.count
      let entryBase = tokens.count
      // All children of a node were closed before it; they end where those of the next node begin.
      firstChild.append(UInt32(childBase))
      for node in level.symbols.indices.dropLast() {
        firstChild.append(UInt32(childBase) + level.firstChild[node])
      }
      for node in level.symbols.indices {
        let end = node + 1 < level.firstEntry.count ? Int(level.firstEntry[node + 1]) : level.tokens.count
        let entries = Int(level.firstEntry[node])..<end
        var total = 0.0
        for entry in entries { total += Double(level.counts[entry]) }
        var taken = 0.0
        if smoothing == .plainBackOff {
          taken = Double(entries.count)
          total += taken
        }
        for entry in entries {
          let count = Double(level.counts[entry])
          let discount = smoothing == .kneserNey ? discounts.of(count) : 0
          taken += discount
          tokens.append(level.tokens[entry])
          shares.append(Float((count - discount) / total))
        }
        symbols.append(level.symbols[node])
        firstEntry.append(UInt32(entryBase + entries.lowerBound))
        backOff.append(Float(taken / total))
      }
    }
    firstChild.append(UInt32(nodeCount))
    firstEntry.append(UInt32(entryCount))
    return ContextTree(
      order: counts.order, smoothing: smoothing, tokenCount: tokenCount, symbols: symbols, firstChild: firstChild,
      firstEntry: firstEntry, backOff: backOff, entryTokens: tokens, entryShares: shares)
  }
}

/// The discounts for counts of 1, 2 and more; those of fractional counts are interpolated.
private struct Discounts {
  private let values: [Double]

  func of(_ count: Double) -> Double {
    guard count < 3 else { return values[3] }
    let below = Int(count)
    return values[below] + (count - Double(below)) * (values[below + 1] - values[below])
  }

  /// Estimates the discounts from the numbers of counts equal to 1, 2, 3 and 4. If there are too few counts, limits
  /// keep every estimate in bounds.
  init(numbersOfCounts n: [Double]) {
    let y = n[0] + 2 * n[1] > 0 ? n[0] / (n[0] + 2 * n[1]) : 0.5
    func discount(_ count: Int) -> Double {
      let ratio = n[count - 1] > 0 ? n[count] / n[count - 1] : 0
      let estimate = Double(count) - Double(count + 1) * y * ratio
      return min(max(estimate, 0.1), Double(count) - 0.1)
    }
    values = [0, discount(1), discount(2), discount(3)]
  }
}
