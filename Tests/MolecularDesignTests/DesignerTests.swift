import Chemistry
import MolecularDesign
import Numerics
import Testing

@Suite struct DesignerTests {
  private static let settings = DesignSettings(particles: 100, steps: 8)

  private func designer(
    filter: MoleculeFilter = MoleculeFilter(), settings: DesignSettings = Self.settings
  ) throws -> Designer {
    let model = try LanguageModel(
      trainingSMILES: ordinarySMILES, settings: LanguageModelSettings(), stream: RandomStream(seed: 1))
    return Designer(model: model, filter: filter, settings: settings)
  }

  /// A narrow window of the molecular weight, g/mol.
  @Sendable private static func weightWindow(_ molecules: [Molecule]) -> [Double] {
    molecules.map { -0.5 * ($0.molecularWeight - 150) * ($0.molecularWeight - 150) / 9 }
  }

  @Test func aDesignConcentratesOnWhatIsLikely() throws {
    var stream = RandomStream(seed: 2)
    let corpus = try Corpus.builtIn()
    let model = try LanguageModel(
      training: corpus.molecules, settings: LanguageModelSettings(order: 6, rootsPerMolecule: 2),
      stream: RandomStream(seed: 1))
    let designer = Designer(model: model, filter: MoleculeFilter(), settings: Self.settings)
    // Heavier than nearly all of the corpus.
    let result = try designer.design(from: [], excluding: [], stream: &stream) { molecules in
      molecules.map { min(0, ($0.molecularWeight - 300) / 5) }
    }
    let hits = result.candidates.filter { $0.molecule.molecularWeight > 300 }
    let sample = try designer.sample(count: result.candidates.count, excluding: [], stream: &stream)
    let sampledHits = sample.candidates.filter { $0.molecule.molecularWeight > 300 }
    #expect(hits.count > 30)
    #expect(hits.count > 3 * sampledHits.count, "\(hits.count) against \(sampledHits.count)")
    #expect(result.steps.last?.temperature == 1)
    #expect(result.logEvidence != nil)
  }

  @Test func candidatesAreDistinctOrderedAndTraceable() throws {
    var stream = RandomStream(seed: 3)
    let known: Set = [try Molecule(smiles: "CCO").smiles, try Molecule(smiles: "c1ccccc1").smiles]
    let seeds = try ordinarySMILES.map { try Molecule(smiles: $0) }
    let result = try designer().design(
      from: seeds, excluding: known, stream: &stream, logLikelihood: Self.weightWindow)
    let smiles = result.candidates.map(\.molecule.smiles)
    #expect(Set(smiles).count == smiles.count)
    #expect(known.isDisjoint(with: smiles))
    let likelihoods = try result.candidates.map { try #require($0.logLikelihood) }
    #expect(likelihoods == likelihoods.sorted(by: >))
    #expect(Set(result.candidates.map(\.move)) == ["seed", "language model", "suffix regrowth", "inner regrowth"])
    for candidate in result.candidates {
      #expect((candidate.parent != nil) == candidate.move.hasSuffix(" regrowth"))
      #expect(candidate.parent != candidate.molecule.smiles)
      #expect(candidate.logLikelihood == Self.weightWindow([candidate.molecule]).first)
    }
    let counts = result.counts
    #expect(counts.candidates == result.candidates.count)
    #expect(
      counts.strings
        == counts.invalid + counts.repeated + counts.refused.values.reduce(0, +) + counts.known + counts.candidates)
  }

  @Test func theSameStreamGivesTheSameDesign() throws {
    let designer = try designer()
    let seeds = try ["CCO", "CCN(CC)CC"].map { try Molecule(smiles: $0) }
    let results = try (0..<2).map { _ in
      var stream = RandomStream(seed: 4)
      return try designer.design(from: seeds, excluding: [], stream: &stream, logLikelihood: Self.weightWindow)
    }
    #expect(results[0].candidates == results[1].candidates)
    #expect(results[0].rejections == results[1].rejections)
    #expect(results[0].steps == results[1].steps)
  }

  @Test func refusedMoleculesAreCountedAndNeverWeighed() throws {
    var stream = RandomStream(seed: 5)
    let filter = MoleculeFilter(allowedElements: ["C", "H", "O", "N"])
    var settings = Self.settings
    settings.rejectionsKept = 5
    let result = try designer(filter: filter, settings: settings).design(
      from: try ["CCCl", "CCO"].map { try Molecule(smiles: $0) }, excluding: [], stream: &stream
    ) { molecules in
      for molecule in molecules {
        #expect(Set(molecule.elements).isSubset(of: ["C", "H", "O", "N"]))
      }
      return Self.weightWindow(molecules)
    }
    #expect(result.rejections.count == 5)
    #expect(result.counts.refused[.element, default: 0] > 5)
    #expect(Set(result.rejections.map(\.molecule)).count == 5)
    #expect(result.rejections.allSatisfy { $0.reason.kind == .element || $0.reason.kind == .charge })
  }

  @Test func aMoleculeIsWeighedOnce() throws {
    final class Seen: @unchecked Sendable {  // used by one thread at a time: the likelihood is called serially
      var smiles: [String] = []
    }
    let seen = Seen()
    var stream = RandomStream(seed: 6)
    _ = try designer().design(from: [], excluding: [], stream: &stream) { molecules in
      seen.smiles += molecules.map(\.smiles)
      return molecules.map { _ in 0 }
    }
    #expect(seen.smiles.count > 100)
    #expect(Set(seen.smiles).count == seen.smiles.count)
  }

