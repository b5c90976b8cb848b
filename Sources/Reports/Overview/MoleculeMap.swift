import Chemistry
import Numerics

/// A map of molecules in two dimensions on which similar molecules are near each other.
///
/// It is the projection on the first two principal components of the similarity kernel among some molecules, the
/// landmarks (Schölkopf, Smola and Müller, Neural Computation 1998, 10, 1299). Nothing is drawn at random, and a molecule
/// has the same place whatever is calculated later.
package struct MoleculeMap: Sendable {
  private let landmarks: PackedFingerprints
  /// The mean similarity of each landmark to all, and the mean of these.
  private let means: [Double]
  private let mean: Double
  /// Two eigenvectors of the centred kernel, each divided by the square root of its eigenvalue.
  private let axes: [[Double]]
  /// The share of the similarities' variance that the two axes show, from 0 to 1.
  package let shownVariance: Double

  /// A map by landmarks.
  ///
  /// - Parameter smiles: The molecules; of more than 400, that many are taken, evenly spread.
  /// - Returns: Nil for fewer than three molecules, or if all are alike.
  package init?(landmarks smiles: [String]) {
    let fingerprints = Self.fingerprints(smiles.evenlySpread(400)).compactMap(\.self)
    let count = fingerprints.count
    guard count > 2 else { return nil }
    landmarks = PackedFingerprints(fingerprints)
    var kernel = Matrix(rows: count, columns: count, storage: landmarks.symmetricSimilarities())
    let means = (0..<count).map { kernel.column($0).reduce(0, +) / Double(count) }
    let mean = means.reduce(0, +) / Double(count)
    for column in 0..<count {
      for row in 0..<count { kernel[row, column] += mean - means[row] - means[column] }
    }
    guard let decomposition = try? SymmetricEigendecomposition(kernel) else { return nil }
    let values = decomposition.values.reversed().prefix(2).filter { $0 > 1e-9 }
    guard values.count == 2 else { return nil }
    axes = values.enumerated().map { place, value in
      let vector = Array(decomposition.vectors.column(count - 1 - place))
      // The sign of an eigenvector is arbitrary: the largest component is positive.
      let largest = vector.max { $0.magnitude < $1.magnitude } ?? 1
      return vector.map { $0 / value.squareRoot() * (largest < 0 ? -1 : 1) }
    }
    shownVariance = values.reduce(0, +) / decomposition.values.reduce(0) { $0 + max(0, $1) }
    (self.means, self.mean) = (means, mean)
  }

  /// The places of molecules; nil for one that is no molecule.
  package func places(of smiles: [String]) -> [(x: Double, y: Double)?] {
    let fingerprints = Self.fingerprints(smiles)
    let known = fingerprints.compactMap(\.self)
    let similarities = landmarks.similarities(to: PackedFingerprints(known))
    let count = means.count
    var next = 0
    return fingerprints.map { fingerprint in
      guard fingerprint != nil else { return nil }
      let row = similarities[next * count..<(next + 1) * count]
      next += 1
      let own = row.reduce(0, +) / Double(count)
      let centred = zip(row, means).map { $0 - own - $1 + mean }
      let place = axes.map { axis in zip(axis, centred).reduce(0) { $0 + $1.0 * $1.1 } }
      return (place[0], place[1])
    }
  }

  fileprivate static func fingerprints(_ smiles: [String]) -> [CountFingerprint?] {
    // A record's SMILES are canonical.
    concurrentMap(smiles.count) { try? CountFingerprint(canonicalSMILES: smiles[$0]) }
  }
}

/// The similarities among calculated molecules: the Tanimoto similarity of counts of atom environments.
package struct MoleculeSimilarities: Sendable {
  private let numbers: [Int]
  private let packed: PackedFingerprints

  /// - Parameter molecules: The molecules by number, of which the nearest are found.
  package init(_ molecules: [(number: Int, smiles: String)]) {
    let fingerprints = MoleculeMap.fingerprints(molecules.map(\.smiles))
    let known = zip(molecules, fingerprints).compactMap { molecule, fingerprint in
      fingerprint.map { (molecule.number, $0) }
    }
    numbers = known.map(\.0)
    packed = PackedFingerprints(known.map(\.1))
  }

  private static func fingerprint(_ smiles: String) -> CountFingerprint? { MoleculeMap.fingerprints([smiles])[0] }

  /// The molecules that are most similar to one, the nearest first, without itself; none if the SMILES is not valid.
  package func nearest(
    to smiles: String, number: Int, most: Int = 6
  ) -> [(number: Int, similarity: Double)] {
    guard let fingerprint = Self.fingerprint(smiles), !numbers.isEmpty else { return [] }
    let similarities = packed.similarities(to: PackedFingerprints([fingerprint]))
    return zip(numbers, similarities).filter { $0.0 != number }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(most)
      .map { ($0.0, $0.1) }
  }
}
