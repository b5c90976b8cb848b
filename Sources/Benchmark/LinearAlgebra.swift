internal import Foundation
internal import Numerics

/// Gram matrices, their factors and the results from them, for points in ten dimensions under the squared exponential
/// kernel. The case with the least memory comes first, since the peak memory of a process never falls.
func linearAlgebra(sizes: [Int]) throws {
  guard !sizes.isEmpty else {
    throw BenchmarkError("Give the numbers of points: cohobate-benchmark linear-algebra 1000 5000")
  }
  for size in sizes {
    var stream = RandomStream(seed: 1)
    let points = Matrix(rows: 10, columns: size + 8, storage: (0..<10 * (size + 8)).map { _ in stream.normal() })
    @Sendable func some(_ range: Range<Int>) -> Matrix {
      Matrix(
        rows: 10, columns: range.count, storage: Array(points.storage[10 * range.lowerBound..<10 * range.upperBound]))
    }
    @Sendable func kernel(_ rows: Range<Int>, _ columns: Range<Int>) -> Matrix {
      var block = Matrix.squaredDistances(some(rows), some(columns))
      block.exponentiateElements(times: -0.05)
      return block
    }
    let old = 0..<size
    let new = size..<size + 8

    Measurement.print("start", size: size) {}
    let factor = try Measurement.print("Gram and Cholesky", size: size) {
      try CholeskyFactor(size: size) { rows, elements in
        let block = kernel(rows, 0..<rows.upperBound)
        for index in elements.indices { elements[index] = block.storage[index] }
        for row in 0..<rows.count { elements[row + (rows.lowerBound + row) * rows.count] += 0.01 }
      }
    }
    let cross = kernel(old, new)
    var corner = kernel(new, new)
    corner.addToDiagonal(0.01)
    for _ in 0..<3 {
      let longer = try Measurement.print("append 8", size: size) {
        try factor.appending(crossCovariance: cross, block: corner)
      }
      _ = try Measurement.print("append 8 more", size: size) {
        try longer.appending(crossCovariance: Matrix(rows: size + 8, columns: 8), block: corner)
      }
    }
    let values = (0..<size).map { sin(Double($0)) }
    _ = Measurement.print("solve for 1", size: size) { factor.solve(values) }
    _ = Measurement.print("solve for 1", size: size) { factor.solve(values) }
    let wide = kernel(old, 0..<min(1024, size))
    _ = Measurement.print("solve lower for 1024", size: size) { factor.solveLower(wide) }
    _ = Measurement.print("diagonal of the inverse", size: size) { factor.inverseDiagonal }
    guard size <= 5000 else { continue }
    let inverse = Measurement.print("inverse", size: size) { factor.inverse() }

    var gram = Measurement.print("squared distances", size: size) { Matrix.squaredDistances(some(old)) }
    Measurement.print("exponentials", size: size) { gram.exponentiateElements(times: -0.05) }
    gram.addToDiagonal(0.01)
    _ = try Measurement.print("Cholesky", size: size) { try CholeskyFactor(gram) }
    let product = Measurement.print("product", size: size) { gram * inverse }
    _ = Measurement.print("symmetric product", size: size) { Matrix.symmetricProduct(gram) }
    let trace = Measurement.print("inner product", size: size) { gram.innerProduct(inverse) }
    let error = zip(0..., product.diagonal).reduce(0) { max($0, abs($1.1 - 1)) }
    guard error < 1e-6, abs(trace / Double(size) - 1) < 1e-6 else {
      throw BenchmarkError("A times its inverse is not I.")
    }
  }
}
