import Chemistry
import Foundation
import MolecularDesign
import Numerics
import Testing

/// States of designs with numbers that no run writes.
@Suite struct DesignCheckpointRangeTests {
  private func designer(_ mode: DesignMode) throws -> Designer {
    let corpus = try ordinarySMILES.map { try Molecule(smiles: $0) }
    let model = try LanguageModel(
      training: corpus, settings: LanguageModelSettings(), stream: RandomStream(seed: 1))
    return Designer(
      model: model, filter: MoleculeFilter(), settings: DesignSettings(mode: mode, particles: 10, steps: 6),
      corpus: corpus)
  }

  @Sendable private static func weigh(_ molecules: [Molecule], _ widening: Int) -> [[Double]] {
    molecules.map { [-abs($0.molecularWeight - 150) / 20] }
  }

  /// The state after a step, with a change of its text.
  private func changed(_ mode: DesignMode, _ pattern: String, _ replacement: String) throws -> DesignRun {
    let designer = try designer(mode)
    var run = try DesignRun(
      designer, from: designer.corpus, excluding: [], stream: RandomStream(seed: 9), logLikelihoods: Self.weigh)
    try run.step(Self.weigh)
    let (encoder, decoder) = (JSONEncoder(), JSONDecoder())
    encoder.outputFormatting = .sortedKeys
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let text = String(decoding: try encoder.encode(run.checkpoint), as: UTF8.self)
    let other = text.replacing(try Regex(pattern), with: replacement, maxReplacements: 1)
    if !replacement.isEmpty { try #require(other != text) }
    return try DesignRun(
      designer, from: decoder.decode(DesignCheckpoint.self, from: Data(other.utf8)), excluding: [])
  }

  @Test(arguments: DesignMode.allCases) func whatARunWritesIsInRange(mode: DesignMode) throws {
    var run = try changed(mode, "no such text", "")
    try run.step(Self.weigh)
  }

  @Test(arguments: [
    ("strings\":\\d+", "strings\":9223372036854775807"), ("strings\":\\d+", "strings\":-1"),
    ("widenings\":\\d+", "widenings\":-1"),
    ("widenings\":\\d+", "widenings\":1"), ("\"terms\":\\[-[0-9.]+\\]", "\"terms\":[\"nan\"]"),
    ("\"terms\":\\[-[0-9.]+\\]", "\"terms\":[\"inf\"]"), ("\"terms\":\\[-[0-9.]+\\]", "\"terms\":[1,2]"),
    ("distinct\":\\d+", "distinct\":-9223372036854775808"),
    ("\"s0\":\\d+,\"s1\":\\d+,\"s2\":\\d+,\"s3\":\\d+", "\"s0\":0,\"s1\":0,\"s2\":0,\"s3\":0"),
  ])
  func otherNumbersAreRefused(pattern: String, replacement: String) throws {
    for mode in DesignMode.allCases {
      #expect(throws: DesignError.foreignCheckpoint, "\(pattern)") {
        _ = try changed(mode, pattern, replacement)
      }
    }
  }

  @Test(arguments: ["nan", "inf"]) func creditsAreNumbers(number: String) throws {
    #expect(throws: DesignError.foreignCheckpoint) {
      _ = try changed(.search, #""tried":[0-9.]+\}"#, "\"tried\":\"\(number)\"}")
    }
  }

  @Test(arguments: ["nan", "inf"]) func weightsAreNumbers(number: String) throws {
    #expect(throws: DesignError.foreignCheckpoint) {
      _ = try changed(.sample, #""logWeights":\[[-0-9.e]+"#, "\"logWeights\":[\"\(number)\"")
    }
  }
}
