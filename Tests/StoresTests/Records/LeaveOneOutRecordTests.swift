import GRDB
import Stores
import Testing

@Suite struct LeaveOneOutRecordTests {
  let folder: TemporaryFolder
  let store: CampaignStore

  init() throws {
    folder = try TemporaryFolder()
    store = try Sample.run(at: folder.file("campaign.sqlite"))
  }

  @Test func aListIsReadAsItWasWritten() throws {
    let list: [LeaveOneOutRecord.Prediction] = [
      .init(molecule: 70_000, mean: -0.1, standardDeviation: 0),
      .init(molecule: 1, mean: 1e300, standardDeviation: 0.3),
    ]
    let record = try LeaveOneOutRecord(iteration: 1, property: "gap", list)
    #expect(record.list == list)
    // The documentation of the record promises these bytes.
    #expect(record.predictions.count == 40)
    #expect(Array(record.predictions.prefix(4)) == [0x70, 0x11, 0x01, 0x00])
  }

  @Test func theStoreHasThemByMolecule() throws {
    let benzene = try #require(try store.history(ofSMILES: "c1ccccc1")).molecule.id
    #expect(
      try store.leaveOneOut(of: 1) == [
        "dipole": [LeaveOneOutRecord.Prediction(molecule: benzene, mean: -0.25, standardDeviation: 0.5)]
      ])
    #expect(try store.leaveOneOut(of: 0).isEmpty)
  }

  @Test(arguments: [(Double.nan, 1.0), (.infinity, 1), (1, .nan), (1, -1)])
  func whatIsNoPredictionIsRefused(_ mean: Double, _ deviation: Double) throws {
    #expect(throws: NotANumber.self) {
      try LeaveOneOutRecord(
        iteration: 1, property: "gap", [.init(molecule: 1, mean: mean, standardDeviation: deviation)])
    }
  }

  @Test func aMoleculeThatIsNotInTheRecordIsRefused() throws {
    let before = try store.dumpRows(ignoringTimes: false)
    #expect(throws: StoreError.unknown(path: store.path, what: "molecule 'CCCC'")) {
      try store.recordDesign(
        IterationRecord(number: 2, policy: .surrogate, proposalCount: 0, invalidCount: 0, designedAt: Sample.start),
        fits: [
          FitRecord(
            iteration: 2, property: "gap", observationCount: 1, priorMean: 1, outputScale: 1, noise: 1, logPosterior: 1)
        ], leaveOneOut: ["gap": [LeaveOneOutEntry(smiles: "CCCC", mean: 1, standardDeviation: 1)]], candidates: [],
        calculator: "xtb", protocol: Sample.gfn2)
    }
    #expect(try store.dumpRows(ignoringTimes: false) == before)
  }

  @Test(arguments: [
    ("UPDATE leaveOneOut SET predictions = x'00'", "% 20 = 0"), ("UPDATE leaveOneOut SET predictions = x''", "> 0"),
    ("UPDATE leaveOneOut SET property = 'energy'", "FOREIGN KEY"),
    ("UPDATE attempt SET machine = ''", "machine <> ''"),
  ])
  func theSchemaHoldsWhoeverWrites(_ statement: String, _ rule: String) throws {
    let error = #expect(throws: DatabaseError.self) {
      try store.database.write { try $0.execute(sql: statement) }
    }
    #expect(error?.message?.contains(rule) == true, "\(error?.message ?? "")")
  }
}
