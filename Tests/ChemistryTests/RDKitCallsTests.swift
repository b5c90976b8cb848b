import Chemistry
import Foundation
import Testing

@Suite struct RDKitCallsTests {
  @Test func manyThreadsSeeWhatOneSees() async throws {
    let smiles = [
      "CC(=O)Oc1ccccc1C(=O)O", "C[C@H](N)C(=O)O", "C[SiH2]C[Se]C", "O=C1C=CC(=O)C=C1", "CCS", "c1ccsc1CC#N",
    ]
    let filter = try MoleculeFilter(forbidden: ["[$([SX2H]),$([Si])]"], catalogues: [.pains, .brenk]).compiled()
    let concurrent = try await withThrowingTaskGroup(of: (Int, Everything).self) { group in
      for repetition in 0..<8 {
        for index in smiles.indices {
          group.addTask {
            (index, try everything(about: smiles[(index + repetition) % smiles.count], filter))
          }
        }
      }
      return try await group.reduce(into: Set<Everything>()) { $0.insert($1.1) }
    }
    let alone = Set(try smiles.map { text in try everything(about: text, filter) })
    #expect(concurrent == alone)
    #expect(alone.count == smiles.count)
  }

  @Test func nothingLeaks() async {
    // In a process of its own, where no other test allocates.
    await #expect(processExitsWith: .success) {
      let filter = MoleculeFilter(forbidden: ["[$([SX2H])]"], catalogues: [.brenk])
      func turns(_ count: Int) throws {
        for _ in 0..<count { _ = try everything(about: "OCc1cccs1", filter.compiled()) }
      }
      // The first turns fill tables and the allocator's free lists.
      try turns(100)
      let before = try residentMemory()
      try turns(400)
      // A lost molecule each time would be some 2 MB, a lost pattern 1 MB, a lost drawing 4 MB.
      let growth = try residentMemory() - before
      if growth > 700 { throw Leak(kilobytes: growth) }
    }
  }
}

private struct Leak: Error {
  let kilobytes: Int
}

/// Resident memory of this process in kB.
private func residentMemory() throws -> Int {
  let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
  let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
  return try #require(Int(line.split(whereSeparator: \.isWhitespace)[1]))
}

/// All that the C layer does, as one value.
private struct Everything: Hashable {
  var texts: [String] = []
  var fingerprint: CountFingerprint?
  var geometries: [Geometry] = []
  var descriptors: Descriptors?
  var rejection: Rejection?
  var features: [Features] = []
}

private func everything(about smiles: String, _ filter: CompiledFilter) throws -> Everything {
  let molecule = try Molecule(smiles: smiles)
  return Everything(
    texts: [
      molecule.smiles, try molecule.rootedSMILES(atAtom: 1), try molecule.svg(legend: "x"), try molecule.molBlock(),
      reasonOfFailure(smiles + "("),
    ],
    fingerprint: try molecule.fingerprint(), geometries: try molecule.conformers(count: 2, seed: 5),
    descriptors: try molecule.descriptors(), rejection: try filter.rejection(of: molecule),
    features: try Representation.names.map { try Representation(named: $0).features(of: molecule) })
}

private func reasonOfFailure(_ smiles: String) -> String {
  do throws(ChemistryError) {
    return try Molecule(smiles: smiles).smiles
  } catch {
    return error.description
  }
}
