import CFingerprint

/// Up to 2048 fingerprints stored by feature, the layout of the C routine.
struct FingerprintBlock: Sendable {
  static let mostRows = Int(CFINGERPRINT_BLOCK_ROWS)

  let rowCount: Int
  private let totals: [Double]
  private let denseColumns: [Int32]
  private let dense: [UInt8]
  private let starts: [UInt32]
  private let listedRows: [UInt16]
  private let listedCounts: [UInt32]

  /// Stores rows by feature.
  ///
  /// - Parameters:
  ///   - rows: the entries of each row, as indices into `features` and `counts`.
  ///   - features: the features of all entries.
  ///   - counts: the counts of all entries.
  ///   - totals: the total of each row, including omitted features.
  ///   - featureCount: the number of features; every feature is below it.
  init(rows: [Range<Int>], features: [UInt32], counts: [UInt32], totals: [Double], featureCount: Int) {
    precondition(rows.count <= Self.mostRows && totals.count == rows.count, "Too many rows for a block.")
    var frequencies = [UInt32](repeating: 0, count: featureCount)
    var largest = [UInt32](repeating: 0, count: featureCount)
    for entry in (rows.first?.lowerBound ?? 0)..<(rows.last?.upperBound ?? 0) {
      let feature = Int(features[entry])
      frequencies[feature] += 1
      largest[feature] = max(largest[feature], counts[entry])
    }
    // A byte of a column costs about a thirtieth of a list entry.
    var denseColumns = [Int32](repeating: -1, count: featureCount)
    var starts = [UInt32](repeating: 0, count: featureCount + 1)
    var columnCount = 0
    for feature in 0..<featureCount {
      let isDense = Int(frequencies[feature]) * 32 > rows.count && largest[feature] <= UInt32(UInt8.max)
      if isDense {
        denseColumns[feature] = Int32(columnCount)
        columnCount += 1
      }
      starts[feature + 1] = starts[feature] + (isDense ? 0 : frequencies[feature])
    }
    var dense = [UInt8](repeating: 0, count: columnCount * rows.count)
    var listedRows = [UInt16](repeating: 0, count: Int(starts[featureCount]))
    var listedCounts = [UInt32](repeating: 0, count: Int(starts[featureCount]))
    var places = starts
    for (row, entries) in rows.enumerated() {
      for entry in entries {
        let feature = Int(features[entry])
        if denseColumns[feature] >= 0 {
          dense[Int(denseColumns[feature]) * rows.count + row] = UInt8(counts[entry])
        } else {
          let place = Int(places[feature])
          listedRows[place] = UInt16(row)
          listedCounts[place] = counts[entry]
          places[feature] += 1
        }
      }
    }
    rowCount = rows.count
    self.totals = totals
    self.denseColumns = denseColumns
    self.dense = dense
    self.starts = starts
    self.listedRows = listedRows
    self.listedCounts = listedCounts
  }

  /// Calls `body` with a view of this block in the layout of the C routine, valid during the call.
  func withView(_ body: (UnsafePointer<cfingerprint_block>) -> Void) {
    unsafe totals.withUnsafeBufferPointer { totals in
      unsafe denseColumns.withUnsafeBufferPointer { denseColumns in
        unsafe dense.withUnsafeBufferPointer { dense in
          unsafe starts.withUnsafeBufferPointer { starts in
            unsafe listedRows.withUnsafeBufferPointer { listedRows in
              unsafe listedCounts.withUnsafeBufferPointer { listedCounts in
                var view = unsafe cfingerprint_block(
                  rows: rowCount, totals: totals.baseAddress, dense_columns: denseColumns.baseAddress,
                  dense: dense.baseAddress, starts: starts.baseAddress, listed_rows: listedRows.baseAddress,
                  listed_counts: listedCounts.baseAddress)
                unsafe body(&view)
              }
            }
          }
        }
      }
    }
  }
}
