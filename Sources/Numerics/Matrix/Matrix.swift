/// A dense matrix of doubles, stored column by column.
///
/// Products are divided into tiles of a fixed size, which are distributed over the cores; OpenBLAS computes each with
/// one thread. So results depend neither on the machine's load nor on the number of cores.
public struct Matrix: Sendable, Hashable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The elements, column by column: rows × columns of them.
  public var storage: [Double]

  /// Creates a matrix with one value everywhere.
  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    self.init(rows: rows, columns: columns, storage: Array(repeating: value, count: rows * columns))
  }

  /// Creates a matrix from its elements, column by column.
  public init(rows: Int, columns: Int, storage: [Double]) {
    precondition(storage.count == rows * columns, "A \(rows)×\(columns) matrix cannot hold \(storage.count) elements.")
    self.rows = rows
    self.columns = columns
    self.storage = storage
  }

  /// Creates a matrix whose elements `body` sets by writing to an uninitialised tile; it must write all of them.
  init(rows: Int, columns: Int, writing body: (Tile) -> Void) {
    self.init(
      rows: rows, columns: columns,
      storage: unsafe [Double](unsafeUninitializedCapacity: rows * columns) { buffer, initialized in
        if let base = buffer.baseAddress, rows * columns > 0 {
          unsafe body(Tile(base, rows: rows, columns: columns, stride: rows))
        }
        initialized = rows * columns
      })
  }

  /// The element at a row and a column, both from 0.
  public subscript(row: Int, column: Int) -> Double {
    get { storage[row + column * rows] }
    set { storage[row + column * rows] = newValue }
  }

  /// The elements of a column.
  public func column(_ column: Int) -> ArraySlice<Double> { storage[column * rows..<(column + 1) * rows] }

  /// The elements on the diagonal.
  public var diagonal: [Double] { (0..<min(rows, columns)).map { self[$0, $0] } }

  /// The transpose.
  public var transposed: Matrix {
    withTile { source in
      Matrix(rows: columns, columns: rows) { result in
        let strips = pieces(of: rows, length: 64)
        concurrently(strips.count, isSmall: rows * columns < smallestSharedCount) { index in
          result.part(0..<columns, strips[index]).copyTransposed(source.part(strips[index], 0..<columns))
        }
      }
    }
  }

  /// Adds a value to each element of the diagonal.
  public mutating func addToDiagonal(_ value: Double) {
    for index in 0..<min(rows, columns) { self[index, index] += value }
  }

  /// Calls `body` with a read-only view, which must neither escape nor be written to.
  func withTile<Result>(_ body: (Tile) -> Result) -> Result {
    unsafe storage.withUnsafeBufferPointer { buffer in
      // A matrix without elements has no memory, and its view is never read.
      let base = unsafe buffer.baseAddress.map { unsafe UnsafeMutablePointer(mutating: $0) } ?? nowhere
      return unsafe body(Tile(base, rows: rows, columns: columns, stride: rows))
    }
  }

  /// Calls `body` with a mutable view, which must not escape.
  mutating func withMutableTile<Result>(_ body: (Tile) -> Result) -> Result {
    let (rows, columns) = (rows, columns)
    return unsafe storage.withUnsafeMutableBufferPointer { buffer in
      unsafe body(Tile(buffer.baseAddress ?? nowhere, rows: rows, columns: columns, stride: rows))
    }
  }
}

/// The number of elements above which sharing a pass over them among the cores pays off.
let smallestSharedCount = 1 << 17

/// An address for views without elements.
private var nowhere: UnsafeMutablePointer<Double> {
  unsafe UnsafeMutablePointer(bitPattern: MemoryLayout<Double>.alignment).unsafelyUnwrapped
}
