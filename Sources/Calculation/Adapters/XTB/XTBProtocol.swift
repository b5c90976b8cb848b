/// The named protocols: settings that belong together.
public enum XTBProtocolName: String, Sendable, CaseIterable {
  /// Eight conformers, optimised with GFN2-xTB; for properties that depend on the conformer.
  case standard
  /// A GFN2-xTB single point on one conformer optimised with GFN-FF; for a first look at many molecules.
  case quick
  /// More conformers, preoptimised, and a tight optimisation; for a few large or flexible molecules.
  case thorough

  /// The settings, without solvent and without properties that need additional runs.
  public var settings: XTBSettings {
    switch self {
    case .standard: XTBSettings()
    case .quick: XTBSettings(preoptimisation: .gfnff, optimisation: .none, conformers: 1)
    case .thorough: XTBSettings(preoptimisation: .gfnff, optimisation: .tight, conformers: 24)
    }
  }
}

extension XTBSettings {
  /// All runs of a calculation, in order.
  var runs: [XTBRun] {
    (preoptimisation == .none ? [] : [.preoptimise]) + [optimisation == .none ? .calculate : .optimise] + propertyRuns
  }

  /// The run that determines the values of a geometry. A single atom gets a single point: xtb reports no convergence
  /// for its optimisation, which has nothing to do.
  func mainRun(ofAtoms count: Int) -> XTBRun { optimisation == .none || count == 1 ? .calculate : .optimise }

  /// The first run of a calculation.
  func firstRun(ofAtoms count: Int) -> XTBRun { count == 1 ? .calculate : runs[0] }

  /// The protocol as a value. It has the name of a named protocol if it differs from that at most in solvent and
  /// properties.
  var calculationProtocol: CalculationProtocol {
    let name = XTBProtocolName.allCases.first { name in
      var settings = name.settings
      (settings.executable, settings.timeLimitSeconds) = (executable, timeLimitSeconds)
      (settings.solvent, settings.solvation, settings.propertyRuns) = (solvent, solvation, propertyRuns)
      settings.electrons = electrons
      return settings == self
    }
    return CalculationProtocol(
      name: name?.rawValue ?? "custom", version: 2, steps: [.embedding(conformers: conformers)] + runs.map(step),
      summary: summary)
  }

  /// The protocol in one line for people.
  public var summary: String {
    let geometry = optimisation == .none ? "single point" : "\(optimisation.rawValue) optimisation"
    let number = conformers == 1 ? "1 conformer" : "\(conformers) conformers"
    let first = preoptimisation == .none ? "" : ", GFN-FF preoptimisation"
    let medium = solvent.map { "\(solvation.rawValue) \($0.rawValue)" } ?? "gas phase"
    let more = propertyRuns.isEmpty ? "" : ", " + propertyRuns.map(\.rawValue).joined(separator: ", ")
    return "\(method.nameInOutput)\(first), \(geometry), \(number), \(medium)\(electrons.summary)\(more)"
  }

  private func step(_ run: XTBRun) -> CalculationProtocol.Step {
    var settings = [
      "method": run == .ionise ? "IPEA-xTB" : run.method(in: self).nameInOutput,
      "solvent": solvent.map { "\(solvation.rawValue) \($0.rawValue)" } ?? "none",
    ].merging(electrons.inWords) { first, _ in first }
    switch run {
    case .preoptimise: settings["level"] = Optimisation.normal.rawValue
    case .optimise:
      settings["level"] = optimisation.rawValue
      settings["of a single atom"] = "a single point"
    case .vibrate: settings["at"] = "298.15 K, 1 atm"
    case .attach: settings["electrons"] = "one more"
    case .detach: settings["electrons"] = "one less"
    case .calculate, .ionise: break
    }
    if !run.isOptimisation && run != .calculate { settings["of"] = "the conformer of lowest energy" }
    return CalculationProtocol.Step(run.rawValue, settings)
  }
}
