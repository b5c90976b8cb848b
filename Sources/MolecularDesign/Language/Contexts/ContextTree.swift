/// Next-token probabilities given the last tokens of a contracted context.
///
/// A tree of contexts, from the newest token back. The path contains the four newest tokens, then the state (whether a
/// branch is open, the number of open rings, and the size of the last ring if it closed here), then the older tokens.
/// So an unseen state still has contexts above it, and the root leads to the uniform distribution over tokens.
///
/// Interpolated modified Kneser–Ney (Chen and Goodman 1999, doi 10.1006/csla.1999.0128): each node mixes its own
/// discounted counts c with the node above, p(t) = (c(t) − D(c(t))) / N + λ · p′(t), where λ is the mass removed by the
/// discounts D. The longest contexts have the counts themselves; at any other context, the count of a token is the
/// number of different contexts, one step longer, in which it was seen. The discounts for counts of 1, 2 and more are
/// estimated for each depth.
///
/// Plain back-off uses the longest context in which a token was seen, in proportion to its count there; a context
/// reserves for unseen tokens a mass equal to its number n of different tokens (n / (N + n); Witten and Bell 1991, doi
/// 10.1109/18.87000), since otherwise none would be left for them.
struct ContextTree: Sendable, Hashable {
  let order: Int
  let smoothing: Smoothing
  let tokenCount: Int
  /// For each node, level by level: the symbol that leads to it, by which the children of a node are sorted.
  let symbols: [UInt16]
  /// The children of node n are firstChild[n] to below firstChild[n + 1].
  let firstChild: [UInt32]
  /// The entries of node n are firstEntry[n] to below firstEntry[n + 1].
  let firstEntry: [UInt32]
  /// The probability mass that each node leaves to the node above.
  let backOff: [Float]
  let entryTokens: [TokenID]
  let entryShares: [Float]
  /// The root's probability of every token, including the mass left to the uniform distribution; it contributes to
  /// every probability.
  private let rootShares: [Double]

  init(
    order: Int, smoothing: Smoothing, tokenCount: Int, symbols: [UInt16], firstChild: [UInt32], firstEntry: [UInt32],
    backOff: [Float], entryTokens: [TokenID], entryShares: [Float]
  ) {
    self.order = order
    self.smoothing = smoothing
    self.tokenCount = tokenCount
    self.symbols = symbols
    self.firstChild = firstChild
    self.firstEntry = firstEntry
    self.backOff = backOff
    self.entryTokens = entryTokens
    self.entryShares = entryShares
    var shares = [Double](repeating: Double(backOff[0]) / Double(tokenCount), count: tokenCount)
    for entry in 0..<Int(firstEntry[1]) { shares[Int(entryTokens[entry])] += Double(entryShares[entry]) }
    rootShares = shares
  }

  /// The number of stored counts.
  var entryCount: Int { entryTokens.count }

  /// The memory of all arrays.
  var byteCount: Int {
    2 * symbols.count + 4 * (firstChild.count + firstEntry.count + backOff.count) + 2 * entryTokens.count
      + 4 * entryShares.count
  }

  /// Adds `share` times the probability of every token after a context to `weights`; `path` is scratch space.
  func add(
    share: Double, after context: [TokenID], state: Int, to weights: inout [Double], path: inout [Int]
  ) {
    path.removeAll(keepingCapacity: true)
    path.append(0)
    descend(context, state, path: &path)
    if smoothing == .kneserNey {
      addInterpolated(share, path, to: &weights)
    } else {
      addPlain(share, path, to: &weights)
    }
  }

  private func addInterpolated(_ share: Double, _ path: [Int], to weights: inout [Double]) {
    var weights = weights.mutableSpan
    let (tokens, shares, firstEntry) = (entryTokens.span, entryShares.span, firstEntry.span)
    var remaining = share
    for node in path.dropFirst().reversed() {
      for entry in Int(firstEntry[node])..<Int(firstEntry[node + 1]) {
        weights[Int(tokens[entry])] += remaining * Double(shares[entry])
      }
      remaining *= Double(backOff[node])
    }
    let root = rootShares.span
    for token in weights.indices { weights[token] += remaining * root[token] }
  }

  private func addPlain(_ share: Double, _ path: [Int], to weights: inout [Double]) {
    var remaining = share
    var isDone = [Bool](repeating: false, count: weights.count)
    for node in path.reversed() {
      for entry in Int(firstEntry[node])..<Int(firstEntry[node + 1]) where !isDone[Int(entryTokens[entry])] {
        weights[Int(entryTokens[entry])] += remaining * Double(entryShares[entry])
        isDone[Int(entryTokens[entry])] = true
      }
      remaining *= Double(backOff[node])
    }
    for token in weights.indices where !isDone[token] { weights[token] += remaining / Double(tokenCount) }
  }

  /// Descends as far as the context was seen, in the order of the paths of ``ContextCounts``.
  private func descend(_ context: [TokenID], _ state: Int, path: inout [Int]) {
    let statelessOrder = ContextCounts.statelessOrder(order)
    var node = 0
    var place = context.count - 1
    var read = 0
    func step(_ symbol: UInt16) -> Bool {
      guard let next = child(of: node, symbol) else { return false }
      node = next
      path.append(next)
      return true
    }
    while read < order, place >= 0 {
      if read == statelessOrder { guard step(UInt16(state + 2)) else { return } }
      guard step(ContextCounts.symbol(context[place])) else { return }
      place -= 1
      read += 1
    }
    if read <= statelessOrder { _ = step(UInt16(state + 2)) }
  }

  private func child(of node: Int, _ symbol: UInt16) -> Int? {
    let symbols = symbols.span
    let start = Int(firstChild[node])
    let end = Int(firstChild[node + 1])
    // Binary search without unpredictable branches.
    var low = start
    var length = end - start
    while length > 0 {
      let half = length / 2
      let isBelow = symbols[low + half] < symbol
      low = isBelow ? low + half + 1 : low
      length = isBelow ? length - half - 1 : half
    }
    return low < end && symbols[low] == symbol ? low : nil
  }
}

extension ContextTree {
  /// The same tree with the token numbers of another vocabulary that contains all its tokens. Both vocabularies number
  /// tokens in the same order, so the children of a node stay in order.
  func renumbered(_ old: Vocabulary, _ new: Vocabulary) -> ContextTree {
    guard old.tokens != new.tokens, let numbers = new.encode(ExtendedSMILES(tokens: old.tokens)) else { return self }
    var symbols = symbols
    // The depth of each node; `afterStart` if the start of a string leads to it, so that its children are states.
    var depths = [UInt8](repeating: 0, count: symbols.count)
    let statelessOrder = ContextCounts.statelessOrder(order)
    let afterStart: UInt8 = 255
    for node in symbols.indices {
      for child in Int(firstChild[node])..<Int(firstChild[node + 1]) {
        let isState = depths[node] == afterStart || Int(depths[node]) == statelessOrder
        if isState {
          depths[child] = UInt8(statelessOrder + 1)
        } else if symbols[child] == ContextCounts.start {
          depths[child] = afterStart
        } else {
          depths[child] = depths[node] + 1
          symbols[child] = numbers[Int(symbols[child]) - 2] + 2
        }
      }
    }
    return ContextTree(
      order: order, smoothing: smoothing, tokenCount: new.count, symbols: symbols, firstChild: firstChild,
      firstEntry: firstEntry, backOff: backOff, entryTokens: entryTokens.map { numbers[Int($0)] },
      entryShares: entryShares)
  }
}
