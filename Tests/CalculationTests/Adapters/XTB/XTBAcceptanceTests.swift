import Calculation
import Chemistry
import Testing

@Suite struct XTBAcceptanceTests {
  @Test func allFoldersAreThere() {
    #expect(GoldenFolder.all.count == 50)
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

  // MARK: A good run with one thing wrong

  /// What becomes of the good run of ethanol with other output.
  private func verdict(_ change: (inout RecordedXTBRun) -> Void) throws -> CalculationFailure? {
    try RecordedXTBRun("01-ethanol").verdict(change)
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

  @Test func anotherMethod() throws {
    let failure = try verdict { $0.replaceInDocument("GFN2-xTB", with: "GFN1-xTB") }
    #expect(failure == CalculationFailure(.input, "xtb ran GFN1-xTB, not GFN2-xTB.", evidence: failure?.evidence ?? ""))
  }

  @Test func chargesThatSumToAnotherCharge() throws {
    let failure = try verdict { $0.replaceInDocument("\"partial charges\": [", with: "\"partial charges\": [ 1.0,") }
    #expect(failure?.failureClass == .input)
  }

  @Test func suspiciousBondsAreNotedAndAccepted() throws {
    let folder = try #require(GoldenFolder.all.first { $0.name == "09-bicyclopentane" })
    let result = try XTBCalculator().parse(folder.output(), of: folder.request()).get()
    #expect(result.notes.count == 1)
    #expect(result.notes.first?.contains("may be bonded") == true)
  }
}
