internal import Foundation
internal import Numerics

/// The stored form of a symmetric matrix: its lower triangle, row by row, each element in 8 bytes with the least
/// significant first, as base64 in JSON. This is exact, and takes a third of the space of decimal numbers for all
/// elements.
struct PackedTriangle: Sendable, Hashable, Codable {
  private let bytes: Data

  /// Packs a symmetric matrix, of which only the lower triangle is read.
  init(_ matrix: Matrix) {
    var packed: [UInt8] = []
    packed.reserveCapacity(4 * matrix.rows * (matrix.rows + 1))
    for row in 0..<matrix.rows {
      for column in 0...row {
        let pattern = matrix[row, column].bitPattern
        for place in 0..<UInt64(8) { packed.append(UInt8(truncatingIfNeeded: pattern >> (8 * place))) }
      }
    }
    bytes = Data(packed)
  }

  /// Reads the stored bytes.
  init(from decoder: any Decoder) throws { bytes = try decoder.singleValueContainer().decode(Data.self) }

  /// Writes the bytes.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(bytes)
  }

  /// The whole matrix with a number of rows; nil if the number of bytes is wrong or a number is not finite. Memory is
  /// allocated only after the size has been checked.
  func matrix(rows: Int) -> Matrix? {
    guard rows >= 0, rows < 1 << 24, bytes.count == 4 * rows * (rows + 1) else { return nil }
    let packed = [UInt8](bytes)
    var matrix = Matrix(rows: rows, columns: rows)
    var place = 0
    for row in 0..<rows {
      for column in 0...row {
        var pattern: UInt64 = 0
        for offset in 0..<8 { pattern |= UInt64(packed[place + offset]) << UInt64(8 * offset) }
        let element = Double(bitPattern: pattern)
        guard element.isFinite else { return nil }
        (matrix[row, column], matrix[column, row]) = (element, element)
        place += 8
      }
    }
    return matrix
  }
}
