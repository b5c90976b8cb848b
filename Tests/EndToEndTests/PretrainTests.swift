import Foundation
import Glibc
import Stores
import Testing
import TransferLearning

/// Source models from a table, and the library that they are in.
@Suite(.serialized) struct PretrainTests {
  private static let molecules: [String] = (1...15).flatMap { length in
    let chain = String(repeating: "C", count: length)
    return [chain, "CC(C)" + chain, chain + "O", "CC(C)" + chain + "O"]
  }

  /// A folder with a table of alkanes and alcohols, two columns of numbers with gaps, and one of words.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let lines = Self.molecules.enumerated().map { index, smiles in
      let boiling = index % 7 == 3 ? "" : "\(30 * smiles.count + (smiles.hasSuffix("O") ? 90 : 0))"
      let size = index % 5 == 2 ? "" : "\(Double(smiles.count) / 8)"
      return "\(smiles),\(boiling),\(size),number \(index)\n"
    }
    try folder.write("SMILES,boiling,size,remark\n" + lines.joined(), to: "alkanes.csv")
    return folder
  }

  private static let command = [
    "pretrain", "alkanes.csv", "--library", "models.sqlite", "--property", "boiling=K", "--property", "size",
    "--representation", "maccs", "--representation", "morgan-counts-r3-2048, fragment-counts", "--jobs", "1",
  ]

  /// The documents of a library by what they are filed under, all made at one time.
  private func documents(_ folder: TemporaryFolder) throws -> [SourceModelKey: SourceModelDocument] {
    let store = try ModelLibraryStore(path: folder.file("models.sqlite"), mayMake: false)
    var documents: [SourceModelKey: SourceModelDocument] = [:]
    for record in try store.models() {
      let made = try SourceModelDocument(decoding: store.document(of: record.id))
      documents[record.entry.key] = SourceModelDocument(
        kind: made.kind, property: made.property, representation: made.representation, provenance: made.provenance,
        trainingSize: made.trainingSize, errors: made.errors, settings: made.settings, seed: made.seed,
        programVersion: made.programVersion, createdAt: Date(timeIntervalSince1970: 0), payload: made.payload)
    }
    return documents
  }

  @Test func aRunThatWasKilledEndsWithTheSameModels() throws {
    let whole = try folder()
    #expect(try Program.run(Self.command, in: whole).cause == .exited(0))
    let killed = try folder()
    let program = try RunningProgram(Self.command, in: killed)
    while let line = program.nextLine(), !line.contains("2/8 models") {}
    #expect(program.end(by: SIGKILL).cause == .signalled(SIGKILL))
    let before = try documents(killed).count
    #expect((2..<8).contains(before))
    let ending = try Program.run(Self.command + ["--json"], in: killed)
    #expect(ending.cause == .exited(0), "\(ending)")
    let report = try #require(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
    #expect(report["reused"] as? Int == before)
    #expect((report["models"] as? [Any])?.count == 8)
    let (expected, found) = (try documents(whole), try documents(killed))
    #expect(expected.count == 8 && found == expected)
  }

  @Test func anInterruptedRunSaysHowToGoOn() throws {
    let folder = try folder()
    let program = try RunningProgram(Self.command, in: folder)
    while let line = program.nextLine(), !line.contains("1/8 models") {}
    let ending = program.end(by: SIGINT)
    #expect(ending.cause == .exited(130), "\(ending)")
    #expect(ending.errors.contains("the same command"))
  }

  @Test func theLibraryIsListedShownSharedAndPruned() throws {
    let folder = try folder()
    let trained = try Program.run(Self.command + ["--kind", "gaussian-process"], in: folder)
    #expect(trained.cause == .exited(0), "\(trained)")
    #expect(trained.output.contains("4 models of 60 molecules from alkanes.csv, 4 trained now"))
    let library = ["--library", "models.sqlite"]
    func models(_ arguments: String...) throws -> Ending {
      try Program.run(["models"] + arguments + library, in: folder)
    }
    let list = try models("list", "--property", "boiling", "--sort", "error")
    #expect(list.output.contains("4 models, 2 of them selected"))
    let shown = try models("show", "1")
    for words in [
      "boiling by gaussian-process", "51 values of 51 molecules", "each molecule left out in turn", "alkanes.csv",
    ] {
      #expect(shown.output.contains(words), "\(shown)")
    }
    #expect(try models("export", "1", "--output", "one.model").cause == .exited(0))
    #expect(try models("export", "1", "--output", "one.model").complaint?.contains("there is a file already") == true)
    #expect(try models("remove", "1", "2").output == "removed from models.sqlite: 1, 2\n")
    let imported = try models("import", "one.model")
    #expect(imported.output == "boiling (gaussian-process) is now model 5 of models.sqlite\n")
    let json = try models("list", "--json")
    let report = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect((report["models"] as? [[String: Any]])?.compactMap { $0["id"] as? Int }.sorted() == [3, 4, 5])
    #expect(try models("show", "1").complaint == "The library 'models.sqlite' has no model 1.")
  }

  @Test(arguments: [
    ["pretrain", "absent.csv", "--library", "l"],
    ["pretrain", "alkanes.csv", "--library", "l", "--property", "boilng"],
    ["pretrain", "alkanes.csv", "--library", "l", "--property", "remark"],
    ["pretrain", "alkanes.csv", "--library", "l", "--representation", "macs"],
    ["pretrain", "alkanes.csv", "--library", "l", "--kind", "forest"],
    ["pretrain", "alkanes.csv", "--library", "alkanes.csv"],
    ["pretrain", "alkanes.csv", "--library", "l", "--smiles", "name"],
    ["models", "list", "--library", "absent"], ["models", "list", "--library", "alkanes.csv"],
    ["models", "import", "alkanes.csv", "--library", "l"],
  ])
  func wrongInputIsOneSentenceAndMakesNothing(arguments: [String]) throws {
    let folder = try folder()
    let ending = try Program.run(arguments, in: folder)
    #expect(ending.cause == .exited(2), "\(ending)")
    #expect(ending.complaint?.hasSuffix(".") == true || ending.complaint?.hasSuffix("?") == true, "\(ending)")
    #expect(ending.output.isEmpty)
    #expect(try folder.contents().keys.sorted() == ["alkanes.csv"])
  }

  @Test func theBuiltInLibraryIsListedAndShown() throws {
    let folder = try TemporaryFolder()
    let list = try Program.run(["models"], in: folder)
    #expect(list.cause == .exited(0) && list.output.hasPrefix("built-in: 8 models"), "\(list)")
    #expect(list.output.contains("shared-network"))
    let shown = try Program.run(["models", "show", "1"], in: folder)
    #expect(shown.output.contains("gap by shared-network") && shown.output.contains("5 folds"), "\(shown)")
    #expect(!shown.output.contains("not usable"))
    let predicted = try Program.run(["predict", "CCO", "--library", "built-in", "--property", "gap"], in: folder)
    #expect(predicted.cause == .exited(0), "\(predicted)")
  }
}
