/// Known root causes in xtb's error stacks, and their classes.
package enum XTBRootCause {
  private static let classes: [(fragment: String, failureClass: FailureClass)] = [
    ("Self consistent charge iterator did not converge", .convergence),
    ("Failed to solve eigenvalue problem", .convergence),
    ("Could not relax", .convergence),
    ("Cannot map symbol to atomic number", .input),
    ("Atom number missmatch", .input),
    ("Could not parse", .input),
    ("DSYSV failed", .input),
    ("Coulomb matrix is singular", .input),
    // The charges of GFN-FF at coordinates that are not numbers.
    ("mctc_lapack_sytrf: Factorisation of matrix failed", .input),
    ("Could not generate molecular structure", .input),
    ("Invalid atomic number present", .input),
    ("very* short distance", .input),
    ("is not parametrized", .input),
    // Cohobate writes the file before each run, so something else removed it.
    ("No input file given", .random),
  ]

  package static func failureClass(of cause: String) -> FailureClass {
    classes.first { cause.contains($0.fragment) }?.failureClass ?? .unknown
  }

  /// The failure class of an error stack of libxtb: that of the innermost known cause.
  package static func failureClass(ofStack stack: [String]) -> FailureClass {
    let found = stack.reversed().lazy.map { failureClass(of: $0) }.first { $0 != .unknown }
    return found ?? .unknown
  }
}
