public import Chemistry
import Foundation

/// Another calculator that calculates polymers: a repeat unit by a few short chains of it.
///
/// Each chain is a molecule to the other calculator, which plans and reads its attempts as for any other. The chains are
/// calculated one after the other, the shortest first, so that one that fails ends the calculation early. The values of the
/// polymer follow by ``ChainFit``. Its geometries are those of chains and are not kept.
public struct OligomerCalculator: Calculator {
  /// The calculator of the chains.
  public let inner: any Calculator
  /// The chains.
  public let settings: OligomerSettings
  /// The properties of the chains that an endless chain has a value of.
  public let properties: [Property]

  /// Wraps a calculator.
  ///
  /// - Throws: `CalculatorSetupError.badSetting` if it runs no programs, or has no property that a polymer has; or if the
  ///   settings name a property that it does not give.
  public init(_ inner: any Calculator, _ settings: OligomerSettings) throws(CalculatorSetupError) {
    self.inner = inner
    self.settings = settings
    properties = inner.properties.compactMap { property in
      settings.quantity(of: property).map { quantity in
        let rule =
          settings.units.count == 1
          ? (quantity == .limit ? "of the chain" : "of the chain, over its units")
          : (quantity == .limit ? "limit of a line in 1/n" : "slope of a line in n")
        return property.from(property.source.isEmpty ? rule : "\(rule); \(property.source)")
      }
    }
    guard inner.runsPrograms else {
      throw .badSetting(
        OligomerSettings.key, calculator: inner.name, mustBe: "left out: its values are those of the repeat unit itself"
      )
    }
    let given = inner.properties.map(\.name)
    for (key, names) in [("per_unit", settings.perUnit), ("limit", settings.limits)] {
      if let missing = names.first(where: { !given.contains($0) }) {
        throw .badSetting(
          "\(OligomerSettings.key).\(key)", calculator: inner.name,
          mustBe: "a list of properties that it gives, such as \(given.first ?? "gap"), and not '\(missing)'")
      }
    }
    guard !properties.isEmpty else {
      throw .badSetting(
        OligomerSettings.key, calculator: inner.name,
        mustBe:
          "told what becomes of its properties as a chain grows: name them under 'per_unit', if they grow with it, or "
          + "under 'limit'")
    }
  }

  /// Why a polymer has no value of a property that its chains have, as a sentence about the property says it; nil if it has
  /// one, or if its chains have none either.
  package func reasonForNoValue(of name: String) -> String? {
    guard !properties.contains(where: { $0.name == name }), inner.properties.contains(where: { $0.name == name }) else {
      return nil
    }
    // Of a program's own property only its author knows.
    return Property.known.contains { $0.name == name }
      ? "of which a polymer has no value, because it neither grows with the chain nor approaches a limit"
      : "whose value for long chains is not defined: name it under '\(OligomerSettings.key).per_unit' if it grows with the chain, "
        + "or under '\(OligomerSettings.key).limit' if it approaches a limit"
  }

  /// The name of the calculator of the chains.
  public var name: String { inner.name }

  /// The chains, the other calculator's steps, and the extrapolation.
  public var calculationProtocol: CalculationProtocol {
    let own = inner.calculationProtocol
    return CalculationProtocol(
      name: own.name, version: own.version, steps: [settings.chains] + own.steps + [settings.extrapolation],
      summary: "\(settings.inWords); \(own.summary)")
  }

  /// As the other calculator.
  public var isKnownByVersion: Bool { inner.isKnownByVersion }

  /// True.
  public var takesRepeatUnits: Bool { true }

  /// Repeat units of polyethylene and of poly(ethylene oxide).
  public var controls: [String] { ["*C*", "*CCO*"] }

  /// As the other calculator.
  public var notes: [String] { inner.notes }

  /// As the other calculator.
  public func version(on executor: any Executor) async throws(CalculatorUnavailable) -> String {
    try await inner.version(on: executor)
  }

