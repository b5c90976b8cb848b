internal import CLoops
internal import COpenBLAS
internal import Glibc

/// The element type of OpenBLAS's matrix products: `Float` for speed, `Double` for accuracy.
///
/// The operations work in place on parts of arrays, so that a hot loop allocates nothing.
package protocol BLASScalar: BinaryFloatingPoint, Sendable {
  /// result := op(left) op(right) + kept · result, where op transposes if requested.
  static func multiply(
    _ left: [Self], _ leftBlock: MatrixBlock, _ right: [Self], _ rightBlock: MatrixBlock, keeping kept: Self,
    in result: inout [Self], _ resultBlock: MatrixBlock)

  /// result += factor · terms, over `count` elements from the two offsets.
  static func add(
    _ factor: Self, times terms: UnsafePointer<Self>, count: Int, to result: UnsafeMutablePointer<Self>)

  /// One step of AdamW (see CLoops.h) for a part of the parameters, with their own moments, which are stored from step
  /// to step.
  static func adamStep(
    _ parameters: inout [Self], gradient: inout [Self], means: inout [Self], squares: inout [Self], range: Range<Int>,
    rate: Self, least: Self, kept: Self)

  /// e to the power of a number, by the C library.
  static func exponential(_ exponent: Self) -> Self
}

/// A column-major matrix within an array, starting at an offset, without gaps between its columns.
package struct MatrixBlock: Sendable, Hashable {
  /// The index of its first element.
  package let offset: Int
  /// The number of rows as stored.
  package let rows: Int
  /// The number of columns as stored.
  package let columns: Int
  /// Whether a product uses its transpose.
  package let isTransposed: Bool

  /// A block of an array.
  package init(offset: Int = 0, rows: Int, columns: Int, isTransposed: Bool = false) {
    (self.offset, self.rows, self.columns, self.isTransposed) = (offset, rows, columns, isTransposed)
  }

  /// The same block, transposed in products.
  package var transposed: MatrixBlock {
    MatrixBlock(offset: offset, rows: rows, columns: columns, isTransposed: !isTransposed)
  }

  fileprivate var outerRows: Int { isTransposed ? columns : rows }
  fileprivate var outerColumns: Int { isTransposed ? rows : columns }

  fileprivate func fits(in count: Int) -> Bool { offset >= 0 && offset + rows * columns <= count }

  /// Checks the conditions of a product, since BLAS checks no bounds.
  fileprivate static func check(
    _ left: MatrixBlock, in leftCount: Int, _ right: MatrixBlock, in rightCount: Int, _ result: MatrixBlock,
    in resultCount: Int
  ) {
    precondition(
      left.fits(in: leftCount) && right.fits(in: rightCount) && result.fits(in: resultCount),
      "A block of a product lies outside its array.")
    precondition(
      left.outerColumns == right.outerRows && result.rows == left.outerRows && result.columns == right.outerColumns,
      "A \(left.outerRows)×\(left.outerColumns) block times a \(right.outerRows)×\(right.outerColumns) one is no "
        + "\(result.rows)×\(result.columns) block.")
  }
}

extension Float: BLASScalar {
  package static func multiply(
    _ left: [Float], _ leftBlock: MatrixBlock, _ right: [Float], _ rightBlock: MatrixBlock, keeping kept: Float,
    in result: inout [Float], _ resultBlock: MatrixBlock
  ) {
    MatrixBlock.check(
      leftBlock, in: left.count, rightBlock, in: right.count, resultBlock, in: result.count)
    guard resultBlock.rows > 0, resultBlock.columns > 0, leftBlock.outerColumns > 0 else { return }
    unsafe left.withUnsafeBufferPointer { left in
      unsafe right.withUnsafeBufferPointer { right in
        unsafe result.withUnsafeMutableBufferPointer { result in
          unsafe cblas_sgemm(
            CblasColMajor, leftBlock.isTransposed ? CblasTrans : CblasNoTrans,
            rightBlock.isTransposed ? CblasTrans : CblasNoTrans, Int32(resultBlock.rows), Int32(resultBlock.columns),
            Int32(leftBlock.outerColumns), 1, left.baseAddress.unsafelyUnwrapped + leftBlock.offset,
            Int32(leftBlock.rows), right.baseAddress.unsafelyUnwrapped + rightBlock.offset, Int32(rightBlock.rows),
            kept, result.baseAddress.unsafelyUnwrapped + resultBlock.offset, Int32(resultBlock.rows))
        }
      }
    }
  }