  @Test func seedsThatTheModelHasNoWordForAreCounted() throws {
    var stream = RandomStream(seed: 7)
    let seeds = try ["CCO", "C[SiH3]", "C.C"].map { try Molecule(smiles: $0) }
    let result = try designer().design(
      from: seeds, excluding: [], stream: &stream, logLikelihood: { $0.map { _ in 0 } })
    #expect(result.counts.seedsOutsideLanguage == 2)
    #expect(result.candidates.contains { $0.move == "seed" && $0.molecule.smiles == "CCO" })
  }

  @Test func withoutAnyLikelihoodTheRunSaysSo() throws {
    var stream = RandomStream(seed: 8)
    let designer = try designer()
    let error = #expect(throws: DesignError.self) {
      try designer.design(from: [], excluding: [], stream: &stream) { $0.map { _ in -.infinity } }
    }
    #expect(error?.description.contains("Widen the target") == true)
  }

  @Test(arguments: [[Double.nan], [Double.infinity], []]) func invalidLikelihoodsAreRefused(values: [Double]) throws {
    var stream = RandomStream(seed: 9)
    let designer = try designer()
    let error = #expect(throws: DesignError.self) {
      try designer.design(from: [], excluding: [], stream: &stream) { molecules in
        values + molecules.dropFirst().map { _ in 0 }
      }
    }
    #expect(error?.description.contains("likelihood given to the designer is invalid") == true)
  }

  @Test func aSampleIsDistinctNewAndAllowed() throws {
    var stream = RandomStream(seed: 10)
    let known: Set = ["CCO"]
    let filter = MoleculeFilter(heavyAtoms: 3...12)
    let result = try designer(filter: filter).sample(count: 150, excluding: known, stream: &stream)
    #expect(result.candidates.count == 150)
    #expect(Set(result.candidates.map(\.molecule)).count == 150)
    for candidate in result.candidates {
      #expect(candidate.move == "language model" && candidate.parent == nil && candidate.logLikelihood == nil)
      #expect((3...12).contains(candidate.molecule.heavyAtomCount))
      #expect(candidate.molecule.smiles != "CCO")
    }
    #expect(result.counts.refused[.heavyAtoms, default: 0] > 0)
  }

  /// One string in some thousands is what is wanted.
  @Test func aNarrowFilterIsDrawnForUntilEnoughIsFound() throws {
    var stream = RandomStream(seed: 12)
    let filter = MoleculeFilter(required: ["c1ccccc1", "[NX3;H2]", "C(=O)O"])
    let result = try designer(filter: filter).sample(count: 8, excluding: [], stream: &stream)
    #expect(result.candidates.count == 8)
    #expect(result.counts.strings > 8 * Self.settings.drawsPerMolecule)
    #expect(result.counts.refused[.required, default: 0] > 100)
  }

  @Test func aSampleKeepsItsDistanceAndCountsWhatIsTooNear() throws {
    var stream = RandomStream(seed: 13)
    let distance = 0.7
    let others = try ["CCO", "c1ccccc1"].map { try Molecule(smiles: $0) }
    let result = try designer(filter: MoleculeFilter(minimumDistance: distance)).sample(
      count: 20, excluding: [], apartFrom: others, stream: &stream)
    #expect(result.candidates.count == 20)
    let bits = try (others + result.candidates.map(\.molecule)).fingerprints(radius: 2).map(\.bits)
    for place in others.count..<bits.count {
      for earlier in bits[..<place] { #expect(1 - bits[place].similarity(to: earlier) >= distance) }
    }
    let counts = result.counts
    #expect(counts.refused[.similar, default: 0] > 0)
    let refused = counts.refused.values.reduce(0, +)
    #expect(counts.invalid + counts.repeated + refused + counts.known + counts.candidates == counts.strings)
  }

  /// A model of three molecules draws no others, which is found out long before the greatest number of draws.
  @Test func aModelThatGivesNothingNewIsGivenUp() throws {
    var stream = RandomStream(seed: 14)
    let model = try LanguageModel(
      trainingSMILES: ["C", "CC", "CCC"], settings: LanguageModelSettings(), stream: RandomStream(seed: 1))
    let designer = Designer(model: model, filter: MoleculeFilter(heavyAtoms: 1...3), settings: DesignSettings())
    let result = try designer.sample(count: 30, excluding: [], stream: &stream)
    #expect(!result.candidates.isEmpty && result.candidates.count < 30)
    #expect(result.counts.strings < DesignSettings().drawsAtMost)
  }

  /// Whoever asks only whether there is a molecule need not wait for all the draws of a batch.
  @Test func aCallerMayGiveUpEarlierThanTheSettings() throws {
    var stream = RandomStream(seed: 11)
    let designer = try designer(filter: MoleculeFilter(allowedElements: ["Xe"]))
    let error = #expect(throws: DesignError.self) {
      try designer.sample(count: 1, excluding: [], drawsAtMost: 3000, stream: &stream)
    }
    guard case .filterTooNarrow(let draw)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    let strings = draw.counts.strings
    #expect(strings > 0)
    #expect(strings < 5000)
  }

  @Test func aFilterThatLetsNothingThroughIsNamed() throws {
    var stream = RandomStream(seed: 11)
    var settings = Self.settings
    (settings.drawsPerMolecule, settings.drawsAtMost) = (2, 300)
    let designer = try designer(filter: MoleculeFilter(allowedElements: ["Xe"]), settings: settings)
    for attempt in 0..<2 {
      let error = #expect(throws: DesignError.self) {
        if attempt == 0 {
          try designer.sample(count: 20, excluding: [], stream: &stream)
        } else {
          try designer.design(from: [], excluding: [], stream: &stream) { $0.map { _ in 0 } }
        }
      }
      #expect(error?.description.contains("rejected by elements") == true)
      #expect(error?.description.contains("Widen the filter") == true)
    }
  }
}
