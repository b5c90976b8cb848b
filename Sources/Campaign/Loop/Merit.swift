package import Acquisition

/// How good a calculated molecule is: first by how many objectives it meets, then by how near or far it is.
package struct Merit: Comparable {
  package let objectivesMet: Int
  /// Larger is better. Windows count minus the distance to the window, goals the value with its sign, each in the
  /// property's own unit: with several objectives of different units it only settles the order among equals. Minus
  /// infinity where a value is missing.
  package let closeness: Double

  package init(values: [String: Double], objectives: [Objective]) {
    var met = 0
    var closeness = 0.0
    for objective in objectives {
      guard let value = values[objective.property] else {
        closeness = -.infinity
        continue
      }
      switch objective.goal {
      case .window(let lower, let upper):
        if objective.isMet(by: value) == true { met += 1 }
        closeness -= max(0, lower - value, value - upper)
      case .near(let centre, _):
        if objective.isMet(by: value) == true { met += 1 }
        closeness -= abs(value - centre)
      case .maximize: closeness += value
      case .minimize: closeness -= value
      }
    }
    objectivesMet = met
    self.closeness = closeness
  }

  package static func < (first: Merit, second: Merit) -> Bool {
    (first.objectivesMet, first.closeness) < (second.objectivesMet, second.closeness)
  }
}

extension [Objective] {
  /// Whether the values meet every window. Where only maxima and minima are sought, nothing is ever a hit.
  package func areMet(by values: [String: Double]) -> Bool {
    var hasWindow = false
    for objective in self {
      guard let value = values[objective.property] else { return false }
      guard let isMet = objective.isMet(by: value) else { continue }
      hasWindow = true
      if !isMet { return false }
    }
    return hasWindow
  }
}
