internal import COpenBLAS

/// A view of elements stored column by column in memory: the operand of a piece of work. The code that creates it keeps
/// the memory alive, and lets no piece write what another one uses at the same time: hence the unchecked conformance.
@safe struct Tile: @unchecked Sendable {
  let base: UnsafeMutablePointer<Double>
  let rows: Int
  let columns: Int
  /// The distance between consecutive columns.
  let stride: Int

  init(_ base: UnsafeMutablePointer<Double>, rows: Int, columns: Int, stride: Int) {
    unsafe self.base = unsafe base
    self.rows = rows
    self.columns = columns
    self.stride = max(stride, 1)
  }

  /// The part in a range of rows and columns.
  func part(_ rows: Range<Int>, _ columns: Range<Int>) -> Tile {
    unsafe Tile(column(columns.lowerBound) + rows.lowerBound, rows: rows.count, columns: columns.count, stride: stride)
  }

  /// The address of a column.
  func column(_ index: Int) -> UnsafeMutablePointer<Double> { unsafe base + index * stride }

  /// An element.
  subscript(row: Int, column: Int) -> Double {
    get { unsafe base[row + column * stride] }
    nonmutating set { unsafe base[row + column * stride] = newValue }
  }

  // MARK: Products and solutions

  /// self := factor · op(left) · op(right) + (adding ? self : 0), where op may transpose.
  func setProduct(
    _ left: Tile, leftTransposed: Bool = false, times right: Tile,
    rightTransposed: Bool = false, factor: Double = 1, adding: Bool = false
  ) {
    let inner = leftTransposed ? left.rows : left.columns
    guard rows > 0, columns > 0 else { return }
    guard inner > 0 else {
      if !adding { fill(0) }
      return
    }
    if columns == 1, !rightTransposed {
      unsafe cblas_dgemv(
        CblasColMajor, leftTransposed ? CblasTrans : CblasNoTrans, Int32(left.rows), Int32(left.columns), factor,
        left.base, Int32(left.stride), right.base, 1, adding ? 1 : 0, base, 1)
    } else {
      unsafe cblas_dgemm(
        CblasColMajor, leftTransposed ? CblasTrans : CblasNoTrans, rightTransposed ? CblasTrans : CblasNoTrans,
        Int32(rows), Int32(columns), Int32(inner), factor, left.base, Int32(left.stride), right.base,
        Int32(right.stride), adding ? 1 : 0, base, Int32(stride))
    }
  }

  /// The lower triangle of self := factor · A Aᵀ + (adding ? self : 0), or Aᵀ A if transposed.
  func setLowerSquare(_ matrix: Tile, transposed: Bool, factor: Double = 1, adding: Bool = false) {
    guard rows > 0 else { return }
    let inner = transposed ? matrix.rows : matrix.columns
    guard inner > 0 else {
      if !adding { fill(0) }
      return
    }
    unsafe cblas_dsyrk(
      CblasColMajor, CblasLower, transposed ? CblasTrans : CblasNoTrans, Int32(rows), Int32(inner), factor,
      matrix.base, Int32(matrix.stride), adding ? 1 : 0, base, Int32(stride))
  }

  /// self := L⁻¹ self, or L⁻ᵀ self if transposed.
  func solve(_ lower: Tile, transposed: Bool) {
    let transposition = transposed ? CblasTrans : CblasNoTrans
    if columns == 1 {
      unsafe cblas_dtrsv(
        CblasColMajor, CblasLower, transposition, CblasNonUnit, Int32(rows), lower.base, Int32(lower.stride), base, 1)
    } else {
      unsafe cblas_dtrsm(
        CblasColMajor, CblasLeft, CblasLower, transposition, CblasNonUnit, Int32(rows), Int32(columns), 1,
        lower.base, Int32(lower.stride), base, Int32(stride))
    }
  }

  /// self := self · L⁻ᵀ.
  func solveFromRight(_ lower: Tile) {
    unsafe cblas_dtrsm(
      CblasColMajor, CblasRight, CblasLower, CblasTrans, CblasNonUnit, Int32(rows), Int32(columns), 1, lower.base,
      Int32(lower.stride), base, Int32(stride))
  }

  /// Replaces the lower triangle by its Cholesky factor; returns the order of a minor that is not positive, or 0.
  func factorise() -> Int {
    var dimension = Int32(rows)
    var distance = Int32(stride)
    var status: Int32 = 0
    var triangle = CChar(UInt8(ascii: "L"))
    unsafe dpotrf_(&triangle, &dimension, base, &distance, &status, 1)
    return Int(status)
  }

  // MARK: Elements

  func fill(_ value: Double) {
    for index in 0..<columns { unsafe column(index).update(repeating: value, count: rows) }
  }

  func copy(_ other: Tile) {
    for index in 0..<columns { unsafe column(index).update(from: other.column(index), count: rows) }
  }

  /// self := otherᵀ, in squares that fit into the nearest cache.
  func copyTransposed(_ other: Tile) {
    let side = 16
    for left in Swift.stride(from: 0, to: columns, by: side) {
      for top in Swift.stride(from: 0, to: rows, by: side) {
        for j in left..<min(left + side, columns) {
          let target = unsafe column(j)
          for i in top..<min(top + side, rows) { unsafe target[i] = unsafe other.base[j + i * other.stride] }
        }
      }
    }
  }

  /// Copies the elements below the diagonal to above it.
  func mirrorLower() {
    for j in 0..<columns { for i in (j + 1)..<max(j + 1, rows) { self[j, i] = self[i, j] } }
  }

  /// Sets the elements above the diagonal to zero.
  func clearUpper() {
    for j in 0..<columns { unsafe column(j).update(repeating: 0, count: min(j, rows)) }
  }
}

/// x · y.
func dotProduct(_ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, count: Int) -> Double {
  unsafe cblas_ddot(Int32(count), x, 1, y, 1)
}
