import Chemistry
import Foundation
import MolecularDesign
import Numerics
import Testing

/// Runs that are written down and taken up again.
@Suite struct DesignRunTests {
  private func designer(_ mode: DesignMode, widenings: Int = 0) throws -> Designer {
    let corpus = try ordinarySMILES.map { try Molecule(smiles: $0) }
    let model = try LanguageModel(
      training: corpus, settings: LanguageModelSettings(), stream: RandomStream(seed: 1))
    return Designer(
      model: model, filter: MoleculeFilter(),
      settings: DesignSettings(mode: mode, particles: 40, steps: 6, widenings: widenings), corpus: corpus)
  }

  /// Two targets, one of which refuses some molecules outright.
  @Sendable private static func weigh(_ molecules: [Molecule], _ widening: Int) -> [[Double]] {
    molecules.map { molecule in
      [-abs(molecule.molecularWeight - 150) / 20, molecule.heavyAtomCount % 7 == 6 ? -.infinity : -0.5]
    }
  }

  private static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return encoder
  }()

  private static func reread(_ checkpoint: DesignCheckpoint) throws -> DesignCheckpoint {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try decoder.decode(DesignCheckpoint.self, from: encoder.encode(checkpoint))
  }

  @Test(arguments: DesignMode.allCases, [0, 1, 4]) func aRunTakenUpEndsAsOneNeverStopped(
    mode: DesignMode, after steps: Int
  ) throws {
    let designer = try designer(mode)
    let start = {
      try DesignRun(
        designer, from: designer.corpus, excluding: ["CCO"], stream: RandomStream(seed: 9), logLikelihoods: Self.weigh)
    }
    var whole = try start()
    while !whole.isFinished { try whole.step(Self.weigh) }
    var first = try start()
    for _ in 0..<steps { try first.step(Self.weigh) }
    var second = try DesignRun(designer, from: Self.reread(first.checkpoint), excluding: ["CCO"])
    while !second.isFinished { try second.step(Self.weigh) }
    #expect(second.steps.count == 6)
    #expect(second.result.candidates == whole.result.candidates)
    #expect(second.result.survivors == whole.result.survivors)
    #expect(second.result.steps == whole.result.steps)
    #expect(second.result.counts == whole.result.counts)
    #expect(second.result.logEvidence == whole.result.logEvidence)
  }

  @Test func aStateOfTheOtherModeIsRefused() throws {
    let run = try DesignRun(
      designer(.sample), from: [], excluding: [], stream: RandomStream(seed: 1), logLikelihoods: Self.weigh)
    let other = try designer(.search)
    #expect(throws: DesignError.foreignCheckpoint) { try DesignRun(other, from: run.checkpoint, excluding: []) }
  }

  @Test(arguments: DesignMode.allCases) func targetsAreWidenedAsOftenAsAllowed(mode: DesignMode) throws {
    let hard = { @Sendable (molecules: [Molecule], widening: Int) in
      molecules.map { _ in [widening < 2 ? -Double.infinity : -1] }
    }
    var run = try DesignRun(
      designer(mode, widenings: 3), from: [], excluding: [], stream: RandomStream(seed: 2), logLikelihoods: hard)
    #expect(run.widenings == 2)
    try run.step(hard)
    #expect(run.result.widenings == 2)
    #expect(run.result.candidates.first?.logLikelihood == -1)
    let narrow = try designer(mode, widenings: 1)
    let error = #expect(throws: DesignError.self) {
      try DesignRun(narrow, from: [], excluding: [], stream: RandomStream(seed: 2), logLikelihoods: hard)
    }
    #expect(error?.description.contains("Widen the target") == true)
  }

  @Test(arguments: DesignMode.allCases) func targetsThatAreAllTooUnlikelyAreWidenedWhereTheyMayBe(mode: DesignMode)
    throws
  {
    let unlikely = { @Sendable (molecules: [Molecule], widening: Int) in
      molecules.map { _ in [widening < 1 ? -60.0 : -1] }
    }
    func widenings(allowed: Int) throws -> Int {
      try DesignRun(
        designer(mode, widenings: allowed), from: [], excluding: [], stream: RandomStream(seed: 2),
        logLikelihoods: unlikely
      ).widenings
    }
    #expect(try widenings(allowed: 3) == 1)
    // Where they may not be, the run begins with what there is.
    #expect(try widenings(allowed: 0) == 0)
  }

  /// An expected value in eV below −50 is not unlikely.
  @Test(arguments: [(-60.0, 0), (-.infinity, 1)])
  func otherValuesThanProbabilitiesAreWidenedOnlyWhereAllAreRefused(value: Double, widenings: Int) throws {
    let values = { @Sendable (molecules: [Molecule], widening: Int) in
      molecules.map { _ in [widening < 1 ? value : -60] }
    }
    let run = try DesignRun(
      designer(.search, widenings: 3), from: [], excluding: [], areLogProbabilities: false,
      stream: RandomStream(seed: 2), logLikelihoods: values)
    #expect(run.widenings == widenings)
    #expect(run.likelihoodSummary.meanLikelihood == nil && run.result.meanLikelihood == nil)
    let likelihoods = try DesignRun(
      designer(.search), from: [], excluding: [], stream: RandomStream(seed: 2), logLikelihoods: Self.weigh)
    #expect(likelihoods.result.meanLikelihood != nil)
  }
}
