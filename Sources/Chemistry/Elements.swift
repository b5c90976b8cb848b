/// Data of the elements from hydrogen to radon.
package enum Elements {
  /// The data of one element.
  package struct Element {
    /// Protons in the nucleus.
    package let atomicNumber: Int
    /// The electrons that GFN1-xTB and GFN2-xTB treat: all outside the noble-gas core, without the d shell from group
    /// 12 on, and three for every lanthanide.
    package let valenceElectrons: Int
    /// Covalent radius in ångström (B. Cordero et al., Dalton Trans. 2008, 2832, DOI 10.1039/b801115j).
    package let covalentRadius: Double
    /// Standard atomic weight (IUPAC 2021, rounded); or the mass of the longest-lived isotope.
    package let mass: Double
  }

  /// Symbol, valence electrons, covalent radius in hundredths of an ångström, mass; by atomic number.
  private static let rows = """
    H 1 31 1.008,He 2 28 4.0026,Li 1 128 6.94,Be 2 96 9.0122,B 3 84 10.81,C 4 76 12.011,N 5 71 14.007,O 6 66 15.999,\
    F 7 57 18.998,Ne 8 58 20.180,Na 1 166 22.990,Mg 2 141 24.305,Al 3 121 26.982,Si 4 111 28.085,P 5 107 30.974,\
    S 6 105 32.06,Cl 7 102 35.45,Ar 8 106 39.95,K 1 203 39.098,Ca 2 176 40.078,Sc 3 170 44.956,Ti 4 160 47.867,\
    V 5 153 50.942,Cr 6 139 51.996,Mn 7 161 54.938,Fe 8 152 55.845,Co 9 150 58.933,Ni 10 124 58.693,Cu 11 132 63.546,\
    Zn 2 122 65.38,Ga 3 122 69.723,Ge 4 120 72.630,As 5 119 74.922,Se 6 120 78.971,Br 7 120 79.904,Kr 8 116 83.798,\
    Rb 1 220 85.468,Sr 2 195 87.62,Y 3 190 88.906,Zr 4 175 91.224,Nb 5 164 92.906,Mo 6 154 95.95,Tc 7 147 97.907,\
    Ru 8 146 101.07,Rh 9 142 102.91,Pd 10 139 106.42,Ag 11 145 107.87,Cd 2 144 112.41,In 3 142 114.82,\
    Sn 4 139 118.71,Sb 5 139 121.76,Te 6 138 127.60,I 7 139 126.90,Xe 8 140 131.29,Cs 1 244 132.91,Ba 2 215 137.33,\
    La 3 207 138.91,Ce 3 204 140.12,Pr 3 203 140.91,Nd 3 201 144.24,Pm 3 199 144.91,Sm 3 198 150.36,Eu 3 198 151.96,\
    Gd 3 196 157.25,Tb 3 194 158.93,Dy 3 192 162.50,Ho 3 192 164.93,Er 3 189 167.26,Tm 3 190 168.93,Yb 3 187 173.05,\
    Lu 3 187 174.97,Hf 4 175 178.49,Ta 5 170 180.95,W 6 162 183.84,Re 7 151 186.21,Os 8 144 190.23,Ir 9 141 192.22,\
    Pt 10 136 195.08,Au 11 136 196.97,Hg 2 132 200.59,Tl 3 145 204.38,Pb 4 146 207.2,Bi 5 148 208.98,Po 6 140 208.98,\
    At 7 150 209.99,Rn 8 150 222.02
    """

  private static let table: [Substring: Element] = {
    var table: [Substring: Element] = [:]
    for (index, row) in rows.split(separator: ",").enumerated() {
      let fields = row.split(separator: " ")
      guard fields.count == 4, let electrons = Int(fields[1]), let radius = Double(fields[2]),
        let mass = Double(fields[3])
      else { continue }
      table[fields[0]] = Element(
        atomicNumber: index + 1, valenceElectrons: electrons, covalentRadius: radius / 100, mass: mass)
    }
    return table
  }()

  /// The element of a symbol such as `Cl`; `nil` beyond radon.
  package static subscript(symbol: String) -> Element? { table[Substring(symbol)] }
}
