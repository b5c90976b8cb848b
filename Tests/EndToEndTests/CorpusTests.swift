import Foundation
import Testing

/// `cohobate corpus`, from a file of molecules to new ones.
@Suite struct CorpusTests {
  private static let units = """
    smiles,weight
    *CC*,1
    *CC(*)C,2
    *CC(*)c1ccccc1,1
    *OCCO*,1
    *NCCCCCC(*)=O,3
    *c1ccc(*)s1,1
    C.C,1
    *CC(*)Cl,none
    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try Self.units.write(
      toFile: folder.path + "/units.csv", atomically: true, encoding: .utf8)
    return folder
  }

  @Test func repeatUnitsAreLearntDrawnAndMerged() throws {
    let folder = try folder()
    let trained = try Program.run(
      ["corpus", "train", "--corpus", "units.csv", "--weights", "weight", "--output", "units.model"], in: folder)
    #expect(trained.cause == .exited(0), "\(trained)")
    #expect(trained.output.contains("6 molecules"))
    #expect(trained.output.contains("ends    2 in every molecule"))
    #expect(trained.errors.contains("2 lines of the corpus were left out"))
    let drawn = try Program.run(["corpus", "sample", "units.model", "--count", "50", "--seed", "7"], in: folder)
    #expect(drawn.cause == .exited(0), "\(drawn)")
    let lines = drawn.output.split(separator: "\n")
    #expect(lines.count == 50)
    #expect(lines.allSatisfy { line in line.count { $0 == "*" } == 2 })
    let again = try Program.run(["corpus", "sample", "units.model", "--count", "50", "--seed", "7"], in: folder)
    #expect(again.output == drawn.output)
    let merged = try Program.run(
      ["corpus", "merge", "units.model", "units.model", "--weight", "0.5", "-o", "both.model", "--json"], in: folder)
    #expect(merged.cause == .exited(0), "\(merged)")
    let perplexity = try Program.run(["corpus", "perplexity", "both.model", "--corpus", "units.csv"], in: folder)
    #expect(perplexity.output.contains("perplexity per token  "))
    #expect(perplexity.output.contains("7, 1 of them outside"))
  }

  @Test func theSameSeedGivesTheSameFile() throws {
    let folder = try folder()
    for name in ["a", "b"] {
      #expect(
        try Program.run(["corpus", "train", "--corpus", "units.csv", "-o", name, "--quiet"], in: folder).cause
          == .exited(0))
    }
    let contents = FileManager.default
    #expect(contents.contentsEqual(atPath: folder.path + "/a", andPath: folder.path + "/b"))
  }

  @Test func whatIsNoModelIsRefused() throws {
    let folder = try folder()
    let ending = try Program.run(["corpus", "sample", "units.csv"], in: folder)
    #expect(ending.cause == .exited(2))
    #expect(ending.output.isEmpty)
    #expect(ending.errors.contains("not a language model"))
  }
}
