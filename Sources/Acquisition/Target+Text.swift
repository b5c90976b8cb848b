internal import Files

extension Target {
  /// The finite ends of the values that meet it, in the unit of its value; none for a maximum or minimum.
  public var bounds: [Double] {
    switch goal {
    case .window(let lower, let upper): [lower, upper].filter(\.isFinite)
    case .near(let value, let deviation): [value - deviation, value + deviation]
    case .maximize, .minimize: []
    }
  }

  /// The target in words: `gap from 1.0 to 1.6 eV`.
  public func text(unit: String?) -> String {
    func text(_ value: String) -> String { withUnit(value, unit ?? "") }
    switch goal {
    case .maximize: return "\(name) as high as possible" + (reference.map { ", above \(text("\($0)"))" } ?? "")
    case .minimize: return "\(name) as low as possible" + (reference.map { ", below \(text("\($0)"))" } ?? "")
    case .window(let lower, let upper) where lower == -.infinity: return "\(name) at most \(text("\(upper)"))"
    case .window(let lower, let upper) where upper == .infinity: return "\(name) at least \(text("\(lower)"))"
    case .near(let value, let deviation): return "\(name) about \(text("\(value) ± \(deviation)"))"
    case .window(let lower, let upper): return "\(name) from \(text("\(lower) to \(upper)"))"
    }
  }
}

extension [Target] {
  /// The targets in words. References are told only where the maxima and minima have a front, because they have no effect
  /// elsewhere.
  ///
  /// - Parameter units: of the properties, by name.
  public func texts(units: [String: String]) -> [String] {
    let haveFront = !frontPlaces.isEmpty
    return map { target in
      let told = haveFront ? target : Target(target.expression, goal: target.goal, ramp: target.ramp)
      return told.text(unit: units[target.name])
    }
  }

  /// The finite ends of the values that meet them, by name.
  public var bounds: [String: [Double]] {
    reduce(into: [:]) { $0[$1.name, default: []] += $1.bounds }
  }
}
