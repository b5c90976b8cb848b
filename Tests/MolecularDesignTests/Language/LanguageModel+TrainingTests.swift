import Chemistry
import Foundation
import MolecularDesign
import Numerics
import Testing

/// Smoothing, weights, merging, ends and determinism.
@Suite struct LanguageModelTrainingTests {
  private func model(
    _ smiles: [String], weights: [Double]? = nil, roots: Int = 3, smoothing: Smoothing = .kneserNey
  ) throws -> LanguageModel {
    try LanguageModel(
      trainingSMILES: smiles, weights: weights,
      settings: LanguageModelSettings(rootsPerMolecule: roots, smoothing: smoothing), stream: RandomStream(seed: 5))
  }

  @Test func kneserNeyForetellsBetterThanPlainBackOff() throws {
    let corpus = try Corpus.builtIn().molecules.map(\.smiles)
    let training = corpus.enumerated().filter { $0.offset % 10 != 0 }.map(\.element)
    let heldOut = try corpus.enumerated().filter { $0.offset % 10 == 0 }.map { try string($0.element) }
    let kneserNey = try model(training).perplexity(of: heldOut)
    let plain = try model(training, smoothing: .plainBackOff).perplexity(of: heldOut)
    #expect(kneserNey.outside * 20 < heldOut.count)
    #expect(kneserNey.outside == plain.outside)
    #expect(kneserNey.perToken < 0.85 * plain.perToken, "\(kneserNey) against \(plain)")
  }

  @Test func probabilitiesSumToOneWhateverTheSmoothing() throws {
    for model in [
      try model(ordinarySMILES, smoothing: .plainBackOff),
      try model(ordinarySMILES).merged(with: model(["CCS", "CCCl"]), weight: 0.3),
    ] {
      var stream = RandomStream(seed: 4)
      for _ in 0..<20 {
        let tokens = try #require(model.sample(stream: &stream)).tokens
        for length in 0..<tokens.count {
          let probabilities = try #require(model.nextTokenProbabilities(after: Array(tokens[..<length])))
          #expect(abs(probabilities.reduce(0, +) - 1) < 1e-12)
        }
      }
    }
  }

  @Test func aWeightOfTwoIsWorthTwoCopies() throws {
    // One writing of each, and molecules with one writing only: the copies' random roots change nothing.
    let weighted = try model(["C", "O", "CC", "N"], weights: [1, 2, 3, 1], roots: 1)
    let copied = try model(["C", "O", "O", "CC", "CC", "CC", "N"], roots: 1)
    for smiles in ["C", "O", "CC", "N"] {
      #expect(
        abs(weighted.logProbability(of: try string(smiles)) - copied.logProbability(of: try string(smiles))) < 1e-6)
    }
  }

  @Test func weightsMustBePositiveAndAsManyAsTheMolecules() throws {
    let wrong: [[Double]] = [[1], [1, 0], [1, -.infinity], [1, .nan], [1, .infinity]]
    for weights in wrong {
      #expect(throws: DesignError.self) { try model(["C", "O"], weights: weights) }
    }
  }

  @Test func aHeavyMoleculeIsDrawnMoreOften() throws {
    let smiles = ["CCO", "CCN", "CCS"]
    let (even, uneven) = (try model(smiles), try model(smiles, weights: [1, 50, 1]))
    let nitrogen = try string("CCN")
    #expect(uneven.logProbability(of: nitrogen) > even.logProbability(of: nitrogen) + 0.5)
  }

  @Test func aMergedModelMixesTheProbabilitiesOfEachToken() throws {
    // Of one language, so that both allow the same tokens everywhere.
    let smiles = ["CCO", "CCN", "CC=O", "CC(C)O"]
    let (a, b) = (try model(smiles), try model(smiles, weights: [1, 30, 1, 1]))
    let merged = try a.merged(with: b, weight: 0.25)
    for text in ["", "C", "CC"] {
      let tokens = text.map { Token.atom(.implicit, symbol: String($0)) }
      let (p, q) = (
        try #require(a.nextTokenProbabilities(after: tokens)), try #require(b.nextTokenProbabilities(after: tokens))
      )
      let mixed = try #require(merged.nextTokenProbabilities(after: tokens))
      // Before the tokens that are not allowed are taken out, the mixture is exact.
      for token in p.indices where p[token] > 0 {
        #expect(mixed[token] >= min(p[token], q[token]) - 1e-9 && mixed[token] <= max(p[token], q[token]) + 1e-9)
      }
    }
    #expect(try a.merged(with: b, weight: 0).logProbability(of: string("CCO")) == a.logProbability(of: string("CCO")))
    #expect(try a.merged(with: b, weight: 1).logProbability(of: string("CCO")) == b.logProbability(of: string("CCO")))
    #expect(throws: DesignError.self) { try a.merged(with: b, weight: 1.5) }
  }

  @Test func aMergedModelKnowsTheTokensOfBoth() throws {
    let merged = try model(ordinarySMILES).merged(with: model(["CCI", "IC(I)I"]), weight: 0.1)
    #expect(merged.logProbability(of: try string("CCI")) > -.infinity)
    #expect(merged.logProbability(of: try string("c1ccccc1I")) > -.infinity)
    let again = try merged.merged(with: model(["CC#N"]), weight: 0.5)
    #expect(again.logProbability(of: try string("CC#N")) > merged.logProbability(of: try string("CC#N")))
  }

  @Test func repeatUnitsKeepBothEnds() throws {
    let units = [
      "*CC*", "*CC(*)C", "*CC(*)c1ccccc1", "*OCCOC(=O)c1ccc(cc1)C(*)=O", "*NCCCCCC(*)=O", "*c1ccc(*)s1",
      "*CC(*)(C)C(=O)OC",
      "*CC(*)Cl", "*OC(C)C(*)=O", "*CCO*",
    ]
    let model = try model(units)
    #expect(model.vocabulary.starCount == 2)
    var stream = RandomStream(seed: 6)
    let moves: [any Proposal] = [
      Rerooting(), SuffixRegrowth(longestDeletion: 20), InnerRegrowth(longestDeletion: 8),
    ]
    var moved = Set<String>()
    for _ in 0..<300 {
      guard var current = model.grow(from: [], stream: &stream) else { continue }
      for move in moves {
        guard let proposed = move.propose(from: current, model: model, stream: &stream) else { continue }
        if proposed.string.tokens != current.tokens { moved.insert(move.name) }
        current = proposed.string
        let smiles = model.vocabulary.decode(current.tokens).smiles
        #expect(smiles.count { $0 == "*" } == 2, "\(smiles)")
        #expect(throws: Never.self) { try Molecule(smiles: smiles, isRepeatUnit: true) }
      }
    }
    #expect(moved.count == moves.count)
  }

  @Test func theSameTrainingGivesTheSameBytes() throws {
    let corpus = Array(try Corpus.builtIn().molecules.map(\.smiles).prefix(1500))
    let first = try model(corpus).encoded
    // Beside other work, the pieces are ready in another order.
    let others = concurrentMap(4) { _ in (try? self.model(corpus))?.encoded }
    #expect(others.allSatisfy { $0 == first })
  }

  @Test func aCountTakesNoMoreThanTwentyBytes() throws {
    let model = try model(Corpus.builtIn().molecules.map(\.smiles))
    #expect(model.countsStored > 10_000)
    #expect(model.bytesStored <= 20 * model.countsStored)
    #expect(model.encoded.count <= 20 * model.countsStored + 10_000)
  }
}
