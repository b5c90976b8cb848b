import Calculation
import Chemistry
import CohobateTesting
import Testing

@Suite struct SabotageTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private let request = AttemptRequest.running(
    "/bin/echo", ["fine"],
    files: [.init(name: "molecule.xyz", contents: "2\nCO\nC 0.0 -1.25 3e-05\nO 1 2.5 1.5E+01\n")],
    collect: ["result.json", "garbage"])

  private func output(_ sabotage: Sabotage) async -> AttemptOutput {
    await SabotagingExecutor(sabotage).run(request, in: scratch.path)
  }

  @Test func programsEndAsTheyAreMeantTo() async {
    #expect(await output(.neverEnds(timeLimitSeconds: 0.1)).termination == .timedOut)
    #expect(await output(.signal(.kill)).termination == .signalled(9))
    #expect(await output(.signal(.segmentationFault)).termination == .signalled(11))
    guard case .notStarted = await output(.vanished).termination else {
      Issue.record("It should not have started.")
      return
    }
  }

  @Test func othersAreSparedWhereOneMoleculeIsTheVictim() async throws {
    let molecules = try ["C", "O"].map { try Molecule(smiles: $0) }
    let executor = SabotagingExecutor(.signal(.kill), onlyFor: molecules[0])
    for (molecule, expected) in zip(molecules, [Termination.signalled(9), .exited(0)]) {
      let request = AttemptRequest.running("/bin/true", molecule: molecule)
      #expect(await executor.run(request, in: scratch.path).termination == expected)
    }
  }

  @Test func garbageIsEverywhere() async {
    let output = await output(.garbage("nonsense\nand more"))
    #expect(output.termination == .exited(0))
    #expect(output.standardOutput == "nonsense\nand more")
    #expect(output.files == ["result.json": "nonsense\nand more", "garbage": "nonsense\nand more"])
  }

  @Test func aWorkerAnswersWithALineOfGarbage() {
    let question = AttemptRequest(
      number: 1, molecule: nil, geometry: nil, executable: "/bin/worker", arguments: ["--x"], environment: [:],
      timeLimitSeconds: 1, standardInput: "question", isForWorker: true)
    let sabotaged = Sabotage.garbage("nonsense\nand more").applied(to: question)
    #expect(sabotaged.commandLine == ["/bin/cat"])
    #expect(sabotaged.standardInput == "nonsense")
    #expect(sabotaged.isForWorker)
    #expect(Sabotage.garbage("").applied(to: question).standardInput == "")
  }

  @Test(arguments: [
    (Sabotage.BrokenGeometry.coincident, "2\nCO\nC 0.000000 0.000000 0.000000\nO 1 0.000000 0.000000\n"),
    (.notANumber, "2\nCO\nC NaN NaN NaN\nO 1 NaN NaN\n"), (.empty, ""),
  ])
  func coordinatesAreRuinedAndCountsAreNot(geometry: Sabotage.BrokenGeometry, contents: String) {
    let sabotaged = Sabotage.broken(geometry, timeLimitSeconds: 2).applied(to: request)
    #expect(sabotaged.files == [.init(name: "molecule.xyz", contents: contents)])
    #expect(sabotaged.commandLine == request.commandLine)
    #expect(sabotaged.timeLimitSeconds == 2)
  }
}
