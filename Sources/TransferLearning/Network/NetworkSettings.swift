/// How a network is built and trained.
public struct NetworkSettings: Sendable, Hashable, Codable {
  /// The units of each hidden layer, from the inputs on.
  public var hiddenLayers: [Int]
  /// What a hidden unit makes of the sum of its inputs.
  public var activation: Activation
  /// How inputs are brought to one scale.
  public var inputTransform: InputTransform
  /// How often the training goes over all molecules, at most.
  public var epochs: Int
  /// The molecules of one step.
  public var batchSize: Int
  /// The greatest learning rate; it rises to it over the first steps, and falls to zero by half a cosine.
  public var learningRate: Double
  /// The share of each weight that is lost in a step, per learning rate.
  public var weightDecay: Double
  /// The share of the molecules held out to judge each epoch by, from 0 (the last epoch stands) to below 1.
  public var heldOutShare: Double
  /// After how many epochs without a better one the training ends.
  public var patience: Int

  /// Settings; the standard ones fit a few hundred to some ten thousand molecules.
  public init(
    hiddenLayers: [Int] = [256, 128, 64], activation: Activation = .relu, inputTransform: InputTransform = .signedLog,
    epochs: Int = 16, batchSize: Int = 64, learningRate: Double = 2e-3, weightDecay: Double = 0.01,
    heldOutShare: Double = 0.1, patience: Int = 8
  ) {
    self.hiddenLayers = hiddenLayers
    self.activation = activation
    self.inputTransform = inputTransform
    self.epochs = epochs
    self.batchSize = batchSize
    self.learningRate = learningRate
    self.weightDecay = weightDecay
    self.heldOutShare = heldOutShare
    self.patience = patience
  }

  /// Refuses invalid settings.
  func check() throws(TransferLearningError) {
    let rules: [(Bool, String)] = [
      (
        !hiddenLayers.isEmpty && hiddenLayers.allSatisfy { (1...65_536).contains($0) },
        "The hidden layers \(hiddenLayers) of a network are invalid: give one at least, each of 1 to 65536 units."
      ),
      ((1...1_000_000).contains(epochs), "\(epochs) epochs are invalid: give one at least."),
      ((1...1_000_000).contains(batchSize), "A batch of \(batchSize) is invalid: give one molecule at least."),
      (learningRate > 0 && learningRate.isFinite, "A learning rate of \(learningRate) is invalid: give about 0.001."),
      (
        weightDecay >= 0 && learningRate * weightDecay < 1,
        "A weight decay of \(weightDecay) is invalid: give zero or more, below 1 / the learning rate."
      ),
      (
        heldOutShare >= 0 && heldOutShare < 1,
        "A held-out share of \(heldOutShare) is invalid: give a number from 0 to below 1."
      ),
      (patience >= 1, "A patience of \(patience) epochs is invalid: give one at least."),
    ]
    for (holds, sentence) in rules where !holds { throw .invalidSetting(sentence) }
  }
}
