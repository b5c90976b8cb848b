import Calculation

/// The calculators that a campaign file can name: what each gives, and whether this machine has it.
public struct CalculatorsReport: Encodable, Sendable {
  /// One calculator, as it is without settings of a campaign file.
  public struct Entry: Encodable, Sendable {
    /// The name that campaign files use.
    public let name: String
    /// One line that says what it is.
    public let summary: String
    /// The version of its program or data; nil where that is not there, or settings have to name it.
    public let version: String?
    /// What is missing, and what to do; nil where nothing is.
    public let problem: String?
    /// Whether it cannot be made without settings, so that only a campaign file can say whether it is there.
    public let needsSettings: Bool
    /// What may be set.
    public let settings: [Setting]
    /// What it does without settings; nil where it needs some.
    public let calculationProtocol: Procedure?
    /// What it gives without settings; empty where it needs some.
    public let properties: [Quantity]
  }

  /// A key under `calculator:` in a campaign file.
  public struct Setting: Encodable, Sendable {
    /// The key.
    public let name: String
    /// What it means, in a few words.
    public let summary: String
  }

  /// What a calculator does for a molecule.
  public struct Procedure: Encodable, Sendable {
    /// The protocol's name.
    public let name: String
    /// One line that says it all.
    public let summary: String
    /// What is done, in order, a few words each; empty where the summary is all that is known.
    public let steps: [String]
  }

  /// A property of a calculator.
  public struct Quantity: Encodable, Sendable {
    /// The name that campaign files use.
    public let name: String
    /// The unit of its values.
    public let unit: String
    /// What it is.
    public let summary: String
    /// Where its values come from; empty where the calculator does not say.
    public let source: String
  }

  /// The calculators, in the order of the register.
  public let calculators: [Entry]

  /// Looks for the calculators of this name, or for all. Nothing is calculated.
  /// - Throws: `CampaignError` of kind `.input` where there is none of that name.
  public init(of name: String? = nil) async throws(CampaignError) {
    var entries: [Entry] = []
    for registration in Calculators.all where name == nil || registration.name == name {
      entries.append(await Entry(registration))
    }
    if let name, entries.isEmpty {
      throw CampaignError(CalculatorSetupError.unknownCalculator(name, known: Calculators.all.map(\.name)))
    }
    calculators = entries
  }
}

extension CalculatorsReport.Entry {
  fileprivate init(_ registration: Calculators.Registration) async {
    name = registration.name
    summary = registration.summary
    settings = registration.settings.map { CalculatorsReport.Setting(name: $0.key, summary: $0.value) }
    do throws(CalculatorSetupError) {
      let calculator = try Calculators.make(name: registration.name)
      let steps = calculator.calculationProtocol
      calculationProtocol = CalculatorsReport.Procedure(
        name: steps.name, summary: steps.summary, steps: steps.steps.map(\.summary))
      let offered = OfferedProperties(of: registration.name)
      properties = (offered.given + offered.onDemand).map {
        CalculatorsReport.Quantity(name: $0.name, unit: $0.unit, summary: $0.summary, source: $0.source)
      }
      needsSettings = false
      do throws(CalculatorUnavailable) {
        version = try await calculator.version()
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
