import Foundation
import Stores

extension SourceModelKey {
  /// A key, each part of which may be another.
  static func sample(
    property: String = "gap", representation: String = "morgan-counts", representationVersion: String = "1",
    kind: String = "neural-network", dataDigest: String = "d1", settingsDigest: String = "s1"
  ) -> SourceModelKey {
    SourceModelKey(
      property: property, representation: representation, representationVersion: representationVersion, kind: kind,
      dataDigest: dataDigest, settingsDigest: settingsDigest)
  }
}

extension SourceModelEntry {
  /// An entry, each part of which may be another.
  static func sample(
    _ key: SourceModelKey = .sample(), unit: String = "eV", trainingSize: Int = 900, meanAbsoluteError: Double = 0.25,
    rootMeanSquareError: Double = 0.5, rSquared: Double? = 0.875, logDensity: Double? = -0.5,
    coverage: Double? = 0.6875,
    createdAt: Date = Sample.start
  ) -> SourceModelEntry {
    SourceModelEntry(
      key: key, unit: unit, trainingSize: trainingSize, meanAbsoluteError: meanAbsoluteError,
      rootMeanSquareError: rootMeanSquareError, rSquared: rSquared, logDensity: logDensity, coverage: coverage,
      createdAt: createdAt)
  }
}
