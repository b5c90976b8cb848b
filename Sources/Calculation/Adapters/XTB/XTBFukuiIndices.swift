import Chemistry

/// Condensed Fukui indices from the charges of the atoms with N, N + 1 and N − 1 electrons, at one geometry.
///
/// f+ = q(N) − q(N + 1), f− = q(N − 1) − q(N), f0 = (f+ + f−) / 2: W. Yang, W. J. Mortier, J. Am. Chem. Soc. 1986, 108, 5708,
/// DOI 10.1021/ja00279a008. The table of `xtb --vfukui` is not read: up to 6.5.1 its columns f(+) and f(−) are exchanged
/// (https://github.com/grimme-lab/xtb/pull/799), and it has three digits.
package struct XTBFukuiIndices: Sendable, Hashable {
  /// Where a nucleophile attacks, by atom.
  package let plus: [Double]
  /// Where an electrophile attacks, by atom.
  package let minus: [Double]
  /// Where a radical attacks, by atom.
  package let zero: [Double]

  /// Calculates the indices; nil if the lists have different lengths or are empty.
  package init?(charges: [Double], withOneMore more: [Double], withOneLess less: [Double]) {
    guard !charges.isEmpty, charges.count == more.count, charges.count == less.count else { return nil }
    plus = zip(charges, more).map { $0 - $1 }
    minus = zip(less, charges).map { $0 - $1 }
    zero = zip(plus, minus).map { ($0 + $1) / 2 }
  }

  /// The indices of the atoms, by property.
  package var atomicValues: [String: [Double]] {
    [Property.fukuiPlus.name: plus, Property.fukuiMinus.name: minus, Property.fukuiZero.name: zero]
  }

  /// The largest index over the atoms, by property.
  package var values: [String: Double] { atomicValues.mapValues { $0.max() ?? .nan } }
}
