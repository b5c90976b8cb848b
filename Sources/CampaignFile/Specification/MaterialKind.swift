/// What the candidates of a campaign are: the key `kind` under `molecules`.
package enum MaterialKind: String, Sendable, Hashable, CaseIterable {
  /// Molecules.
  case molecule
  /// Inorganic compositions, each by its formula.
  case composition
}
