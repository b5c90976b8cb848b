import Calculation
import Chemistry
import Testing

@Suite struct XTBFukuiIndicesTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  @Test func differencesOfChargesAreTheIndices() throws {
    let indices = try #require(
      XTBFukuiIndices(charges: [-0.4, 0.4], withOneMore: [-0.7, -0.3], withOneLess: [0.4, 0.6]))
    let expected = [("fukui_plus", [0.3, 0.7]), ("fukui_minus", [0.8, 0.2]), ("fukui_zero", [0.55, 0.45])]
    for (name, values) in expected {
      let found = try #require(indices.atomicValues[name])
      #expect(zip(found, values).allSatisfy { abs($0 - $1) < 1e-12 }, "\(name)")
      #expect(indices.values[name] == found.max())
    }
    #expect(XTBFukuiIndices(charges: [0], withOneMore: [0, 0], withOneLess: [0]) == nil)
    #expect(XTBFukuiIndices(charges: [], withOneMore: [], withOneLess: []) == nil)
  }

  /// Aniline is attacked by electrophiles at nitrogen. The figures were found by three single points by hand, of N, N + 1 and
  /// N − 1 electrons.
  @Test func anilineHasTheIndicesOfThreeSinglePoints() async throws {
    let (result, attempts) = try await calculated("Nc1ccccc1")
    #expect(attempts == ["optimise", "attach", "detach"])
    let nitrogen = try #require(result.geometry?.elements.firstIndex(of: "N"))
    let plus = try #require(result.atomicValues["fukui_plus"])
    let minus = try #require(result.atomicValues["fukui_minus"])
    #expect(abs(plus[nitrogen] - 0.036) < 0.002)
    #expect(abs(minus[nitrogen] - 0.130) < 0.002)
    for indices in [plus, minus] { #expect(abs(indices.reduce(0, +) - 1) < 1e-3) }
  }

  /// With an electron more or less an odd number of electrons becomes a closed shell.
  @Test func aRadicalHasTheIndicesOfItsClosedIons() async throws {
    let (result, _) = try await calculated("C[CH2]")
    let minus = try #require(result.atomicValues["fukui_minus"])
    #expect(abs(minus.reduce(0, +) - 1) < 1e-3)
    // Of the two carbon atoms the radical centre, the first of [CH2]C, gives more of the electron.
    #expect(minus[0] > 0.15 && minus[1] < 0)
  }

  private func calculated(_ smiles: String) async throws -> (CalculationResult, steps: [String]) {
    let settings = XTBSettings(conformers: 1, propertyRuns: [.attach, .detach])
    let stage = CalculationStage(
      calculator: XTBCalculator(settings: settings), executor: LocalExecutor(), concurrency: 1, workdir: scratch.path)
    var outcome: CalculationOutcome?
    try await stage.run([CalculationJob(number: 1, molecule: try Molecule(smiles: smiles))]) { outcome = $1 }
    let ended = try #require(outcome)
    return (try ended.result.get(), ended.attempts.map(\.step))
  }
}
