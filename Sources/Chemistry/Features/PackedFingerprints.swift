import CFingerprint
import Dispatch

/// Fingerprints prepared for many similarities: packed once, then compared with others any number of times, as a whole
/// or block by block, from any thread.
///
/// ```swift
/// let packed = PackedFingerprints(fingerprints)
/// let gram = packed.symmetricSimilarities()
/// ```
public struct PackedFingerprints: Sendable {
  /// The features that may occur, numbered from 0.
  private enum Vocabulary: Sendable, Equatable {
    case positions(Int)
    /// In ascending order.
    case identifiers([UInt64])
  }

  private let vocabulary: Vocabulary
  private let starts: [Int]
  private let features: [UInt32]
  private let counts: [UInt32]
  private let totals: [Double]
  private let blocks: [FingerprintBlock]

  /// The number of fingerprints.
  public var count: Int { totals.count }

  /// Packs count fingerprints.
  ///
  /// - Precondition: all have the same size.
  public init(_ fingerprints: [CountFingerprint]) {
    let size = fingerprints.first?.size ?? 0
    precondition(fingerprints.allSatisfy { $0.size == size }, "Fingerprints of different sizes cannot be packed.")
    self.init(.positions(size), fingerprints.map(\.sparse)) { $0.identifiers.map { UInt32($0) } }
  }

  /// Packs exact counts.
  public init(_ fingerprints: [ExactCounts]) {
    let identifiers = Set(fingerprints.lazy.flatMap(\.sparse.identifiers)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(identifiers, UInt32(0)...))
    self.init(.identifiers(identifiers), fingerprints.map(\.sparse)) { $0.identifiers.compactMap { numbers[$0] } }
  }

  private init(_ vocabulary: Vocabulary, _ rows: [SparseCounts], numbers: (SparseCounts) -> [UInt32]) {
    let featureCount =
      switch vocabulary {
      case .positions(let size): size
      case .identifiers(let identifiers): identifiers.count
      }
    var starts = [0]
    var features: [UInt32] = []
    var counts: [UInt32] = []
    for row in rows {
      features += numbers(row)
      counts += row.counts
      starts.append(counts.count)
    }
    let totals = rows.map { Double($0.total) }
    self.vocabulary = vocabulary
    self.starts = starts
    self.features = features
    self.counts = counts
    self.totals = totals
    blocks = stride(from: 0, to: rows.count, by: FingerprintBlock.mostRows).map { first in
      let members = first..<min(first + FingerprintBlock.mostRows, rows.count)
      return FingerprintBlock(
        rows: members.map { starts[$0]..<starts[$0 + 1] }, features: features, counts: counts,
        totals: Array(totals[members]), featureCount: featureCount)
    }
  }

  /// The similarities of all pairs, on all cores, column-major: that of fingerprint i and fingerprint j of `others` is at
  /// i + j × ``count``.
  ///
  /// - Precondition: both are exact, or both have the same size.
  public func similarities(to others: PackedFingerprints) -> [Double] {
    let others = others.renumbered(for: self)
    return unsafe [Double](unsafeUninitializedCapacity: count * others.count) { buffer, initializedCount in
      unsafe fill(buffer, others)
      initializedCount = count * others.count
    }
  }

  /// The similarities of all pairs among these, on all cores: a symmetric matrix, column-major.
  ///
  /// Both halves are computed: mirroring one would take as long, because it strides across the rows of a large matrix.
  public func symmetricSimilarities() -> [Double] { similarities(to: self) }

