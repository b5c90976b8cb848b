import Chemistry
import MolecularDesign
import Stores

/// A campaign on repeat units, each calculated by two chains with a script that counts letters.
struct PolymerCampaign {
  static let fileName = "polymers.yaml"

  let folder: TemporaryFolder

  /// - Parameter chains: The numbers of units of the chains.
  init(chains: [Int] = [1, 2]) throws {
    folder = try TemporaryFolder()
    let units = try Corpus.builtInRepeatUnits().molecules.filter { (2...12).contains($0.heavyAtomCount) }
    try folder.write(
      units.indices.filter { $0.isMultiple(of: 3) }.prefix(150).map { "\(units[$0].smiles)\n" }.joined(),
      to: "units.smi")
    try folder.write(
      """
      import json, sys
      print(json.dumps({"properties": {"size": sum(letter.isalpha() for letter in sys.argv[1])}}))

      """, to: "size.py")
    try folder.write(Self.text.replacing("units: [1, 2]", with: "units: \(chains)"), to: Self.fileName)
  }

  var database: String { folder.file("polymers.sqlite") }

  /// Starts the campaign, or goes on with it.
  func start() throws -> RunningProgram { try RunningProgram(["run", Self.fileName], in: folder) }

  /// Every row of the record, without times, and with the names of files in the place of their paths.
  func rows() throws -> [String] {
    try CampaignStore.openReadOnly(at: database).dumpRows().map { $0.replacing(folder.path + "/", with: "") }
  }

  private static let text = """
    name: polymers
    seed: 7
    objectives:
      - property: size
        window: [7.5, 9.5]
    molecules:
      kind: repeat-unit
      heavy_atoms: [2, 14]
      polymerization: [vinyl, ring-opening, condensation, coupling]
    calculator:
      program: command
      command: [python3, size.py, "{smiles}"]
      properties: {size: letters}
      oligomer: {units: [1, 2], per_unit: [size]}
    corpus: units.smi
    surrogate: {library: none}
    design:
      particles: 30
      steps: 4
      candidates: 120
    budget:
      calculations: 20
      initial: 8
      batch: 4

    """
}
