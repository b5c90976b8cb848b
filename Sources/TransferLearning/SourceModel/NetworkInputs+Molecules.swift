internal import Chemistry
public import GaussianProcess

extension NetworkInputs {
  /// Creates a network's inputs from molecules: all their features, concatenated. Exact counts are ignored, since they
  /// have no fixed number of positions.
  public init(_ molecules: [MolecularInput]) {
    let columns = molecules.first?.features.reduce(0) { $0 + $1.networkColumns } ?? 0
    let rows = molecules.map { molecule in
      var (row, start): ([(column: Int, value: Double)], Int) = ([], 0)
      for features in molecule.features {
        switch features {
        case .counts(let counts): row += counts.nonzero.map { (start + $0.position, Double($0.count)) }
        case .reals(let values): row += values.enumerated().map { (start + $0.offset, $0.element) }
        case .exactCounts: break
        }
        start += features.networkColumns
      }
      precondition(start == columns, "A row of \(start) numbers was given for one of \(columns).")
      return row
    }
    self.init(nonzero: rows, columns: columns)
  }
}

extension Features {
  fileprivate var networkColumns: Int {
    switch self {
    case .counts(let counts): counts.size
    case .reals(let values): values.count
    case .exactCounts: 0
    }
  }
}
