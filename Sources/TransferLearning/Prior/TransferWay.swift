/// What tells a candidate model from the others of a fit: its structural kernel, its sources and their kernels.
public struct TransferWay: Sendable, Hashable {
  /// The name of the structural kernel if several were weighed; otherwise nil.
  public let model: String?
  /// The names of the sources; empty for the model without transfer.
  public let sources: [String]
  /// The kernels on these sources.
  public let parts: [TransferModel.Part]

  /// Names a candidate model.
  public init(model: String?, sources: [String], parts: [TransferModel.Part]) {
    (self.model, self.sources, self.parts) = (model, sources, parts)
  }
}

/// What is kept of an earlier fit to fewer labels, so that a fit takes less time.
public struct EarlierFit: Sendable, Hashable {
  /// The coordinates of the hyper-parameters of candidate models (``TransferredFit/ModelWeight/coordinates``), which are
  /// not searched again.
  public var coordinates: [TransferWay: [Double]]
  /// The candidate models with sources that are not fitted because their weight was negligible.
  public var negligible: Set<TransferWay>

  /// Collects what is kept.
  public init(coordinates: [TransferWay: [Double]], negligible: Set<TransferWay> = []) {
    (self.coordinates, self.negligible) = (coordinates, negligible)
  }

  /// Nothing is kept: every candidate model is fitted by a search.
  public static let none = EarlierFit(coordinates: [:])
}
