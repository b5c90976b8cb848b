internal import Chemistry
public import GaussianProcess

extension NetworkInputs {
  /// Creates a network's inputs from molecules: all their features, concatenated. Exact counts are ignored, since they
  /// have no fixed number of positions.
  public init(_ molecules: [MolecularInput]) {
    let rows = molecules.map { molecule in
      molecule.features.flatMap { (features) -> [Double] in
        switch features {
        case .counts(let counts): counts.counts.map { Double($0) }
        case .reals(let values): values
        case .exactCounts: []
        }
      }
    }
    self.init(rows: rows, columns: rows.first?.count ?? 0)
  }
}
