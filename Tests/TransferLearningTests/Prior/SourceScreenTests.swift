import Glibc
import Numerics
import Testing
import TransferLearning

struct SourceScreenTests {
  /// Labels with unit noise about what the second of four sources says; the others are noise, the last one the second
  /// shuffled.
  private func screen(scale: Double = 1, seed: UInt64 = 3) throws -> SourceScreen {
    var stream = RandomStream(seed: seed)
    let count = 40
    var columns = (0..<3).map { _ in (0..<count).map { _ in stream.normal() } }
    let values = columns[1].map { 1.5 * $0 + 0.5 * stream.normal() }
    var shuffled = columns[1]
    stream.shuffle(&shuffled)
    columns.append(shuffled)
    var covariance = Matrix(rows: count, columns: count)
    covariance.addToDiagonal(0.25)
    return try SourceScreen(
      covariance: covariance, values: values,
      sources: Matrix(rows: count, columns: 4, storage: columns.flatMap { $0.map { scale * $0 } }),
      slopeVariance: 4 / (scale * scale))
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func keepsWhatInformsAndDropsTheShuffled(seed: UInt64) throws {
    let all = try screen(seed: seed).best(100)
    #expect(all[0].sources == [1])
    // Every set that has the informative one is before every set that has not.
    let last = try #require(all.lastIndex { $0.sources.contains(1) })
    let first = try #require(all.firstIndex { !$0.sources.contains(1) })
    #expect(last < first)
  }

  @Test func allSetsOfOneAndTwoAreThere() throws {
    let all = try screen().best(100)
    #expect(all.count == 4 + 6 && Set(all.map(\.sources)).count == 10)
    // Half of the belief for each size.
    let beliefs = Dictionary(grouping: all, by: \.sources.count).mapValues { $0.reduce(0) { $0 + exp($1.logPrior) } }
    #expect(abs((beliefs[1] ?? 0) - 0.5) < 1e-12 && abs((beliefs[2] ?? 0) - 0.5) < 1e-12)
    #expect(try screen().best(3).map(\.sources) == all.prefix(3).map(\.sources))
  }

  /// The unit of a source does not matter where its slope's variance is in the unit's inverse.
  @Test func unitsDoNotMatter() throws {
    #expect(try screen(scale: 27.2).best(100).map(\.sources) == screen().best(100).map(\.sources))
  }

  @Test func whatIsNoCovarianceIsAnError() {
    #expect(throws: NumericsError.self) {
      try SourceScreen(
        covariance: Matrix(rows: 2, columns: 2), values: [1, 2], sources: Matrix(rows: 2, columns: 1), slopeVariance: 1)
    }
  }
}
