import Foundation
import Testing

/// Where results are written: files, links, devices and pipes.
@Suite struct OutputFileTests {
  private let folder: TemporaryFolder
  private let molecules = "O water\nCC ethane\n"
  private let passed = "O\twater\nCC\tethane\n"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(molecules, to: "molecules.smi")
    try FileManager.default.createDirectory(atPath: folder.file("elsewhere"), withIntermediateDirectories: false)
  }

  /// Writes the two molecules to an output.
  private func write(to output: String) throws -> Ending {
    try Program.run(["filter", "molecules.smi", "--heavy-atoms", "1..30", "--output", output], in: folder)
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: folder.file(name), withDestinationPath: target)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder.file(name), encoding: .utf8)
  }

  @Test func aLinkToALongerFileKeepsNothingOfIt() throws {
    let plain = try write(to: "plain.smi")
    #expect(plain.cause == .exited(0), "\(plain)")
    try folder.write(String(repeating: "an old line\n", count: 1000), to: "elsewhere/old.smi")
    try link("out.smi", to: "elsewhere/old.smi")
    try link("chain.smi", to: folder.file("out.smi"))
    let ending = try write(to: "chain.smi")
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(try text("elsewhere/old.smi") == (try text("plain.smi")))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("out.smi")) == "elsewhere/old.smi")
  }

  @Test func anOutputIsNotCompressedAndIsNotNamedSo() throws {
    let ending = try write(to: "out.smi.gz")
    #expect(ending.cause == .exited(2) && ending.complaint?.contains("outputs are not compressed") == true, "\(ending)")
  }

  @Test func aDanglingLinkIsWrittenWhereItLeads() throws {
    try link("out.smi", to: "elsewhere/new.smi")
    #expect(try write(to: "out.smi").cause == .exited(0))
    #expect(try text("elsewhere/new.smi").contains("CC"))
  }

  @Test(arguments: [
    ("absent/new.smi", "absent'; make it, or name a file elsewhere"), ("out.smi", "leads back to itself"),
    ("elsewhere", "a folder"),
  ])
  func aLinkThatCannotBeWrittenThroughIsRefusedBeforehand(target: String, problem: String) throws {
    try link("out.smi", to: target)
    let ending = try write(to: "out.smi")
    #expect(ending.cause == .exited(2) && ending.errors.contains(problem), "\(ending)")
  }

  @Test func devicesAndPipesAreWrittenTo() throws {
    try link("device", to: "/dev/stdout")
    for output in ["-", "/dev/stdout", "device"] {
      let ending = try write(to: output)
      #expect(ending.cause == .exited(0) && ending.output.contains("CC"), "\(ending)")
    }
    try link("nothing", to: "/dev/null")
    #expect(try write(to: "nothing").cause == .exited(0))
  }

  /// Also where --force says that an earlier result may be replaced.
  @Test func databasesAndInputsAreNeverReplaced() throws {
    let database = Data("SQLite format 3\0".utf8) + Data(repeating: 0, count: 4080)
    try database.write(to: URL(filePath: folder.file("record.sqlite")))
    for output in ["record.sqlite", "record.sqlite-wal"] {
      let ending = try write(to: output)
      #expect(ending.cause == .exited(2) && ending.errors.contains("it is a database"), "\(ending)")
    }
    #expect(try Data(contentsOf: URL(filePath: folder.file("record.sqlite"))) == database)
    try folder.write("C\n", to: "known.smi")
    for arguments in [
      ["filter", "molecules.smi", "--novel", "known.smi", "--output", "known.smi"],
      ["filter", "molecules.smi", "--heavy-atoms", "1..3", "--rejected", "molecules.smi"],
      ["calculate", "molecules.smi", "--output", "molecules.smi", "--format", "csv"],
    ] {
      let ending = try Program.run(arguments, in: folder)
      #expect(ending.cause == .exited(2) && ending.errors.contains("it is an input file"), "\(ending)")
    }
    #expect(try text("molecules.smi") == molecules)
  }

  /// Two openings of one file would write over each other.
  @Test func aFileThatStandardOutputIsIsWrittenOnce() throws {
    let ending = try Program.shell(
      "(echo first; $COHOBATE filter molecules.smi --heavy-atoms 2..30 --rejected /dev/stdout; echo last) > both",
      in: folder)
    #expect(ending.cause == .exited(0), "\(ending)")
    let lines = try text("both").split(separator: "\n")
    #expect(lines.first == "first" && lines.last == "last", "\(lines)")
    #expect(lines.contains { $0.hasPrefix("CC") } && lines.contains { $0.contains("heavy_atoms") }, "\(lines)")
  }

  /// A model is a file: in the place of a device it would be one no longer.
  @Test func aModelIsWrittenThroughALinkAndToNoDevice() throws {
    try folder.write("CCO\nCCN\nCCC\nc1ccccc1\n", to: "corpus.smi")
    try link("model", to: "elsewhere/model")
    let train = ["corpus", "train", "--corpus", "corpus.smi", "--quiet", "--output"]
    #expect(try Program.run(train + ["model"], in: folder).cause == .exited(0))
    #expect(FileManager.default.fileExists(atPath: folder.file("elsewhere/model")))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("model")) == "elsewhere/model")
    let ending = try Program.run(train + ["/dev/stdout"], in: folder)
    #expect(ending.cause == .exited(2) && ending.errors.contains("a device or a pipe"), "\(ending)")
  }
}
