extension Composition {
  /// The composition of the ``identity``: the same for all formulas whose amounts have the same ratios.
  ///
  /// - Formulas of at most twenty atoms in the smallest whole amounts have these: `FeO1.5` becomes `Fe2O3`.
  /// - Elements that share a site, or one with vacancies, have decimals, and others are whole: both `La0.7Sr0.3MnO3` and
  ///   `La7Sr3Mn10O30` become `Sr0.3La0.7MnO3`.
  /// - Others of at most two hundred atoms have the smallest whole amounts, `Mg17Al12`, unless decimals make them much
  ///   shorter, as with an excess or a lack: `La0.7Sr0.35MnO3`.
  /// - The rest have the decimals of fewest digits whose sum is about 1, such as the fractions of an alloy, or else the
  ///   shortest.
  ///
  /// A ratio of up to two hundred atoms is recognised within a millionth: `Al0.3333333Ga0.6666667As` becomes `AlGa2As3`. Features in campaigns and of
  /// models are those of normalised compositions.
  public var normalised: Composition {
    guard let whole = WholeAmounts(parts.map(\.amount)) else {
      return Composition(parts.map { Part($0.element, Double(Self.text($0.amount)) ?? $0.amount) })
    }
    let divisor = Double(whole.divisor)
    return Composition(zip(parts, whole.amounts).map { Part($0.element, Double($1) / divisor) })
  }
}

/// The smallest whole numbers in the ratios of some amounts, and the number by which they are divided to be written.
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
    while count * sum < Double(manyAtoms) + 0.5 {
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

  private var atomCount: Int { amounts.reduce(0, +) }

  /// The number by which the amounts are divided to be written as in formulas; 1 if they stay whole.
  var divisor: Int {
    guard atomCount > Self.fewAtoms else { return 1 }
    let fives = Self.divisors.filter { divisor in
      divisor.isMultiple(of: 5) && amounts.allSatisfy { digits(of: $0, divisor) <= 9 }
    }
    func shortest(_ divisors: [Int]) -> Int? { divisors.min { length($0) < length($1) } }
    if let best = shortest(fives.filter(makesSites)) { return best }
    // As of sites, with an excess or a lack.
    let others = fives.filter { divisor in
      atomCount <= Self.usualAtoms * divisor && amounts.contains { $0.isMultiple(of: divisor) }
        && amounts.allSatisfy { decimals(of: $0, divisor) <= 3 }
    }
    if let best = shortest(others), length(best) < length(1) - Self.muchShorter { return best }
    guard atomCount > Self.manyAtoms else { return 1 }
    func divisors(_ sums: Range<Double>) -> [Int] {
      Self.divisors.filter { sums.contains(Double(atomCount) / Double($0)) }
    }
    let fractions = divisors(Self.sumOfFractions).min { significantDigits($0) < significantDigits($1) }
    let fewest = Self.divisors.map(significantDigits).min() ?? 0
    if let fractions, 4 * significantDigits(fractions) <= 5 * fewest { return fractions }
    return shortest(divisors(Self.usualSum)) ?? 1
  }

  /// The numbers of which a billion is a multiple: what they divide has at most nine decimals.
  private static let divisors: [Int] = {
    func powers(_ base: Int) -> [Int] {
      (0..<9).reduce(into: [1]) { powers, place in powers.append(powers[place] * base) }
    }
    return powers(2).flatMap { two in powers(5).map { two * $0 } }.sorted()
  }()

  /// Whether amounts divided by a number are those of elements on sites: one element has an amount from 1 to 4, and what is not
  /// whole adds up to a whole number, as `La0.7Sr0.3` does, or is a single element, as in `Fe0.95O`.
  ///
  /// The most abundant element may be in excess or lacking, as oxygen in `La0.7Sr0.3MnO2.95`. Since other formulas add up by
  /// chance, the formula must not become much longer, and where the most abundant element has decimals it must become shorter.
  private func makesSites(_ divisor: Int) -> Bool {
    if isPair(divisor) { return true }
    guard hasSimpleAmount(divisor) else { return false }
    let (most, broken) = (amounts.max() ?? 0, amounts.filter { !$0.isMultiple(of: divisor) })
    if broken.count == 1 { return true }
    if broken.reduce(0, +).isMultiple(of: divisor) {
      return broken.contains(most) ? cost(divisor) < cost(1) : cost(divisor) <= cost(1) + 1.5
    }
    return broken.contains(most) && (broken.reduce(0, +) - most).isMultiple(of: divisor) && cost(divisor) <= cost(1) - 1
  }

  private func hasSimpleAmount(_ divisor: Int) -> Bool { (1...4).contains { amounts.contains($0 * divisor) } }

  /// Whether the less electronegative elements share one site and the others another, as in Zn0.85Ga0.15As0.15Se0.85.
  private func isPair(_ divisor: Int) -> Bool {
    guard atomCount == 2 * divisor, amounts.count > 3 else { return false }
    var sum = 0
    return amounts.contains { amount in
      sum += amount
      return sum == divisor
    }
  }

  /// The length of the formula: a digit counts 1, a decimal point a quarter, and an amount of 1 is not written.
  private func cost(_ divisor: Int) -> Double {
    amounts.reduce(0) { sum, amount in
      guard amount != divisor else { return sum }
      return sum + Double(digits(of: amount, divisor)) + (amount.isMultiple(of: divisor) ? 0 : 0.25)
    }
  }

  /// The ``cost`` by which ways with decimals are compared: each decimal beyond two counts 1 more, a zero before the point and
  /// an atom a tenth.
  private func length(_ divisor: Int) -> Double {
    let far = amounts.reduce(0) { $0 + max(0, decimals(of: $1, divisor) - 2) }
    let zeros = amounts.count { $0 < divisor }
    return cost(divisor) + Double(far) + 0.1 * (Double(zeros) + Double(atomCount) / Double(divisor))
  }

  /// The number of digits of an amount divided by a number, without a zero before the decimal point.
  private func digits(of amount: Int, _ divisor: Int) -> Int {
    decimals(of: amount, divisor) + (amount < divisor ? 0 : String(amount / divisor).count)
  }

  private func decimals(of amount: Int, _ divisor: Int) -> Int {
    var (fraction, decimals) = (amount % divisor * (Self.greatest / divisor), 9)
    guard fraction != 0 else { return 0 }
    while fraction.isMultiple(of: 10) { (fraction, decimals) = (fraction / 10, decimals - 1) }
    return decimals
  }

  /// The number of digits from the first to the last that is not zero, of all amounts together.
  private func significantDigits(_ divisor: Int) -> Int {
    amounts.reduce(0) { sum, amount in
      var number = amount * (Self.greatest / divisor)
      while number.isMultiple(of: 10) { number /= 10 }
      return sum + String(number).count
    }
  }
}
