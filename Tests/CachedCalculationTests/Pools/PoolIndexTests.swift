import CachedCalculation
import CampaignFile
import CampaignTesting
import Chemistry
import Files
import Foundation
import Glibc
import MolecularDesign
import Testing

@Suite struct PoolIndexTests {
  let campaign: SmallCampaign
  private var folder: String { "\(campaign.folder)/indexes" }

  init() throws {
    campaign = try SmallCampaign(
      SmallCampaign.text(molecules: "{heavy_atoms: [2, 10], elements: [H, C, O]}", extra: "pool: pool.smi")
        .replacing("corpus: corpus.smi\n", with: ""))
  }

  private static let text = """
    CCO ethanol
    OCC again
    nonsense
    [Na+].[Cl-] salt
    CCN amine
    [Na+].CC(=O)[O-] acetate
    C methane
    COC
    CCCO.Cl propanol

    """

  private func index(
    _ text: String = text, name: String = "pool.smi", change: (inout Specification) -> Void = { _ in },
    tell: (PoolProgress) -> Void = { _ in }
  ) throws -> PoolIndex {
    try campaign.write(text, to: name)
    return try read(name, change: change, tell: tell)
  }

  private func read(
    _ name: String, change: (inout Specification) -> Void = { _ in }, tell: (PoolProgress) -> Void = { _ in }
  ) throws -> PoolIndex {
    let path = "\(campaign.folder)/\(name)"
    var specification = try campaign.specification()
    change(&specification)
    return try PoolIndex(
      of: path, column: nil, extent: FileExtent(of: path), for: specification, in: folder, tell: tell)
  }

