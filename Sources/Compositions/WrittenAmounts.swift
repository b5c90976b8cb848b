/// Whole amounts divided by a number, as a formula could have them: 3, 7, 10 and 30 divided by 10 are those of Sr0.3La0.7MnO3.
struct WrittenAmounts {
  /// The whole amounts, without a common divisor.
  private let amounts: [Int]
  /// The number by which they are divided.
  private let divisor: Int
  /// The number of decimals of each.
  private let decimals: [Int]
  /// The number of digits of each, without a zero before the point.
  private let digits: [Int]

  /// The formulas that are always written in whole numbers have at most this number of atoms.
  private static let fewAtoms = 20
  /// Those that are written in whole numbers unless elements share a site.
  private static let manyAtoms = 200
  /// A formula with an excess or a lack has at most this number of atoms with decimals.
  private static let usualAtoms = 60
  /// The number of digits by which decimals must make a formula shorter that has none by the rules of sites.
  private static let muchShorter = 10.0
  /// The sum of fractions, which are rounded.
  private static let sumOfFractions = 0.98..<1.02
  /// The sum of other amounts with decimals.
  private static let usualSum = 0.9..<9
  /// No amount has more digits than this.
  private static let digitsAtMost = 9
  /// What a divisor divides has at most nine decimals.
  private static let billion = 1_000_000_000

  /// The amounts as formulas usually have them: see ``Composition/normalised``.
  ///
  /// - Parameter amounts: whole, without a common divisor, up to a billion each.
  init(usualFor amounts: [Int]) {
    let whole = WrittenAmounts(amounts, dividedBy: 1)
    self = whole.atomCount <= Double(Self.fewAtoms) ? whole : Self.usual(for: amounts, whole)
  }

  private static func usual(for amounts: [Int], _ whole: WrittenAmounts) -> WrittenAmounts {
    let all = divisors.map { WrittenAmounts(amounts, dividedBy: $0) }
    func shortest(_ ways: [WrittenAmounts]) -> WrittenAmounts? { ways.min { $0.length < $1.length } }
    let fives = all.filter { $0.divisor.isMultiple(of: 5) && $0.digits.allSatisfy { $0 <= digitsAtMost } }
    if let best = shortest(fives.filter { $0.hasSites(whole: whole) }) { return best }
    if let best = shortest(fives.filter(\.mayHaveExcess)), best.length < whole.length - muchShorter { return best }
    guard whole.atomCount > Double(manyAtoms) else { return whole }
    let fewest = all.map(\.significantDigits).min() ?? 0
    if let best = all.filter({ sumOfFractions.contains($0.atomCount) }).min(by: {
      $0.significantDigits < $1.significantDigits
    }), 4 * best.significantDigits <= 5 * fewest {
      return best
    }
    return shortest(all.filter { usualSum.contains($0.atomCount) }) ?? whole
  }

  /// The divisors of a billion, in ascending order.
  private static let divisors: [Int] = {
    func powers(_ base: Int) -> [Int] {
      (0..<9).reduce(into: [1]) { powers, place in powers.append(powers[place] * base) }
    }
    return powers(2).flatMap { two in powers(5).map { two * $0 } }.sorted()
  }()

  private init(_ amounts: [Int], dividedBy divisor: Int) {
    (self.amounts, self.divisor) = (amounts, divisor)
    decimals = amounts.map { amount in
      let fraction = amount % divisor * (Self.billion / divisor)
      return fraction == 0 ? 0 : Self.digitsAtMost - Self.zeros(behind: fraction)
    }
    digits = zip(amounts, decimals).map { $1 + ($0 < divisor ? 0 : Self.digitCount($0 / divisor)) }
  }

  /// The amounts themselves.
  var values: [Double] { amounts.map { Double($0) / Double(divisor) } }

  private var atomCount: Double { Double(amounts.reduce(0, +)) / Double(divisor) }

  /// The length of the formula: a digit counts 1, a decimal point a quarter, and an amount of 1 is not written.
  private var cost: Double {
    amounts.indices.reduce(0) { sum, place in
      amounts[place] == divisor ? sum : sum + Double(digits[place]) + (decimals[place] == 0 ? 0 : 0.25)
    }
  }

  /// The ``cost`` by which ways with decimals are compared: each decimal beyond two counts 1 more, a zero before the point and
  /// an atom a tenth.
  private var length: Double {
    let far = decimals.reduce(0) { $0 + max(0, $1 - 2) }
    return cost + Double(far) + 0.1 * (Double(amounts.count { $0 < divisor }) + atomCount)
  }

  /// The number of digits from the first to the last that is not zero, of all amounts together.
  private var significantDigits: Int {
    amounts.reduce(0) { sum, amount in
      let number = amount * (Self.billion / divisor)
      return sum + Self.digitCount(number) - Self.zeros(behind: number)
    }
  }

  /// Whether they are amounts of elements on sites: one element has an amount from 1 to 4, and what is not whole adds up to a
  /// whole number, as `La0.7Sr0.3` does, or is a single element, as in `Fe0.95O`.
  ///
  /// The most abundant element may be in excess or lacking, as oxygen in `La0.7Sr0.3MnO2.95`. Since other formulas add up by
  /// chance, the formula must not become much longer than in whole amounts, and where the most abundant element has decimals it
  /// must become shorter.
  private func hasSites(whole: WrittenAmounts) -> Bool {
    if isPair { return true }
    guard (1...4).contains(where: { amounts.contains($0 * divisor) }) else { return false }
    let (most, broken) = (amounts.max() ?? 0, zip(amounts, decimals).filter { $1 > 0 }.map(\.0))
    if broken.count == 1 { return true }
    let (sum, isLonger) = (broken.reduce(0, +), cost - whole.cost)
    guard broken.contains(most) else { return sum.isMultiple(of: divisor) && isLonger <= 1.5 }
    return sum.isMultiple(of: divisor) ? isLonger < 0 : (sum - most).isMultiple(of: divisor) && isLonger <= -1
  }

  /// Whether the less electronegative elements share one site and the others another, as in Zn0.85Ga0.15As0.15Se0.85.
  private var isPair: Bool {
    guard amounts.count > 3, amounts.reduce(0, +) == 2 * divisor else { return false }
    var sum = 0
    return amounts.contains { amount in
      sum += amount
      return sum == divisor
    }
  }

  /// Whether they could be amounts of elements on sites with an excess or a lack: some are whole, and none has many decimals.
  private var mayHaveExcess: Bool {
    atomCount <= Double(Self.usualAtoms) && decimals.contains(0) && decimals.allSatisfy { $0 <= 3 }
  }

  private static func digitCount(_ number: Int) -> Int {
    var (rest, count) = (number, 0)
    while rest > 0 { (rest, count) = (rest / 10, count + 1) }
    return count
  }

  private static func zeros(behind number: Int) -> Int {
    var (rest, count) = (number, 0)
    while rest > 0, rest.isMultiple(of: 10) { (rest, count) = (rest / 10, count + 1) }
    return count
  }
}
