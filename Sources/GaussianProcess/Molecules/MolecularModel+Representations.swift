public import Chemistry

extension MolecularModel {
  /// MinMax on Morgan counts and on fragment counts, and a Matérn kernel (5/2) on physical descriptors: local atomic
  /// environments, functional groups, and size, polarity and lipophilicity of the whole molecule. The best model tried
  /// on measured and calculated properties.
  public static let standard = MolecularModel(on: [.morganCounts, .fragmentCounts, .physicalDescriptors])

  /// Counts only, which take a fraction of the time of the descriptors.
  public static let fingerprints = MolecularModel(on: [.morganCounts, .fragmentCounts])

  /// MinMax on the amounts of the elements, and a Matérn kernel (5/2) on the statistics of their properties: for inorganic
  /// compositions.
  public static let composition = MolecularModel(on: [.elementAmounts, .elementStatistics])

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
