public import GaussianProcess
internal import Glibc

/// What known molecules have reached in two to four maxima and minima, and what a candidate may add to it.
///
/// A candidate improves the front if no known molecule dominates it and it exceeds the reference point in every goal. The
/// predictions of the goals are taken as independent. Both expectations have a closed form as a sum over boxes
/// (hypervolume improvement: Emmerich, Deutz and Klinkenberg, IEEE CEC 2011; Daulton, Balandat and Bakshy, NeurIPS 2020).
public struct GoalFront: Sendable {
  /// The numbers of goals that have a front. With more of them nearly every molecule is on it, and its boxes are too many.
  public static let goalCounts = 2...4

  /// The places of the goals among the objectives.
  public let places: [Int]
  /// The reference point, in the units of the goals' values.
  public let reference: [Double]
  /// The front, with the values of minima negated.
  public let front: ParetoFront
  private let signs: [Double]
  private let expectation: FrontExpectation

  /// The front of known molecules.
  ///
  /// - Parameters:
  ///   - objectives: all objectives, of which two to four are maxima or minima.
  ///   - reference: for each goal the worst value of interest.
  ///   - values: for each known molecule that meets the other objectives its values of the goals; those that are not
  ///     finite are left out.
  public init(_ objectives: [Target], reference: [Double], values: [[Double]]) {
    let places = objectives.frontPlaces
    precondition(
      !places.isEmpty && reference.count == places.count && reference.allSatisfy(\.isFinite),
      "A front needs two to four goals and a finite reference value of each.")
    (self.places, self.reference) = (places, reference)
    signs = objectives.frontSigns
    front = objectives.paretoFront(of: values, above: reference)
    expectation = FrontExpectation(front)
  }

  /// For each candidate the logarithm of the probability that it improves the front; −infinity if an expression has no
  /// value.
  ///
  /// - Parameter predictions: for each goal those of the candidates' observations.
  public func logProbabilities(_ predictions: [[Prediction]]) -> [Double] {
    expectation.logSums(.exceedance, predictions, signs: signs).map { min($0, 0) }
  }

  /// For each candidate the logarithm of its expected hypervolume improvement: the expected growth of the dominated
  /// volume, in units of the product of the scales.
  ///
  /// - Parameters:
  ///   - predictions: for each goal those of the candidates' observations.
  ///   - scales: for each goal the unit of differences of its values.
  public func logExpectedImprovements(_ predictions: [[Prediction]], scales: [Double]) -> [Double] {
    let logUnit = scales.reduce(0) { $0 + log($1) }
    return expectation.logSums(.excess, predictions, signs: signs).map { $0 - logUnit }
  }

  /// How much the dominated volume grows by several molecules together, in the product of the goals' units; never negative.
  ///
  /// - Parameter values: for each molecule one for each goal, in its unit, all of them finite.
  public func growth(by values: [[Double]]) -> Double {
    FrontGrowth(reference: front.reference, boxes: expectation.freeBoxes).volume(
      of: values.map { zip($0, signs).map { $0 * $1 } })
  }

  /// The growth by a molecule alone, for very many of them. Its points have the values of minima negated.
  var pointGrowth: PointGrowth { PointGrowth(reference: front.reference, boxes: expectation.freeBoxes) }

  /// Negates the values of minima, in their place.
  func orient(_ values: inout [Double]) { for place in signs.indices { values[place] *= signs[place] } }

  /// The distance by which values may become worse in all goals before they no longer improve the front, in units of the
  /// scales; negative if they do not improve it (the additive ε-indicator of Zitzler et al., doi 10.1109/TEVC.2003.810758).
  ///
  /// - Parameters:
  ///   - values: one for each goal, in its unit.
  ///   - scales: for each goal the unit of differences of its values.
  public func margin(of values: [Double], scales: [Double]) -> Double {
    expectation.margin(zip(values, signs).map { $0 * $1 }, scales: scales)
  }

  /// For each candidate the margin of the values that stand for its predictions; −infinity if an expression has no value.
  func margins(
    _ goals: [AcquisitionState.ObjectivePrediction], value: (Goal, Prediction) -> Double
  ) -> [Double] {
    let scales = goals.map(\.scale)
    return (goals.first?.predictions ?? []).indices.map { candidate in
      guard goals.allSatisfy({ $0.predictions[candidate].isFinite }) else { return -.infinity }
      return margin(of: goals.map { value($0.target.goal, $0.predictions[candidate]) }, scales: scales)
    }
  }
}

extension [Target] {
  /// The places of the maxima and minima whose values have a front together; empty if there are too few or too many.
  public var frontPlaces: [Int] {
    let places = indices.filter { self[$0].isGoal }
    return GoalFront.goalCounts.contains(places.count) ? places : []
  }

  /// For each goal of the front −1 if it is a minimum, and 1 if it is a maximum: the factor that makes greater better.
  fileprivate var frontSigns: [Double] { frontPlaces.map { self[$0].goal == .minimize ? -1 : 1 } }

  /// Values of the goals that have a front, with those of minima negated: greater is better.
  public func oriented(_ values: [Double]) -> [Double] { zip(values, frontSigns).map { $0 * $1 } }

  /// The front of molecules by their values of the goals that have one. Values of minima are negated in it.
  ///
  /// - Parameters:
  ///   - values: for each molecule one for each goal; molecules with one that is not finite are left out.
  ///   - reference: for each goal the worst value of interest.
  public func paretoFront(of values: [[Double]], above reference: [Double]) -> ParetoFront {
    ParetoFront(values.filter { $0.allSatisfy(\.isFinite) }.map(oriented), above: oriented(reference))
  }

  /// The values of the goals that have a front, for a molecule that may be on it; nil if a value is missing, or if it does
  /// not meet another target.
  ///
  /// - Parameter values: one for each target, nil where there is none.
  public func frontValues(_ values: [Double?]) -> [Double]? {
    let found = values.compactMap(\.self)
    guard found.count == count, found.allSatisfy(\.isFinite),
      zip(self, found).allSatisfy({ $0.isMet(by: $1) != false })
    else { return nil }
    return frontPlaces.map { found[$0] }
  }
}
