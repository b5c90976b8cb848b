package import Acquisition
public import Files
import Foundation

/// A goal for a property, or for an expression over properties, as written on the command line.
///
/// `gap=1..3` (a window), `E=..200` (a half-line), `gap=2~0.3` (near 2, a Gaussian with a standard deviation of 0.3),
/// `gap=max` and `gap=min` (better than the best in the data), `gap/homo=..-0.1` (of an expression). A range after `@`
/// is the part of the inverse temperatures over which its likelihood is ramped up: `gap=1..3@0..0.5`.
public struct DesignTarget: Sendable, Hashable {
  /// The expression; usually a property by itself.
  package let expression: PropertyExpression
  /// The goal for its value.
  package let goal: Goal
  /// The ramp of its likelihood.
  package let ramp: ClosedRange<Double>

  /// The objective under the expression's name.
  package var objective: Objective { Objective(property: expression.description, goal: goal) }

  /// The objective of a campaign, whose property is taken by its name whatever signs are in it.
  package init(_ objective: Objective) {
    expression = PropertyExpression(property: objective.property)
    goal = objective.goal
    ramp = 0...1
  }

  /// What tells it from other targets, as a text that stays the same from version to version.
  package var identity: String {
    let ends = "\(ramp.lowerBound)..\(ramp.upperBound)"
    return switch goal {
    case .window(let lower, let upper): "\(expression.description)=\(lower)..\(upper)@\(ends)"
    case .near(let value, let deviation): "\(expression.description)=\(value)~\(deviation)@\(ends)"
    case .maximize: "\(expression.description)=max@\(ends)"
    case .minimize: "\(expression.description)=min@\(ends)"
    }
  }

  /// Reads a target.
  ///
  /// - Parameter titles: the titles of the table. A name that equals one of them means that column, whatever characters
  ///   it has.
  /// - Throws: `CampaignError` of kind `.input`.
  public init(_ text: String, titles: [String] = []) throws(CampaignError) {
    guard let equals = text.lastIndex(of: "="), equals > text.startIndex else {
      throw Self.error(text, "it must say what is wanted of which property")
    }
    let words = text[text.index(after: equals)...].split(
      separator: "@", maxSplits: 1, omittingEmptySubsequences: false
    ).map { $0.trimmingCharacters(in: .whitespaces) }
    let name = text[..<equals].trimmingCharacters(in: .whitespaces)
    guard let goal = Self.goal(words[0]) else {
      throw Self.error(text, "'\(words[0])' is neither a window nor another goal")
    }
    self.goal = goal
    do throws(AcquisitionError) {
      expression = try titles.contains(name) ? PropertyExpression(property: name) : PropertyExpression(name)
      try goal.validated()
    } catch {
      throw CampaignError(.input, "The target '\(text)' cannot be used. \(error.description)")
    }
    guard !expression.properties.isEmpty else { throw Self.error(text, "'\(name)' names no column") }
    guard words.count == 2 else {
      ramp = 0...1
      return
    }
    guard let ends = Self.ends(words[1]), let lower = ends.lower, let upper = ends.upper, lower >= 0, upper <= 1,
      lower < upper
    else { throw Self.error(text, "'\(words[1])' is no part of 0..1") }
    ramp = lower...upper
  }

  private static func goal(_ text: String) -> Goal? {
    if ["max", "maximize"].contains(text) { return .maximize }
    if ["min", "minimize"].contains(text) { return .minimize }
    let parts = text.split(separator: "~", omittingEmptySubsequences: false).map {
      Double($0.trimmingCharacters(in: .whitespaces))
    }
    if parts.count == 2 {
      guard let value = parts[0], let deviation = parts[1] else { return nil }
      return .near(value: value, deviation: deviation)
    }
    guard let ends = ends(text), ends.lower != nil || ends.upper != nil else { return nil }
    return .window(lower: ends.lower ?? -.infinity, upper: ends.upper ?? .infinity)
  }

  /// The numbers on both sides of two dots, each of which may be missing; nil if the text is not of this form.
  private static func ends(_ text: String) -> (lower: Double?, upper: Double?)? {
    guard let dots = text.range(of: "..") else { return nil }
    let sides = [text[..<dots.lowerBound], text[dots.upperBound...]].map { $0.trimmingCharacters(in: .whitespaces) }
    // With three dots the last would begin a number: 0...5 does not mean 0 to 0.5.
    if sides[1].hasPrefix(".") { return nil }
    let numbers = sides.map { Double($0) }
    for (side, number) in zip(sides, numbers) where !side.isEmpty && number?.isFinite != true { return nil }
    return (numbers[0], numbers[1])
  }

  private static func error(_ text: String, _ problem: String) -> CampaignError {
    CampaignError(
      .input,
      "The target '\(text)' cannot be read: \(problem). Write gap=1..3, E=..200, gap=2~0.3, gap=max or gap=min; '@0..0.5' "
        + "after it gives the inverse temperatures over which it is ramped up.")
  }
}

extension [DesignTarget] {
  /// The properties that they are about, each once, in the order in which they first come.
  package var properties: [String] {
    flatMap(\.expression.properties).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Refuses two windows on the same expression that no value is in.
  package func requireAgreement() throws(CampaignError) {
    for (place, second) in enumerated() {
      for first in self[..<place] where first.expression.description == second.expression.description {
        guard case .window(let lower, let upper) = first.goal,
          case .window(let otherLower, let otherUpper) = second.goal,
          Swift.max(lower, otherLower) > Swift.min(upper, otherUpper)
        else { continue }
        throw CampaignError(
          .input,
          "The targets for '\(first.expression.description)' contradict each other: no value is from \(lower) to \(upper) and from "
            + "\(otherLower) to \(otherUpper) as well; keep one of them.")
      }
    }
  }
}
