/// The smallest whole numbers in the ratios of some amounts.
struct WholeAmounts {
  /// Without a common divisor.
  let amounts: [Int]

  /// A relative difference up to this is one of rounding to thirds and the like: no two ratios of up to two hundred atoms are
  /// as close.
  private static let tolerance = 1e-6
  /// A relative difference up to this is one beyond the digits that are written.
  private static let lastDigit = 5e-10
  /// Greater numbers have more digits than are written.
  private static let greatest = 1_000_000_000
  /// The atoms up to which rounded ratios are recognised.
  private static let manyAtoms = 200.0

  /// Nil if there are none up to a billion.
  init?(_ numbers: [Double]) {
    guard let whole = Self.few(numbers) ?? Self.decimals(numbers) else { return nil }
    let integers = whole.map { Int($0) }
    let divisor = integers.reduce(0, Self.greatestCommonDivisor)
    amounts = integers.map { $0 / divisor }
    if amounts.contains(where: { $0 > Self.greatest }) { return nil }
  }

  /// The least multiple of the amounts that is whole, with at most two hundred atoms: the smallest amount becomes 1, 2, 3 and so
  /// on.
  private static func few(_ numbers: [Double]) -> [Double]? {
    guard let least = numbers.min() else { return nil }
    let ratios = numbers.map { $0 / least }
    let sum = ratios.reduce(0, +)
    var count = 1.0
    while count * sum < manyAtoms + 0.5 {
      if let whole = rounded(ratios, times: count, within: tolerance) { return whole }
      count += 1
    }
    return nil
  }

  /// The amounts times the least power of ten that makes them whole.
  private static func decimals(_ numbers: [Double]) -> [Double]? {
    var power = 1.0
    while numbers.allSatisfy({ $0 * power < 1e18 }) {
      if let whole = rounded(numbers, times: power, within: lastDigit) { return whole }
      power *= 10
    }
    return nil
  }

  private static func rounded(_ numbers: [Double], times factor: Double, within tolerance: Double) -> [Double]? {
    var whole: [Double] = []
    for number in numbers {
      let (product, integer) = (number * factor, (number * factor).rounded())
      guard abs(product - integer) <= tolerance * integer else { return nil }
      whole.append(integer)
    }
    return whole
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
