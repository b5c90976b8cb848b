import Calculation
import Testing

@Suite struct XTBRootCauseTests {
  @Test(arguments: [
    ("scf: Self consistent charge iterator did not converge", FailureClass.convergence),
    ("mctc_mol: Could not relax the geometry", .convergence),
    ("Error: Cannot map symbol to atomic number", .input), ("(goedecker_solve) DSYSV failed", .input),
    ("mctc_lapack_sytrf: Factorisation of matrix failed.", .input),
    ("Found *very* short distance of  0.000E+00 for H8-H9", .input),
    ("solv_model_loadInternalParam: solvent: 'bananas' is not parametrized", .input),
    ("prog_main: No input file given, so there is nothing to do", .random),
    ("something that nobody has seen yet", .unknown), ("", .unknown),
  ])
  func aCauseHasItsClass(cause: String, failureClass: FailureClass) {
    #expect(XTBRootCause.failureClass(of: cause) == failureClass)
  }

  @Test func theInnermostCauseThatIsKnownDecides() {
    let input = "Error: Could not parse coordinates"
    let convergence = "scf: Self consistent charge iterator did not converge"
    #expect(XTBRootCause.failureClass(ofStack: [input, convergence]) == .convergence)
    #expect(XTBRootCause.failureClass(ofStack: [convergence, input, "???"]) == .input)
    #expect(XTBRootCause.failureClass(ofStack: ["???"]) == .unknown)
    #expect(XTBRootCause.failureClass(ofStack: []) == .unknown)
  }
}
