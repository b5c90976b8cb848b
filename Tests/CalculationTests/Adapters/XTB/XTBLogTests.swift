import Calculation
import Testing

@Suite struct XTBLogTests {
  @Test func theLastDipoleCountsAndTheQuadrupoleDoesNot() {
    let log = XTBLog(
      """
         full:       -0.473       0.301      -0.549       1.994
         full:        1.000       2.000       2.000       7.625
         full:       -2.493       1.679       3.207      -2.722      -0.613      -0.714
      """)
    #expect(log.dipole?.vector == [1, 2, 2])
    #expect(log.dipole?.magnitude == 7.625)
  }

  @Test func gfn1PrintsItsDipoleOtherwise() {
    let log = XTBLog(
      " dipole moment from electron density (au)\n  -0.4903   0.3391  -0.7394  total (Debye):    2.414\n")
    #expect(log.dipole?.vector == [-0.4903, 0.3391, -0.7394])
    #expect(log.dipole?.magnitude == 2.414)
  }

  @Test func numbersThatAreNoneAreNotTaken() {
    let log = XTBLog("   full:  NaN  0.0  0.0  ********\n Mol. α(0) /au        :    ********\n")
    #expect(log.dipole == nil)
    #expect(log.polarizability == nil)
  }

  @Test func stacksAreReadAndKeptApart() {
    let log = XTBLog(
      """
      ########################################################################
      [WARNING] Please study the warnings concerning your input carefully
      -1- prog_main_parseArguments: Unknown option '--bananas' provided
      ########################################################################
      *** GEOMETRY OPTIMIZATION CONVERGED AFTER 6 ITERATIONS ***
      ########################################################################
      [WARNING] Runtime exception occurred
      -1- something small
      ########################################################################
      ########################################################################
      [ERROR] Program stopped due to fatal error
      -2- outer
      -1- root: cause
       --> a line of context
      """)
    #expect(log.inputWarnings == ["-1- prog_main_parseArguments: Unknown option '--bananas' provided"])
    #expect(log.warnings == ["-1- something small"])
    #expect(log.errorStack == ["-2- outer", "-1- root: cause", "--> a line of context"])
    #expect(log.rootCause == "root: cause")
    #expect(log.optimisationConverged)
  }

  @Test func anEmptyLogSaysNothing() {
    let log = XTBLog("")
    #expect(log.rootCause == nil && log.dipole == nil && log.polarizability == nil && log.solvent == nil)
    #expect(!log.optimisationConverged && log.optimisationFailure == nil && log.optimisationLevel == nil)
  }
}
