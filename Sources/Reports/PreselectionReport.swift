package import Stores

/// How far a large pool was examined in an iteration.
public struct PreselectionReport: Encodable, Sendable, Hashable {
  /// The number of molecules that the preselection ranked: all that might have been chosen.
  public let ranked: Int
  /// The number of those that the surrogate examined.
  public let examined: Int

  /// The report of a record.
  package init(_ record: PreselectionRecord) { (ranked, examined) = (record.rankedCount, record.examinedCount) }

  /// A sentence that says it.
  public var text: String {
    "The preselection ranked \(grouped(ranked)) molecules and the surrogate examined \(grouped(examined)) of them."
  }
}

/// A number with a comma before each three digits: "1,000,000".
func grouped(_ number: Int) -> String {
  let digits = Array("\(number)")
  guard digits.count > 3 else { return "\(number)" }
  return digits.enumerated().map { place, digit in
    place > 0 && (digits.count - place) % 3 == 0 ? ",\(digit)" : "\(digit)"
  }.joined()
}
