import Foundation
import GaussianProcess
import Testing

struct ApproximationErrorTests {
  @Test func survivesStorage() throws {
    let inputs = (0..<40).map { Double($0) }
    var sparse = SparseSettings()
    sparse.inducingInputs = 5
    let error = try fitSparse(
      kernel: SquaredExponential().scaled(), inputs: inputs, values: inputs, sparse: sparse
    ).approximation
    let stored = try JSONEncoder().encode(error)
    #expect(try JSONDecoder().decode(ApproximationError.self, from: stored) == error)
  }
}
