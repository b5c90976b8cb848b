import Chemistry

/// A calculation's place in the order in which calculations are started: iteration after iteration, and within one the largest molecules
/// first, so that no core is left alone with a long one at the end.
struct StartPlace: Comparable {
  let iteration: Int
  let atomCount: Int
  let number: Int

  init(iteration: Int, number: Int, _ molecule: Molecule) {
    (self.iteration, atomCount, self.number) = (iteration, molecule.atomCount, number)
  }

  static func < (a: StartPlace, b: StartPlace) -> Bool {
    (a.iteration, -a.atomCount, a.number) < (b.iteration, -b.atomCount, b.number)
  }
}
