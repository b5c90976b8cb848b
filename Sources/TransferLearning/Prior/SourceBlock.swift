internal import GaussianProcess
package import Numerics

/// A source as the target's kernels use it: its values, centred and scaled by those of the labelled molecules, and its
/// posterior covariance on the same scale.
package struct ScaledSource: Sendable {
  let model: SourceModel
  /// The index of the source among the sources of the inputs.
  let index: Int
  /// The indices of its representations among those of the inputs.
  let places: [Int]
  let centre: Double
  let scale: Double

  /// - Parameters:
  ///   - index: its index among the sources of the inputs.
  ///   - places: the indices of its representations among those of the inputs.
  ///   - centre: the centre subtracted from its values, in its own units.
  ///   - scale: the scale by which they are then divided; not zero.
  package init(model: SourceModel, index: Int, places: [Int], centre: Double, scale: Double) {
    (self.model, self.index, self.places) = (model, index, places)
    (self.centre, self.scale) = (centre, scale)
  }

  /// The values of some molecules.
  package func values(_ inputs: [TransferInput]) -> [Double] {
    inputs.map { ((output($0)?.value ?? centre) - centre) / scale }
  }

  /// The source's posterior variances for some molecules; 0 if it gives no uncertainty.
  package func variances(_ inputs: [TransferInput]) -> [Double] {
    if let known = AskedList.variances(of: index, inputs) { return known.map { $0 / (scale * scale) } }
    guard let prior = model.priorVariances(inputs.map(own)) else { return Array(repeating: 0, count: inputs.count) }
    return zip(prior, inputs).map { prior, input in
      let explained = output(input)?.projection.reduce(0) { $0 + $1 * $1 } ?? 0
      return max(0, prior - explained) / (scale * scale)
    }
  }

  /// Its posterior covariances; nil if it gives no uncertainty.
  package func covariances(_ a: [TransferInput], _ b: [TransferInput]) -> Matrix? {
    if var known = AskedList.covariances(of: index, a, b) {
      known *= 1 / (scale * scale)
      return known
    }
    guard var block = model.priorBlock(a.map(own), b.map(own)) else { return nil }
    // An empty list of molecules has no projections and thus no dimension.
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
