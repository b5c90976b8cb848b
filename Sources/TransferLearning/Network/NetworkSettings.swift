/// The architecture and the training of a network.
public struct NetworkSettings: Sendable, Hashable, Codable {
  /// The numbers of units of the hidden layers, starting next to the inputs.
  public var hiddenLayers: [Int]
  /// The activation function of the hidden units.
  public var activation: Activation
  /// The transformation of the inputs.
  public var inputTransform: InputTransform
  /// The greatest number of epochs, passes over all molecules.
  public var epochs: Int
  /// The number of molecules in a step.
  public var batchSize: Int
  /// The greatest learning rate; the rate rises to it during the first steps, then falls to zero along half a cosine.
  public var learningRate: Double
  /// The fraction of each weight lost in a step, per learning rate.
  public var weightDecay: Double
  /// The fraction of molecules held out to evaluate each epoch, from 0 (the last epoch is used) to below 1.
  public var heldOutShare: Double
  /// The number of epochs without improvement after which the training ends.
  public var patience: Int

  /// Creates settings; the defaults suit a few hundred to some ten thousand molecules.
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

  /// Rejects invalid settings.
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
