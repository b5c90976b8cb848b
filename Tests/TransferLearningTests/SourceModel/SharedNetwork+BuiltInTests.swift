import Chemistry
import Foundation
import GaussianProcess
import Testing
import TransferLearning

struct SharedNetworkBuiltInTests {
  private static let names = ["gap", "homo", "lumo", "dipole", "polarizability", "solvation_free_energy", "ip", "ea"]

  /// The labels beside the models.
  private func labels() throws -> [(smiles: String, values: [Double?])] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "Sources/CLibrary/labels.csv"), encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return (String(cells[0]), cells.dropFirst().map { Double($0) })
    }
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
      #expect((head.errors.rSquared ?? 0) > 0.2, "\(head.property.name)")
    }
  }
}
