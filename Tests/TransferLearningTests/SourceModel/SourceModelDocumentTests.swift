import Files
import Foundation
import Testing
import TransferLearning

@Suite struct SourceModelDocumentTests {
  @Test func namesOfKindsAreThoseThatLibrariesHold() {
    #expect(
      SourceModelKind.allCases.map(\.rawValue) == [
        "gaussian-process", "sparse-gaussian-process", "neural-network", "shared-network",
      ])
  }

  @Test func equalSettingsHaveEqualDigestsAndOthersOthers() {
    let document = SourceModelDocument.sample()
    #expect(document.settingsDigest == ContentDigest(Data(#"{"epochs":24}"#.utf8)))
    #expect(SourceModelDocument.sample(settings: #"{"epochs":25}"#).settingsDigest != document.settingsDigest)
  }

  @Test func timesAreToTheSecond() {
    let document = SourceModelDocument.sample(createdAt: Date(timeIntervalSince1970: 1_000.4))
    #expect(document.createdAt == Date(timeIntervalSince1970: 1_000))
  }
}

extension SourceModelDocument {
  /// What the recorded document of format 1 says, with parts that may be others.
  static func sample(
    kind: SourceModelKind = .neuralNetwork, errors: CrossValidatedErrors? = nil, settings: String = #"{"epochs":24}"#,
    createdAt: Date = Date(timeIntervalSince1970: 1_795_403_400), payload: Data = Data([1, 2, 3])
  ) -> SourceModelDocument {
    SourceModelDocument(
      kind: kind, property: .init(name: "gap", unit: "eV", summary: "The gap between HOMO and LUMO."),
      representation: .init(name: "morgan-counts", version: "1"),
      provenance: .init(file: "gaps.csv", digest: "00ff", rows: 100, distinctMolecules: 99), trainingSize: 90,
      errors: errors
        ?? CrossValidatedErrors(
          folds: 5, count: 100, meanAbsoluteError: 0.25, rootMeanSquareError: 0.5, rSquared: 0.875, logDensity: -0.5,
          coverage: 0.6875),
      settings: settings, seed: .max, programVersion: "0.1.0", createdAt: createdAt, payload: payload)
  }
}
