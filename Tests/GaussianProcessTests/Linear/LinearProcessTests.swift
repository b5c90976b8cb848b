import Chemistry
import Foundation
import GaussianProcess
import Numerics
import Testing

@Suite struct LinearProcessTests {
  /// Counts of twelve features, and values that are linear in them but for some noise.
  private func data(_ count: Int, seed: UInt64) -> (inputs: [CountFingerprint], values: [Double]) {
    var stream = RandomStream(seed: seed)
    let weights = (0..<12).map { Double($0 % 5) - 2 }
    var inputs: [CountFingerprint] = []
    var values: [Double] = []
    for _ in 0..<count {
      let counts = (0..<12).map { _ in UInt32(stream.uniform(below: 4)) }
      inputs.append(CountFingerprint(counts: counts))
      values.append(40 + zip(weights, counts).reduce(0) { $0 + $1.0 * Double($1.1) } + 0.5 * stream.normal())
    }
    return (inputs, values)
  }

  @Test func itIsTheExactProcessWithALinearKernel() throws {
    let (inputs, values) = data(40, seed: 1)
    let process = try LinearProcess(fittedTo: inputs, values: values)
    // The kernel written out: a constant's column of ten, and the counts.
    let average = values.reduce(0, +) / 40
    func kernel(_ a: CountFingerprint, _ b: CountFingerprint) -> Double {
      let product = zip(a.counts, b.counts).reduce(100.0) { $0 + Double($1.0) * Double($1.1) }
      return process.weightDeviation * process.weightDeviation * product
    }
    var gram = Matrix(rows: 40, columns: 40)
    for row in 0..<40 { for column in 0..<40 { gram[row, column] = kernel(inputs[row], inputs[column]) } }
    gram.addToDiagonal(process.noise * process.noise)
    let factor = try CholeskyFactor(gram)
    let solved = factor.solve(values.map { $0 - average })
    for input in data(10, seed: 2).inputs {
      let cross = inputs.map { kernel($0, input) }
      let mean = average + zip(cross, solved).reduce(0) { $0 + $1.0 * $1.1 }
      let variance = kernel(input, input) - factor.solveLower(cross).reduce(0) { $0 + $1 * $1 }
      let prediction = process.predict(input, includingNoise: false)
      #expect(abs(prediction.mean - mean) < 1e-8)
      #expect(abs(prediction.standardDeviation - variance.squareRoot()) < 1e-8)
      let observed = process.predict([input], includingNoise: true)[0]
      #expect(abs(observed.standardDeviation - (variance + process.noise * process.noise).squareRoot()) < 1e-8)
    }
  }

  @Test func itFindsTheNoiseAndKnowsHowGoodItIs() throws {
    let (inputs, values) = data(400, seed: 3)
    let process = try LinearProcess(fittedTo: inputs, values: values)
    #expect(abs(process.noise - 0.5) < 0.06)
    #expect(abs(process.leaveOneOutRMSE(of: values) - 0.5) < 0.08)
    let within = zip(process.leaveOneOut, values).count { abs($0.mean - $1) < $0.standardDeviation }
    #expect((240...305).contains(within))
  }

  @Test func leavingOneOutIsFittingWithoutIt() throws {
    let (inputs, values) = data(60, seed: 4)
    let process = try LinearProcess(fittedTo: inputs, values: values)
    let without = try LinearProcess(fittedTo: Array(inputs.dropLast()), values: values.dropLast())
    let prediction = without.predict(inputs[59], includingNoise: true)
    // The widths are fitted again, so that it is only about the same.
    #expect(abs(prediction.mean - process.leaveOneOut[59].mean) < 0.05)
  }

  @Test func whatWasNeverSeenIsUncertain() throws {
    let (inputs, values) = data(60, seed: 5)
    let wide = inputs.map { CountFingerprint(counts: $0.counts + [0]) }
    let process = try LinearProcess(fittedTo: wide, values: values)
    let seen = process.predict(wide[0], includingNoise: false)
    let unseen = process.predict(CountFingerprint(counts: inputs[0].counts + [3]), includingNoise: false)
    #expect(seen.mean == unseen.mean)
    let more = unseen.standardDeviation * unseen.standardDeviation - seen.standardDeviation * seen.standardDeviation
    #expect(abs(more - 9 * process.weightDeviation * process.weightDeviation) < 1e-9)
  }

  @Test func wrongDataAreRefused() {
    let input = CountFingerprint(counts: [1])
    #expect(throws: GaussianProcessError.noData) { try LinearProcess(fittedTo: [], values: []) }
    #expect(throws: GaussianProcessError.countMismatch(inputs: 1, values: 2)) {
      try LinearProcess(fittedTo: [input], values: [1, 2])
    }
    #expect(throws: GaussianProcessError.self) { try LinearProcess(fittedTo: [input], values: [.nan]) }
    #expect(throws: GaussianProcessError.self) {
      try LinearProcess(fittedTo: [input, CountFingerprint(counts: [1, 2])], values: [1, 2])
    }
  }
}
