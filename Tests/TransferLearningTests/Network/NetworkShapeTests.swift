import Numerics
import Testing
import TransferLearning

@Suite struct NetworkShapeTests {
  @Test func parametersOfLayersLieOneAfterTheOther() {
    let shape = NetworkShape(inputs: 3, hidden: [4, 2], outputs: 1, activation: .relu)
    #expect(shape.layers.map(\.weights.rows) == [4, 2, 1])
    #expect(shape.layers.map(\.weights.columns) == [3, 4, 2])
    #expect(shape.layers.map(\.weights.offset) == [0, 16, 26])
    #expect(shape.layers.map(\.biases) == [12..<16, 24..<26, 28..<29])
    #expect(shape.parameterCount == 29)
  }

  @Test func weightsBeginWithVariancesThatKeepTheSizeOfValues() {
    let shape = NetworkShape(inputs: 200, hidden: [300], outputs: 100, activation: .relu)
    var stream = RandomStream(seed: 1)
    let parameters: [Double] = shape.initialParameters(stream: &stream)
    func meanSquare(_ range: Range<Int>) -> Double {
      parameters[range].reduce(0) { $0 + $1 * $1 } / Double(range.count)
    }
    #expect(abs(meanSquare(0..<60_000) - 2.0 / 200) < 0.0003)
    #expect(abs(meanSquare(60_300..<90_300) - 1.0 / 300) < 0.0002)
    #expect(parameters[60_000..<60_300].allSatisfy { $0 == 0 })
  }
}
