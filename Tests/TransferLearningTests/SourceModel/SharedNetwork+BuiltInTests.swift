import Chemistry
import Files
import Foundation
import GaussianProcess
import Testing
import TransferLearning

struct SharedNetworkBuiltInTests {
  private static let names = ["gap", "homo", "lumo", "dipole", "polarizability", "solvation_free_energy", "ip", "ea"]
  /// The least cross-validated R² of each head. The dipole depends on the conformer, of which the inputs know nothing.
  private static let leastRSquared = [
    "gap": 0.6, "homo": 0.6, "lumo": 0.6, "dipole": 0.15, "polarizability": 0.9, "solvation_free_energy": 0.6,
    "ip": 0.6,
    "ea": 0.6,
  ]

  /// The bytes of the labels beside the models.
  private func table() throws -> Data {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try Data(contentsOf: root.appending(path: "Sources/CLibrary/labels.csv"))
  }

  private func labels() throws -> [(smiles: String, values: [Double?])] {
    String(decoding: try table(), as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return (String(cells[0]), cells.dropFirst().map { Double($0) })
    }
  }

  /// `make library` was run after the labels had changed for the last time.
  @Test func itWasTrainedOnTheLabelsBesideIt() throws {
    #expect(try SharedNetwork.builtIn().origin.digest == ContentDigest(table()).description)
  }

  @Test func itHasThePropertiesOfTheLabels() throws {
    let network = try SharedNetwork.builtIn()
    #expect(network.heads.map(\.property.name) == Self.names)
    #expect(network.heads.map(\.property.unit) == ["eV", "eV", "eV", "D", "a.u.", "kcal/mol", "eV", "eV"])
    let labels = try labels()
    for (place, head) in network.heads.enumerated() {
      let known = try labels.filter { $0.values[place] != nil }.map { try Molecule(smiles: $0.smiles).smiles }
      #expect(network.knownCount(of: place, among: known) == known.count)
      #expect(head.trainingSize == Set(known).count)
    }
  }

  /// Labels that it was trained on are predicted better than its cross-validated errors say.
  @Test func itPredictsKnownMoleculesWithinItsErrors() throws {
    let network = try SharedNetwork.builtIn()
    let some = Array(try labels().prefix(200))
    let inputs = try some.map { try Molecule(smiles: $0.smiles) }.inputs([.morganCounts, .physicalDescriptors])
    for (place, head) in network.heads.enumerated() {
      let predictions = try network.sourceModel(place, name: head.property.name).predictions(inputs, noise: 0)
      let errors = zip(some, predictions).compactMap { label, prediction in
        label.values[place].map { abs($0 - prediction.mean) }
      }
      let mean = errors.reduce(0, +) / Double(errors.count)
      #expect(mean < head.errors.meanAbsoluteError, "\(head.property.name): \(mean)")
      let least = try #require(Self.leastRSquared[head.property.name])
      #expect((head.errors.rSquared ?? 0) > least, "\(head.property.name)")
    }
  }
}
