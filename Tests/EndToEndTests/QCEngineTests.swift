import Foundation
import Stores
import Testing

/// Small campaigns on the real QCEngine with Debian's MOPAC, in the virtual environment that `make qcengine` makes.
@Suite(.serialized) struct QCEngineTests {
  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path(percentEncoded: false)
  private static let programs = "\(repository).build/qcengine/bin"

  /// A process for each molecule, and one for many.
  private static let oneShot = (command: "[\(programs)/qcengine, run, mopac, '-']", persistent: false)
  private static let worker = (
    command: "[\(programs)/python, \(repository)Campaigns/qcengine_worker.py, mopac]", persistent: true
  )

  /// Runs a campaign of four molecules, and gives its record.
  private static func record(
    of way: (command: String, persistent: Bool), method: String = "PM7", ending: Ending.Cause = .exited(0)
  ) throws -> CampaignStore {
    try #require(
      FileManager.default.isExecutableFile(atPath: "\(programs)/qcengine"),
      "There is no QCEngine in .build/qcengine: make it with `make qcengine`.")
    let folder = try TemporaryFolder()
    try folder.write(
      """
      name: exchange
      seed: 3
      objectives:
        - property: dipole
          window: [1.0, 3.0]
      molecules:
        heavy_atoms: [2, 6]
      calculator:
        program: qcschema
        command: \(way.command)
        persistent: \(way.persistent)
        model: {method: \(method)}
        properties:
          dipole: {path: extras.dip_vec, unit: D, factor: 2.541746473}
          heat_of_formation: {path: return_result, unit: kcal/mol, factor: 627.509474}
      budget:
        calculations: 4
        initial: 4
        consecutive_failures: 4

      """, to: "exchange.yaml")
    let end = try Program.run(["run", "exchange.yaml"], in: folder)
    try #require(end.cause == ending, "\(end)")
    return try CampaignStore.openReadOnly(at: folder.file("exchange.sqlite"))
  }

  @Test func aProcessForEachMoleculeAndAWorkerGiveTheSameValues() throws {
    let values = try [Self.oneShot, Self.worker].map { way in
      let store = try Self.record(of: way)
      #expect(try store.calculations().allSatisfy { $0.calculation.state == .succeeded })
      let observations = try store.observations()
      #expect(observations.count == 4 * 2)
      // Debye, and kcal/mol: hartrees or electronvolts would be far off.
      #expect(observations.filter { $0.property == "dipole" }.allSatisfy { (0...8).contains($0.value) })
      let heats = observations.filter { $0.property == "heat_of_formation" }
      #expect(heats.allSatisfy { (-200...100).contains($0.value) && abs($0.value) > 1 }, "\(heats)")
      return observations.map { "\($0.property) \($0.value)" }
    }
    #expect(values[0] == values[1])
  }

  @Test(arguments: [false, true])
  func whatQCEngineRefusesIsRecordedAsItsFailure(isWorker: Bool) throws {
    let store = try Self.record(of: isWorker ? Self.worker : Self.oneShot, method: "PM0", ending: .exited(1))
    let failures = try store.failures()
    #expect(failures.count == 4)
    for failure in failures {
      #expect(failure.calculation.failure?.failureClass == "input")
      #expect(failure.calculation.failure?.message.contains("MOPAC does not have method: PM0") == true)
    }
    #expect(try store.observations().isEmpty)
  }
}
