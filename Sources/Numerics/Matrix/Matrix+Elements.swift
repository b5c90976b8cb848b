internal import CLoops

// Element-wise operations. The loops run over raw memory, so that the compiler vectorises them.

extension Matrix {
  /// The element-wise sum.
  public static func + (left: Matrix, right: Matrix) -> Matrix {
    var result = left
    result += right
    return result
  }

  /// The element-wise difference.
  public static func - (left: Matrix, right: Matrix) -> Matrix {
    var result = left
    result -= right
    return result
  }

  /// Adds another matrix, in place.
  public static func += (left: inout Matrix, right: Matrix) {
    left.combine(with: right) { target, source in
      for index in 0..<target.rows { unsafe target.base[index] += unsafe source.base[index] }
    }
  }

  /// Subtracts another matrix, in place.
  public static func -= (left: inout Matrix, right: Matrix) {
    left.combine(with: right) { target, source in
      for index in 0..<target.rows { unsafe target.base[index] -= unsafe source.base[index] }
    }
  }

  /// Adds another matrix times a factor, in place.
  public mutating func addScaled(_ other: Matrix, by factor: Double) {
    combine(with: other) { target, source in
      for index in 0..<target.rows { unsafe target.base[index] += unsafe factor * source.base[index] }
    }
  }

  /// The element-wise (Hadamard) product.
  public func elementwiseProduct(_ other: Matrix) -> Matrix {
    var result = self
    result.multiplyElements(by: other)
    return result
  }

  /// Multiplies each element by that of another matrix, in place.
  public mutating func multiplyElements(by other: Matrix) {
    combine(with: other) { target, source in
      for index in 0..<target.rows { unsafe target.base[index] *= unsafe source.base[index] }
    }
  }

  /// Every element times a factor.
  public static func * (factor: Double, matrix: Matrix) -> Matrix {
    var result = matrix
    result *= factor
    return result
  }

  /// Multiplies every element by a factor, in place.
  public static func *= (matrix: inout Matrix, factor: Double) {
    matrix.update { target in
      for index in 0..<target.rows { unsafe target.base[index] *= factor }
    }
  }

  /// Multiplies each element by a factor of its row and one of its column, in place.
  package mutating func scale(rows rowFactors: [Double], columns columnFactors: [Double]) {
    precondition(
      rowFactors.count == rows && columnFactors.count == columns,
      "A \(rows)×\(columns) matrix cannot be scaled by \(rowFactors.count) and \(columnFactors.count) factors.")
    for (column, factor) in columnFactors.enumerated() {
      let start = column * rows
      for row in rowFactors.indices { storage[start + row] *= rowFactors[row] * factor }
    }
  }

  /// Replaces every element x by exp(factor · x), in place: the same on every processor, to about one unit in the last
  /// place.
  public mutating func exponentiateElements(times factor: Double = 1) {
    update { target in unsafe cloops_exponentials(target.base, target.rows, factor) }
  }

  /// The functions that ``replaceSquaredDistances(by:)`` has.
  package enum RadialFunction: Sendable {
    /// exp(−s / 2)
    case squaredExponential
    /// exp(−r)
    case matern12
    /// (1 + √3 r) exp(−√3 r)
    case matern32
    /// (1 + √5 r + 5 s / 3) exp(−√5 r)
    case matern52
  }

  /// Replaces every element, a squared distance s = r², by a function of it, in place and in one pass: the same on every
  /// processor.
  package mutating func replaceSquaredDistances(by function: RadialFunction) {
    update { target in
      switch function {
      case .squaredExponential: unsafe cloops_squared_exponential(target.base, target.rows)
      case .matern12: unsafe cloops_matern12(target.base, target.rows)
      case .matern32: unsafe cloops_matern32(target.base, target.rows)
      case .matern52: unsafe cloops_matern52(target.base, target.rows)
      }
    }
  }

  /// ⟨A, B⟩ = Σ aᵢⱼ bᵢⱼ, the Frobenius inner product.
  public func innerProduct(_ other: Matrix) -> Double {
    checkShape(of: other)
    let parts = pieces(of: storage.count, length: passLength)
    return withTile { a in
      other.withTile { b in
        sums(parts.count, isSmall: storage.count < smallestSharedCount) { index in
          let start = parts[index].lowerBound
          return unsafe dotProduct(a.base + start, b.base + start, count: parts[index].count)
        }.reduce(0, +)
      }
    }
  }

  /// The sum of the squares of each column's elements.
  public var squaredColumnNorms: [Double] {
    withTile { tile in
      sums(columns, isSmall: storage.count < smallestSharedCount) { column in
        unsafe dotProduct(tile.column(column), tile.column(column), count: rows)
      }
    }
  }

  private func checkShape(of other: Matrix) {
    precondition(
      rows == other.rows && columns == other.columns,
      "A \(rows)×\(columns) matrix was combined with a \(other.rows)×\(other.columns) one.")
  }

  private mutating func combine(with other: Matrix, _ body: @Sendable (_ target: Tile, _ source: Tile) -> Void) {
    checkShape(of: other)
    other.withTile { source in
      withMutableTile { target in
        Self.pass(over: target) { body(target.stretch($0), source.stretch($0)) }
      }
    }
  }

  private mutating func update(_ body: @Sendable (_ target: Tile) -> Void) {
    withMutableTile { target in Self.pass(over: target) { body(target.stretch($0)) } }
  }

  private static func pass(over tile: Tile, _ body: @Sendable (Range<Int>) -> Void) {
    let count = tile.rows * tile.columns
    let parts = pieces(of: count, length: passLength)
    concurrently(parts.count, isSmall: count < smallestSharedCount) { body(parts[$0]) }
  }
}

extension Tile {
  /// Consecutive elements of a whole matrix, as one column.
  fileprivate func stretch(_ range: Range<Int>) -> Tile {
    unsafe Tile(base + range.lowerBound, rows: range.count, columns: 1, stride: range.count)
  }
}

/// The number of elements that a worker processes at once.
private let passLength = 1 << 16

/// The values of pieces of work that the cores share, in the order of the pieces.
private func sums(_ count: Int, isSmall: Bool, _ value: @Sendable (Int) -> Double) -> [Double] {
  Matrix(rows: count, columns: 1) { result in
    concurrently(count, isSmall: isSmall) { result[$0, 0] = value($0) }
  }.storage
}
