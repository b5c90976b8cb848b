public import Chemistry
public import Numerics

/// A way of making a new molecule from a member of a search.
///
/// Unlike a ``Proposal`` it need not know the probability of the reverse: a child is kept if it is better, so that a
/// search finds likely molecules but does not sample the posterior. `CohobateTesting.searchMoveViolations` tests the
/// requirements.
public protocol SearchMove: Sendable {
  /// The name of the move in the record: "crossover".
  var name: String { get }

  /// Its weight in the evenly shared part of the effort; 1 by default.
  var weight: Double { get }

  /// Draws the SMILES of a new molecule, which need not be canonical; nil if the draw gives none. The same arguments
  /// and stream always give the same result.
  func child(of smiles: String, in environment: SearchEnvironment, stream: inout RandomStream) -> String?
}

extension SearchMove {
  /// 1.
  public var weight: Double { 1 }
}

/// The data that a search move can use besides the molecule itself.
public struct SearchEnvironment: Sendable {
  /// The language model.
  public let model: LanguageModel
  /// BRICS fragments of the corpus.
  public let fragments: BuildingBlocks
  /// Molecules of the corpus as partners in reactions.
  public let partners: BuildingBlocks
  /// The elements of new atoms, repeated in proportion to their frequency.
  public let elements: [String]
  /// The canonical SMILES of the search's members, the best first, as partners for crossover.
  public var mates: [String]

  /// Creates an environment.
  public init(
    model: LanguageModel, fragments: BuildingBlocks, partners: BuildingBlocks, elements: [String], mates: [String] = []
  ) {
    self.model = model
    self.fragments = fragments
    self.partners = partners
    self.elements = elements
    self.mates = mates
  }

  /// Creates an environment from a corpus: the fragments of at most a thousand molecules, evenly spread over it, and
  /// those of these molecules that are small enough to be partners.
  public init(model: LanguageModel, corpus: [Molecule], filter: MoleculeFilter) throws(ChemistryError) {
    let spread = corpus.evenlySpread(1000)
    let cut = concurrentMap(spread.count) { index in
      Result { () throws(ChemistryError) in try spread[index].bricsFragments() }
    }
    var seen: Set<String> = []
    let fragments = try cut.values().joined().filter { $0.utf8.count <= 40 && seen.insert($0).inserted }
    self.init(
      model: model, fragments: try BuildingBlocks(fragments),
      partners: try BuildingBlocks(spread.filter { $0.heavyAtomCount <= 16 }.map(\.smiles)),
      elements: Self.elements(of: spread, allowed: filter.allowedElements))
  }

  /// The elements with usual valences, each repeated by its frequency in molecules, in twentieths and at least once.
  static func elements(of molecules: [Molecule], allowed: [String]?) -> [String] {
    let usual = ["B", "C", "N", "O", "F", "Si", "P", "S", "Cl", "Se", "Br", "I"]
    let counts = molecules.lazy.flatMap(\.elements).reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    let present = usual.filter { symbol in
      (counts[symbol] != nil || (counts.isEmpty && ["C", "N", "O"].contains(symbol)))
        && allowed?.contains(symbol) ?? true
    }
    let total = present.reduce(0) { $0 + (counts[$1] ?? 1) }
    return present.flatMap { symbol in
      Array(repeating: symbol, count: max(1, 20 * (counts[symbol] ?? 1) / max(1, total)))
    }
  }
}

/// The moves of a search.
public enum SearchMoves {
  /// All moves: a new one is one more line.
  public static let all: [any SearchMove] = [
    Crossover(),
    ElementMutation(),
    AtomAddition(),
    AtomDeletion(),
    BondMutation(),
    RingChange(),
    SubstituentMove(),
    FragmentExchange(),
    ReactionJoin(),
    LanguageRegrowth(),
  ]
}
