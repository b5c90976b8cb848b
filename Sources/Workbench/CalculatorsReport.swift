public import Calculation
public import Files

/// The calculators for campaign files, with their properties and whether this machine has them.
public struct CalculatorsReport: Encodable, Sendable {
  /// One calculator without the settings of a campaign file.
  public struct Entry: Encodable, Sendable {
    /// The name that campaign files use.
    public let name: String
    /// A one-line description.
    public let summary: String
    /// The version of its program or data; nil if that is missing, or if only settings can name it.
    public let version: String?
    /// The problem and its remedy; nil if there is none.
    public let problem: String?
    /// Whether it requires settings, so that its availability depends on a campaign file.
    public let needsSettings: Bool
    /// Its settings.
    public let settings: [Setting]
    /// Its protocol without settings; nil if it requires some.
    public let calculationProtocol: Procedure?
    /// Its properties without settings; empty if it requires some.
    public let properties: [Quantity]
  }

  /// A key under `calculator:` in a campaign file.
  public struct Setting: Encodable, Sendable {
    /// The key.
    public let name: String
    /// Its meaning, in a few words.
    public let summary: String
  }

  /// The protocol of a calculator for a molecule.
  public struct Procedure: Encodable, Sendable {
    /// The protocol's name.
    public let name: String
    /// A one-line description.
    public let summary: String
    /// The steps, in order, a few words each; empty if only the summary is known.
    public let steps: [String]
  }

  /// A property of a calculator.
  public struct Quantity: Encodable, Sendable {
    /// The name that campaign files use.
    public let name: String
    /// The unit of its values.
    public let unit: String
    /// A description.
    public let summary: String
    /// The origin of its values; empty if the calculator does not say.
    public let source: String
    /// What a polymer has of it, by the setting `oligomer`: a value `per unit`, the `limit` of long chains, or none (nil).
    public let ofPolymer: String?
  }

  /// The calculators, in the order of the register.
  public let calculators: [Entry]

  /// Finds the calculator with this name, or all calculators. Nothing is calculated.
  /// - Throws: `CampaignError` of kind `.input` if there is none with that name.
  public init(
    of name: String? = nil, on executor: any Executor = Executors.makeUsual()
  ) async throws(CampaignError) {
    var entries: [Entry] = []
    for registration in Calculators.all where name == nil || registration.name == name {
      entries.append(await Entry(registration, on: executor))
    }
    if let name, entries.isEmpty {
      throw CampaignError(CalculatorSetupError.unknownCalculator(name, known: Calculators.all.map(\.name)))
    }
    calculators = entries
  }
}

extension CalculatorsReport.Entry {
  fileprivate init(_ registration: Calculators.Registration, on executor: any Executor) async {
    name = registration.name
    summary = registration.summary
    let own = registration.settings.map { CalculatorsReport.Setting(name: $0.key, summary: $0.value) }
    settings =
      own + (registration.runsPrograms ? [.init(name: OligomerSettings.key, summary: OligomerSettings.summary)] : [])
    do throws(CalculatorSetupError) {
      let calculator = try Calculators.make(name: registration.name)
      let steps = calculator.calculationProtocol
      calculationProtocol = CalculatorsReport.Procedure(
        name: steps.name, summary: steps.summary, steps: steps.steps.map(\.summary))
      let offered = OfferedProperties(of: registration.name)
      properties = (offered.given + offered.onDemand).map {
        CalculatorsReport.Quantity(
          name: $0.name, unit: $0.unit, summary: $0.summary, source: $0.source,
          ofPolymer: calculator.runsPrograms ? ChainQuantity(of: $0)?.rawValue : nil)
      }
      needsSettings = false
      do throws(CalculatorUnavailable) {
        version = try await calculator.version(on: executor)
        problem = nil
      } catch {
        version = nil
        problem = error.description
      }
    } catch {
      (calculationProtocol, properties, version) = (nil, [], nil)
      needsSettings = true
      problem = error.description
    }
  }
}
