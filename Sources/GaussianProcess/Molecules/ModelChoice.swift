public import Chemistry

/// The molecular model of a surrogate: one that was named, or several that the labels weigh.
public enum ModelChoice: Sendable, Hashable {
  /// This model.
  case named(MolecularModel)
  /// The standard and the detailed model, each of the values and of transformations of them
  /// (``ValueTransformation/Kind``), with the weight that its leave-one-out predictions earn. The counts alone, which serve
  /// where time is short, only take weight from the two where labels are few.
  case automatic
  /// The model of compositions, likewise of the values and of transformations of them: what ``automatic`` means for
  /// compositions.
  case automaticOfCompositions

  /// The name of the automatic choice in campaign files.
  public static let automaticName = "automatic"

  /// The names of the models that are weighed.
  package static let weighed = ["standard", "detailed"]

  /// A model of values, or of transformed ones, with its name among several.
  public struct Candidate: Sendable, Hashable {
    /// The name of a predefined model, with its transformation before brackets; nil if it is the only candidate.
    public let name: String?
    /// The model.
    public let model: MolecularModel
    /// The transformation of the values.
    public let transformation: ValueTransformation.Kind
  }

  /// Creates a choice from `automatic`, the name of a predefined model, or the terms of a model.
  public init(named names: [String]) throws(GaussianProcessError) {
    if names == [Self.automaticName] {
      self = .automatic
    } else {
      self = .named(try MolecularModel(named: names, offering: [Self.automaticName] + MolecularModel.names))
    }
  }

  /// The models, at least one.
  public var candidates: [Candidate] {
    switch self {
    case .named(let model): [Candidate(name: nil, model: model, transformation: .identity)]
    case .automatic, .automaticOfCompositions:
      MolecularModel.predefined.filter { weighedNames.contains($0.name) }.flatMap { name, model in
        kinds.map { kind in
          Candidate(
            name: kind == .identity ? name : "\(kind.rawValue)(\(name))", model: model, transformation: kind)
        }
      }
    }
  }

  /// Roots are for compositions, of which many have no gap.
  private var kinds: [ValueTransformation.Kind] {
    ValueTransformation.Kind.allCases.filter { $0 != .root || self == .automaticOfCompositions }
  }

  private var weighedNames: [String] { self == .automaticOfCompositions ? ["composition"] : Self.weighed }

  /// The same choice for compositions: the automatic and the standard model are then those of compositions.
  ///
  /// - Throws: ``GaussianProcessError/unknownModel(_:)`` if a representation needs more than a formula.
  public func ofCompositions() throws(GaussianProcessError) -> ModelChoice {
    switch self {
    case .automatic, .automaticOfCompositions: return .automaticOfCompositions
    case .named(.standard): return .named(.composition)
    case .named(let model):
      if let other = model.representations.first(where: { !$0.describesCompositions }) {
        throw .unknownModel(
          "'\(other)' describes the bonds of a molecule, which a composition does not have. Use automatic, composition, or a "
            + "list of terms such as minmax(element-amounts) and matern-5/2(element-statistics).")
      }
      return self
    }
  }

  /// The model whose structural kernel learns what is not a property, such as whether a calculation succeeds: the named
  /// one, or the standard one of several.
  public var structuralModel: MolecularModel {
    switch self {
    case .named(let model): model
    case .automatic: .standard
    case .automaticOfCompositions: .composition
    }
  }

  /// The candidates whose transformation is defined for these values.
  public func candidates(for values: [Double]) -> [Candidate] {
    candidates.filter { ValueTransformation.isDefined($0.transformation, for: values) }
  }

  /// The representations that the models use, each once, in the order of the models.
  public var representations: [Representation] {
    candidates.reduce(into: []) { seen, candidate in
      for representation in candidate.model.representations where !seen.contains(representation) {
        seen.append(representation)
      }
    }
  }
}
