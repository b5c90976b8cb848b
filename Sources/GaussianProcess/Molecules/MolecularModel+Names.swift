internal import Chemistry

extension MolecularModel {
  /// The predefined models by name.
  package static let predefined: [(name: String, model: MolecularModel)] = [
    ("standard", .standard), ("fingerprints", .fingerprints), ("detailed", .detailed),
    ("composition", .composition),
  ]

  /// The names of predefined models.
  public static let names = predefined.map(\.name)

  /// Creates a model from the name of a predefined one, or from its terms, each a kernel with a representation in
  /// brackets, such as `minmax(morgan-counts-r3-2048)`, `matern-5/2(physical-descriptors)` or, with a length scale for
  /// each number, `matern-5/2-each(physical-descriptors)`. A `*` between two multiplies them.
  public init(named names: [String]) throws(GaussianProcessError) {
    try self.init(named: names, offering: Self.names)
  }

  /// Creates a model like ``init(named:)``.
  ///
  /// - Parameter offered: the names that an error offers.
  init(named names: [String], offering offered: [String]) throws(GaussianProcessError) {
    if let predefined = Self.predefined.first(where: { [$0.name] == names }) {
      self = predefined.model
      return
    }
    var terms: [Term] = []
    for name in names { terms.append(try Term(named: name, offering: offered)) }
    guard !terms.isEmpty else { throw .unknownModel("The model has no term. \(Self.wayOut(offered))") }
    self.init(terms: terms)
  }

  fileprivate static func wayOut(_ offered: [String]) -> String {
    "Use \(offered.joined(separator: ", ")), or a list of terms such as minmax(morgan-counts-r3-2048) and "
      + "matern-5/2(physical-descriptors)."
  }
}

extension MolecularModel.Term: CustomStringConvertible {
  /// Reads a product of terms.
  fileprivate init(named name: String, offering offered: [String]) throws(GaussianProcessError) {
    var factors: [MolecularModel.Term] = []
    for word in name.split(separator: "*", omittingEmptySubsequences: false) {
      let trimmed = word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
      factors.append(try Self(factor: String(trimmed), offering: offered))
    }
    self.init(factors[0].comparison, on: factors[0].representation, times: Array(factors.dropFirst()))
  }

  private init(factor name: String, offering offered: [String]) throws(GaussianProcessError) {
    guard name.hasSuffix(")"), let bracket = name.firstIndex(of: "("),
      let comparison = Comparison(named: String(name[..<bracket]))
    else {
      throw .unknownModel("There is no model or term '\(name)'. \(MolecularModel.wayOut(offered))")
    }
    let representation: Representation
    do {
      representation = try Representation(named: String(name[name.index(after: bracket)...].dropLast()))
    } catch {
      throw .unknownModel(error.description)
    }
    guard (comparison == .minMax) == (representation.kind != .reals) else {
      throw .unknownModel(
        "'\(name)' does not fit: minmax compares counts, and the other kernels real numbers such as "
          + "physical-descriptors.")
    }
    self.init(comparison, on: representation)
  }

  /// The kernel with the representation in brackets, and behind it its factors.
  public var description: String { all.map { "\($0.comparison.name)(\($0.representation))" }.joined(separator: "*") }
}

extension MolecularModel.Term.Comparison {
  private static let all: [Self] =
    [.minMax, .linear]
    + RadialKernel.Shape.allCases.flatMap { [.radial($0), .radialPerCoordinate($0)] }

  init?(named name: String) {
    guard let found = Self.all.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  var name: String {
    switch self {
    case .minMax: "minmax"
    case .linear: "linear"
    case .radial(let shape): shape.rawValue
    case .radialPerCoordinate(let shape): "\(shape.rawValue)-each"
    }
  }
}
