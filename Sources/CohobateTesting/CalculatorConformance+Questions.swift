import Calculation
import Chemistry
import Foundation

/// One function for each question, which returns the problems of the answer.
extension CalculatorConformance {
  // MARK: Description

  func descriptionViolations() async -> [String] {
    var found: [String] = []
    if calculator.name.isEmpty { found.append("The calculator has no name.") }
    if calculator.name != equal.name { found.append("Two equal calculators have different names.") }
    found += propertyViolations() + protocolViolations()
    do throws(CalculatorUnavailable) {
      let version = try await calculator.version(on: executor)
      if version.isEmpty { found.append("The version is empty.") }
      if try await equal.version(on: executor) != version {
        found.append("The version changed from one question to the next.")
      }
    } catch {
      found.append("The calculator is unavailable: \(error)")
    }
    return found
  }

  private func propertyViolations() -> [String] {
    let properties = calculator.properties
    var found: [String] = []
    if properties.isEmpty { found.append("The calculator gives no property.") }
    if properties != equal.properties { found.append("Two equal calculators give different properties.") }
    if Set(properties.map(\.name)).count < properties.count { found.append("Two properties have the same name.") }
    for property in properties where property.name.isEmpty || property.summary.isEmpty {
      found.append("The property '\(property.name)' lacks its name or its summary.")
    }
    for property in properties {
      if let known = Property.known.first(where: { $0.name == property.name }), known.unit != property.unit {
        found.append("The property '\(property.name)' is in '\(property.unit)', but is in '\(known.unit)' elsewhere.")
      }
    }
    return found
  }

  private func protocolViolations() -> [String] {
    let described = calculator.calculationProtocol
    var found: [String] = []
    if described.name.isEmpty { found.append("The protocol has no name.") }
    if described.summary.isEmpty { found.append("The protocol has no summary.") }
    if described.version < 1 { found.append("The protocol has the version \(described.version), below 1.") }
    if described.steps.contains(where: \.name.isEmpty) { found.append("A step of the protocol has no name.") }
    if equal.calculationProtocol != described { found.append("Two equal calculators have different protocols.") }
    let read = try? JSONDecoder().decode(CalculationProtocol.self, from: Data(described.json.utf8))
    if read != described { found.append("The protocol read from its JSON is another one.") }
    return found
  }

  // MARK: Molecules

  func resultViolations(of question: CalculatorQuestion) async -> [String] {
    let molecules = molecules(of: question)
    if molecules.isEmpty {
      return ["No \(question.rawValue) was given, and the question was not declared not applicable."]
    }
    var found: [String] = []
    for molecule in molecules {
      let (ending, violations) = await run(calculator, equalTo: equal, for: molecule, on: executor, in: "good")
      found += violations
      guard let result = ending.result else {
        found.append("'\(molecule.smiles)' \(ending.inWords).")
        continue
      }
      for property in calculator.properties where result.values[property.name]?.isFinite != true {
        found.append("'\(molecule.smiles)' has no finite \(property.name).")
      }
      for name in result.values.keys.sorted() where !calculator.properties.contains(where: { $0.name == name }) {
        found.append("'\(molecule.smiles)' has a value '\(name)', which is not one of the calculator's properties.")
      }
      for (name, spread) in result.spreads.sorted(by: { $0.key < $1.key }) where !(spread.isFinite && spread >= 0) {
        found.append("'\(molecule.smiles)' has a spread of \(spread) in \(name).")
      }
      let again = await run(equal, equalTo: calculator, for: molecule, on: executor, in: "good")
      if again.ending.result != result { found.append("'\(molecule.smiles)' has another result now.") }
    }
    return found
  }

  /// The failure classes that a program may report for a geometry that no molecule has.
  private static let classesOfBrokenGeometries: [FailureClass] = [.input, .convergence, .topologyChanged, .timeout]

  func brokenGeometryViolations() async -> [String] {
    var found: [String] = []
    for geometry in Sabotage.BrokenGeometry.allCases {
      found += await violations(of: "A broken geometry (\(geometry))", .broken(geometry, timeLimitSeconds: 2)) {
        // An empty input file is what a full disk leaves, so an accident is a valid answer.
        if geometry == .empty, $0.hasStopped(with: .random) { return true }
        guard case .outcome(let outcome) = $0, case .failure(let failure) = outcome.result else { return false }
        return !knowsItsProgram || Self.classesOfBrokenGeometries.contains(failure.failureClass)
      }
    }
    return found
  }

  // MARK: Programs

