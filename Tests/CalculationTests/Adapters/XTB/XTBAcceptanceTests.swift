import Calculation
import Chemistry
import Testing

@Suite struct XTBAcceptanceTests {
  @Test func allFoldersAreThere() {
    #expect(GoldenFolder.all.count == 41)
  }

  @Test(arguments: GoldenFolder.all) func recordedRuns(folder: GoldenFolder) throws {
    let calculator = try folder.calculator()
    switch calculator.parse(try folder.output(), of: try folder.request()) {
    case .success(let result):
      let expected = try #require(try folder.expectedValues(), "It should have been refused: \(result)")
      if folder.step == nil { #expect(Set(result.values.keys) == Set(calculator.properties.map(\.name))) }
      #expect(Set(result.values.keys) == Set(expected.keys))
      for (name, value) in expected {
        #expect(abs(try #require(result.values[name]) - value) < 1e-9, "\(name)")
      }
    case .failure(let failure):
      let expected = try #require(try folder.expectedFailure(), "It should have been accepted: \(failure)")
      #expect(failure.failureClass == expected.failureClass)
      #expect(failure.message == expected.message)
      #expect(expected.evidenceContains.isEmpty || failure.evidence.contains(expected.evidenceContains))
    }
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

  @Test func atomsHaveTheirFukuiIndices() throws {
    let folder = try #require(GoldenFolder.all.first { $0.name == "36-fukui" })
    let result = try XTBCalculator().parse(folder.output(), of: folder.request()).get()
    #expect(result.atomicValues["fukui_plus"] == [-0.022, -0.018, 0.209, 0.099, 0.147, 0.121, 0.227, 0.148, 0.088])
    #expect(result.atomicValues["fukui_minus"]?[2] == 0.223)
    #expect(result.atomicValues["fukui_zero"]?[2] == 0.216)
  }

  /// What becomes of a recorded run for properties with another log, or another document.
  private func verdict(
    on name: String, replacing old: String, with new: String
  ) throws -> CalculationFailure? {
    let folder = try #require(GoldenFolder.all.first { $0.name == name })
    var parts = Parts(try folder.output())
    let (log, document) = (parts.standardOutput, parts.files["xtbout.json"])
    parts.standardOutput = log.replacing(old, with: new)
    parts.replaceInDocument(old, with: new)
    #expect(parts.standardOutput != log || parts.files["xtbout.json"] != document, "Nothing was replaced.")
    guard case .failure(let failure) = XTBCalculator().parse(parts.output, of: try folder.request()) else { return nil }
    return failure
  }

  @Test(arguments: [
    ("30-ionise", "delta SCC EA (eV):", "delta EA:", FailureClass.unknown),
    ("30-ionise", "delta SCC IP (eV):   10.3848", "delta SCC IP (eV):   -357.16", .unknown),
    ("34-vibrate", "TOTAL FREE ENERGY", "FREE", .unknown),
    ("34-vibrate", "vibrational frequencies/rcm", "frequencies", .unknown),
    ("34-vibrate", "226.33439078", "-20.5", .convergence),
    ("36-fukui", "     9H       0.088", "     9C       0.088", .unknown),
    ("36-fukui", "     3O       0.209", "     3O       0.509", .unknown),
    ("37-force-field", "G F N - F F", "G F N 2", .input),
    ("37-force-field", "| TOTAL ENERGY", "| ENERGY", .unknown),
  ])
  func runsForPropertiesWithOneThingWrong(
    folder: String, old: String, new: String, failureClass: FailureClass
  ) throws {
    #expect(try verdict(on: folder, replacing: old, with: new)?.failureClass == failureClass)
  }

  @Test func aSlightlyImaginaryVibrationIsNoise() throws {
    #expect(try verdict(on: "34-vibrate", replacing: "226.33439078", with: "-19.5") == nil)
  }

  // MARK: A good run with one thing wrong

  /// What becomes of the good run of ethanol with other output.
  private func verdict(_ change: (inout Parts) -> Void) throws -> CalculationFailure? {
    let folder = try #require(GoldenFolder.all.first)
    var parts = Parts(try folder.output())
    change(&parts)
    let result = XTBCalculator().parse(parts.output, of: try folder.request())
    guard case .failure(let failure) = result else { return nil }
    return failure
  }

  private struct Parts {
    var termination: Termination
    var standardOutput: String
    var standardError: String
    var files: [String: String]

    init(_ output: AttemptOutput) {
      (termination, standardOutput) = (output.termination, output.standardOutput)
      (standardError, files) = (output.standardError, output.files)
    }

    var output: AttemptOutput {
      AttemptOutput(
        termination: termination, standardOutput: standardOutput, standardError: standardError, files: files)
    }

    mutating func replaceInDocument(_ old: String, with new: String) {
      files["xtbout.json"] = files["xtbout.json"]?.replacing(old, with: new)
    }
  }

  @Test func nothingWrong() throws {
    #expect(try verdict { _ in } == nil)
  }

  @Test func abnormalTerminationIsNotNormal() throws {
    let failure = try verdict { $0.standardError = "abnormal termination of xtb\n" }
    #expect(failure?.failureClass == .random)
  }

  @Test(arguments: [(Int32(137), "signal 9"), (139, "signal 11"), (129, "signal 1")])
  func aShellsStatusOfASignal(status: Int32, words: String) throws {
    let failure = try verdict { $0.termination = .exited(status) }
    #expect(failure?.failureClass == .random)
    #expect(failure?.message.contains(words) == true)
  }

  @Test func aFailingStatusIsBelievedAgainstTheTerminationLine() throws {
    #expect(try verdict { $0.termination = .exited(1) } != nil)
  }

  @Test func anErrorStopWithoutReasonIsUnknown() throws {
    let failure = try verdict {
      $0.termination = .exited(1)
      $0.standardError = "ERROR STOP\nabnormal termination of xtb\n"
    }
    #expect(failure?.failureClass == .unknown)
    #expect(failure?.evidence.contains("ERROR STOP") == true)
  }

  @Test func anUnknownRootCauseIsQuoted() throws {
    let failure = try verdict {
      $0.termination = .exited(1)
      $0.standardError = "abnormal termination of xtb\n"
      $0.standardOutput += "########\n[ERROR] Program stopped due to fatal error\n-2- outer\n-1- inner: new\n########\n"
    }
    #expect(failure == CalculationFailure(.unknown, "xtb gave up: inner: new.", evidence: "-2- outer\n-1- inner: new"))
  }

  @Test func aFullDiskThatWasNoticedIsRandom() throws {
    let failure = try verdict {
      $0.termination = .exited(2)
      $0.standardError = "Fortran runtime error: No space left on device\n"
    }
    #expect(failure?.failureClass == .random)
  }

  @Test func convergenceMustBeSaid() throws {
    let failure = try verdict {
      $0.standardOutput = $0.standardOutput.replacing("GEOMETRY OPTIMIZATION CONVERGED", with: "GEOMETRY DONE")
    }
    #expect(failure?.failureClass == .unknown)
  }

  @Test func solventsThatWereNotAskedForAreRefused() throws {
    let failure = try verdict { $0.standardOutput += "\n        Solvent                        water\n" }
    #expect(failure?.failureClass == .input)
  }

  @Test(arguments: [("xtbout.json", FailureClass.unknown), ("xtbopt.xyz", .unknown), ("wbo", .unknown)])
  func missingFiles(name: String, failureClass: FailureClass) throws {
    #expect(try verdict { $0.files[name] = nil }?.failureClass == failureClass)
  }

  @Test func emptyGeometryIsAFullDisk() throws {
    #expect(try verdict { $0.files["xtbopt.xyz"] = "" }?.failureClass == .random)
  }

  @Test func geometryThatCannotBeRead() throws {
    let failure = try verdict { $0.files["xtbopt.xyz"] = "9\n\nC 0 0 ****\n" }
    #expect(failure?.failureClass == .unknown)
    #expect(failure?.evidence.contains("****") == true)
  }

  @Test func otherAtoms() throws {
    let failure = try verdict {
      $0.files["xtbopt.xyz"] = $0.files["xtbopt.xyz"]?.replacing("\nO ", with: "\nS ")
    }
    #expect(failure?.failureClass == .topologyChanged)
  }

  @Test func bondOrdersThatCannotBeRead() throws {
    #expect(try verdict { $0.files["wbo"] = "1 2 ********\n" }?.failureClass == .unknown)
    // Bond orders of a full disk: only one of the two witnesses is there, so that nothing is proven changed.
    #expect(try verdict { $0.files["wbo"] = "" } == nil)
  }

  @Test func anotherMethod() throws {
    let failure = try verdict { $0.replaceInDocument("GFN2-xTB", with: "GFN1-xTB") }
    #expect(failure == CalculationFailure(.input, "xtb ran GFN1-xTB, not GFN2-xTB.", evidence: failure?.evidence ?? ""))
  }

  @Test func chargesThatSumToAnotherCharge() throws {
    let failure = try verdict { $0.replaceInDocument("\"partial charges\": [", with: "\"partial charges\": [ 1.0,") }
    #expect(failure?.failureClass == .input)
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

  @Test func suspiciousBondsAreNotedAndAccepted() throws {
    let folder = try #require(GoldenFolder.all.first { $0.name == "09-bicyclopentane" })
    let result = try XTBCalculator().parse(folder.output(), of: folder.request()).get()
    #expect(result.notes.count == 1)
    #expect(result.notes.first?.contains("may be bonded") == true)
  }
}
