package import GaussianProcess

/// A candidate model of how sources serve a target: which sources, through which kernels.
public struct TransferModel: Sendable, Hashable, Codable {
  /// How the sources' predictions enter the target's kernel.
  public enum Part: String, Sendable, Hashable, Codable, CaseIterable {
    /// A linear function of the predictions.
    case linear
    /// A smooth function of the predictions.
    case radial
    /// A linear function whose slope depends on the molecule's fragments.
    case fragmentwise
    /// A linear function of the networks' last hidden layers.
    case hidden
  }

  /// The indices of the sources among those of the prior; empty for the model without transfer.
  public let sources: [Int]
  /// The kernels on the sources.
  public let parts: [Part]
  /// The log prior weight relative to the model without transfer, which has 0; the weights of all others sum to at most
  /// 1.
  public let logPrior: Double

  /// - Parameter logPrior: the log prior weight, relative to 0 for the model without transfer.
  package init(sources: [Int], parts: [Part], logPrior: Double) {
    (self.sources, self.parts, self.logPrior) = (sources, parts, logPrior)
  }

  /// The model without transfer.
  package static let none = TransferModel(sources: [], parts: [], logPrior: 0)
}

extension TransferModel {
  /// The kernels of the sources, each with its output scale; empty for the model without transfer.
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
        HiddenLayerKernel(indices: Self.hiddenLayers(chosen).map(\.index))
          .scaled(by: .remainder, named: "hidden layers")
      }
    }
  }
}

extension TransferModel {
  /// The sources with a hidden layer, of those that share a network the first.
  private static func hiddenLayers(_ sources: [ScaledSource]) -> [ScaledSource] {
    sources.filter(\.model.hasHiddenLayer).reduce(into: []) { layers, source in
      if !layers.contains(where: { $0.model.sharesNetwork(with: source.model) }) { layers.append(source) }
    }
  }
}

extension LogNormalPrior {
  /// The prior of the strength of the dependence, in standard deviations of the target for one standard deviation of
  /// the source.
  fileprivate static let slope = LogNormalPrior(median: 2, logDeviation: 1, least: 1e-3, greatest: 20)
  /// The prior of the part added to a linear dependence.
  fileprivate static let remainder = LogNormalPrior(median: 0.5, logDeviation: 1, least: 1e-3, greatest: 20)
}