  /// The next attempts of the first chain that has no result yet; with all of them, the polymer's values.
  public func plan(for molecule: Molecule, after ended: [EndedAttempt]) -> CalculationPlan {
    var results: [CalculationResult] = []
    do {
      let unit = try RepeatUnit(molecule)
      for units in settings.units {
        let own = ended.filter { $0.request.chain?.units == units }.map(\.ofChain)
        switch inner.plan(for: try unit.oligomer(settings.oligomer(of: units)), after: own) {
        case .attempts(let requests):
          return .attempts(
            requests.enumerated().map { $1.ofChain(of: units, number: ended.count + $0 + 1) })
        case .failed(let failure): return .failed(failure.naming(units))
        case .result(let result): results.append(result)
        }
      }
    } catch {
      return .failed(CalculationFailure(.input, "\(error)"))
    }
    return .result(polymer(results))
  }

  /// As the other calculator.
  public func maySuspectProgram(of failure: CalculationFailure) -> Bool { inner.maySuspectProgram(of: failure) }

  /// Reads the output of a chain's attempt, as the other calculator does.
  public func parse(
    _ output: AttemptOutput, of request: AttemptRequest
  ) -> Result<AttemptResult, CalculationFailure> {
    inner.parse(output, of: request.ownOfChain)
  }

  /// The values of the polymer from those of the chains, in the order of their lengths.
  private func polymer(_ chains: [CalculationResult]) -> CalculationResult {
    var (values, errors): ([String: Double], [String: Double]) = ([:], [:])
    var series: [String] = []
    for property in properties {
      let own = chains.compactMap { $0.values[property.name] }
      guard own.count == chains.count, let quantity = settings.quantity(of: property) else { continue }
      let fit = ChainFit(quantity, units: settings.units, values: own)
      values[property.name] = fit.value
      errors[property.name] = fit.standardError
      series.append("\(property.name) \(own.map { String(format: "%.6g", $0) }.joined(separator: ", "))")
    }
    func once(_ texts: [String]) -> [String] { texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
    let lengths = settings.units.map(String.init).joined(separator: ", ")
    return CalculationResult(
      values: values, spreads: errors,
      notes: once(chains.flatMap(\.notes)) + ["By chains of \(lengths) units: \(series.joined(separator: "; "))."],
      changes: once(chains.flatMap(\.changes)))
  }
}

extension CalculationFailure {
  /// The failure with the length of its chain in the evidence. The message stays as it is, so that equal failures of two
  /// polymers are seen to be equal.
  fileprivate func naming(_ units: Int) -> CalculationFailure {
    // The stage compares a lack of resources with the attempts' own.
    guard failureClass != .resource else { return self }
    let place = "This is the chain of \(units) \(units == 1 ? "unit" : "units")."
    return CalculationFailure(failureClass, message, evidence: evidence.isEmpty ? place : "\(place)\n\(evidence)")
  }
}

extension AttemptRequest {
  /// The place of an attempt in the calculation of a polymer: the chain, and the attempt's number and step in the calculation
  /// of that chain alone.
  public struct Chain: Sendable, Hashable {
    /// The number of repeat units.
    public let units: Int
    /// The attempt's number among those of the chain, from 1.
    public let number: Int
    /// The step as the calculator of the chain names it.
    public let step: String
  }

  /// The request as one of a polymer's.
  fileprivate func ofChain(of units: Int, number: Int) -> AttemptRequest {
    numbered(
      number, step: "\(step), \(units) \(units == 1 ? "unit" : "units")",
      chain: Chain(units: units, number: self.number, step: step))
  }

  /// The request as the calculator of the chain made it.
  fileprivate var ownOfChain: AttemptRequest {
    chain.map { numbered($0.number, step: $0.step, chain: nil) } ?? self
  }

  private func numbered(_ number: Int, step: String, chain: Chain?) -> AttemptRequest {
    AttemptRequest(
      number: number, step: step, conformer: conformer, changes: changes, molecule: molecule, geometry: geometry,
      executable: executable, arguments: arguments, environment: environment, files: files,
      timeLimitSeconds: timeLimitSeconds, collect: collect, standardInput: standardInput, isForWorker: isForWorker,
      chain: chain)
  }
}

extension EndedAttempt {
  /// The attempt as the calculator of the chain made it.
  fileprivate var ofChain: EndedAttempt { EndedAttempt(request: request.ownOfChain, result: result) }
}
