internal import Glibc
public import Numerics

extension TrainedNetwork {
  /// Trains a network. Molecules without any known target are ignored.
  ///
  /// The same inputs, targets, settings and stream give the same network to the last bit on the same machine.
  ///
  /// - Throws: `TransferLearningError` for invalid settings, numbers that are not finite, an output with fewer than two
  ///   values for training, or a training that diverges.
  public static func train(
    _ inputs: NetworkInputs, _ targets: NetworkTargets, _ settings: NetworkSettings = NetworkSettings(),
    stream: inout RandomStream
  ) throws(TransferLearningError) -> (network: TrainedNetwork, history: TrainingHistory) {
    try settings.check()
    guard inputs.rows == targets.rows else { throw .countMismatch(inputs: inputs.rows, targets: targets.rows) }
    var rows = (0..<inputs.rows).filter { row in targets.outputs.contains { $0[row] != nil } }
    stream.shuffle(&rows)
    let heldOutCount = Int(settings.heldOutShare * Double(rows.count))
    let heldOut = Array(rows.prefix(heldOutCount))
    let learnt = Array(rows.dropFirst(heldOutCount))
    // All rows are checked, since an infinite value among those held out is an error as well.
    _ = try TargetScaling(targets, rows: rows)
    let targetScaling = try TargetScaling(targets, rows: learnt)
    let inputScaling = try InputScaling(inputs, rows: learnt, transform: settings.inputTransform)
    let scaled: SparseRows<Float> = try inputScaling(inputs)

    let shape = NetworkShape(
      inputs: inputs.columns, hidden: settings.hiddenLayers, outputs: targets.outputs.count,
      activation: settings.activation)
    var training = NetworkTraining<Float>(
      shape: shape, inputs: scaled, targets: ScaledTargets(targets, scaling: targetScaling), settings: settings,
      stream: &stream)
    let history = try training.run(learnt: learnt, heldOut: heldOut, stream: &stream)
    let moments = shape.hiddenMoments(training.parameters, scaled, rows: learnt)
    let network = TrainedNetwork(
      shape: shape, parameters: training.parameters, inputScaling: inputScaling, targetScaling: targetScaling,
      hiddenMeans: moments.means, hiddenDeviations: moments.deviations)
    return (network, history)
  }
}

/// A training in progress.
struct NetworkTraining<Scalar: BLASScalar> {
  private(set) var parameters: [Scalar]
  private let inputs: SparseRows<Scalar>
  private let targets: ScaledTargets<Scalar>
  private let settings: NetworkSettings
  private var pass: NetworkPass<Scalar>
  private var gradient: [Scalar]
  private var optimizer: AdamOptimizer<Scalar>

  init(
    shape: NetworkShape, inputs: SparseRows<Scalar>, targets: ScaledTargets<Scalar>, settings: NetworkSettings,
    stream: inout RandomStream
  ) {
    parameters = shape.initialParameters(stream: &stream)
    gradient = Array(repeating: 0, count: shape.parameterCount)
    (self.inputs, self.targets, self.settings) = (inputs, targets, settings)
    pass = NetworkPass(
      shape: shape, capacity: max(1, min(settings.batchSize, inputs.rows)), density: inputs.density)
    optimizer = AdamOptimizer(shape: shape, weightDecay: settings.weightDecay)
  }

