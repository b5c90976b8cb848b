import Numerics
import Testing

struct ConcurrencyTests {
  @Test func allCoresWorkUnlessBound() {
    #expect(Workers.limit >= 1)
    #expect(Workers.$limit.withValue(3) { Workers.limit } == 3)
  }

  @Test func piecesComeInTheirOrder() {
    for isSmall in [false, true] {
      let values = byDifferentNumbersOfWorkers {
        concurrentPieces(of: 1000, length: 7, isSmall: isSmall) { range in range.map { 3 * $0 } }
      }
      #expect(values.allSatisfy { $0 == (0..<1000).map { 3 * $0 } })
    }
    #expect(concurrentPieces(of: 0, length: 7) { Array($0) }.isEmpty)
    #expect(concurrentPieces(of: 5, length: 2) { [$0.count] } == [2, 2, 1])
  }

  @Test func piecesWithinPiecesComeToAnEnd() throws {
    // Each panel of the outer factor waits for products, which share out work themselves.
    let factors = try byDifferentNumbersOfWorkers {
      try CholeskyFactor(size: 600) { rows, elements in
        let points = randomMatrix(600, 600)
        let block = part(points, rows, 0..<600) * part(points, 0..<rows.upperBound, 0..<600).transposed
        for index in elements.indices { elements[index] = block.storage[index] }
        for row in 0..<rows.count { elements[row + (rows.lowerBound + row) * rows.count] += 1 }
      }
    }
    #expect(factors[0].lower.storage == factors[1].lower.storage)
    #expect(factors[0].lower.storage == factors[2].lower.storage)
  }
}
