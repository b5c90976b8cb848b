import MolecularDesign
import Testing

@Suite struct TemperingTests {
  private let evaluation = Evaluation(logLikelihood: -6, terms: [-2, -4], molecule: 0)

  @Test func withoutRampsTheWholeIsTempered() {
    #expect(Tempering().logLikelihood(evaluation, at: 0.25) == -1.5)
    #expect(Tempering().logLikelihood(evaluation, at: 1) == -6)
  }

  @Test func eachTargetComesInOverItsRamp() {
    let tempering = Tempering(ramps: [0...0.5, 0.5...1])
    #expect(tempering.logLikelihood(evaluation, at: 0) == 0)
    #expect(tempering.logLikelihood(evaluation, at: 0.25) == -1)
    #expect(tempering.logLikelihood(evaluation, at: 0.5) == -2)
    #expect(tempering.logLikelihood(evaluation, at: 0.75) == -4)
    #expect(tempering.logLikelihood(evaluation, at: 1) == -6)
    #expect(Tempering(ramps: [0...0.5]).weight(of: 1, at: 0.3) == 0.3)
  }

  @Test func whatHasNoLikelihoodHasNoneAtAnyTemperature() {
    let none = Evaluation(logLikelihood: -.infinity, terms: [0, -.infinity], molecule: 1)
    for temperature in [0, 0.3, 1] {
      #expect(Tempering(ramps: [0...1, 0.5...1]).logLikelihood(none, at: temperature) == -.infinity)
    }
  }

  @Test(arguments: [0.5...0.5, -0.1...0.5, 0.5...1.1]) func senselessRampsAreRefused(ramp: ClosedRange<Double>) {
    #expect(throws: DesignError.self) { try Tempering(ramps: [ramp]).validate() }
  }
}