  package static func add(
    _ factor: Float, times terms: UnsafePointer<Float>, count: Int, to result: UnsafeMutablePointer<Float>
  ) {
    unsafe cblas_saxpy(Int32(count), factor, terms, 1, result, 1)
  }

  package static func adamStep(
    _ parameters: inout [Float], gradient: inout [Float], means: inout [Float], squares: inout [Float],
    range: Range<Int>,
    rate: Float, least: Float, kept: Float
  ) {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= min(parameters.count, gradient.count, means.count, squares.count),
      "A step over \(range) leaves its arrays.")
    guard !range.isEmpty else { return }
    unsafe parameters.withUnsafeMutableBufferPointer { parameters in
      unsafe gradient.withUnsafeMutableBufferPointer { gradient in
        unsafe means.withUnsafeMutableBufferPointer { means in
          unsafe squares.withUnsafeMutableBufferPointer { squares in
            unsafe cloops_adam_float(
              range.count, parameters.baseAddress.unsafelyUnwrapped + range.lowerBound,
              gradient.baseAddress.unsafelyUnwrapped + range.lowerBound,
              means.baseAddress.unsafelyUnwrapped + range.lowerBound,
              squares.baseAddress.unsafelyUnwrapped + range.lowerBound, rate, least, kept)
          }
        }
      }
    }
  }

  package static func exponential(_ exponent: Float) -> Float { expf(exponent) }
}

extension Double: BLASScalar {
  package static func multiply(
    _ left: [Double], _ leftBlock: MatrixBlock, _ right: [Double], _ rightBlock: MatrixBlock, keeping kept: Double,
    in result: inout [Double], _ resultBlock: MatrixBlock
  ) {
    MatrixBlock.check(
      leftBlock, in: left.count, rightBlock, in: right.count, resultBlock, in: result.count)
    guard resultBlock.rows > 0, resultBlock.columns > 0, leftBlock.outerColumns > 0 else { return }
    unsafe left.withUnsafeBufferPointer { left in
      unsafe right.withUnsafeBufferPointer { right in
        unsafe result.withUnsafeMutableBufferPointer { result in
          unsafe cblas_dgemm(
            CblasColMajor, leftBlock.isTransposed ? CblasTrans : CblasNoTrans,
            rightBlock.isTransposed ? CblasTrans : CblasNoTrans, Int32(resultBlock.rows), Int32(resultBlock.columns),
            Int32(leftBlock.outerColumns), 1, left.baseAddress.unsafelyUnwrapped + leftBlock.offset,
            Int32(leftBlock.rows), right.baseAddress.unsafelyUnwrapped + rightBlock.offset, Int32(rightBlock.rows),
            kept, result.baseAddress.unsafelyUnwrapped + resultBlock.offset, Int32(resultBlock.rows))
        }
      }
    }
  }

  package static func add(
    _ factor: Double, times terms: UnsafePointer<Double>, count: Int, to result: UnsafeMutablePointer<Double>
  ) {
    unsafe cblas_daxpy(Int32(count), factor, terms, 1, result, 1)
  }

  package static func adamStep(
    _ parameters: inout [Double], gradient: inout [Double], means: inout [Double], squares: inout [Double],
    range: Range<Int>,
    rate: Double, least: Double, kept: Double
  ) {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= min(parameters.count, gradient.count, means.count, squares.count),
      "A step over \(range) leaves its arrays.")
    guard !range.isEmpty else { return }
    unsafe parameters.withUnsafeMutableBufferPointer { parameters in
      unsafe gradient.withUnsafeMutableBufferPointer { gradient in
        unsafe means.withUnsafeMutableBufferPointer { means in
          unsafe squares.withUnsafeMutableBufferPointer { squares in
            unsafe cloops_adam_double(
              range.count, parameters.baseAddress.unsafelyUnwrapped + range.lowerBound,
              gradient.baseAddress.unsafelyUnwrapped + range.lowerBound,
              means.baseAddress.unsafelyUnwrapped + range.lowerBound,
              squares.baseAddress.unsafelyUnwrapped + range.lowerBound, rate, least, kept)
          }
        }
      }
    }
  }

  package static func exponential(_ exponent: Double) -> Double { exp(exponent) }
}
