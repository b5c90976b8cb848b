import Numerics
import Testing

struct NumericsErrorTests {
  @Test func descriptionsNameTheThingAndTheWayOut() {
    #expect(
      NumericsError.notPositiveDefinite(order: 2, size: 5).description
        == "The 5×5 matrix is not positive definite (its leading minor of order 2 is not positive, beyond rounding): "
        + "equal rows need a noise variance above zero on the diagonal.")
    #expect(NumericsError.noEigendecomposition(size: 3).description.contains("3×3"))
  }
}
