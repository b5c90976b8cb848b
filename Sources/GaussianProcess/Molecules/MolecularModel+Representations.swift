public import Chemistry

extension MolecularModel {
  /// MinMax on Morgan counts and on fragment counts, and a Matérn kernel (5/2) on physical descriptors: local atomic
  /// environments, functional groups, and size, polarity and lipophilicity of the whole molecule. The best model tried
  /// on measured and calculated properties.
  public static let standard = MolecularModel(on: [.morganCounts, .fragmentCounts, .physicalDescriptors])

  /// Counts only, which take a fraction of the time of the descriptors.
  public static let fingerprints = MolecularModel(on: [.morganCounts, .fragmentCounts])

  /// MinMax on the amounts of the elements, a Matérn kernel (5/2) on the statistics of their properties, and the product of one
  /// (1/2) on what they suggest about bonds with MinMax on groups of elements: for inorganic compositions.
  ///
  /// The product lets materials with the same kind of bonds between elements of the same groups learn most from each other.
  public static let composition = MolecularModel(
    terms: [
      Term(.minMax, on: .elementAmounts), Term(.radial(.matern52), on: .elementStatistics),
      Term(.radial(.matern12), on: .elementBonding, times: [Term(.minMax, on: .elementGroups)]),
    ])

  /// The standard model with additional smaller environments, pairs and chains of atoms and MACCS keys, and a length
  /// scale for each descriptor: often better from about a hundred labels on, but several times slower to fit.
  public static let detailed = MolecularModel(
    terms: [
      Term(.minMax, on: .morganCounts), Term(.minMax, on: .fragmentCounts),
      Term(.radialPerCoordinate(.matern52), on: .physicalDescriptors),
      Term(.minMax, on: .morganNeighbours), Term(.minMax, on: .atomPairs), Term(.minMax, on: .topologicalTorsions),
      Term(.minMax, on: .maccs),
    ])

  /// Creates a model with a kernel on each of some representations: MinMax on counts, a Matérn kernel (5/2) with one
  /// length scale on real numbers.
  public init(on representations: [Representation]) {
    self.init(
      terms: representations.map { Term($0.kind == .reals ? .radial(.matern52) : .minMax, on: $0) })
  }
}
