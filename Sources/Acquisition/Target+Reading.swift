internal import Files
internal import Foundation

/// Targets as they are written on the command line.
///
/// `gap=1..3` (a window), `E=..200` (a half-line), `gap=2~0.3` (near 2, a Gaussian with a standard deviation of 0.3),
/// `gap=max` and `gap=min` (better than the best in the data), `gap/homo=..-0.1` (of an expression). A range after `@`
/// is the part of the inverse temperatures over which its likelihood is ramped up: `gap=1..3@0..0.5`.
extension Target {
  /// Reads a target.
  ///
  /// - Parameter titles: the names of properties that are known. A name that equals one of them means that property,
  ///   whatever characters it has.
  /// - Throws: an error with a sentence that repeats the text.
  public init(_ text: String, titles: [String] = []) throws(AcquisitionError) {
    guard let equals = text.lastIndex(of: "="), equals > text.startIndex else {
      throw .unreadableTarget(text, problem: "it must say what is wanted of which property")
    }
    let words = text[text.index(after: equals)...].split(
      separator: "@", maxSplits: 1, omittingEmptySubsequences: false
    ).map { $0.trimmingCharacters(in: .whitespaces) }
    let name = text[..<equals].trimmingCharacters(in: .whitespaces)
    let goal = try Self.goal(words[0], of: text)
    let expression: PropertyExpression
    do throws(AcquisitionError) {
      expression = try titles.contains(name) ? PropertyExpression(property: name) : PropertyExpression(name)
      try goal.validated()
    } catch {
      throw .unusableTarget(text, reason: error.description)
    }
    guard !expression.properties.isEmpty else {
      throw .unreadableTarget(text, problem: "'\(name)' names no property")
    }
    guard words.count == 2 else {
      self.init(expression, goal: goal)
      return
    }
    guard let ends = try? Interval(words[1]), let lower = ends.lower, let upper = ends.upper, lower >= 0, upper <= 1,
      lower < upper
    else { throw .unreadableTarget(text, problem: "'\(words[1])' is no part of 0..1") }
    self.init(expression, goal: goal, ramp: lower...upper)
  }

  private static func goal(_ words: String, of text: String) throws(AcquisitionError) -> Goal {
    if ["max", "maximize"].contains(words) { return .maximize }
    if ["min", "minimize"].contains(words) { return .minimize }
    let parts = words.split(separator: "~", omittingEmptySubsequences: false).map {
      decimalNumber($0.trimmingCharacters(in: .whitespaces))
    }
    if parts.count == 2, let value = parts[0], let deviation = parts[1] {
      return .near(value: value, deviation: deviation)
    }
    do throws(IntervalError) {
      let ends = try Interval(words)
      return .window(lower: ends.lower ?? -.infinity, upper: ends.upper ?? .infinity)
    } catch {
      let problem = error == .unreadable ? "is neither a window nor another goal" : error.description
      throw .unreadableTarget(text, problem: "'\(words)' \(problem)")
    }
  }

  /// What tells it from other targets, as a text that stays the same from version to version and does not depend on the
  /// spelling of the expression.
  public var identity: String {
    let name = expression.normalized.description
    let ends = "\(ramp.lowerBound)..\(ramp.upperBound)"
    return switch goal {
    case .window(let lower, let upper): "\(name)=\(lower)..\(upper)@\(ends)"
    case .near(let value, let deviation): "\(name)=\(value)~\(deviation)@\(ends)"
    case .maximize: "\(name)=max\(reference.map { ">\($0)" } ?? "")@\(ends)"
    case .minimize: "\(name)=min\(reference.map { "<\($0)" } ?? "")@\(ends)"
    }
  }
}
