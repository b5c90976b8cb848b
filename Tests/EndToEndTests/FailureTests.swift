import Testing

/// What failed calculations teach.
@Suite struct FailureTests {
  /// Chains with two ends. Those with sulfur have no value, so that their calculations fail.
  private static let chains = (1...5).flatMap { length in
    ["ON", "CN", "OO", "NN", "CO", "SN", "SO", "CS"].map { ends in
      "\(ends.prefix(1))\(String(repeating: "C", count: length))\(ends.suffix(1))"
    }
  }

  private func campaign(_ folder: TemporaryFolder) throws {
    try folder.write(Self.chains.map { "\($0)\n" }.joined(), to: "pool.smi")
    let values = Self.chains.filter { !$0.contains("S") }.map { "\($0),\(6 - 0.1 * Double($0.count))\n" }
    try folder.write("smiles,gap\n" + values.joined(), to: "values.csv")
    try folder.write(
      """
      name: failing
      seed: 1
      objectives:
        - property: gap
          goal: minimize
      pool: pool.smi
      calculator:
        program: table
        file: values.csv
      surrogate: {model: standard, library: none}
      acquisition: log-expected-improvement
      budget: {calculations: 28, initial: 16, batch: 6}
      """, to: "failing.yaml")
  }

  @Test func whatExplainsThemIsShown() throws {
    let folder = try TemporaryFolder()
    try campaign(folder)
    let ending = try Program.run(["run", "failing.yaml"], in: folder)
    #expect(ending.cause == .exited(0), "\(ending)")
    let inspected = try Program.run(["inspect", "failing.yaml"], in: folder)
    #expect(
      inspected.output.contains(
        /\nP\(success\) learnt from \d+ calculations, \d+ of them failed, best explained by element S; 0\.9\d for a molecule unlike all of them\n/
      ), "\(inspected)")
    let json = try Program.run(["inspect", "failing.yaml", "--json"], in: folder)
    #expect(json.output.contains(/"explanation" ?: ?"element S"/), "\(json)")
  }
}
