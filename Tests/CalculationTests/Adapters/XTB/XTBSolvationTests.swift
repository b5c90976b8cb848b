import Calculation
import Testing

@Suite struct XTBSolvationTests {
  /// Every solvent that is offered, and every one that is not, with the real program.
  @Test(arguments: XTBSolvation.allCases, XTBSettings.Method.allCases)
  func offeredAreExactlyThoseWithParameters(model: XTBSolvation, method: XTBSettings.Method) async throws {
    let scratch = try Scratch()
    let environment = ["PATH": "/usr/bin:/bin", "XTBPATH": "/usr/share/xtb", "OMP_NUM_THREADS": "1"]
    let file = AttemptRequest.File(name: "m.xyz", contents: "2\n\nH 0 0 0\nF 0 0 0.92\n")
    let options = method == .gfnff ? ["--gfnff"] : ["--gfn", method == .gfn1 ? "1" : "2"]
    let flag = model == .alpb ? "--alpb" : "--gbsa"
    for solvent in XTBSolvation.Solvent.allCases {
      let output = await LocalExecutor().run(
        .running(
          "/usr/bin/xtb", ["m.xyz"] + options + [flag, solvent.rawValue], environment: environment, files: [file]),
        in: try scratch.folder())
      let isThere = output.termination == .exited(0)
      #expect(isThere == model.solvents(for: method).contains(solvent), "\(flag) \(solvent) with \(method)")
    }
  }
}
