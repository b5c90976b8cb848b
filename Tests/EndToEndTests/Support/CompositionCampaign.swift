import Chemistry
import Stores

/// A campaign on compositions, each calculated by a script that reads the question of `input: json`. The search goes beyond
/// the pool.
struct CompositionCampaign {
  static let fileName = "compositions.yaml"

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    var formulas: [String] = []
    for metal in ["Mg", "Ca", "Sr", "Ba", "Zn", "Cd", "Mn", "Fe"] {
      formulas += [
        "\(metal)O", "\(metal)S", "\(metal)TiO3", "\(metal)0.7Zn0.3S", "\(metal)Al2O4", "\(metal)Cl2",
        "La0.7\(metal)0.3MnO3",
      ]
    }
    try folder.write("formula\n" + formulas.joined(separator: "\n") + "\n", to: "pool.csv")
    try folder.write(
      """
      import json, sys
      amounts = json.load(sys.stdin)["amounts"]
      sizes = {symbol: len(symbol) + ord(symbol[0]) / 40 for symbol in amounts}
      total = sum(amounts.values())
      print(json.dumps({"properties": {"size": sum(sizes[symbol] * amounts[symbol] for symbol in amounts) / total}}))

      """, to: "size.py")
    try folder.write(Self.text, to: Self.fileName)
  }

  var database: String { folder.file("compositions.sqlite") }

  /// Starts the campaign, or goes on with it.
  func start() throws -> RunningProgram { try RunningProgram(["run", Self.fileName], in: folder) }

  /// Every row of the record, without times, and with the names of files in the place of their paths.
  func rows() throws -> [String] {
    try CampaignStore.openReadOnly(at: database).dumpRows().map { $0.replacing(folder.path + "/", with: "") }
  }

  private static let text = """
    name: compositions
    seed: 7
    objectives:
      - property: size
        goal: maximize
    molecules:
      kind: composition
      charge_neutral: true
    calculator:
      program: command
      command: [python3, size.py]
      input: json
      properties: {size: letters}
    pool: pool.csv
    surrogate: {library: none}
    design:
      new_molecules: true
      particles: 30
      steps: 4
      candidates: 120
    budget:
      calculations: 20
      initial: 8
      batch: 4

    """
}