  /// Trains until the epochs are done or patience is exhausted; the parameters are then those of the best epoch.
  mutating func run(
    learnt: [Int], heldOut: [Int], stream: inout RandomStream
  ) throws(TransferLearningError) -> TrainingHistory {
    var order = learnt
    var best = parameters
    var (bestEpoch, bestError) = (0, Double.infinity)
    var epochs: [TrainingHistory.Epoch] = []
    let stepsPerEpoch = (order.count + settings.batchSize - 1) / settings.batchSize
    for epoch in 0..<settings.epochs {
      stream.shuffle(&order)
      let trainingError = learn(order, from: epoch * stepsPerEpoch, of: settings.epochs * stepsPerEpoch)
      // Also true for NaN. A million standard deviations are not a transient.
      guard trainingError < 1e6 else { throw .diverged(epoch: epoch) }
      let heldOutError = heldOut.isEmpty ? nil : error(of: heldOut)
      epochs.append(.init(trainingError: trainingError, heldOutError: heldOutError))
      // Without molecules held out the last epoch is used.
      if (heldOutError ?? -Double(epoch)) < bestError {
        (bestEpoch, bestError) = (epoch, heldOutError ?? -Double(epoch))
        copy(parameters, to: &best)
      } else if epoch - bestEpoch >= settings.patience {
        break
      }
    }
    parameters = best
    return TrainingHistory(
      trainedOn: learnt.count, heldOut: heldOut.count, epochs: epochs, bestEpoch: bestEpoch,
      stoppedEarly: epochs.count < settings.epochs)
  }

  /// Runs one epoch; returns its error.
  private mutating func learn(_ order: [Int], from firstStep: Int, of stepCount: Int) -> Double {
    var (squares, count, step) = (0.0, 0, firstStep)
    for start in stride(from: 0, to: order.count, by: settings.batchSize) {
      let batch = order[start..<min(start + settings.batchSize, order.count)]
      pass.forward(parameters, inputs, rows: batch)
      let loss = pass.loss(targets, rows: batch)
      pass.backward(parameters, inputs, rows: batch, gradient: &gradient)
      optimizer.step(
        &parameters, gradient: &gradient, learningRate: settings.learningRate * Self.schedule(step, of: stepCount))
      squares += loss.squares
      count += loss.count
      step += 1
    }
    return (squares / Double(max(1, count))).squareRoot()
  }

  /// The fraction of the greatest learning rate: rising during the first twentieth of the steps, then falling along
  /// half a cosine.
  private static func schedule(_ step: Int, of count: Int) -> Double {
    let progress = Double(step) / Double(count)
    return min(1, Double(step + 1) / max(1, 0.05 * Double(count))) * 0.5 * (1 + cos(.pi * progress))
  }

  private mutating func error(of rows: [Int]) -> Double {
    var (squares, count) = (0.0, 0)
    for start in stride(from: 0, to: rows.count, by: pass.capacity) {
      let batch = rows[start..<min(start + pass.capacity, rows.count)]
      pass.forward(parameters, inputs, rows: batch)
      let loss = pass.loss(targets, rows: batch)
      squares += loss.squares
      count += loss.count
    }
    return (squares / Double(max(1, count))).squareRoot()
  }

  private func copy(_ parameters: [Scalar], to others: inout [Scalar]) {
    for index in others.indices { others[index] = parameters[index] }
  }
}

extension NetworkShape {
  /// The mean and standard deviation of every hidden unit over some rows.
  fileprivate func hiddenMoments(
    _ parameters: [Float], _ inputs: SparseRows<Float>, rows: [Int]
  ) -> (means: [[Double]], deviations: [[Double]]) {
    var means = hidden.map { [Double](repeating: 0, count: $0) }
    var squares = means
    forEachBatch(parameters, inputs, rows: rows) { pass, batch in
      for (layer, units) in hidden.enumerated() {
        for position in batch.indices.map({ $0 - batch.startIndex }) {
          for unit in 0..<units {
            let value = pass.value(layer: layer, unit: unit, position: position)
            means[layer][unit] += value / Double(rows.count)
            squares[layer][unit] += value * value / Double(rows.count)
          }
        }
      }
    }
    let deviations = zip(means, squares).map { means, squares in
      zip(means, squares).map { mean, square in
        // A spread within rounding of single precision is treated as zero.
        let variance = square - mean * mean
        return variance > 1e-10 * square ? variance.squareRoot() : 0
      }
    }
    return (means, deviations)
  }
}
