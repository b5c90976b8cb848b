public import Chemistry

extension MolecularModel {
  /// A kernel on each of some representations: MinMax on counts, a Matérn kernel (5/2) of one length scale on real numbers.
  public init(on representations: [Representation]) {
    self.init(
      terms: representations.map { Term($0.kind == .reals ? .radial(.matern52) : .minMax, on: $0) })
  }
}
