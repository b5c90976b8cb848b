internal import GaussianProcess
package import Numerics

/// One source as the kernels of a target see it: its values, centred and scaled by those of the labelled molecules, and
/// its posterior covariance on the same scale.
package struct ScaledSource: Sendable {
  let model: SourceModel
  /// Its place among the sources of the inputs.
  let index: Int
  /// The places of its representations among those of the inputs.
  let places: [Int]
  let centre: Double
  let scale: Double

  /// - Parameters:
  ///   - index: its place among the sources of the inputs.
  ///   - places: those of its representations among those of the inputs.
  ///   - centre: what is taken from its values, in its own units.
  ///   - scale: what they are then divided by; not zero.
  package init(model: SourceModel, index: Int, places: [Int], centre: Double, scale: Double) {
    (self.model, self.index, self.places) = (model, index, places)
    (self.centre, self.scale) = (centre, scale)
  }

  /// The values of some molecules.
  package func values(_ inputs: [TransferInput]) -> [Double] {
    inputs.map { ((output($0)?.value ?? centre) - centre) / scale }
  }

  /// How sure the source is of some molecules: its posterior variances, 0 where it does not say.
  package func variances(_ inputs: [TransferInput]) -> [Double] {
    guard let prior = model.priorVariances(inputs.map(own)) else { return Array(repeating: 0, count: inputs.count) }
    return zip(prior, inputs).map { prior, input in
      let explained = output(input)?.projection.reduce(0) { $0 + $1 * $1 } ?? 0
      return max(0, prior - explained) / (scale * scale)
    }
  }

  /// Its posterior covariances; nil where it does not say how sure it is.
  package func covariances(_ a: [TransferInput], _ b: [TransferInput]) -> Matrix? {
    guard var block = model.priorBlock(a.map(own), b.map(own)) else { return nil }
    // No molecules have no projection, and so no length of one.
    guard !a.isEmpty, !b.isEmpty else { return block }
    block -= Matrix.transposedProduct(projections(a), projections(b))
    block *= 1 / (scale * scale)
    return block
  }

  private func projections(_ inputs: [TransferInput]) -> Matrix {
    let columns = inputs.map { output($0)?.projection ?? [] }
    return Matrix(rows: columns.first?.count ?? 0, columns: inputs.count, storage: columns.flatMap(\.self))
  }

  private func output(_ input: TransferInput) -> SourceOutput? { input.sources[index] }

  private func own(_ input: TransferInput) -> MolecularInput {
    MolecularInput(features: places.map { input.features.features[$0] })
  }
}
