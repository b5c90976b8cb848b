/// The protocols that have a name: settings that fit together.
public enum XTBProtocolName: String, Sendable, CaseIterable {
  /// For properties that depend on the conformer: eight conformers, optimised with GFN2-xTB.
  case standard
  /// For a first look at many molecules: a GFN2-xTB single point on one conformer optimised with GFN-FF.
  case quick
  /// For few molecules that are large or flexible: more conformers, preoptimised, and a tight optimisation.
  case thorough

  /// The settings, without solvent and without properties beyond those that come free.
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

  /// The run that decides on a geometry's values. xtb does not say that the optimisation of a single atom converged, and
  /// there is nothing to it.
  func mainRun(ofAtoms count: Int) -> XTBRun { optimisation == .none || count == 1 ? .calculate : .optimise }

  /// The run that a calculation begins with.
  func firstRun(ofAtoms count: Int) -> XTBRun { count == 1 ? .calculate : runs[0] }

  /// The protocol as a value. It has the name of a protocol if it differs from it at most in solvent and properties.
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

  /// The protocol in a line for people.
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
