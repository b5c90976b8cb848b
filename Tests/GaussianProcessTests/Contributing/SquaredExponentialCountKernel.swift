// The example of CONTRIBUTING.md, word for word: ContributingTests compares them.

public import Chemistry
import CohobateTesting
public import GaussianProcess
internal import Glibc
import Testing

/// exp(−|a − b|² / 2 l²) on the counts of a fingerprint: the squared exponential kernel. Its variance is 1.
public struct SquaredExponentialCountKernel: Kernel {
  /// The length scale l, in counts.
  public let lengthScale: Double

  /// A kernel of a positive length scale.
  public init(lengthScale: Double) {
    precondition(lengthScale > 0, "A length scale of \(lengthScale) is not positive.")
    self.lengthScale = lengthScale
  }

  /// The covariance, from 0 to 1.
  public func covariance(_ a: CountFingerprint, _ b: CountFingerprint) -> Double {
    let squares = zip(a.counts, b.counts).reduce(0.0) { sum, pair in
      let difference = Double(pair.0) - Double(pair.1)
      return sum + difference * difference
    }
    return exp(-squares / (2 * lengthScale * lengthScale))
  }
}

@Suite struct SquaredExponentialCountKernelExample {
  @Test func keepsItsPromises() throws {
    let fingerprints = try ["C", "CCO", "OCC", "c1ccccc1"].map { try Molecule(smiles: $0).fingerprint() }
    #expect(kernelViolations(SquaredExponentialCountKernel(lengthScale: 5), inputs: fingerprints) == [])
  }
}
