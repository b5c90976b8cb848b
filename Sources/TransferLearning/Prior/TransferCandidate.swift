package import GaussianProcess

/// One way in which sources may serve a target: which of them, through which kernels.
public struct TransferCandidate: Sendable, Hashable, Codable {
  /// How the sources' words enter the target's kernel.
  public enum Part: String, Sendable, Hashable, Codable, CaseIterable {
    /// A linear function of them.
    case linear
    /// A smooth function of them.
    case radial
    /// A linear function whose slope depends on the molecule's fragments.
    case fragmentwise
    /// A linear function of the networks' last hidden layers.
    case hidden
  }

  /// The places of the sources among those of the prior; none for the model without transfer.
  public let sources: [Int]
  /// The kernels on them.
  public let parts: [Part]
  /// The logarithm of its prior share, beside 0 for the model without transfer; those of all others sum to 1 at most.
  public let logPrior: Double

  /// - Parameter logPrior: the logarithm of its prior share, beside 0 for the model without transfer.
  package init(sources: [Int], parts: [Part], logPrior: Double) {
    (self.sources, self.parts, self.logPrior) = (sources, parts, logPrior)
  }

  /// The model without transfer.
  package static let none = TransferCandidate(sources: [], parts: [], logPrior: 0)
}

extension TransferCandidate {
  /// The kernels of the sources, each with its output scale; none for the model without transfer.
  package func kernels(_ all: [ScaledSource], fragments: Int?) -> [any Kernel<TransferInput>] {
    let chosen = sources.map { all[$0] }
    return parts.compactMap { part in
      switch part {
      case .linear: LinearSourceKernel(sources: chosen).scaled(by: .slope, named: "sources, linear")
      case .radial: RadialSourceKernel(sources: chosen).scaled(by: .remainder, named: "sources, radial")
      case .fragmentwise:
        fragments.map { place in
          (LinearSourceKernel(sources: chosen)
            * MinMaxKernel().on { (input: TransferInput) in input.features.counts(place) })
            .scaled(by: .remainder, named: "sources, by fragments")
        }
      case .hidden:
        HiddenLayerKernel(indices: chosen.filter(\.model.hasHiddenLayer).map(\.index))
          .scaled(by: .remainder, named: "hidden layers")
      }
    }
  }
}

extension LogNormalPrior {
  /// How strongly a target depends on its sources: in standard deviations of the target for one of the sources.
  fileprivate static let slope = LogNormalPrior(median: 2, logDeviation: 1, least: 1e-3, greatest: 20)
  /// What comes on top of a linear dependence.
  fileprivate static let remainder = LogNormalPrior(median: 0.5, logDeviation: 1, least: 1e-3, greatest: 20)
}
