import Acquisition
import Stores

/// The front of the maxima and minima among calculated molecules. A molecule that is worse than the reference point in any
/// goal counts for nothing and is not on it.
struct CampaignFront {
  /// A known value of each goal, for the molecules that may be on the front.
  private let valued: [(molecule: CalculatedMolecule, values: [Double])]
  private let objectives: [Target]
  /// The reference point: a value for each goal, and whether the campaign file states it.
  let reference: [(goal: Target, value: Double, isStated: Bool)]

  /// - Parameters:
  ///   - results: All calculations.
  ///   - records: The recorded reference points, by iteration. The first default holds for all, also if its values were of
  ///     another protocol than those of the results.
  /// - Returns: Nil unless two to four objectives are maxima or minima and some molecule has a value of each.
  init?(_ results: [CalculatedMolecule], objectives: [Target], records: [ReferencePointRecord]) {
    let goals = objectives.frontPlaces.map { objectives[$0] }
    let known = results.filter { $0.isComparable && $0.state == .succeeded }
    var reference: [(goal: Target, value: Double, isStated: Bool)] = []
    for goal in goals {
      let recorded = records.firstDefault(of: goal.name, isMinimum: goal.goal == .minimize)
      // Before an iteration has needed it, it is what it would be now.
      let worst = goal.worst(of: known.compactMap { goal.value(in: $0.values) }.filter(\.isFinite))
      guard let value = goal.reference ?? recorded ?? worst else { return nil }
      reference.append((goal, value, goal.reference != nil))
    }
    guard !reference.isEmpty else { return nil }
    (self.objectives, self.reference) = (objectives, reference)
    let worst = objectives.oriented(reference.map(\.value))
    valued = known.compactMap { molecule in
      guard let values = objectives.frontValues(objectives.map { $0.value(in: molecule.values) }),
        zip(objectives.oriented(values), worst).allSatisfy({ $0 >= $1 })
      else { return nil }
      return (molecule, values)
    }
  }

  /// The front of the molecules up to an iteration, including it; nil for all.
  func front(upTo iteration: Int? = nil) -> ParetoFront {
    let then = valued.filter { found in
      iteration.map { found.molecule.details.calculation.iteration <= $0 } ?? true
    }
    return objectives.paretoFront(of: then.map(\.values), above: reference.map(\.value))
  }

  /// The molecules on the front, in batch order.
  var molecules: [CalculatedMolecule] {
    let points = Set(front().points)
    return valued.filter { points.contains(objectives.oriented($0.values)) }.map(\.molecule)
  }
}