  /// Writes the similarities of a range of these (rows) and a range of `others` (columns) to the caller's memory: that
  /// of row `rows.lowerBound` + i and column `columns.lowerBound` + j goes to index i + j × `leadingDimension`. It uses
  /// only the calling thread, so that several threads can compute a matrix block by block.
  ///
  /// - Precondition: the ranges are within the counts, the buffer has room, and both are exact or have the same size.
  public func similarities(
    rows: Range<Int>, to others: PackedFingerprints, columns: Range<Int>,
    into buffer: UnsafeMutableBufferPointer<Double>, leadingDimension: Int
  ) {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= count, "Rows \(rows) are not among \(count).")
    precondition(
      columns.lowerBound >= 0 && columns.upperBound <= others.count, "Columns \(columns) are not among \(others.count)."
    )
    guard !rows.isEmpty, !columns.isEmpty else { return }
    precondition(
      leadingDimension >= rows.count && buffer.count >= leadingDimension * (columns.count - 1) + rows.count,
      "The buffer has no room for \(rows.count) by \(columns.count) similarities.")
    unsafe write(
      rows: rows, others.renumbered(for: self), columns: columns, to: buffer.baseAddress.unsafelyUnwrapped,
      leadingDimension: leadingDimension)
  }

  /// The similarities of a range of these (rows) and a range of `others` (columns), column-major. It uses only the calling
  /// thread.
  public func similarities(rows: Range<Int>, to others: PackedFingerprints, columns: Range<Int>) -> [Double] {
    unsafe [Double](unsafeUninitializedCapacity: rows.count * columns.count) { buffer, initializedCount in
      unsafe similarities(rows: rows, to: others, columns: columns, into: buffer, leadingDimension: rows.count)
      initializedCount = rows.count * columns.count
    }
  }

  /// These fingerprints with the feature numbers of `rows`; features that are not in `rows` are omitted, but their
  /// counts remain in the totals.
  private func renumbered(for rows: PackedFingerprints) -> Columns {
    switch (vocabulary, rows.vocabulary) {
    case (.identifiers(let own), .identifiers(let others)) where own != others:
      var numbers = [UInt32?](repeating: nil, count: own.count)
      var place = 0
      for (number, identifier) in own.enumerated() {
        while place < others.count, others[place] < identifier { place += 1 }
        if place < others.count, others[place] == identifier { numbers[number] = UInt32(place) }
      }
      var result = Columns(starts: [0], features: [], counts: [], totals: totals)
      for column in totals.indices {
        for entry in starts[column]..<starts[column + 1] {
          guard let number = numbers[Int(features[entry])] else { continue }
          result.features.append(number)
          result.counts.append(counts[entry])
        }
        result.starts.append(result.counts.count)
      }
      return result
    default:
      precondition(
        vocabulary == rows.vocabulary || count == 0 || rows.count == 0,
        "Fingerprints of different kinds or sizes cannot be compared.")
      return Columns(starts: starts, features: features, counts: counts, totals: totals)
    }
  }

  /// Computes all pairs, in chunks of columns.
  private func fill(_ buffer: UnsafeMutableBufferPointer<Double>, _ columns: Columns) {
    guard let base = buffer.baseAddress, count > 0, columns.count > 0 else { return }
    let target = unsafe Target(base: base)
    let width = max(1, min(64, columns.count / 8))
    DispatchQueue.concurrentPerform(iterations: (columns.count + width - 1) / width) { piece in
      let range = piece * width..<min((piece + 1) * width, columns.count)
      unsafe write(
        rows: 0..<count, columns, columns: range, to: target.base + range.lowerBound * count, leadingDimension: count)
    }
  }

  private func write(
    rows: Range<Int>, _ others: Columns, columns: Range<Int>, to base: UnsafeMutablePointer<Double>,
    leadingDimension: Int
  ) {
    unsafe others.features.withUnsafeBufferPointer { features in
      unsafe others.counts.withUnsafeBufferPointer { counts in
        for number in rows.lowerBound / FingerprintBlock.mostRows...(rows.upperBound - 1) / FingerprintBlock.mostRows {
          let start = number * FingerprintBlock.mostRows
          let own = max(rows.lowerBound - start, 0)..<min(rows.upperBound - start, blocks[number].rowCount)
          unsafe blocks[number].withView { block in
            for (index, column) in columns.enumerated() {
              let entries = others.starts[column]..<others.starts[column + 1]
              unsafe cfingerprint_similarities(
                block, own.lowerBound, own.upperBound, features.baseAddress.map { unsafe $0 + entries.lowerBound },
                counts.baseAddress.map { unsafe $0 + entries.lowerBound }, entries.count, others.totals[column],
                base + (start + own.lowerBound - rows.lowerBound) + index * leadingDimension)
            }
          }
        }
      }
    }
  }
}

/// Fingerprints stored by molecule.
private struct Columns: Sendable {
  var starts: [Int]
  var features: [UInt32]
  var counts: [UInt32]
  let totals: [Double]

  var count: Int { totals.count }
}

/// Shared among chunks that write to different indices, hence the unchecked conformance.
@safe private struct Target: @unchecked Sendable {
  let base: UnsafeMutablePointer<Double>
}
