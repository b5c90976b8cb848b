internal import GaussianProcess
internal import Glibc
internal import Numerics

/// A quantity of a value and a bound that falls as the bound rises, of which a prediction has an expectation.
enum FrontMeasure {
  /// 1 if the value exceeds the bound: the expectation is the probability.
  case exceedance
  /// The excess over the bound, or 0.
  case excess

  /// The expectation for a normal value.
  func expectation(mean: Double, deviation: Double, bound: Double) -> Double {
    let gain = mean - bound
    guard deviation > 0 else {
      switch self {
      case .exceedance: return gain > 0 ? 1 : 0
      case .excess: return max(0, gain)
      }
    }
    let z = gain / deviation
    let probability = 0.5 * erfc(-z * 0.5.squareRoot())
    switch self {
    case .exceedance: return probability
    // Below −5 the relative error is about z² times the rounding.
    case .excess: return max(0, deviation * exp(logNormalDensity(z)) + gain * probability)
    }
  }

  /// The same as a logarithm, accurate in every tail.
  func logExpectation(mean: Double, deviation: Double, bound: Double) -> Double {
    let gain = mean - bound
    switch self {
    case .exceedance:
      guard deviation > 0 else { return gain > 0 ? 0 : -.infinity }
      return logNormalDistribution(gain / deviation)
    case .excess:
      // Beyond forty deviations the excess is the gain to the last digit, and the quotient may overflow.
      guard deviation > 0, gain < 40 * deviation else { return gain > 0 ? log(gain) : -.infinity }
      return log(deviation) + logExpectedImprovementFactor(gain / deviation)
    }
  }
}

/// Expectations of independent predictions over the region that a front leaves free, as sums over its boxes.
///
/// The factor of a box for an objective is the difference of a measure's expectations at the two ends of its side. A
/// difference of two nearly equal numbers is inaccurate only where the region above the box, which is free as well, has by
/// far the greater part of the sum. A sum that is too small for the range of numbers is computed again with logarithms, so
/// that a candidate far below the front is still told from one that is farther.
struct FrontExpectation: Sendable {
  /// For each objective the finite ends of its sides.
  private let bounds: [[Double]]
  /// For each objective its distinct sides, as the places of their ends among the bounds; the place behind the last one
  /// is infinity.
  private let sides: [[(lower: Int, upper: Int)]]
  /// For each box its side along each objective.
  private let boxes: [Int]
  /// The boxes of the free region.
  let freeBoxes: [FrontBox]

  init(_ front: ParetoFront) {
    let found = front.nonDominatedBoxes
    freeBoxes = found
    let objectives = front.reference.indices
    var bounds: [[Double]] = []
    var sides: [[(lower: Int, upper: Int)]] = []
    var boxes = [Int](repeating: 0, count: found.count * objectives.count)
    for objective in objectives {
      let own = Set(found.flatMap { [$0.lower[objective], $0.upper[objective]] }.filter(\.isFinite)).sorted()
      var places = Dictionary(uniqueKeysWithValues: zip(own, own.indices))
      places[.infinity] = own.count
      var ownSides: [(lower: Int, upper: Int)] = []
      var sidePlaces: [Int: Int] = [:]
      for (index, box) in found.enumerated() {
        guard let lower = places[box.lower[objective]], let upper = places[box.upper[objective]] else { continue }
        let key = lower * (own.count + 1) + upper
        let side = sidePlaces[key] ?? ownSides.count
        if side == ownSides.count {
          ownSides.append((lower, upper))
          sidePlaces[key] = side
        }
        boxes[index * objectives.count + objective] = side
      }
      bounds.append(own)
      sides.append(ownSides)
    }
    (self.bounds, self.sides, self.boxes) = (bounds, sides, boxes)
  }

  /// The least sum that is not computed again with logarithms: a box that is lost below the least number is no part of it.
  private static let leastSum = 1e-200

  /// The greatest number of candidates of a piece of work, and the least number of boxes and candidates that are shared out.
  private static let (pieceLength, smallestSharedWork) = (256, 20_000)

