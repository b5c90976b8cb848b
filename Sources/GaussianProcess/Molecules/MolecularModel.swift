public import Chemistry

/// The kernel of a process on molecules: a sum of kernels, each on one representation and with its own output scale.
///
/// It is a value that can be stored and has a name in campaign files. A molecule's features are real numbers, for which
/// there are radial and linear kernels, or counts, for which there is MinMax.
public struct MolecularModel: Sendable, Hashable, Codable {
  /// A kernel on a representation.
  public struct Term: Sendable, Hashable, Codable {
    /// The kernels that a term may have.
    public enum Comparison: Sendable, Hashable, Codable {
      /// Σ min / Σ max of counts.
      case minMax
      /// A radial kernel of one length scale on scaled real numbers.
      case radial(RadialKernel.Shape)
      /// A radial kernel with a length scale for each number ("automatic relevance determination").
      case radialPerCoordinate(RadialKernel.Shape)
      /// A linear function of scaled real numbers.
      case linear
    }

    /// The representation that is compared.
    public let representation: Representation
    /// The kernel.
    public let comparison: Comparison
    /// Kernels by which it is multiplied, so that materials are similar only if all find them similar; nil for none, as in
    /// stored models of earlier versions. Their own factors do not count.
    public let factors: [Term]?

    /// A kernel on a representation, perhaps multiplied by others.
    public init(_ comparison: Comparison, on representation: Representation, times factors: [Term] = []) {
      self.representation = representation
      self.comparison = comparison
      self.factors = factors.isEmpty ? nil : factors
    }

    /// The term itself, then its factors.
    var all: [Term] { [self] + (factors ?? []) }
  }

  /// The kernels of the sum.
  public let terms: [Term]

  /// A sum of kernels.
  public init(terms: [Term]) {
    self.terms = terms
  }

  /// The representations that the model uses, each once, in the order of the terms.
  public var representations: [Representation] {
    terms.flatMap(\.all).reduce(into: []) { seen, term in
      if !seen.contains(term.representation) { seen.append(term.representation) }
    }
  }

  /// The kernel on inputs of the model's representations.
  ///
  /// The sum also has a constant term with the standard deviation of the values, so that the mean is integrated out.
  ///
  /// - Parameter scalings: the scaling of each representation's real numbers; not used for counts.
  public func kernel(scalings: [DescriptorScaling]) -> SumKernel<MolecularInput> {
    kernel(scalings: scalings, of: representations)
  }

  /// The kernel on inputs that may have more representations than the model's.
  ///
  /// - Parameters:
  ///   - scalings: the scaling of the real numbers of each of the inputs' representations.
  ///   - representations: those of the inputs, in their order; the model's are among them.
  ///   - hasConstant: whether the sum has the constant term. A process whose mean is fitted must not have it too.
  package func kernel(
    scalings: [DescriptorScaling], of representations: [Representation], hasConstant: Bool = true
  ) -> SumKernel<MolecularInput> {
    var kernels: [any Kernel<MolecularInput>] = hasConstant ? [ConstantKernel()] : []
    for term in terms {
      func scaled(_ kernel: some Kernel<MolecularInput>) -> any Kernel<MolecularInput> {
        kernel.scaled(by: .structure, named: term.scaleName)
      }
      func base(_ factor: Term) -> any Kernel<MolecularInput> {
        let index = representations.firstIndex(of: factor.representation) ?? 0
        return factor.comparison.kernel(at: index, kind: factor.representation.kind, scaling: scalings[index])
      }
      var kernel = base(term)
      for factor in term.factors ?? [] { kernel = product(kernel, base(factor)) }
      kernels.append(scaled(kernel))
    }
    return SumKernel(kernels)
  }

  /// The scaling of each representation's real numbers over some inputs.
  public func scalings(of inputs: [MolecularInput]) -> [DescriptorScaling] {
    representations.indices.map { index in DescriptorScaling(of: inputs.map { $0.reals(index) }) }
  }
}

/// The product of two kernels of any type.
private func product(
  _ left: some Kernel<MolecularInput>, _ right: some Kernel<MolecularInput>
) -> any Kernel<MolecularInput> { left * right }

extension MolecularModel.Term.Comparison {
  /// The kernel on one of the representations of the inputs.
  fileprivate func kernel(
    at index: Int, kind: Representation.Kind, scaling: DescriptorScaling
  ) -> any Kernel<MolecularInput> {
    func onReals(_ kernel: some Kernel<[Double]>) -> any Kernel<MolecularInput> {
      kernel.on { scaling.scaled($0.reals(index)) }
    }
    switch self {
    case .minMax where kind == .exactCounts: return ExactMinMaxKernel().on { $0.exactCounts(index) }
    case .minMax: return MinMaxKernel().on { $0.counts(index) }
    case .radial(let shape): return onReals(RadialKernel(shape, prior: .descriptorLength))
    case .radialPerCoordinate(let shape):
      let prior = LogNormalPrior.descriptorLength
      return onReals(
        RadialKernel(
          shape, lengthScales: Array(repeating: prior.median, count: scaling.averages.count), prior: prior))
    case .linear: return onReals(LinearKernel())
    }
  }
}

extension MolecularModel.Term {
  fileprivate var scaleName: String { "\(all.map(\.representation.name).joined(separator: " × ")) output scale" }
}

extension LogNormalPrior {
  /// The prior of the output scale of a representation.
  fileprivate static let structure = LogNormalPrior(median: 1, logDeviation: 1, least: 1e-3, greatest: 20)
  /// The prior of the length scale of scaled descriptors.
  fileprivate static let descriptorLength = LogNormalPrior(median: 1.5, logDeviation: 0.5, least: 0.05, greatest: 20)
}
