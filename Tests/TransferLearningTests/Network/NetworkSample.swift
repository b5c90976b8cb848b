import Numerics
import TransferLearning

/// Numbers, and a smooth function of the first three of them.
struct SmoothFunction {
  let rows: [[Double]]
  let values: [Double]

  init(count: Int, columns: Int = 5, seed: UInt64) {
    var stream = RandomStream(seed: seed)
    rows = (0..<count).map { _ in (0..<columns).map { _ in 4 * stream.uniform() - 2 } }
    values = rows.map { 100 + 10 * ($0[0] * $0[1] + $0[2] * $0[2]) }
  }

  var inputs: NetworkInputs { NetworkInputs(rows: rows, columns: rows[0].count) }
}

extension NetworkSettings {
  /// A small network that learns a few hundred rows in no time.
  static func small(
    hiddenLayers: [Int] = [32, 16], activation: Activation = .relu, epochs: Int = 60, heldOutShare: Double = 0.1
  ) -> NetworkSettings {
    NetworkSettings(
      hiddenLayers: hiddenLayers, activation: activation, inputTransform: .identity, epochs: epochs, batchSize: 16,
      learningRate: 5e-3, heldOutShare: heldOutShare, patience: 60)
  }
}