  func missingProgramViolations() async -> [String] {
    guard let missing else {
      return ["No calculator without its program was given, and the question was not declared not applicable."]
    }
    var found: [String] = []
    do throws(CalculatorUnavailable) {
      found.append("Without its program, the calculator has the version '\(try await missing.version(on: executor))'.")
    } catch {
      if error.problem.isEmpty { found.append("Without its program, the calculator does not say what is missing.") }
      if error.remedy.isEmpty { found.append("Without its program, the calculator does not say what to do.") }
    }
    for molecule in good {
      let (ending, violations) = await run(missing, equalTo: missing, for: molecule, on: executor, in: "missing")
      found += violations
      if case .stopped(let failure) = ending, failure.failureClass == .resource { continue }
      found.append("'\(molecule.smiles)' without the program \(ending.inWords).")
    }
    return found
  }

  func vanishedProgramViolations() async -> [String] {
    await violations(of: "A program that is gone", .vanished) { $0.hasStopped(with: .resource) }
  }

  func timeoutViolations() async -> [String] {
    await violations(of: "A program that never ends", .neverEnds(timeLimitSeconds: 0.1)) { ending in
      ending.hasFailed(with: .timeout) { $0.termination == .timedOut }
    }
  }

  func killViolations() async -> [String] {
    var found: [String] = []
    for (verb, signal) in [("is killed", Sabotage.Signal.kill), ("crashes", .segmentationFault)] {
      found += await violations(of: "A program that \(verb) for every molecule", .signal(signal)) {
        $0.hasStopped(with: .random)
      }
      found += await violations(of: "A program that \(verb) for one molecule", .signal(signal), sparesOthers: true) {
        $0.hasFailed(with: .random) { if case .signalled = $0.termination { true } else { false } }
      }
    }
    return found
  }

  /// The output of malfunctioning programs, and the contents of files after a full disk.
  private static let garbage = [
    "", "\u{1}\u{FFFD} }{ NaN *** -1e999 normal termination", "{}", "null", "[[[[[[",
    String(repeating: "x\n", count: 10_000),
  ]

  func garbageViolations() async -> [String] {
    var found: [String] = []
    for garbage in Self.garbage {
      found += await violations(of: "Garbage ('\(garbage.prefix(40))')", .garbage(garbage)) { ending in
        let failure: CalculationFailure
        switch ending {
        case .stopped(let stopped): failure = stopped
        case .outcome(let outcome):
          guard case .failure(let failed) = outcome.result else { return false }
          failure = failed
        case .threw: return false
        }
        // Meaningless output proves neither an unsuitable input nor a lack of resources.
        return [.random, .convergence, .unknown].contains(failure.failureClass)
          && (garbage.isEmpty || !failure.evidence.isEmpty)
      }
    }
    return found
  }

  func endingViolations() -> [String] {
    guard let request = firstRequests.first else { return [Self.nothingIsPlanned] }
    let words = "last words of the program"
    let expected: [(Termination, FailureClass)] = [
      (.timedOut, .timeout), (.cancelled, .cancelled), (.signalled(9), .random), (.signalled(11), .random),
      (.notStarted("it is not there"), .resource), (.outputLimitExceeded(bytes: 1), .resource),
      (.folderLimitExceeded(bytes: 1, found: 2, files: 1), .resource),
    ]
    var found: [String] = []
    for (termination, failureClass) in expected {
      let output = AttemptOutput(termination: termination, standardOutput: words)
      guard case .failure(let failure) = calculator.parse(output, of: request) else {
        found.append("A program that ended as \(termination) is taken for a result.")
        continue
      }
      if failure.failureClass != failureClass {
        found.append(
          "A program that ended as \(termination) is a failure '\(failure.failureClass)', not '\(failureClass)'.")
      }
      if case .notStarted = termination { continue }
      if !failure.evidence.contains(words) {
        found.append("The failure of a program that ended as \(termination) does not quote its last output.")
      }
    }
    return found
  }
}

extension ConformanceEnding {
  fileprivate func hasStopped(with failureClass: FailureClass) -> Bool {
    if case .stopped(let failure) = self { failure.failureClass == failureClass } else { false }
  }

  /// Whether it is a failure of the molecule after attempts that all ended in this way.
  fileprivate func hasFailed(
    with failureClass: FailureClass, afterAttempts allEndedSo: (AttemptRecord) -> Bool
  ) -> Bool {
    guard case .outcome(let outcome) = self, case .failure(let failure) = outcome.result else { return false }
    return failure.failureClass == failureClass && !outcome.attempts.isEmpty && outcome.attempts.allSatisfy(allEndedSo)
  }
}
