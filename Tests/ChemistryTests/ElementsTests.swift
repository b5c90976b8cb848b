import Chemistry
import Testing

@Suite struct ElementsTests {
  @Test func allElementsUpToRadonAreThere() {
    let symbols = """
      H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc
      Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi
      Po At Rn
      """.split(whereSeparator: \.isWhitespace)
    #expect(symbols.count == 86)
    for symbol in symbols { #expect(Elements[String(symbol)] != nil, "\(symbol)") }
    #expect(Elements["U"] == nil && Elements["Xx"] == nil && Elements[""] == nil)
  }

  @Test(arguments: [
    ("C", 4, 0.76), ("Cl", 7, 1.02), ("Cu", 11, 1.32), ("Zn", 2, 1.22), ("Gd", 3, 1.96), ("Rn", 8, 1.50),
  ])
  func samples(symbol: String, electrons: Int, radius: Double) {
    #expect(Elements[symbol]?.valenceElectrons == electrons)
    #expect(Elements[symbol]?.covalentRadius == radius)
  }
}
