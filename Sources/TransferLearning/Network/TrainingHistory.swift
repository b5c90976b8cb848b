/// The course of a training. Errors are root mean squares over the known targets, in standard deviations of the
/// targets.
public struct TrainingHistory: Sendable, Hashable, Codable {
  /// One pass over all molecules.
  public struct Epoch: Sendable, Hashable, Codable {
    /// The error on the training molecules, measured during the epoch.
    public let trainingError: Double
    /// The error on the molecules held out, measured at the end of the epoch; nil if there are none.
    public let heldOutError: Double?
  }

  /// The number of training molecules.
  public let trainedOn: Int
  /// The number of molecules held out.
  public let heldOut: Int
  /// All epochs that were run, in order.
  public let epochs: [Epoch]
  /// The index of the epoch, from 0, whose parameters the network has.
  public let bestEpoch: Int
  /// Whether the training ended before its last epoch.
  public let stoppedEarly: Bool
}
