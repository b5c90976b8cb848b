import Chemistry

extension Corpus {
  /// The repeat units that the molecules of the built-in corpus give as monomers, by every ``Polymerisation``; those of two acid
  /// groups with common diols and diamines, and coupled rings also in turn with vinylene, ethynylene and thiophene.
  ///
  /// They are made when they are first asked for.
  package static func builtInRepeatUnits() throws(DesignError) -> Corpus { try repeatUnits.get() }

  private static let repeatUnits = Result { () throws(DesignError) in
    let monomers = try Corpus.builtIn()
    do throws(ChemistryError) {
      return try Corpus(monomers: monomers.molecules, names: monomers.names)
    } catch {
      throw .unusableCorpus("\(error)")
    }
  }

  /// The greatest number of atoms other than hydrogen in a unit, and in a ring that is coupled with another group.
  private static let (largestUnit, largestRing) = (20, 14)

  /// Diols and diamines of polyesters and polyamides.
  private static let partners: KeyValuePairs<String, String> = [
    "OCCO": "ethylene glycol", "OCCCCO": "1,4-butanediol", "NCCCCCCN": "hexamethylenediamine",
    "Nc1ccc(N)cc1": "p-phenylenediamine",
  ]

  /// Groups between coupled rings.
  private static let spacers: KeyValuePairs<String, String> = [
    "*/C=C/*": "vinylene", "*C#C*": "ethynylene", "*c1ccc(*)s1": "thiophene",
  ]

  private init(monomers: [Molecule], names: [String?]) throws(ChemistryError) {
    var (partners, spacers): ([(Molecule, String)], [(RepeatUnit, String)]) = ([], [])
    for (smiles, name) in Self.partners { partners.append((try Molecule(smiles: smiles), name)) }
    for (smiles, name) in Self.spacers { spacers.append((try RepeatUnit(smiles: smiles), name)) }
    let (known, between) = (partners, spacers)
    let filter = try MoleculeFilter(heavyAtoms: 1...Self.largestUnit).compiled()
    let made = try concurrentMap(monomers.count) { index in
      Result { () throws(ChemistryError) -> [(unit: RepeatUnit, name: String)] in
        let (monomer, name) = (monomers[index], names[index] ?? monomers[index].smiles)
        var units: [(RepeatUnit, String)] = []
        for way in Polymerisation.allCases {
          // Of rings with several double bonds, say, a unit may be of no class.
          for unit in try monomer.repeatUnits(by: way) where try !unit.polymerisations().isEmpty {
            units.append((unit, "poly(\(name))"))
            guard way == .coupling, unit.molecule.heavyAtomCount <= Self.largestRing else { continue }
            for (spacer, word) in between where spacer != unit {
              units.append((try unit.alternating(with: spacer), "poly(\(name)-alt-\(word))"))
            }
          }
        }
        for (partner, word) in known {
          for unit in try monomer.condensed(with: [partner]) { units.append((unit, "poly(\(name)-alt-\(word))")) }
        }
        let refused = try filter.rejections(of: units.map(\.0.molecule))
        return zip(units, refused).filter { $0.1 == nil }.map(\.0)
      }
    }.values()
    var seen: Set<RepeatUnit> = []
    let units = made.flatMap(\.self).filter { seen.insert($0.unit).inserted }
    self.init(molecules: units.map(\.unit.molecule), names: units.map(\.name))
  }
}
