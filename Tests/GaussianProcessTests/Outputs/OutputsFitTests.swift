import GaussianProcess
import Glibc
import Numerics
import Testing

struct OutputsFitTests {
  /// Two functions on the same inputs, each observed at about every second, with noise.
  struct Pair {
    var inputs: [Double] = []
    var truth: [[Double]] = []
    var table: [[Double?]] = []

    /// - Parameter share: how much of the second function is the first one's, with the sign turned; its square.
    init(count: Int, seed: UInt64, share: Double) throws {
      var stream = RandomStream(seed: seed)
      inputs = (0..<count).map { _ in 10 * stream.uniform() }
      var covariance = SquaredExponential().block(inputs, inputs)
      covariance.addToDiagonal(1e-8)
      let lower = try CholeskyFactor(covariance).lower
      let (one, other) = (
        lower * (0..<count).map { _ in stream.normal() }, lower * (0..<count).map { _ in stream.normal() }
      )
      for index in 0..<count {
        let second = -share.squareRoot() * one[index] + (1 - share).squareRoot() * other[index]
        truth.append([5 + 2 * one[index], 100 + 30 * second])
        let observed = [truth[index][0] + 0.1 * stream.normal(), truth[index][1] + 6 * stream.normal()]
        table.append(index.isMultiple(of: 2) ? [observed[0], nil] : [nil, observed[1]])
      }
    }
  }

  static let kernel = RadialKernel(.squaredExponential).on { (x: Double) in [x] }

  /// The root mean square errors, at what was not observed, of each output fitted with the other and alone.
  private func errors(_ pair: Pair) throws -> (together: [Double], alone: [Double]) {
    let together = try fitOutputs(kernel: Self.kernel, inputs: pair.inputs, table: pair.table)
    var result: (together: [Double], alone: [Double]) = ([], [])
    for output in 0..<2 {
      let known = pair.table.indices.filter { pair.table[$0][output] != nil }
      let missing = pair.table.indices.filter { pair.table[$0][output] == nil }
      let alone = try fit(
        kernel: Self.kernel.scaled(), inputs: known.map { pair.inputs[$0] },
        values: known.compactMap { pair.table[$0][output] })
      let targets = missing.map { pair.inputs[$0] }
      func error(_ predictions: [Prediction]) -> Double {
        let squares = zip(predictions, missing).map { pow($0.mean - pair.truth[$1][output], 2) }
        return (squares.reduce(0, +) / Double(missing.count)).squareRoot()
      }
      result.together.append(error(together.predict(targets, output: output)))
      result.alone.append(error(alone.process.predict(targets)))
    }
    return result
  }

  @Test func relatedOutputsLearnFromEachOther() throws {
    for seed in 0..<3 {
      let (together, alone) = try errors(Pair(count: 44, seed: UInt64(50 + seed), share: 0.98))
      #expect(together[0] < alone[0])
      #expect(together[1] < 0.9 * alone[1])
    }
  }

  @Test func unrelatedOutputsDoNotSuffer() throws {
    var (together, alone) = ([0.0, 0.0], [0.0, 0.0])
    for seed in 0..<12 {
      let errors = try errors(Pair(count: 60, seed: UInt64(60 + seed), share: 0))
      for output in 0..<2 {
        together[output] += errors.together[output]
        alone[output] += errors.alone[output]
      }
    }
    #expect(together[0] < 1.03 * alone[0])
    #expect(together[1] < 1.03 * alone[1])
  }

  @Test func findsHowOutputsGoTogetherAndTheirNoise() throws {
    let pair = try Pair(count: 120, seed: 70, share: 0.9)
    let found = try fitOutputs(kernel: Self.kernel, inputs: pair.inputs, table: pair.table)
    #expect(found.outputs == 2)
    #expect(found.correlations[0, 1] < -0.7 && found.correlations[0, 1] == found.correlations[1, 0])
    #expect(abs(found.correlations[0, 0] - 1) < 1e-12)
    #expect(abs(log(found.noise[0] / 0.1)) < 0.35)
    #expect(abs(log(found.noise[1] / 6)) < 0.35)
    // Each in its unit, and calibrated.
    for output in 0..<2 {
      let left = found.leaveOneOut(output: output)
      #expect(left.count == 60)
      #expect(distance(left.map(\.value), pair.table.compactMap { $0[output] }) < 1e-9)
      let spread = (left.reduce(0) { $0 + pow($1.prediction.standardizedError(of: $1.value), 2) } / 60).squareRoot()
      #expect((0.7...1.3).contains(spread))
    }
    let (process, observation) = (
      found.predict([3], output: 1)[0], found.predict([3], output: 1, includingNoise: true)[0]
    )
    #expect(observation.mean == process.mean && observation.standardDeviation > found.noise[1])
  }

  @Test func badTablesAreNamed() {
    func message(_ table: [[Double?]], rank: Int = 1) -> String {
      do {
        _ = try fitOutputs(kernel: Self.kernel, inputs: [1, 2], table: table, rank: rank)
        return "nothing"
      } catch {
        return error.description
      }
    }
    #expect(message([[1, nil], [2, nil]]) == "Output 1 has no value at all: leave out its column of the table.")
    #expect(message([[1, nil], [2]]) == "Row 1 of the table has 1 values, and its first row 2.")
    #expect(message([[1]]).contains("2 inputs but 1 values"))
    #expect(message([[], []]).contains("without data"))
    #expect(message([[1, .infinity], [2, 3]]).contains("inf"))
    #expect(message([[1], [2]], rank: -1).contains("-1 functions"))
  }

  @Test(
    arguments: [
      [[1.0, nil], [nil, 2.0]], [[1.0, 2.0], [1.0, 2.0]], [[3.0, nil], [4.0, 1.0]], [[1e100, 1e-100], [nil, 2e-100]],
    ] as [[[Double?]]])
  func copesWithLittleData(table: [[Double?]]) throws {
    let found = try fitOutputs(kernel: Self.kernel, inputs: [1, 2], table: table)
    for output in 0..<2 {
      #expect(found.predict([1, 5], output: output).allSatisfy { $0.mean.isFinite && $0.standardDeviation.isFinite })
    }
  }
}
