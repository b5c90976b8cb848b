import Calculation
import Chemistry
import Testing

@Suite struct MOPACAcceptanceTests {
  @Test func allFoldersAreThere() {
    #expect(MOPACRecordedRun.all.count == 37)
  }

  @Test(arguments: MOPACRecordedRun.all) func recordedRuns(run: MOPACRecordedRun) throws {
    switch try run.verdict() {
    case .success(let result):
      let expected = try #require(try run.folder.expectedValues(), "It should have been refused: \(result)")
      #expect(Set(result.values.keys) == Set(try run.calculator().properties.map(\.name)))
      #expect(Set(result.values.keys) == Set(expected.keys))
      for (name, value) in expected {
        #expect(abs(try #require(result.values[name]) - value) < 1e-9, "\(name)")
      }
    case .failure(let failure):
      let expected = try #require(try run.folder.expectedFailure(), "It should have been accepted: \(failure)")
      #expect(failure.failureClass == expected.failureClass)
      #expect(failure.message == expected.message)
      #expect(!failure.evidence.isEmpty)
    }
  }

  @Test func aChangedRunConvergesToTheSameMinimum() throws {
    let one = try MOPACRecordedRun.named("01-ethanol").verdict().get()
    let other = try MOPACRecordedRun.named("08-ethanol-changed").verdict().get()
    #expect(abs(try #require(one.values["heat_of_formation"]) - #require(other.values["heat_of_formation"])) < 0.05)
  }

  @Test func aSteepGradientIsNotBelievedToBeOptimisedAndLeavesItsGeometry() throws {
    let run = try MOPACRecordedRun.named("44-steep-gradient")
    #expect(try run.output().files["molecule.out"]?.contains("GEOMETRY OPTIMISED") == true)
    let failure = #expect(throws: CalculationFailure.self) { try run.verdict().get() }
    #expect(failure?.evidence == "The norm of the gradient is 5.624 kcal/mol/Å, the limit 1.0.")
    #expect(failure?.restart?.elements.count == 24)
  }

  @Test func aLimitThatWasMetBeforeTheLowestStepIsNoted() throws {
    let run = try MOPACRecordedRun.named("45-lowest-of-all-steps")
    let notes = try run.verdict().get().notes
    #expect(notes.count == 1 && notes[0].hasPrefix("The norm of the gradient is 2.554 kcal/mol/Å: the optimiser met"))
  }

  // MARK: A good run with one thing wrong

  /// What becomes of the good run of ethanol with other files, or another end.
  private func verdict(
    termination: Termination = .exited(0), _ change: (inout [String: String]) -> Void = { _ in }
  ) throws -> CalculationFailure? {
    let run = try MOPACRecordedRun.named("01-ethanol")
    let output = try run.output()
    var files = output.files
    change(&files)
    let changed = AttemptOutput(
      termination: termination, standardOutput: output.standardOutput, standardError: output.standardError, files: files
    )
    guard case .failure(let failure) = try run.calculator().parse(changed, of: run.request()) else { return nil }
    return failure
  }

  @Test func nothingWrong() throws {
    #expect(try verdict() == nil)
  }

  @Test(arguments: [
    ("molecule.aux", "HEAT_OF_FORMATION:KCAL/MOL=-0.", "HEAT_OF_FORMATION:KCAL/MOL=NaN", FailureClass.convergence),
    ("molecule.aux", "GRADIENT_NORM:KCAL/MOL/ANGSTROM=+0.8", "GRADIENT_NORM:KCAL/MOL/ANGSTROM=NaN", .convergence),
    ("molecule.aux", " DIPOLE:", " MOMENT:", .unknown),
    ("molecule.aux", "BOND_ORDERS", "ORDERS", .unknown),
    ("molecule.aux", "ATOM_X_OPT", "ATOM_X_BEST", .unknown),
    ("molecule.aux", "ATOM_CHARGES", "CHARGES", .unknown),
    ("molecule.aux", "SET_OF_MOS=       1      18", "SET_OF_MOS=       2      19", .input),
    ("molecule.aux", "END OF MOPAC FILE", "", .random),
    ("molecule.out", "GEOMETRY OPTIMISED", "GEOMETRY", .convergence),
    ("molecule.out", "SCF FIELD WAS ACHIEVED", "SCF", .convergence),
    ("molecule.out", "== MOPAC DONE ==", "", .random),
  ])
  func oneThingWrong(file: String, old: String, new: String, failureClass: FailureClass) throws {
    let failure = try verdict { files in
      #expect(files[file]?.contains(old) == true)
      files[file] = files[file]?.replacing(old, with: new)
    }
    #expect(failure?.failureClass == failureClass)
  }

  @Test(arguments: ["molecule.out", "molecule.arc", "molecule.aux"]) func missingFiles(name: String) throws {
    #expect(try verdict { $0[name] = nil }?.failureClass == .unknown)
    #expect(try verdict { $0[name] = "" }?.failureClass == .random)
  }

  @Test func chargesThatSumToAnotherCharge() throws {
    let failure = try verdict { files in
      let document = MOPACDocument(files["molecule.aux"] ?? "")
      guard let charge = document.words("ATOM_CHARGES")?.first else { return }
      files["molecule.aux"] = files["molecule.aux"]?.replacing(charge, with: "+0.5")
    }
    #expect(failure?.failureClass == .input)
    #expect(failure?.message.contains("charges sum to") == true)
  }

  @Test(arguments: [
    ("02-methyl-radical", []), ("01-ethanol", []),
    (
      "10-triplet-oxygen",
      ["2 unpaired electrons of parallel spin were assumed, as the SMILES has them; set 'unpaired' for fewer."]
    ),
    (
      "11-phenoxyl", ["The unrestricted wave function is contaminated by other spin states: ⟨S²⟩ is 0.959, not 0.75."]
    ),
  ])
  func contaminationOfTheSpinIsNoted(name: String, notes: [String]) throws {
    #expect(try MOPACRecordedRun.named(name).verdict().get().notes == notes)
  }

  @Test func aFailingStatusIsBelieved() throws {
    #expect(try verdict(termination: .exited(1))?.failureClass == .unknown)
    #expect(try verdict(termination: .signalled(11))?.failureClass == .random)
    #expect(try verdict(termination: .timedOut)?.failureClass == .timeout)
  }
}
