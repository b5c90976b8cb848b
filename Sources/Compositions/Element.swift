/// An element from hydrogen to plutonium, with its properties in the table of elements.
///
/// The table is XenonPy's, of 58 properties of 94 elements, whose gaps its authors filled by multiple imputation:
/// `Sources/CElements/SOURCE.md`.
public struct Element: Sendable, Hashable {
  /// The number of protons, from 1.
  public let atomicNumber: Int

  init(_ atomicNumber: Int) { self.atomicNumber = atomicNumber }

  /// The elements in the order of their atomic numbers.
  public static let all = (1...ElementTable.current.symbols.count).map { Element($0) }

  /// The names of the properties, in the order of ``values``: "atomic_number", "melting_point".
  public static let propertyNames = ElementTable.current.names

  /// The element of a symbol such as `Cl`; nil if there is none from hydrogen to plutonium.
  public init?(symbol: String) {
    let bytes = Array(symbol.utf8)
    guard bytes.count == 1 || bytes.count == 2,
      let element = ElementTable.current.element(bytes[0], bytes.count == 2 ? bytes[1] : nil)
    else { return nil }
    self = element
  }

  /// The symbol: "Cl".
  public var symbol: String { ElementTable.current.symbols[atomicNumber - 1] }

  /// The values of the properties in the units of the table, one for each of ``propertyNames``.
  public var values: ArraySlice<Double> {
    let count = Self.propertyNames.count
    return ElementTable.current.values[(atomicNumber - 1) * count..<atomicNumber * count]
  }

  /// Pauling's electronegativity; of He, Ne, Ar, Kr, Rn, Pm, Eu, Tb and Yb an imputed value.
  public var electronegativity: Double { ElementTable.current.electronegativities[atomicNumber - 1] }

  /// The atomic weight in g/mol.
  public var weight: Double { ElementTable.current.weights[atomicNumber - 1] }
}
