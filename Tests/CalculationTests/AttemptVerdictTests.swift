import Calculation
import Testing

@Suite struct AttemptVerdictTests {
  private func verdict(
    _ failureClass: FailureClass?, _ termination: Termination = .exited(1), isDiskFull: Bool = false
  ) -> AttemptVerdict {
    AttemptVerdict(
      on: failureClass.map { CalculationFailure($0, "It failed.") }, after: termination, isDiskFull: isDiskFull)
  }

  @Test(arguments: [FailureClass.input, .topologyChanged, .convergence, .timeout, .unknown])
  func whatAProgramFindsIsTheMolecules(failureClass: FailureClass) {
    #expect(verdict(failureClass) == .molecule)
    #expect(verdict(failureClass, .timedOut) == .molecule)
  }

  @Test func anAcceptedAttemptStandsAlsoOnAFullDisk() {
    #expect(verdict(nil, .exited(0)) == .molecule)
    #expect(verdict(nil, .exited(0), isDiskFull: true) == .molecule)
  }

  @Test func whatIsLackingIsDoubtfulIfTheProgramSaysSoItself() {
    #expect(verdict(.resource, .exited(1)) == .doubtful && verdict(.resource, .exited(0)) == .doubtful)
    #expect(verdict(.resource, .notStarted("It is not there.")) == .machine)
    #expect(verdict(.resource, .signalled(9)) == .machine)
  }

  @Test func aFloodIsTheMolecules() {
    #expect(verdict(.resource, .outputLimitExceeded(bytes: 1)) == .molecule)
    #expect(verdict(.resource, .folderLimitExceeded(bytes: 1, found: 2, files: 1)) == .molecule)
  }

  @Test func anAccidentSaysNothingYet() {
    #expect(verdict(.random, .signalled(11)) == .accident && verdict(.random) == .accident)
  }

  @Test(arguments: FailureClass.allCases)
  func aFullDiskIsTheMachinesUnlessTheRunIsStopped(failureClass: FailureClass) {
    for termination in [Termination.exited(0), .signalled(9), .outputLimitExceeded(bytes: 1)] {
      let expected: AttemptVerdict = failureClass == .cancelled ? .stopped : .machine
      #expect(verdict(failureClass, termination, isDiskFull: true) == expected)
    }
  }
}
