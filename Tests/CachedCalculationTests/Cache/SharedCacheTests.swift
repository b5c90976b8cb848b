import CachedCalculation
import Calculation
import Chemistry
import Files
import Foundation
import Stores
import Testing

@Suite("The cache as a calculator sees it")
final class SharedCacheTests {
  let file = FileManager.default.temporaryDirectory.appending(path: "cohobate-cache-\(UUID().uuidString).sqlite")
    .path(percentEncoded: false)

  deinit {
    for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + ending) }
  }

  @Test("What one campaign kept another finds, under the same protocol and version only")
  func shared() throws {
    let molecule = try Molecule(smiles: "OCC")
    let outcome = CalculationOutcome(
      result: .success(CalculationResult(values: ["gap": 4.2])), attempts: [.sample()], wallSeconds: 1)
    try #require(try cache()).keep(outcome, for: molecule)
    let found = try #require(try cache()?.outcome(for: try Molecule(smiles: "CCO")))
    #expect(try found.result.get().values == ["gap": 4.2])
    #expect(found.isReused && found.attempts == outcome.attempts)
    #expect(try cache(version: "2")?.outcome(for: molecule) == nil)
    #expect(try cache(steps: [.init("optimise")])?.outcome(for: molecule) == nil)
    #expect(try cache(name: "mopac")?.outcome(for: molecule) == nil)
    #expect(try cache()?.outcome(for: try Molecule(smiles: "CCN")) == nil)
  }

  @Test("A figure that was changed in the file is no value; what was kept before there were digests is believed")
  func changed() throws {
    let (molecule, cache) = (try Molecule(smiles: "CCO"), try #require(try cache()))
    let key = CacheKey(
      smiles: "CCO", calculator: "sample", protocol: Sample().calculationProtocol.json, calculatorVersion: "1",
      rdkitVersion: ChemistryVersion.rdkit)
    try cache.keep(
      CalculationOutcome(
        result: .success(CalculationResult(values: ["gap": 4.25])), attempts: [.sample()], wallSeconds: 1),
      for: molecule)
    let store = try CalculationCacheStore(path: file)
    let text = try #require(try store.outcome(for: key))
    #expect(text.contains("4.25"))
    _ = try store.remove(CacheSelection())
    try store.keep(text.replacing("4.25", with: "4.75"), failureClass: nil, for: key)
    #expect(throws: CacheError.self) { try cache.outcome(for: molecule) }
    _ = try store.remove(CacheSelection())
    try store.keep(text.replacing(#/"digest":"[0-9a-f]{64}",/#, with: ""), failureClass: nil, for: key)
    #expect(try cache.outcome(for: molecule)?.result.get().values == ["gap": 4.25])
  }

  @Test("What is not true of the molecule alone is not kept")
  func accidents() throws {
    let failure = CalculationFailure(.timeout, "It was stopped at its time limit.")
    let cache = try #require(try cache())
    let molecule = try Molecule(smiles: "C")
    try cache.keep(CalculationOutcome(result: .failure(failure), attempts: [], wallSeconds: 1), for: molecule)
    #expect(try cache.outcome(for: molecule) == nil)
  }

  @Test("A failure for an unknown reason that was kept once is not believed")
  func unknown() throws {
    let cache = try #require(try cache())
    try CalculationCacheStore(path: file).keep(
      #"{"failure":{"failureClass":"unknown","message":"No module.","evidence":""},"attempts":[],"wallSeconds":1}"#,
      failureClass: "unknown",
      for: CacheKey(
        smiles: "C", calculator: "sample", protocol: Sample().calculationProtocol.json, calculatorVersion: "1",
        rdkitVersion: ChemistryVersion.rdkit))
    #expect(try cache.outcome(for: try Molecule(smiles: "C")) == nil)
  }

  @Test("Of a calculator whose version does not tell its programs apart nothing is kept")
  func untold() throws {
    #expect(try SharedCache(file: file, calculator: Sample(isKnownByVersion: false), version: "1") == nil)
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test("Where nothing is run there is no cache, and no file is made")
  func nothingRun() throws {
    #expect(try cache(runsPrograms: false) == nil)
    #expect(!FileManager.default.fileExists(atPath: file))
    #expect(try SharedCache(file: nil, calculator: Sample(), version: "1") == nil)
  }

  @Test("A file that is no cache is an error of the input that says how to go on without")
  func foreign() throws {
    try "no database at all, but a text of more than a few words".write(toFile: file, atomically: true, encoding: .utf8)
    let error = #expect(throws: CampaignError.self) { try self.cache() }
    #expect(error?.kind == .input)
    #expect(error?.description.contains("'\(file)' is not a cache of calculations.") == true)
    #expect(error?.description.contains("--no-cache") == true)
  }

  @Test("An outcome that another hand wrote is named, not believed", arguments: ["{}", #"{"result":{}}"#])
  func edited(outcome: String) throws {
    let cache = try #require(try cache())
    try CalculationCacheStore(path: file).keep(
      outcome, failureClass: nil,
      for: CacheKey(
        smiles: "C", calculator: "sample", protocol: Sample().calculationProtocol.json, calculatorVersion: "1",
        rdkitVersion: ChemistryVersion.rdkit))
    let error = #expect(throws: CacheError.self) { try cache.outcome(for: try Molecule(smiles: "C")) }
    #expect(error?.description.contains("what it holds of 'C' is not an outcome") == true)
  }

  @Test("The report has what is kept, and pruning removes it")
  func reportAndPruning() throws {
    #expect(try CacheReport(file: file).holdings.isEmpty)
    #expect(try CachePruning(of: file).molecules == 0)
    #expect(!FileManager.default.fileExists(atPath: file))
    let failure = CalculationFailure(.input, "It is no molecule for this.")
    try cache()?.keep(
      CalculationOutcome(result: .failure(failure), attempts: [], wallSeconds: 1), for: try Molecule(smiles: "C"))
    let holding = try #require(try CacheReport(file: file).holdings.first)
    #expect(holding.calculator == "sample" && holding.protocol == "standard" && holding.summary == "as it is")
    #expect(holding.version == "1" && holding.rdkit == ChemistryVersion.rdkit)
    #expect(holding.molecules == 1 && holding.failures == 1 && holding.bytes > 0)
    #expect(holding.oldest == holding.newest && holding.oldest.hasSuffix("Z"))
    #expect(try CachePruning(of: file, keptBefore: Date(timeIntervalSince1970: 0)).molecules == 0)
    let mistyped = #expect(throws: CampaignError.self) { try CachePruning(of: file, calculator: "xtv") }
    #expect(mistyped?.description.hasSuffix("the cache has sample. Did you mean 'xtb'?") == true)
    #expect(try CachePruning(of: file, calculator: "xtb").molecules == 0)
    let pruning = try CachePruning(of: file, calculator: "sample", protocolName: "standard")
    #expect(pruning.molecules == 1 && pruning.failures == 1 && pruning.bytes == holding.bytes)
    #expect(try CacheReport(file: file).holdings.isEmpty)
  }

  private func cache(
    name: String = "sample", steps: [CalculationProtocol.Step] = [], version: String = "1", runsPrograms: Bool = true
  ) throws -> SharedCache? {
    try SharedCache(
      file: file, calculator: Sample(name: name, steps: steps, runsPrograms: runsPrograms), version: version)
  }
}

/// A calculator that is only asked who it is.
private struct Sample: Calculator {
  var name = "sample"
  var steps: [CalculationProtocol.Step] = []
  var runsPrograms = true
  var isKnownByVersion = true

  var properties: [Property] { [.gap] }
  var calculationProtocol: CalculationProtocol {
    CalculationProtocol(name: "standard", version: 1, steps: steps, summary: "as it is")
  }
  func version() async throws(CalculatorUnavailable) -> String { "1" }
  func plan(for molecule: Molecule, after ended: [EndedAttempt]) -> CalculationPlan {
    .failed(CalculationFailure(.input, "It is never asked."))
  }
  func parse(_ output: AttemptOutput, of request: AttemptRequest) -> Result<AttemptResult, CalculationFailure> {
    .failure(CalculationFailure(.input, "It is never asked."))
  }
}