  private func indexes() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }

  @Test func itHasTheAllowedMoleculesWithTheirLinesAndNames() throws {
    let index = try index()
    #expect((0..<index.count).map { index.text(at: $0).smiles } == ["CCO", "COC"])
    #expect((0..<index.count).map { index.text(at: $0).name } == ["ethanol", nil])
    #expect((0..<index.count).map { index.line(at: $0) } == [1, 8])
    #expect(try index.molecules(at: [1, 0]).map(\.smiles) == ["COC", "CCO"])
    for place in 0..<index.count {
      #expect(try index.bits(at: place) == FoldedBits(of: Molecule(smiles: index.text(at: place).smiles)))
    }
    let contents = index.contents
    #expect(contents.moleculeCount == 4 && contents.duplicateCount == 1 && contents.refusedLineCount == 4)
    #expect(contents.firstRefusedLines.map(\.line) == [3, 4, 6, 9])
    #expect(contents.refusals == [.element: 1, .heavyAtoms: 1])
    #expect(contents.notes == [])
  }

  @Test func saltsAreStrippedIfTheFileSaysSo() throws {
    let index = try index { $0.salts = .strip }
    #expect((0..<index.count).map { index.text(at: $0).smiles } == ["CCO", "COC", "CCCO"])
    #expect(index.contents.refusals == [.element: 1, .heavyAtoms: 1, .charge: 1])
    #expect(index.contents.notes.count == 1)
    #expect(index.contents.notes.first?.hasPrefix("2 lines (6 first) have several components") == true)
  }

  @Test func whatIsKnownAndWhereIsFound() throws {
    let index = try index()
    #expect(index.places(without: []) == [0, 1])
    #expect(index.places(without: ["CCO", "CCCC"]) == [1])
    #expect(index.places(of: ["COC", "CCCC"]) == ["COC": 1])
    var stream = (0..<FoldedBits.count).map { Float($0 % 17) - 8 }
    stream[3] = 0.5
    let scores = index.scores(stream)
    for place in 0..<index.count {
      let sum = index.bits(at: place).positions.reduce(Float(0)) { $0 + stream[$1] }
      #expect(abs(scores[place] - sum) < 1e-3)
    }
  }

  @Test func itIsMadeOnceAndAgainIfTheFileOrTheFilterHasChanged() throws {
    var progress: [PoolProgress] = []
    let first = try index { _ in
    } tell: {
      progress.append($0)
    }
    #expect(progress.map(\.lineCount) == [9] && progress.map(\.wholeLineCount) == [9])
    progress = []
    let again = try read("pool.smi") { _ in
    } tell: {
      progress.append($0)
    }
    #expect(progress == [] && again.count == first.count)
    #expect(try indexes().count == 1)
    // The file may move, and be compressed: its contents are what counts.
    try FileManager.default.moveItem(atPath: "\(campaign.folder)/pool.smi", toPath: "\(campaign.folder)/other.smi")
    _ = try read("other.smi") { _ in
    } tell: {
      progress.append($0)
    }
    #expect(progress == [])
    let changed = try index(Self.text + "CCCC\n") { _ in
    } tell: {
      progress.append($0)
    }
    #expect(progress.count == 1 && changed.count == first.count + 1)
    let narrow = try read("other.smi") { $0.filter.limits[.rings] = FilterLimit(least: 1, most: nil) }
    #expect(narrow.count == 0 && narrow.contents.moleculeCount == 4)
    let known = try read("other.smi") { $0.filter.known = KnownMolecules(canonicalSMILES: ["CCO"]) }
    #expect(known.count == 1 && known.contents.refusals[.known] == 1)
    #expect(try indexes().count == 4)
  }

  @Test func aDamagedOneIsMadeAgain() throws {
    let first = try index()
    let path = "\(folder)/\(try #require(indexes().first))"
    let whole = try Data(contentsOf: URL(filePath: path))
    for place in [0, 9, 150, whole.count / 2, whole.count - 30, whole.count - 4] {
      var damaged = whole
      damaged[place] ^= 1
      try damaged.write(to: URL(filePath: path))
      let made = try read("pool.smi")
      #expect(made.count == first.count && made.text(at: 1).smiles == "COC", "\(place)")
      #expect(try Data(contentsOf: URL(filePath: path)) == whole, "\(place)")
    }
    for length in [0, 5, 100, whole.count - 1] {
      try whole.prefix(length).write(to: URL(filePath: path))
      #expect(try read("pool.smi").count == first.count, "\(length)")
    }
    #expect(try indexes().count == 1)
  }

  @Test func anIndexIsNotMadeOfAFileThatHasChanged() throws {
    let path = "\(campaign.folder)/pool.smi"
    try campaign.write(Self.text, to: "pool.smi")
    let extent = try FileExtent(of: path)
    for text in [Self.text + "CCCC\n", Self.text.replacing("COC", with: "CNC"), "CCO\n"] {
      try campaign.write(text, to: "pool.smi")
      let error = #expect(throws: CampaignError.self) {
        try PoolIndex(of: path, column: nil, extent: extent, for: campaign.specification(), in: folder) { _ in }
      }
      #expect(error?.description == "'\(path)' has changed while it was read; run again.")
      #expect(try indexes() == [])
    }
  }

  /// A hash can be computed by anybody: lengths and offsets that lead out of the file are not followed.
  @Test func oneWithImpossibleNumbersIsMadeAgain() throws {
    let first = try index()
    let path = "\(folder)/\(try #require(indexes().first))"
    let whole = Array(try Data(contentsOf: URL(filePath: path)))
    let entryLength = whole[(whole.count - 24)..<(whole.count - 16)].reversed().reduce(0) { $0 << 8 | Int($1) }
    let tables = 8 + entryLength
    for place in [whole.count - 24, whole.count - 16, tables, tables + 8] {
      for number in [UInt64.max, UInt64(Int.max), 1 << 40] {
        var changed = ByteWriter()
        changed.write(Data(whole[..<place]))
        changed.write(number)
        changed.write(Data(whole[(place + 8)..<(whole.count - 8)]))
        var extent = FileExtent()
        extent.add(changed.bytes)
        changed.write(extent.hash)
        try changed.data.write(to: URL(filePath: path))
        let made = try read("pool.smi")
        #expect(made.count == first.count && made.text(at: 1).smiles == "COC", "\(place)")
      }
    }
  }

  @Test func whatAKilledProcessLeftIsRemoved() throws {
    _ = try index()
    let whole = try #require(indexes().first)
    try FileManager.default.removeItem(atPath: "\(folder)/\(whole)")
    // No process has the number of the first; the second is this one's parent, which lives; the third is not known here.
    let host = ProcessInfo.processInfo.hostName
    let left = ["\(host).\(Int32.max)", "\(host).\(getppid())", "other-\(host).\(Int32.max)"].map {
      "\(whole).\($0).\(UUID().uuidString)"
    }
    for name in left { try campaign.write("part", to: "indexes/\(name)") }
    _ = try read("pool.smi")
    #expect(try indexes() == ([whole] + left.dropFirst()).sorted())
  }

  @Test func whatHoldsNoMoleculeIsRefusedAndLeavesNothing() throws {
    for text in ["", "nonsense\nC(\n"] {
      let error = #expect(throws: DesignError.self) { try index(text) }
      #expect(error?.description.contains("holds no molecule") == true)
    }
    #expect(try indexes() == [])
    let unwritable = "\(campaign.folder)/corpus.smi/indexes"
    let path = "\(campaign.folder)/pool.smi"
    try campaign.write(Self.text, to: "pool.smi")
    let error = #expect(throws: CampaignError.self) {
      try PoolIndex(
        of: path, column: nil, extent: FileExtent(of: path), for: campaign.specification(), in: unwritable
      ) { _ in }
    }
    #expect(error?.description.contains("cannot be written") == true)
  }
}