  /// The logarithm of the sum over the boxes, for each candidate. All cores share the candidates.
  ///
  /// - Parameters:
  ///   - predictions: for each objective the predictions of the candidates.
  ///   - signs: for each objective −1 if smaller values are better, else 1.
  func logSums(_ measure: FrontMeasure, _ predictions: [[Prediction]], signs: [Double]) -> [Double] {
    let count = predictions.first?.count ?? 0
    return concurrentPieces(
      of: count, length: Self.pieceLength, isSmall: count * freeBoxes.count < Self.smallestSharedWork
    ) { logSums(measure, predictions, of: $0, signs: signs) }
  }

  /// The logarithms of the sums for some of the candidates.
  private func logSums(
    _ measure: FrontMeasure, _ predictions: [[Prediction]], of candidates: Range<Int>, signs: [Double]
  ) -> [Double] {
    var tails: [Double] = []
    var factors = sides.map { [Double](repeating: 0, count: $0.count) }
    return candidates.map { candidate in
      for objective in sides.indices {
        let prediction = predictions[objective][candidate]
        guard prediction.isFinite else { return -.infinity }
        setTails(&tails, measure, prediction, sign: signs[objective], objective)
        for (place, side) in sides[objective].enumerated() {
          factors[objective][place] = max(0, tails[side.lower] - tails[side.upper])
        }
      }
      var sum = 0.0
      var next = 0
      for _ in freeBoxes.indices {
        var product = 1.0
        for objective in sides.indices {
          product *= factors[objective][boxes[next]]
          next += 1
        }
        sum += product
      }
      if sum >= Self.leastSum, sum < .infinity { return log(sum) }
      return logSum(measure, predictions.map { $0[candidate] }, signs: signs)
    }
  }

  /// The expectations at all bounds, and 0 for the infinite one.
  private func setTails(
    _ tails: inout [Double], _ measure: FrontMeasure, _ prediction: Prediction, sign: Double, _ objective: Int
  ) {
    tails.removeAll(keepingCapacity: true)
    for bound in bounds[objective] {
      guard !prediction.components.isEmpty else {
        tails.append(
          measure.expectation(mean: sign * prediction.mean, deviation: prediction.standardDeviation, bound: bound))
        continue
      }
      var tail = 0.0
      for part in prediction.components {
        tail +=
          part.weight * measure.expectation(mean: sign * part.mean, deviation: part.standardDeviation, bound: bound)
      }
      tails.append(tail)
    }
    tails.append(0)
  }

  /// The logarithm of the sum for one candidate, with one prediction for each objective.
  private func logSum(_ measure: FrontMeasure, _ predictions: [Prediction], signs: [Double]) -> Double {
    let factors = sides.indices.map { objective in
      let sign = signs[objective]
      let tails =
        bounds[objective].map { bound in
          predictions[objective].logExpectation { normal in
            measure.logExpectation(mean: sign * normal.mean, deviation: normal.standardDeviation, bound: bound)
          }
        } + [-.infinity]
      return sides[objective].map { logDifference(tails[$0.lower], tails[$0.upper]) }
    }
    return logSumExp(
      freeBoxes.indices.map { box in
        sides.indices.reduce(0) { $0 + factors[$1][boxes[box * sides.count + $1]] }
      })
  }

  /// The greatest distance by which a point can be worse in all objectives and still be free, in the units of the scales:
  /// the greatest over the boxes of the least excess over the lower corner. It is negative for a point that is dominated.
  func margin(_ point: [Double], scales: [Double]) -> Double {
    freeBoxes.reduce(-.infinity) { best, box in
      var least = Double.infinity
      for objective in box.lower.indices {
        least = min(least, (point[objective] - box.lower[objective]) / scales[objective])
      }
      return max(best, least)
    }
  }
}

/// The logarithm of the difference of two numbers that are given by their logarithms; −infinity if it is not positive.
private func logDifference(_ greater: Double, _ smaller: Double) -> Double {
  guard smaller > -.infinity else { return greater }
  return greater > smaller ? greater + logOneMinusExp(smaller - greater) : -.infinity
}
