extension XTBSettings {
  /// Reads the settings of a campaign file: `protocol` (the other keys override its settings), `method`,
  /// `preoptimization`, `optimization`, `solvent`, `solvation`, `conformers`, `properties`, `time_limit` (seconds),
  /// `charge`, `unpaired` and `executable`.
  /// - Parameters:
  ///   - settings: The settings in the file.
  ///   - wanted: Properties with objectives, which are calculated as well if xtb knows them.
  public init(_ settings: CalculatorSettings, wanted: [String] = []) throws(CalculatorSetupError) {
    var reader = SettingsReader(settings, of: "xtb")
    self = (try reader.choice("protocol", of: XTBProtocolName.self) ?? .standard).settings
    if let executable = try reader.text("executable") {
      guard !executable.contains("/") || executable.hasPrefix("/") else {
        throw reader.refusal(of: "executable", mustBe: "a name to be found in PATH, or an absolute path")
      }
      self.executable = executable
    }
    let givenMethod = try reader.choice("method", of: Method.self)
    method = givenMethod ?? method
    let givenPreoptimisation = try reader.choice("preoptimization", of: Preoptimisation.self)
    // If the force field is the method, the protocol's preoptimisation would repeat the same work.
    preoptimisation = givenPreoptimisation ?? (method == .gfnff ? Preoptimisation.none : preoptimisation)
    guard method != .gfnff || preoptimisation == .none else {
      throw reader.refusal(of: "preoptimization", mustBe: "'none' if the method is GFN-FF")
    }
    optimisation = try reader.choice("optimization", of: Optimisation.self) ?? optimisation
    let givenSolvation = try reader.choice("solvation", of: XTBSolvation.self)
    solvation = givenSolvation ?? solvation
    solvent = try reader.choice("solvent", of: XTBSolvation.Solvent.self)
    guard givenSolvation == nil || solvent != nil else {
      throw reader.refusal(of: "solvation", mustBe: "left out if no solvent is set")
    }
    conformers = try reader.integer("conformers", in: 1...99) ?? conformers
    timeLimitSeconds = try reader.positive("time_limit", unit: "seconds") ?? timeLimitSeconds
    electrons = try reader.statedElectrons()
    propertyRuns = try runs(for: try reader.list("properties") ?? [], and: wanted, reader)
    try requireSolventParameters(reader)
    try reader.finish()
  }

  /// The requested property runs, each of which must be possible.
  private func runs(
    for named: [String], and wanted: [String], _ reader: SettingsReader
  ) throws(CalculatorSetupError) -> [XTBRun] {
    let free = XTBProperties.free(with: method).map(\.name)
    let names = named + wanted.filter { !XTBProperties.runs(for: $0).isEmpty }
    var asked: Set<XTBRun> = []
    for name in names where !free.contains(name) {
      let runs = XTBProperties.runs(for: name)
      guard let run = runs.first else {
        throw reader.refusal(
          of: "properties",
          mustBe: "a list of names of \((free + XTBProperties.askable).joined(separator: ", ")), not '\(name)'")
      }
      if let obstacle = obstacle(to: name, by: run) {
        throw reader.refusal(of: "properties", mustBe: "without '\(name)', which needs \(obstacle)")
      }
      asked.formUnion(runs)
    }
    return XTBRun.forProperties.filter(asked.contains)
  }

  /// Why a property cannot be calculated; nil if it can.
  private func obstacle(to name: String, by run: XTBRun) -> String? {
    if method == .gfnff { return "a method with electrons, GFN1 or GFN2" }
    if run == .vibrate && optimisation == .none { return "an optimised geometry (optimization is 'none')" }
    if !XTBProperties.of(run, in: solvent).contains(where: { $0.name == name }) { return "water as the solvent" }
    return nil
  }

  /// Rejects a solvent for which the model lacks parameters with a method that will be used.
  private func requireSolventParameters(_ reader: SettingsReader) throws(CalculatorSetupError) {
    guard let solvent else { return }
    for method in Set(runs.map { $0.method(in: self) }).sorted(by: { $0.rawValue < $1.rawValue }) {
      let known = solvation.solvents(for: method)
      guard known.contains(solvent) else {
        let names = known.map(\.rawValue).joined(separator: ", ")
        throw reader.refusal(
          of: "solvent", mustBe: "one that \(solvation.rawValue) has parameters for with \(method.rawValue): \(names)")
      }
    }
  }
}
