/// How a training went. Errors are root mean squares over the known targets, in standard deviations of the targets.
public struct TrainingHistory: Sendable, Hashable, Codable {
  /// One turn over all molecules.
  public struct Epoch: Sendable, Hashable, Codable {
    /// The error on the molecules learnt from, while they were learnt from.
    public let trainingError: Double
    /// The error on those held out, at the end; nil where none were.
    public let heldOutError: Double?
  }

  /// The molecules learnt from.
  public let trainedOn: Int
  /// The molecules held out.
  public let heldOut: Int
  /// All epochs that were run, in order.
  public let epochs: [Epoch]
  /// The epoch, from 0, whose parameters the network has.
  public let bestEpoch: Int
  /// Whether the training ended before its last epoch.
  public let stoppedEarly: Bool
}
