import Calculation
import CampaignFile
import Files
import Foundation
import MolecularDesign

/// The calculator to use without a campaign, with its settings.
public struct CalculatorRequest: Sendable, Hashable {
  /// The calculator's name; nil for that of the configuration, or else xtb.
  public var program: String?
  /// Settings as `key=value`, with values as in a campaign file; they override the configuration's.
  public var settings: [String]
  /// A YAML file with a `calculator` section, such as a campaign file.
  public var configuration: String?
  /// The requested properties; empty for all that the calculator gives by default.
  public var properties: [String]

  /// Creates a request.
  public init(
    program: String? = nil, settings: [String] = [], configuration: String? = nil, properties: [String] = []
  ) {
    self.program = program
    self.settings = settings
    self.configuration = configuration
    self.properties = properties
  }

  /// Makes the calculator, which gives every requested property.
  func calculator() throws(CampaignError) -> any Calculator {
    try CampaignError.mapping {
      var setup = CalculatorSetup()
      var name = program ?? "xtb"
      if let configuration { (name, setup) = try read(configuration) }
      for text in settings {
        let (key, value) = try Self.setting(text)
        setup.settings.values[key] = value
      }
      if !properties.isEmpty { setup.wanted = properties }
      let calculator: any Calculator
      do throws(CalculatorSetupError) {
        calculator = try Calculators.make(name: name, setup)
      } catch {
        throw CampaignError(.input, error.sentence(for: setup.settings))
      }
      let given = calculator.properties.map(\.name)
      if let missing = properties.first(where: { !given.contains($0) }) {
        let problem =
          (calculator as? OligomerCalculator)?.reasonForNoValue(of: missing).map { "'\(missing)' is a property \($0)" }
          ?? "There is no property '\(missing)' of '\(name)'"
        throw CampaignError(.input, "\(problem); \(OfferedProperties(of: name, setup).refusal(of: missing))")
      }
      return calculator
    }
  }

  /// The settings of a configuration. From a campaign file the properties of its objectives are also read, so that the
  /// same is calculated as in the campaign.
  private func read(_ path: String) throws -> (name: String, CalculatorSetup) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw CampaignError(.input, unreadable: path, error)
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw CampaignError(.input, "\(path) cannot be read: it is not UTF-8 text.")
    }
    let top = try YAMLSection(file: path, text: text)
    guard let section = try top.section("calculator"), let name = try section.string("program") else {
      throw CampaignError(.input, "\(path) has no section 'calculator' that names a 'program'.")
    }
    if let program, program != name {
      throw CampaignError(
        .input, "\(path) has the settings of '\(name)', and --program is '\(program)'; leave one of them out.")
    }
    let folder = path.folderOfPath
    let wanted = try Specification.wantedProperties(in: top)
    return (
      name,
      CalculatorSetup(
        try section.settings(besides: ["program"]), relativeTo: folder.isEmpty ? "." : folder, wanted: wanted)
    )
  }

  private static func setting(_ text: String) throws(CampaignError) -> (key: String, JSONValue) {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw CampaignError(.input, "The setting '\(text)' has no '='; give it as key=value.")
    }
    let key = String(text[..<equals])
    do {
      let section = try YAMLSection(file: "--set", text: "\(key): \(text[text.index(after: equals)...])")
      if let value = try section.settings(besides: []).values[key], section.keys == [key] { return (key, value) }
      throw CampaignError(.input, "The setting '\(text)' is not one value of one key.")
    } catch let error as SpecificationError {
      throw CampaignError(.input, "The setting '\(text)' cannot be read: \(error.message)")
    } catch {
      throw CampaignError(error)
    }
  }
}
