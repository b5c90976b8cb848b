import Foundation
import Testing
import TransferLearning

@Suite struct CrossValidatedErrorsTests {
  @Test func figuresAreThoseOfTheDefinition() throws {
    // Errors of 1, −1, 0 and 2; values about their mean of 2.5: 1.5² + 0.5² + 0.5² + 1.5² = 5.
    let errors = CrossValidatedErrors(
      folds: 2, values: [1, 2, 3, 4], predictions: [0, 3, 3, 2], deviations: [1, 0.5, 1, 4])
    #expect(errors.folds == 2 && errors.count == 4)
    #expect(errors.meanAbsoluteError == 1)
    #expect(errors.rootMeanSquareError == 1.5.squareRoot())
    #expect(abs(try #require(errors.rSquared) - (1 - 6.0 / 5)) < 1e-15)
    #expect(errors.coverage == 0.75)
    let density = -(0.5 * (1 + 4 + 0 + 0.25) + log(0.5) + log(4)) / 4 - 0.5 * log(2 * .pi)
    #expect(abs(try #require(errors.logDensity) - density) < 1e-15)
  }

  @Test func whatThereIsNotIsNil() {
    let errors = CrossValidatedErrors(folds: 2, values: [3, 3], predictions: [2, 3])
    #expect(errors.rSquared == nil && errors.logDensity == nil && errors.coverage == nil)
    #expect(errors.meanAbsoluteError == 0.5)
  }
}
