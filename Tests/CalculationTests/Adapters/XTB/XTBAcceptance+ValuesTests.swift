import Calculation
import Chemistry
import Testing

/// Where each number comes from, on recorded runs.
@Suite struct XTBAcceptanceValuesTests {
  /// What becomes of the good run of ethanol with other output.
  private func verdict(_ change: (inout RecordedXTBRun) -> Void) throws -> CalculationFailure? {
    try RecordedXTBRun("01-ethanol").verdict(change)
  }

  @Test func atomsHaveTheirCharges() throws {
    for (name, oxygen) in [("01-ethanol", -0.4429), ("37-force-field", -0.4716)] {
      let folder = try #require(GoldenFolder.all.first { $0.name == name })
      let result = try XTBCalculator().parse(folder.output(), of: folder.request()).get()
      let charges = try #require(result.atomicValues["charge"])
      #expect(charges.count == 9)
      #expect(abs(charges[2] - oxygen) < 1e-3)
    }
  }

  @Test(arguments: [
    ("30-ionise", "delta SCC EA (eV):", "delta EA:", FailureClass.unknown),
    ("30-ionise", "delta SCC IP (eV):   10.3848", "delta SCC IP (eV):   -357.16", .unknown),
    ("34-vibrate", "TOTAL FREE ENERGY", "FREE", .unknown),
    ("34-vibrate", "vibrational frequencies/rcm", "frequencies", .unknown),
    ("34-vibrate", "226.33439078", "-20.5", .convergence),
    (
      "36-electron-attached", "\"number of electrons\": 21", "\"number of electrons\": 20", .input
    ),
    ("37-force-field", "G F N - F F", "G F N 2", .input),
    ("37-force-field", "| TOTAL ENERGY", "| ENERGY", .unknown),
  ])
  func runsForPropertiesWithOneThingWrong(
    folder: String, old: String, new: String, failureClass: FailureClass
  ) throws {
    #expect(try RecordedXTBRun(folder).verdict(replacing: old, with: new)?.failureClass == failureClass)
  }

  /// As xtb leaves the search for the point group of a geometry whose symmetry elements make none.
  @Test(arguments: [Termination.signalled(6), .signalled(11), .exited(134), .exited(139)])
  func aCrashOfAVibrationIsTriedWithoutThePointGroup(termination: Termination) throws {
    let failure = try RecordedXTBRun("34-vibrate").verdict { $0.termination = termination }
    #expect(failure?.failureClass == .convergence)
    #expect(try RecordedXTBRun("34-vibrate").verdict { $0.termination = .signalled(9) }?.failureClass == .random)
    #expect(try RecordedXTBRun("01-ethanol").verdict { $0.termination = termination }?.failureClass == .random)
  }

  /// xtb does not look for the point group of a linear molecule.
  @Test func aCrashOfALinearMoleculesVibrationIsNotThePointGroups() throws {
    let line = try Geometry(
      elements: ["O", "C", "O"], coordinates: [-1.14, 0, 0, 0, 0, 0, 1.14, 0, 0],
      bonds: [.init(first: 0, second: 1, order: 2), .init(first: 1, second: 2, order: 2)])
    let request = AttemptRequest(
      number: 1, step: "vibrate", molecule: try Molecule(smiles: "O=C=O"), geometry: line, executable: "/usr/bin/xtb",
      arguments: [], environment: [:], timeLimitSeconds: 60)
    let result = XTBCalculator().parse(AttemptOutput(termination: .signalled(11)), of: request)
    guard case .failure(let failure) = result else {
      Issue.record("A crash was accepted.")
      return
    }
    #expect(failure.failureClass == .random)
  }

  @Test func aSaddlePointHasAWayOut() throws {
    let failure = try RecordedXTBRun("35-saddle-point").verdict { _ in }
    #expect(failure?.restart?.elements == ["N", "H", "H", "H"])
    let without = try RecordedXTBRun("35-saddle-point").verdict { $0.files["xtbhess.xyz"] = nil }
    #expect(without == CalculationFailure(.convergence, without?.message ?? "", evidence: without?.evidence ?? ""))
    let others = try RecordedXTBRun("35-saddle-point").verdict { $0.files["xtbhess.xyz"] = "1\n\nN 0 0 0\n" }
    #expect(others?.restart == nil)
  }

  @Test func aSlightlyImaginaryVibrationIsNoise() throws {
    #expect(try RecordedXTBRun("34-vibrate").verdict(replacing: "226.33439078", with: "-19.5") == nil)
  }

  // MARK: Orbitals, dipole and bonds of the good run

  @Test func bondOrdersThatCannotBeRead() throws {
    #expect(try verdict { $0.files["wbo"] = "1 2 ********\n" }?.failureClass == .unknown)
    #expect(try verdict { $0.files["wbo"] = "\(Int.min) 2 1.0\n" }?.failureClass == .unknown)
    // Bond orders of a full disk: only one of the two witnesses is there, so that nothing is proven changed.
    #expect(try verdict { $0.files["wbo"] = "" } == nil)
  }

  @Test(arguments: ["[[2, 2]]", "[[0, 1]]", "[[\(Int.min), 1]]", "[[]]"])
  func neighboursThatCannotBeRead(lists: String) throws {
    let failure = try RecordedXTBRun("37-force-field").verdict { $0.files["gfnff_lists.json"] = "{\"nb\": \(lists)}" }
    #expect(failure?.message == "xtb's neighbours of atom 1 cannot be read.")
  }

  @Test func aGapThatIsNotBetweenTheOrbitals() throws {
    let failure = try verdict { $0.replaceInDocument("12.89305957", with: "12.5") }
    #expect(failure?.failureClass == .unknown)
    #expect(try verdict { $0.replaceInDocument("12.89305957", with: "-12.89305957") }?.failureClass == .unknown)
  }

  @Test func theDipoleMustBeInTheLog() throws {
    let failure = try verdict { $0.standardOutput = $0.standardOutput.replacing("full:", with: "part:") }
    #expect(failure?.message == "xtb printed no dipole moment.")
  }

  @Test func thePolarizabilityMustBeInTheLog() throws {
    let failure = try verdict { $0.standardOutput = $0.standardOutput.replacing("Mol. α(0)", with: "Mol. β(0)") }
    #expect(failure?.message == "xtb printed no polarizability.")
  }

  @Test func anIonsDipoleDoesNotDependOnTheOrigin() throws {
    let folder = try #require(GoldenFolder.all.first { $0.name == "03-acetate" })
    let output = try folder.output()
    // The same run 10 Å further along x, where the printed dipole is 52 D larger.
    let moved = output.standardOutput
      .replacing("full:       -2.799      -0.214       0.001       7.134", with: "full: -21.696 -0.214 0.001 55.148")
      .replacing("center of mass at/Å    :        0.7753447", with: "center of mass at/Å    :       10.7753447")
    let there = try XTBCalculator().parse(output, of: folder.request()).get()
    let movedOutput = AttemptOutput(
      termination: output.termination, standardOutput: moved, standardError: output.standardError, files: output.files)
    let here = try XTBCalculator().parse(movedOutput, of: folder.request()).get()
    #expect(moved != output.standardOutput)
    #expect(abs(try #require(here.values["dipole"]) - #require(there.values["dipole"])) < 3e-3)
  }

  @Test func aSingleAtomIsSaidToBeASinglePoint() throws {
    #expect(
      try RecordedXTBRun("42-helium").read().get().notes == [
        "A single atom has nothing to optimise: this is a single point."
      ])
    #expect(try RecordedXTBRun("06-ethanol-single-point").read().get().notes == [])
  }
}
