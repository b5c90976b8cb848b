/// A representation that is not a concatenation.
enum RepresentationPart: Sendable, Hashable {
  /// How environments are distinguished.
  enum Form: Sendable, Hashable {
    /// Folded to a number of positions.
    case counts(size: Int)
    /// Folded, and every count capped at 1.
    case bits(size: Int)
    /// By their identifiers.
    case exact
  }

  case morgan(radius: Int, Form)
  case atomPairs(Form)
  case topologicalTorsions(Form)
  case maccs
  case fragmentCounts
  case physicalDescriptors
  /// Of a material's formula.
  case elements(ElementFeatures)

  static let radii = 0...8
  static let sizes = 64...1_048_576

  /// Reads a name such as "morgan-counts-r3-2048"; nil if it is invalid or a number in it is out of range.
  init?(name: String) {
    switch name {
    case "maccs": self = .maccs
    case "fragment-counts": self = .fragmentCounts
    case "physical-descriptors": self = .physicalDescriptors
    default:
      if let features = ElementFeatures(rawValue: name) {
        self = .elements(features)
        return
      }
      let words = name.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
      guard words.count >= 3, let part = Self(words: words), part.name == name else { return nil }
      self = part
    }
  }

  private init?(words: [String]) {
    func size(_ index: Int) -> Int? {
      words.count == index + 1 ? Int(words[index]).flatMap { Self.sizes.contains($0) ? $0 : nil } : nil
    }
    switch (words[0], words[1]) {
    case ("morgan", let form):
      guard words[2].hasPrefix("r"), let radius = Int(words[2].dropFirst()), Self.radii.contains(radius) else {
        return nil
      }
      switch (form, size(3)) {
      case ("counts", let size?): self = .morgan(radius: radius, .counts(size: size))
      case ("bits", let size?): self = .morgan(radius: radius, .bits(size: size))
      case ("exact", nil) where words.count == 3: self = .morgan(radius: radius, .exact)
      default: return nil
      }
    case ("atom", "pairs"), ("topological", "torsions"):
      let form: Form
      switch (words[2], size(2), size(3)) {
      case (_, let size?, nil): form = .counts(size: size)
      case ("bits", nil, let size?): form = .bits(size: size)
      case ("exact", nil, nil) where words.count == 3: form = .exact
      default: return nil
      }
      self = words[0] == "atom" ? .atomPairs(form) : .topologicalTorsions(form)
    default: return nil
    }
  }

  var name: String {
    switch self {
    case .morgan(let radius, .counts(let size)): "morgan-counts-r\(radius)-\(size)"
    case .morgan(let radius, .bits(let size)): "morgan-bits-r\(radius)-\(size)"
    case .morgan(let radius, .exact): "morgan-exact-r\(radius)"
    case .atomPairs(let form): "atom-pairs-\(form.suffix)"
    case .topologicalTorsions(let form): "topological-torsions-\(form.suffix)"
    case .maccs: "maccs"
    case .fragmentCounts: "fragment-counts"
    case .physicalDescriptors: "physical-descriptors"
    case .elements(let features): features.rawValue
    }
  }

  /// The version of the numbers, raised when the same name gives other numbers.
  var version: Int { 1 }

  /// Whether it is computed from the formula.
  var needsFormulaAlone: Bool {
    if case .elements = self { true } else { false }
  }

  /// Whether the graph of ``Molecule/withGraph(_:)`` suffices; other parts need hybridisation.
  var needsGraphAlone: Bool {
    switch self {
    case .morgan, .maccs, .fragmentCounts, .elements: true
    default: false
    }
  }

  /// Whether it gives counts at a fixed number of positions, which can be joined.
  var givesCounts: Bool {
    switch self {
    case .morgan(_, .exact), .atomPairs(.exact), .topologicalTorsions(.exact), .physicalDescriptors: false
    case .elements(let features): features.givesCounts
    default: true
    }
  }
}

extension RepresentationPart.Form {
  fileprivate var suffix: String {
    switch self {
    case .counts(let size): "\(size)"
    case .bits(let size): "bits-\(size)"
    case .exact: "exact"
    }
  }
}
