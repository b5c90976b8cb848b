import Acquisition
import GaussianProcess
import Testing

struct AcquisitionStateTests {
  struct Same: Kernel {
    func covariance(_ a: Double, _ b: Double) -> Double { a == b ? 1 : 0 }
  }

  private func posterior(_ candidates: [Double]) throws -> CandidatePosterior {
    let prior = try GaussianProcess(
      mean: ConstantMean(2), kernel: ScaledKernel(variance: 9, base: Same()), noiseVariance: 16)
    return CandidatePosterior(of: prior, at: candidates)
  }

  @Test func predictsObservationsWithTheirNoise() throws {
    let state = try AcquisitionState(
      objectives: [Objective(property: "gap", goal: .maximize)], posteriors: ["gap": try posterior([1, 2])],
      incumbents: [7])
    #expect(state.candidateCount == 2)
    #expect(
      state.outlooks[0].predictions == [.init(mean: 2, standardDeviation: 5), .init(mean: 2, standardDeviation: 5)])
    #expect(state.outlooks[0].scale == 3)
    #expect(state.outlooks[0].incumbent == 7)
  }

  @Test func aPropertyWithoutPredictionIsNamed() throws {
    let posteriors = ["gap": try posterior([1])]
    #expect(throws: AcquisitionError.missingProperty("dipole")) {
      try AcquisitionState(
        objectives: [Objective(property: "dipole", goal: .minimize)], posteriors: posteriors, incumbents: [nil])
    }
  }

  @Test func termsAreAddedOverTheObjectives() {
    let both = AcquisitionState(outlooks: [
      outlook(.maximize, [(1, 1), (2, 1)]), outlook(.minimize, [(10, 1), (20, 1)], property: "dipole"),
    ])
    #expect(both.sum { _, prediction in prediction.mean } == [11, 22])
    #expect(AcquisitionState(candidateCount: 2).sum { _, _ in 1 } == [0, 0])
  }
}
