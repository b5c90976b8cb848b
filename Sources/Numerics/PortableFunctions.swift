// Logarithm and exponential from the four arithmetic operations only, so that every machine gives the same bits. The C
// library's functions are as accurate but may differ in the last bit between versions and processors. The random
// streams use these; other code uses the C library's.

/// ln 2 in two parts: the first has zeros in its last 21 bits, so that its product with an exponent is exact.
private let ln2High = 0x1.62e42fee00000p-1
private let ln2Low = 0x1.a39ef35793c76p-33

/// The natural logarithm of a positive normal number, good to about two units in the last place.
package func portableLog(_ x: Double) -> Double {
  var exponent = Double(x.exponent)
  var significand = x.significand
  if significand > 1.414_213_562_373_095 {
    significand /= 2
    exponent += 1
  }
  // ln m = 2 artanh t = 2 (t + t³/3 + t⁵/5 + …) with t = (m − 1)/(m + 1), |t| < .172.
  let t = (significand - 1) / (significand + 1)
  let square = t * t
  var series = 0.0
  for odd in stride(from: 23.0, through: 3.0, by: -2) { series = square * (series + 1 / odd) }
  return exponent * ln2High + (exponent * ln2Low + 2 * t * series + 2 * t)
}

/// exp(x) for x ≤ 0, good to about two units in the last place; 0 below −708, where a double loses its precision.
package func portableExp(_ x: Double) -> Double {
  guard x > -708 else { return 0 }
  let doublings = (x * 1.442_695_040_888_963_4).rounded()
  let rest = (x - doublings * ln2High) - doublings * ln2Low
  var series = 1.0
  for order in stride(from: 14.0, through: 1.0, by: -1) { series = 1 + series * rest / order }
  return series * Double(sign: .plus, exponent: Int(doublings), significand: 1)
}
