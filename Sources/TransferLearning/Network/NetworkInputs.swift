public import Chemistry
public import Numerics

/// The inputs of a network: a row of numbers for each molecule, of which only the nonzero ones are stored.
public struct NetworkInputs: Sendable {
  package private(set) var elements: SparseRows<Double>

  /// The number of molecules.
  public var rows: Int { elements.rows }
  /// The number of inputs of each.
  public var columns: Int { elements.columns }

  /// Inputs from the rows of a dense matrix.
  public init(_ matrix: Matrix) {
    elements = SparseRows(columns: matrix.columns)
    for row in 0..<matrix.rows { elements.append((0..<matrix.columns).lazy.map { ($0, matrix[row, $0]) }) }
  }

  /// Inputs from rows of numbers, each of `columns`.
  public init(rows: [[Double]], columns: Int) {
    elements = SparseRows(columns: columns)
    for row in rows {
      precondition(row.count == columns, "A row of \(row.count) numbers was given for one of \(columns).")
      elements.append(row.lazy.enumerated().map { ($0.offset, $0.element) })
    }
  }

  /// Inputs from the nonzero elements of rows, each column at most once in a row.
  public init(nonzero rows: [[(column: Int, value: Double)]], columns: Int) {
    elements = SparseRows(columns: columns)
    for row in rows { elements.append(row) }
  }

  /// Inputs from counts of substructures.
  public init(_ fingerprints: [CountFingerprint]) {
    elements = SparseRows(columns: fingerprints.first?.size ?? 0)
    for fingerprint in fingerprints {
      elements.append(fingerprint.counts.lazy.enumerated().map { ($0.offset, Double($0.element)) })
    }
  }

  /// Some of the molecules, in the order given.
  public func rows(_ chosen: [Int]) -> NetworkInputs {
    NetworkInputs(nonzero: chosen.map { elements.elements(ofRow: $0) }, columns: columns)
  }
}
