/// The counts of each token after each context: the distinct pairs in order, with their counts.
///
/// A pair is a row of numbers: the path of the context through a ``ContextTree``, from the newest token back, and the
/// token that followed. Sets of rows are made piece by piece and merged in a fixed order, so that no count depends on
/// the number or speed of cores.
struct ContextCounts: Sendable {
  /// Fills a path beyond its end, if the context was shorter than the order.
  static let absent: UInt16 = 0
  /// The start of a string. Tokens are stored as their number + 2, and so are states.
  static let start: UInt16 = 1

  let order: Int
  /// The number of tokens that precede the state in a path.
  let statelessOrder: Int
  /// The length of a row: the tokens of the context, the state, and the token that followed.
  let stride: Int
  /// The rows, each with `stride` numbers; in ascending order and distinct once ``sort()`` has been called.
  private(set) var rows: [UInt16] = []
  private(set) var counts: [Float] = []

  init(order: Int) {
    self.order = order
    statelessOrder = Self.statelessOrder(order)
    stride = order + 2
  }

  static func statelessOrder(_ order: Int) -> Int { min(order, 4) }

  var count: Int { counts.count }

  mutating func reserve(_ rows: Int) {
    self.rows.reserveCapacity(rows * stride)
    counts.reserveCapacity(rows)
  }

  /// Counts a token that follows a context.
  mutating func add(_ token: TokenID, after context: ContractedContext, weight: Float) {
    let tokens = context.tokens
    var place = tokens.count - 1
    var written = 0
    while written < order, place >= 0 {
      if written == statelessOrder { rows.append(UInt16(context.state + 2)) }
      rows.append(Self.symbol(tokens[place]))
      place -= 1
      written += 1
    }
    // The state comes last if the context is not longer than the stateless order.
    if written <= statelessOrder { rows.append(UInt16(context.state + 2)) }
    for _ in 0..<(order - written) { rows.append(Self.absent) }
    rows.append(token)
    counts.append(weight)
  }

  static func symbol(_ token: TokenID) -> UInt16 { token == Vocabulary.start ? start : token + 2 }

  /// Sorts the rows and merges equal ones, by counting sort from the last number to the first.
  mutating func sort() {
    let number = counts.count
    var order = Array(0..<UInt32(number))
    var sorted = order
    var places = [Int](repeating: 0, count: Int(rows.max() ?? 0) + 2)
    for column in Swift.stride(from: stride - 1, through: 0, by: -1) {
      for place in places.indices { places[place] = 0 }
      var index = column
      for _ in 0..<number {
        places[Int(rows[index]) + 1] += 1
        index += stride
      }
      for place in 1..<places.count { places[place] += places[place - 1] }
      for row in order {
        let value = Int(rows[Int(row) * stride + column])
        sorted[places[value]] = row
        places[value] += 1
      }
      swap(&order, &sorted)
    }
    var result = ContextCounts(order: self.order)
    result.reserve(number)
    for row in order { result.append(from: self, Int(row)) }
    self = result
  }

  /// Appends a row that is not less than the last one.
  private mutating func append(from other: ContextCounts, _ row: Int) {
    let start = row * stride
    if let last = counts.indices.last {
      let lastStart = last * stride
      var column = stride - 1
      while column >= 0, rows[lastStart + column] == other.rows[start + column] { column -= 1 }
      if column < 0 {
        counts[last] += other.counts[row]
        return
      }
    }
    for index in start..<(start + stride) { rows.append(other.rows[index]) }
    counts.append(other.counts[row])
  }

  /// The rows of both, merged in order.
  func merged(with other: ContextCounts) -> ContextCounts {
    guard count > 0 else { return other }
    guard other.count > 0 else { return self }
    var result = ContextCounts(order: order)
    result.reserve(count + other.count)
    var (i, j) = (0, 0)
    while i < count || j < other.count {
      if j == other.count || i < count && !other.comes(before: self, j, i) {
        result.append(from: self, i)
        i += 1
      } else {
        result.append(from: other, j)
        j += 1
      }
    }
    return result
  }

  private func comes(before other: ContextCounts, _ row: Int, _ otherRow: Int) -> Bool {
    var (a, b) = (row * stride, otherRow * stride)
    for _ in 0..<stride {
      if rows[a] != other.rows[b] { return rows[a] < other.rows[b] }
      a += 1
      b += 1
    }
    return false
  }
}
