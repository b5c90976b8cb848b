internal import Chemistry
public import GaussianProcess
internal import Glibc

extension TransferredPrior {
  /// The number of single causes that the evidence weighs.
  package static let causesToWeigh = 4
  /// Of two causes whose values are correlated more than this only one is weighed, since they say the same.
  private static let greatestCorrelation = 0.95

  /// What the success of a calculation may depend on: all features, one of the terms of the structural kernel alone, a linear
  /// function of its real numbers, or a single cause.
  ///
  /// A cause is an element, or one of the real numbers, such as the size. Those are weighed that are correlated the most
  /// with the outcomes, ``causesToWeigh`` of them. All causes together have the weight of one other explanation, since one
  /// of a hundred is often correlated with a few failures by chance.
  ///
  /// The structural kernel is that of the named model, or of the standard model if several are weighed, with its
  /// hyper-parameters at the medians of their priors. No kernel has a constant term: they are for a process whose mean is
  /// fitted.
  ///
  /// - Parameters:
  ///   - outcomes: whether the calculation of each molecule succeeded.
  ///   - features: the features of these molecules.
  public func explanations(
    of outcomes: [Bool], at features: [MolecularInput]
  ) -> [ProcessClassifier<MolecularInput>.Explanation] {
    let model = choice.structuralModel
    func explanation(
      _ name: String, _ terms: [MolecularModel.Term], isLinear: Bool = false
    ) -> ProcessClassifier<MolecularInput>.Explanation {
      ProcessClassifier.Explanation(
        name: name, kernel: kernel(of: MolecularModel(terms: terms), hasConstant: false), isLinear: isLinear)
    }
    let together = model.terms.count == 1 ? [] : [explanation("all features", model.terms)]
    let alone = model.terms.map { explanation($0.description, [$0], isLinear: $0.comparison == .linear) }
    let linear = model.terms.filter { $0.representation.kind == .reals && $0.comparison != .linear }
      .map { MolecularModel.Term(.linear, on: $0.representation) }
      .map { explanation($0.description, [$0], isLinear: true) }
    return together + alone + linear + causes(of: outcomes, at: features)
  }

  /// What alone may decide whether a calculation succeeds: a number of a molecule.
  private struct Cause {
    let name: String
    let value: @Sendable (MolecularInput) -> Double
  }

  /// Each element, which is there or not, and each real number of the structural model.
  private func possibleCauses(_ features: [MolecularInput]) -> [Cause] {
    let elements = Set(features.flatMap(\.elements)).sorted().map { symbol in
      Cause(name: "element \(symbol)") { $0.elements.contains(symbol) ? 1 : 0 }
    }
    let model = choice.structuralModel
    let numbers = choice.representations.indices.flatMap { place -> [Cause] in
      let (representation, scaling) = (choice.representations[place], scalings[place])
      guard model.representations.contains(representation), representation.kind == .reals else { return [] }
      return zip(scaling.averages.indices, representation.realNames).map { index, name in
        Cause(name: name) { scaling.scaled($0.reals(place)[index], at: index) }
      }
    }
    return elements + numbers
  }

  /// The causes to weigh, that of the greatest correlation with the outcomes first.
  private func causes(
    of outcomes: [Bool], at features: [MolecularInput]
  ) -> [ProcessClassifier<MolecularInput>.Explanation] {
    let target = standardised(outcomes.map { $0 ? 1 : 0 })
    let possible = possibleCauses(features).compactMap { cause in
      standardised(features.map(cause.value)).map { (cause: cause, values: $0) }
    }
    guard let target else { return [] }
    let correlations = possible.map { abs(correlation($0.values, target)) }
    var chosen: [Int] = []
    for place in possible.indices.sorted(by: { (-correlations[$0], $0) < (-correlations[$1], $1) }) {
      guard chosen.count < Self.causesToWeigh else { break }
      let isNew = chosen.allSatisfy {
        abs(correlation(possible[$0].values, possible[place].values)) <= Self.greatestCorrelation
      }
      if isNew { chosen.append(place) }
    }
    return chosen.map { place in
      let cause = possible[place].cause
      return ProcessClassifier.Explanation(
        name: cause.name, kernel: LinearKernel().on { [cause.value($0)] }, isLinear: true,
        logWeight: -log(Double(possible.count)))
    }
  }
}

/// Values with an average of 0 and a sum of squares of 1; nil if all are equal.
private func standardised(_ values: [Double]) -> [Double]? {
  let average = values.reduce(0, +) / Double(max(1, values.count))
  let differences = values.map { $0 - average }
  let length = differences.reduce(0) { $0 + $1 * $1 }.squareRoot()
  return length > 1e-6 ? differences.map { $0 / length } : nil
}

/// The correlation of standardised values.
private func correlation(_ first: [Double], _ second: [Double]) -> Double {
  zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
}
