import Files
import Foundation
import Testing
import Workbench

@Suite struct LanguageModelCommandsTests {
  private func training(_ corpus: String? = nil, smoothing: String = "kneser-ney") -> LanguageModelCommands.Training {
    LanguageModelCommands.Training(
      corpus: corpus, smilesColumn: nil, weightColumn: nil, order: 4, roots: 1, softLength: nil, smoothing: smoothing,
      seed: 1)
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(component: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path(percentEncoded: false))
  }

  @Test func theBuiltInCorpusIsLearntAndForetold() throws {
    try withFolder { folder in
      var stages: [String] = []
      let report = try LanguageModelCommands.train(training(), to: folder + "/a.model") { stages.append($0) }
      #expect(report.molecules ?? 0 > 1000)
      #expect(report.ends == 0)
      #expect(stages.count == 3)
      let perplexity = try LanguageModelCommands.perplexity(folder + "/a.model", corpus: nil, smilesColumn: nil)
      #expect(perplexity.perToken ?? 100 < 5)
      let sample = try LanguageModelCommands.sample(folder + "/a.model", count: 30, distinct: true, seed: 2) { _ in }
      #expect(Set(sample.molecules.map(\.smiles)).count == 30)
    }
  }

  @Test func tooFewMoleculesAreSaidToBe() throws {
    try withFolder { folder in
      try "C\n".write(toFile: folder + "/one.smi", atomically: true, encoding: .utf8)
      _ = try LanguageModelCommands.train(training(folder + "/one.smi"), to: folder + "/a.model") { _ in }
      let error = #expect(throws: CampaignError.self) {
        try LanguageModelCommands.sample(folder + "/a.model", count: 2000, distinct: true, seed: 2) { _ in }
      }
      #expect(error?.kind == .input)
    }
  }

  @Test func wrongInputAndFailuresAreToldApart() throws {
    try withFolder { folder in
      let wrong = #expect(throws: CampaignError.self) {
        try LanguageModelCommands.train(training(smoothing: "none"), to: folder + "/a.model") { _ in }
      }
      #expect(wrong?.kind == .input)
      let unwritable = #expect(throws: CampaignError.self) {
        try LanguageModelCommands.train(training(), to: folder + "/absent/a.model") { _ in }
      }
      #expect(unwritable?.kind == .failure)
    }
  }
}
