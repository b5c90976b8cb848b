/// What the calculators need to know of the elements from hydrogen to radon.
package enum Elements {
  package struct Element {
    /// The electrons that GFN1-xTB and GFN2-xTB treat: the d shell of groups 11 and 12 apart, all outside of the noble
    /// gas core, and three for every lanthanide.
    package let valenceElectrons: Int
    /// Covalent radius in ångström (B. Cordero et al., Dalton Trans. 2008, 2832, DOI 10.1039/b801115j).
    package let covalentRadius: Double
  }

  /// Symbol, valence electrons, covalent radius in hundredths of an ångström.
  private static let rows = """
    H 1 31,He 2 28,Li 1 128,Be 2 96,B 3 84,C 4 76,N 5 71,O 6 66,F 7 57,Ne 8 58,Na 1 166,Mg 2 141,Al 3 121,Si 4 111,\
    P 5 107,S 6 105,Cl 7 102,Ar 8 106,K 1 203,Ca 2 176,Sc 3 170,Ti 4 160,V 5 153,Cr 6 139,Mn 7 161,Fe 8 152,Co 9 150,\
    Ni 10 124,Cu 11 132,Zn 2 122,Ga 3 122,Ge 4 120,As 5 119,Se 6 120,Br 7 120,Kr 8 116,Rb 1 220,Sr 2 195,Y 3 190,\
    Zr 4 175,Nb 5 164,Mo 6 154,Tc 7 147,Ru 8 146,Rh 9 142,Pd 10 139,Ag 11 145,Cd 2 144,In 3 142,Sn 4 139,Sb 5 139,\
    Te 6 138,I 7 139,Xe 8 140,Cs 1 244,Ba 2 215,La 3 207,Ce 3 204,Pr 3 203,Nd 3 201,Pm 3 199,Sm 3 198,Eu 3 198,\
    Gd 3 196,Tb 3 194,Dy 3 192,Ho 3 192,Er 3 189,Tm 3 190,Yb 3 187,Lu 3 187,Hf 4 175,Ta 5 170,W 6 162,Re 7 151,\
    Os 8 144,Ir 9 141,Pt 10 136,Au 11 136,Hg 2 132,Tl 3 145,Pb 4 146,Bi 5 148,Po 6 140,At 7 150,Rn 8 150
    """

  private static let table: [Substring: Element] = {
    var table: [Substring: Element] = [:]
    for row in rows.split(separator: ",") {
      let fields = row.split(separator: " ")
      guard fields.count == 3, let electrons = Int(fields[1]), let radius = Double(fields[2]) else { continue }
      table[fields[0]] = Element(valenceElectrons: electrons, covalentRadius: radius / 100)
    }
    return table
  }()

  /// The element of a symbol such as `Cl`; `nil` beyond radon.
  package static subscript(symbol: String) -> Element? { table[Substring(symbol)] }
}
