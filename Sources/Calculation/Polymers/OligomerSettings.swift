public import Chemistry

/// The chains by which a calculator calculates a repeat unit: the setting `oligomer`, which every calculator has.
///
///     oligomer: {units: [2, 4, 6], ends: H, tacticity: isotactic}
public struct OligomerSettings: Sendable, Hashable {
  /// The key of the setting.
  package static let key = "oligomer"

  /// What the setting means, for lists of settings.
  package static let summary =
    "of a repeat unit, the chains: {units: [2, 4, 6], ends: H or CH3, tacticity: isotactic, …}"

  /// The numbers of units of the chains, in ascending order, each once.
  public let units: [Int]
  /// What closes both ends of each chain.
  public let ends: Oligomer.Ends
  /// The configurations that a unit leaves open.
  public let tacticity: Oligomer.Tacticity
  /// The seed of atactic chains.
  public let seed: UInt64
  /// Names of further properties that grow with the chain.
  public let perUnit: [String]
  /// Names of further properties that approach a limit.
  public let limits: [String]

  /// The longest chain, in units.
  static let longest = 50

  /// Creates settings; `units` are put in order.
  public init(
    units: [Int], ends: Oligomer.Ends = .hydrogen, tacticity: Oligomer.Tacticity = .unspecified, seed: UInt64 = 1,
    perUnit: [String] = [], limits: [String] = []
  ) {
    self.units = Set(units).sorted()
    self.ends = ends
    self.tacticity = tacticity
    self.seed = seed
    self.perUnit = perUnit
    self.limits = limits
  }

  /// Takes the setting out of a calculator's settings; nil if they have none.
  init?(takenFrom settings: inout CalculatorSettings, of calculator: String) throws(CalculatorSetupError) {
    guard let value = settings.values.removeValue(forKey: Self.key) else { return nil }
    guard case .map(let map) = value else {
      throw .badSetting(Self.key, calculator: calculator, mustBe: "a mapping, such as {units: [2, 4, 6]}")
    }
    do {
      try self.init(CalculatorSettings(map), of: calculator)
    } catch {
      switch error {
      case .badSetting(let key, _, let mustBe):
        throw .badSetting("\(Self.key).\(key)", calculator: calculator, mustBe: mustBe)
      case .unknownSetting(let key, _, let known):
        throw .unknownSetting("\(Self.key).\(key)", calculator: calculator, known: known.map { "\(Self.key).\($0)" })
      default: throw error
      }
    }
  }

  private init(_ settings: CalculatorSettings, of calculator: String) throws(CalculatorSetupError) {
    var reader = SettingsReader(settings, of: calculator)
    let units = try reader.integers("units", in: 1...Self.longest)
    let ends = try reader.choice("ends", of: Oligomer.Ends.self)
    let tacticity = try reader.choice("tacticity", of: Oligomer.Tacticity.self)
    let seed = try reader.integer("seed", in: 0...1_000_000_000)
    let (perUnit, limits) = (try reader.list("per_unit") ?? [], try reader.list("limit") ?? [])
    try reader.finish()
    guard let units, !units.isEmpty, Set(units).count == units.count else {
      throw reader.refusal(
        of: "units",
        mustBe: "a list of different whole numbers from 1 to \(Self.longest), the units of each chain: [2, 4, 6]")
    }
    guard seed == nil || tacticity == .atactic else {
      throw reader.refusal(of: "seed", mustBe: "left out unless 'tacticity' is atactic: nothing else is drawn")
    }
    if let twice = perUnit.first(where: limits.contains) {
      throw reader.refusal(of: "limit", mustBe: "without '\(twice)', which 'per_unit' names as well")
    }
    self.init(
      units: units, ends: ends ?? .hydrogen, tacticity: tacticity ?? .unspecified, seed: UInt64(seed ?? 1),
      perUnit: perUnit, limits: limits)
  }

  /// The chain of some units.
  func oligomer(of units: Int) -> Oligomer { Oligomer(units: units, ends: ends, tacticity: tacticity, seed: seed) }

  /// What becomes of a property as the chain grows; nil if that is not known, or if an endless chain has no value of it.
  public func quantity(of property: Property) -> ChainQuantity? {
    perUnit.contains(property.name)
      ? .perUnit : limits.contains(property.name) ? .limit : ChainQuantity(of: property)
  }

  /// The first step of the protocol.
  var chains: CalculationProtocol.Step {
    var words = ["units": units.map(String.init).joined(separator: ", "), "ends": ends.rawValue]
    words["tacticity"] = tacticity.rawValue + (tacticity == .atactic ? ", seed \(seed)" : "")
    return CalculationProtocol.Step("repeat", words)
  }

  /// The last step of the protocol.
  var extrapolation: CalculationProtocol.Step {
    var words =
      units.count == 1
      ? ["limit": "the chain's value", "per unit": "the chain's value over its units"]
      : ["limit": "line in 1/n", "per unit": "slope of the line in n"]
    if !perUnit.isEmpty { words["also per unit"] = perUnit.sorted().joined(separator: ", ") }
    if !limits.isEmpty { words["also limit"] = limits.sorted().joined(separator: ", ") }
    return CalculationProtocol.Step(units.count == 1 ? "divide" : "extrapolate", words)
  }

  /// The chains in a few words: `chains of 2, 4 and 6 units with H ends`.
  var inWords: String {
    let numbers = units.map(String.init)
    let list =
      numbers.count == 1
      ? numbers[0] : "\(numbers.dropLast().joined(separator: ", ")) and \(numbers[numbers.count - 1])"
    let configurations = tacticity == .unspecified ? "" : ", \(tacticity.rawValue)"
    return "chains of \(list) \(units == [1] ? "unit" : "units") with \(ends.rawValue) ends\(configurations)"
  }
}
