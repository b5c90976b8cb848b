internal import GaussianProcess
internal import Glibc
internal import Numerics

/// Expectations of independent predictions over the region that a front leaves free, as sums over its boxes.
///
/// For each objective there is a function of a bound that falls with it: the probability to exceed it, or the expected
/// excess over it. The factor of a box is the product of its differences between the two ends of each side. All is done
/// with logarithms, so that a candidate far below the front is still told from one that is farther. A difference of two
/// nearly equal numbers is inaccurate only where the region above the box, which is free as well, has by far the greater
/// part of the sum.
struct FrontExpectation: Sendable {
  /// For each objective the finite ends of its sides.
  private let bounds: [[Double]]
  /// For each objective its distinct sides, as the places of their ends among the bounds; the place behind the last one
  /// is infinity.
  private let sides: [[(lower: Int, upper: Int)]]
  /// For each box its side along each objective.
  private let boxes: [Int]
  /// The lower corners of the boxes.
  private let corners: [[Double]]

  init(_ front: ParetoFront) {
    let found = front.nonDominatedBoxes
    corners = found.map(\.lower)
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

  /// The logarithm of the sum over the boxes, for each candidate.
  ///
  /// - Parameters:
  ///   - predictions: for each objective the predictions of the candidates.
  ///   - signs: for each objective −1 if smaller values are better, else 1.
  ///   - logTail: the logarithm of a quantity that falls with the bound, of a normal prediction.
  func logSums(
    _ predictions: [[Prediction]], signs: [Double],
    logTail: (_ mean: Double, _ deviation: Double, _ bound: Double) -> Double
  ) -> [Double] {
    var tails: [Double] = []
    var factors = sides.map { [Double](repeating: 0, count: $0.count) }
    var terms = [Double](repeating: 0, count: corners.count)
    let dimensions = sides.count
    return (predictions.first ?? []).indices.map { candidate in
      for objective in 0..<dimensions {
        let prediction = predictions[objective][candidate]
        guard prediction.isFinite else { return -.infinity }
        Self.setLogTails(&tails, prediction, sign: signs[objective], bounds[objective], logTail)
        for (place, side) in sides[objective].enumerated() {
          factors[objective][place] = logDifference(tails[side.lower], tails[side.upper])
        }
      }
      var greatest = -Double.infinity
      var next = 0
      for box in terms.indices {
        var term = 0.0
        for objective in 0..<dimensions {
          term += factors[objective][boxes[next]]
          next += 1
        }
        terms[box] = term
        greatest = max(greatest, term)
      }
      guard greatest > -.infinity else { return -.infinity }
      return greatest + log(terms.reduce(0) { $0 + exp($1 - greatest) })
    }
  }

  /// The greatest distance by which a point can be worse in all objectives and still be free, in the units of the scales:
  /// the greatest over the boxes of the least excess over the lower corner. It is negative for a point that is dominated.
  func margin(_ point: [Double], scales: [Double]) -> Double {
    corners.reduce(-.infinity) { best, corner in
      var least = Double.infinity
      for objective in corner.indices {
        least = min(least, (point[objective] - corner[objective]) / scales[objective])
      }
      return max(best, least)
    }
  }

  /// The logarithms at all bounds, and −infinity for the infinite one.
  private static func setLogTails(
    _ tails: inout [Double], _ prediction: Prediction, sign: Double, _ bounds: [Double],
    _ logTail: (_ mean: Double, _ deviation: Double, _ bound: Double) -> Double
  ) {
    tails.removeAll(keepingCapacity: true)
    let components = prediction.components
    for bound in bounds {
      guard !components.isEmpty else {
        tails.append(logTail(sign * prediction.mean, prediction.standardDeviation, bound))
        continue
      }
      // As a sum that starts anew at each greater term, which needs no list of the terms.
      var (greatest, sum) = (-Double.infinity, 0.0)
      for component in components {
        let term = log(component.weight) + logTail(sign * component.mean, component.standardDeviation, bound)
        if term > greatest {
          sum = sum * exp(greatest - term) + 1
          greatest = term
        } else if term > -.infinity {
          sum += exp(term - greatest)
        }
      }
      tails.append(greatest == -.infinity ? -.infinity : greatest + log(sum))
    }
    tails.append(-.infinity)
  }
}

/// The logarithm of the difference of two numbers that are given by their logarithms; −infinity if it is not positive.
private func logDifference(_ greater: Double, _ smaller: Double) -> Double {
  guard smaller > -.infinity else { return greater }
  return greater > smaller ? greater + logOneMinusExp(smaller - greater) : -.infinity
}

/// The logarithm of the probability that a normal value exceeds a bound.
func logExceedance(mean: Double, deviation: Double, bound: Double) -> Double {
  guard deviation > 0 else { return mean > bound ? 0 : -.infinity }
  return logNormalDistribution((mean - bound) / deviation)
}

/// The logarithm of the expected excess of a normal value over a bound, in its unit.
func logExpectedExcess(mean: Double, deviation: Double, bound: Double) -> Double {
  let gain = mean - bound
  // Beyond forty deviations the excess is the gain to the last digit, and the quotient may overflow.
  guard deviation > 0, gain < 40 * deviation else { return gain > 0 ? log(gain) : -.infinity }
  return log(deviation) + logExpectedImprovementFactor(gain / deviation)
}
