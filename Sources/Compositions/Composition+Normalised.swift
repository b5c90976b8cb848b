extension Composition {
  /// The composition of the ``identity``: the same for all formulas whose amounts have the same ratios.
  ///
  /// - Formulas of at most twenty atoms in the smallest whole amounts have these: `FeO1.5` becomes `Fe2O3`.
  /// - Elements that share a site, or one with vacancies, have decimals, and others are whole: both `La0.7Sr0.3MnO3` and
  ///   `La7Sr3Mn10O30` become `Sr0.3La0.7MnO3`.
  /// - Others of at most two hundred atoms have the smallest whole amounts, `Mg17Al12`, unless decimals make them much
  ///   shorter, as with an excess or a lack: `La0.7Sr0.35MnO3`.
  /// - The rest have the decimals of fewest digits whose sum is about 1, such as the fractions of an alloy, or else the
  ///   shortest.
  ///
  /// A ratio of up to two hundred atoms is recognised within a millionth: `Al0.3333333Ga0.6666667As` becomes `AlGa2As3`. Features in campaigns and of
  /// models are those of normalised compositions.
  public var normalised: Composition {
    guard let whole = WholeAmounts(parts.map(\.amount)) else {
      return Composition(parts.map { Part($0.element, Double(Self.text($0.amount)) ?? $0.amount) })
    }
    return Composition(zip(parts, WrittenAmounts(usualFor: whole.amounts).values).map { Part($0.element, $1) })
  }
}
