/// The nonzero elements of a matrix, row by row (compressed rows): counts of substructures are nearly all zero.
///
/// Products use OpenBLAS's addition of a scaled vector, once for each nonzero element.
package struct SparseRows<Scalar: BLASScalar>: Sendable {
  /// The number of columns.
  package let columns: Int
  /// The index of each row's first element, and the end of the last row.
  @usableFromInline var starts: [Int] = [0]
  @usableFromInline var places: [Int32] = []
  @usableFromInline var values: [Scalar] = []

  /// Creates a matrix without rows.
  package init(columns: Int) { self.columns = columns }

  /// The number of rows.
  package var rows: Int { starts.count - 1 }

  /// The fraction of nonzero elements, from 0 to 1.
  package var density: Double {
    rows == 0 || columns == 0 ? 0 : Double(values.count) / (Double(rows) * Double(columns))
  }

  /// Appends a row, given as columns in any order, each once, with their elements.
  ///
  /// It is compiled where it is called, for the type of its elements: it runs once for each count of each molecule.
  @inlinable package mutating func append(_ elements: some Sequence<(column: Int, value: Scalar)>) {
    for (column, value) in elements where value != 0 {
      precondition(column >= 0 && column < columns, "A row of \(columns) columns has no column \(column).")
      places.append(Int32(column))
      values.append(value)
    }
    starts.append(values.count)
  }

  /// The nonzero elements of a row, as they were appended.
  @inlinable package func elements(ofRow row: Int) -> [(column: Int, value: Scalar)] {
    (starts[row]..<starts[row + 1]).map { (Int(places[$0]), values[$0]) }
  }

  /// result := weights · rowsᵀ + result for a selection of rows: `result` has one column for each of them, `weights`
  /// one for each column of the matrix.
  package func addProduct(
    rows chosen: ArraySlice<Int>, weights: [Scalar], _ block: MatrixBlock, to result: inout [Scalar]
  ) {
    let height = block.rows
    precondition(
      block.columns == columns && block.offset + height * columns <= weights.count
        && height * chosen.count <= result.count, "The weights or the result do not fit the rows.")
    unsafe weights.withUnsafeBufferPointer { weights in
      unsafe result.withUnsafeMutableBufferPointer { result in
        guard let from = weights.baseAddress, let to = result.baseAddress else { return }
        for (position, row) in chosen.enumerated() {
          for element in starts[row]..<starts[row + 1] {
            unsafe Scalar.add(
              values[element], times: from + block.offset + Int(places[element]) * height, count: height,
              to: to + position * height)
          }
        }
      }
    }
  }

  /// result := differences · rows + result for a selection of rows: `differences` has one column for each of them,
  /// `result` one for each column of the matrix.
  package func addOuterProduct(
    rows chosen: ArraySlice<Int>, differences: [Scalar], to result: inout [Scalar], _ block: MatrixBlock
  ) {
    let height = block.rows
    precondition(
      block.columns == columns && block.offset + height * columns <= result.count
        && height * chosen.count <= differences.count, "The differences or the result do not fit the rows.")
    unsafe differences.withUnsafeBufferPointer { differences in
      unsafe result.withUnsafeMutableBufferPointer { result in
        guard let from = differences.baseAddress, let to = result.baseAddress else { return }
        for (position, row) in chosen.enumerated() {
          for element in starts[row]..<starts[row + 1] {
            unsafe Scalar.add(
              values[element], times: from + position * height, count: height,
              to: to + block.offset + Int(places[element]) * height)
          }
        }
      }
    }
  }

  /// Writes rows with all their zeros, one per column of the result, which may have more rows than the matrix has
  /// columns.
  package func spread(rows chosen: ArraySlice<Int>, into result: inout [Scalar]) {
    precondition(columns * chosen.count <= result.count, "The result has no room for \(chosen.count) rows.")
    for index in 0..<(columns * chosen.count) { result[index] = 0 }
    for (position, row) in chosen.enumerated() {
      for element in starts[row]..<starts[row + 1] {
        result[position * columns + Int(places[element])] = values[element]
      }
    }
  }
}
