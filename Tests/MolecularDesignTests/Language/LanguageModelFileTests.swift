import Foundation
import MolecularDesign
import Numerics
import Testing

@Suite struct LanguageModelFileTests {
  private func merged() throws -> LanguageModel {
    let general = try LanguageModel(
      trainingSMILES: ordinarySMILES, settings: LanguageModelSettings(), stream: RandomStream(seed: 1))
    return try general.merged(with: smallModel(), weight: 0.25)
  }

  @Test func whatIsReadIsWhatWasWritten() throws {
    for model in [try smallModel(), try merged()] {
      let bytes = model.encoded
      let read = try LanguageModel(encoded: bytes, name: "a.model")
      #expect(read.encoded == bytes)
      for smiles in ["CCO", "CC(C)=O", "c1ccccc1"] {
        #expect(read.logProbability(of: try string(smiles)) == model.logProbability(of: try string(smiles)))
      }
      var (a, b) = (RandomStream(seed: 2), RandomStream(seed: 2))
      for _ in 0..<50 { #expect(read.sample(stream: &a) == model.sample(stream: &b)) }
    }
  }

  /// Written by `corpus train --order 4` from nine molecules, when the format was new: no later version may read it otherwise.
  @Test func aModelOfTheFirstFormatIsReadAsEver() throws {
    let file = try #require(Bundle.module.url(forResource: "Fixtures/format1", withExtension: "model"))
    let bytes = try Array(Data(contentsOf: file))
    let model = try LanguageModel(encoded: bytes, name: "format1.model")
    #expect(model.encoded == bytes)
    #expect(model.countsStored == 562)
    let perplexity = model.perplexity(of: try ["CCO", "CC(=O)O", "c1ccccc1O"].map(string))
    #expect(perplexity.outside == 0)
    // Canonical SMILES, as `corpus perplexity` has them.
    let canonical = model.perplexity(of: try ["CCO", "CC(=O)O", "Oc1ccccc1"].map(string))
    #expect(abs(canonical.perToken - 2.4925261989219676) < 1e-12)
  }

  @Test(arguments: [["C"], ["CCO"], ["CCO", "CCC"], ["C", "CC", "CCC", "CCCC", "CCCCC", "CCCCCC"]])
  func modelsOfFewShortMoleculesAreReadToo(smiles: [String]) throws {
    let model = try LanguageModel(
      trainingSMILES: smiles, settings: LanguageModelSettings(order: 20), stream: RandomStream(seed: 1))
    let read = try LanguageModel(encoded: model.encoded, name: "a.model")
    #expect(read.logProbability(of: try string(smiles[0])) == model.logProbability(of: try string(smiles[0])))
    #expect(read.encoded == model.encoded)
  }

  @Test func everyShorterFileIsRefused() throws {
    let bytes = try smallModel().encoded
    for length in 0..<bytes.count {
      #expect(throws: DesignError.self) { try LanguageModel(encoded: Array(bytes[..<length]), name: "a.model") }
    }
  }

  @Test func everyFlippedBitIsRefused() throws {
    let bytes = try smallModel().encoded
    for place in bytes.indices {
      var wrong = bytes
      wrong[place] ^= 1 << UInt8(place % 8)
      #expect(throws: DesignError.self) { try LanguageModel(encoded: wrong, name: "a.model") }
    }
  }

  /// With a digest that is right, so that what is behind it is looked at: nothing crashes, whatever stands there.
  @Test func whatIsForgedIsRefusedOrHarmless() throws {
    let bytes = try smallModel().encoded
    var stream = RandomStream(seed: 3)
    var refused = 0
    for _ in 0..<3000 {
      var forged = bytes
      for _ in 0..<(1 + stream.uniform(below: 3)) {
        let place = 8 + stream.uniform(below: bytes.count - 8 - 32)
        forged[place] = UInt8(truncatingIfNeeded: stream.next())
      }
      LanguageModel.seal(&forged)
      do {
        let model = try LanguageModel(encoded: forged, name: "forged.model")
        var drawing = RandomStream(seed: 4)
        for _ in 0..<3 { _ = model.sample(stream: &drawing) }
      } catch {
        refused += 1
      }
    }
    #expect(refused > 500)
  }

  @Test func aLaterVersionIsSaidToBeOne() throws {
    var bytes = try smallModel().encoded
    bytes[8] = 200
    LanguageModel.seal(&bytes)
    let error = #expect(throws: DesignError.self) { try LanguageModel(encoded: bytes, name: "a.model") }
    #expect(error?.description.contains("version 200") == true)
  }

  @Test func filesAreWrittenAndReadByPath() throws {
    let path = FileManager.default.temporaryDirectory.appending(component: "\(UUID().uuidString).model")
    defer { try? FileManager.default.removeItem(at: path) }
    let model = try smallModel()
    try model.write(path: path.path(percentEncoded: false))
    #expect(try LanguageModel(path: path.path(percentEncoded: false)).encoded == model.encoded)
    #expect(throws: DesignError.self) { try LanguageModel(path: "/nowhere/a.model") }
    #expect(throws: DesignError.self) { try model.write(path: "/nowhere/a.model") }
  }
}
