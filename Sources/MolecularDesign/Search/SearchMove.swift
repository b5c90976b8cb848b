public import Chemistry
public import Numerics

/// One way of making a new molecule out of one that a search has.
///
/// Other than a ``Proposal`` it need not know how probable it is to come back: what it makes is kept when it is better, so
/// that a search finds what is likely, and does not sample the posterior. `CohobateTesting.searchMoveViolations` holds a
/// new one to what is promised here.
public protocol SearchMove: Sendable {
  /// What the record calls the move: "crossover".
  var name: String { get }

  /// How much of the effort that is shared evenly it gets: 1 unless it says otherwise.
  var weight: Double { get }

  /// Draws the SMILES of a new molecule, which need not be canonical; nil where the draw gives none. The same arguments and
  /// stream give the same answer, whatever the molecule.
  func child(of smiles: String, in surroundings: SearchSurroundings, stream: inout RandomStream) -> String?
}

extension SearchMove {
  /// 1.
  public var weight: Double { 1 }
}

/// What a search move can draw from besides the molecule itself.
public struct SearchSurroundings: Sendable {
  /// The language model.
  public let model: LanguageModel
  /// BRICS pieces of the corpus.
  public let pieces: MoleculeStock
  /// Molecules of the corpus, as partners in reactions.
  public let partners: MoleculeStock
  /// The elements that new atoms may have, each as often as it is common.
  public let elements: [String]
  /// The canonical SMILES of the search's molecules, the best first: what a molecule can be crossed with.
  public var mates: [String]

  /// Surroundings.
  public init(
    model: LanguageModel, pieces: MoleculeStock, partners: MoleculeStock, elements: [String], mates: [String] = []
  ) {
    self.model = model
    self.pieces = pieces
    self.partners = partners
    self.elements = elements
    self.mates = mates
  }

  /// Surroundings of what a corpus has: the pieces of at most a thousand molecules, evenly spread over it, and those of
  /// them that are small enough to be partners.
  public init(model: LanguageModel, corpus: [Molecule], filter: MoleculeFilter) throws(ChemistryError) {
    let spread = corpus.evenlySpread(1000)
    let cut = concurrentMap(spread.count) { index in
      Result { () throws(ChemistryError) in try spread[index].bricsPieces() }
    }
    var seen: Set<String> = []
    let pieces = try cut.values().joined().filter { $0.utf8.count <= 40 && seen.insert($0).inserted }
    self.init(
      model: model, pieces: try MoleculeStock(pieces),
      partners: try MoleculeStock(spread.filter { $0.heavyAtomCount <= 16 }.map(\.smiles)),
      elements: Self.elements(of: spread, allowed: filter.allowedElements))
  }

  /// The elements that bind in the usual ways, each as often in twenty as molecules have it, at least once.
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
  /// All of them: a new one is one more line.
  public static let all: [any SearchMove] = [
    Crossover(),
    ElementMutation(),
    AtomAddition(),
    AtomDeletion(),
    BondMutation(),
    RingChange(),
    SubstituentMove(),
    PieceExchange(),
    ReactionJoin(),
    LanguageRegrowth(),
  ]
}
