internal import GaussianProcess
package import Numerics
internal import Synchronization

/// Molecules that sources were asked about together, with the sources' posterior covariances that kernels need again and again:
/// those of the labelled molecules among each other and with the list's own, and those of one molecule with all others.
///
/// Every candidate model of a fit has kernels on the same sources, and a covariance does not depend on the model. It is in the
/// units of the source.
package final class AskedList: Sendable {
  /// The sources that were asked, by their index.
  private let sources: [Int: Asked]
  /// The list of the labelled molecules; nil if this is that list.
  private let labelled: AskedList?
  private let rows = Mutex<[Row: [Double]]>([:])

  private struct Asked: Sendable {
    let model: SourceModel
    let inputs: [MolecularInput]
    /// The molecules' columns of L⁻¹ K, beside each other.
    let projections: Matrix
    /// The posterior variances of the list's molecules.
    let variances: [Double]
    /// The posterior covariances of the labelled molecules (rows) with those of the list (columns).
    let known: Matrix
  }

  private struct Row: Hashable {
    let source: Int
    let place: Int
  }

  /// - Parameters:
  ///   - answers: the index of each source, the source, the molecules' features by its representations, and its outputs.
  ///   - labelled: the list of the labelled molecules; nil if this is that list.
  init(
    _ answers: [(index: Int, model: SourceModel, inputs: [MolecularInput], outputs: [SourceOutput])],
    labelled: AskedList? = nil
  ) {
    self.labelled = labelled
    sources = answers.reduce(into: [:]) { sources, answer in
      let (model, inputs) = (answer.model, answer.inputs)
      // A network gives no uncertainty.
      guard !inputs.isEmpty, let size = answer.outputs.first?.projection.count, size > 0 else { return }
      let projections = Matrix(
        rows: size, columns: inputs.count, storage: answer.outputs.flatMap(\.projection))
      let others: (inputs: [MolecularInput], projections: Matrix)
      if let labelled {
        guard let known = labelled.sources[answer.index] else { return }
        others = (known.inputs, known.projections)
      } else {
        others = (inputs, projections)
      }
      guard var known = model.priorBlock(others.inputs, inputs), let prior = model.priorVariances(inputs) else {
        return
      }
      known -= Matrix.transposedProduct(others.projections, projections)
      let variances = zip(prior, projections.squaredColumnNorms).map { max(0, $0 - $1) }
      sources[answer.index] = Asked(
        model: model, inputs: inputs, projections: projections, variances: variances, known: known)
    }
  }

  /// The posterior covariances of a source, if the molecules are of lists that have them; nil otherwise.
  package static func covariances(of source: Int, _ a: [TransferInput], _ b: [TransferInput]) -> Matrix? {
    guard let first = a.first?.place?.list, let second = b.first?.place?.list,
      let rows = places(of: a, in: first), let columns = places(of: b, in: second)
    else { return nil }
    if first === second.labelled ?? second {
      guard let known = second.sources[source]?.known else { return nil }
      return Matrix(
        rows: rows.count, columns: columns.count,
        storage: columns.flatMap { column in
          let all = known.column(column)
          return rows.map { all[all.startIndex + $0] }
        })
    }
    guard first === second, rows.count == 1, let row = first.row(rows[0], of: source) else { return nil }
    return Matrix(rows: 1, columns: columns.count, storage: columns.map { row[$0] })
  }

  /// The posterior variances of a source, if the molecules are of a list that has them; nil otherwise.
  static func variances(of source: Int, _ inputs: [TransferInput]) -> [Double]? {
    guard let list = inputs.first?.place?.list, let places = places(of: inputs, in: list),
      let variances = list.sources[source]?.variances
    else { return nil }
    return places.map { variances[$0] }
  }

  private static func places(of inputs: [TransferInput], in list: AskedList) -> [Int]? {
    var places: [Int] = []
    places.reserveCapacity(inputs.count)
    for input in inputs {
      guard let place = input.place, place.list === list else { return nil }
      places.append(place.row)
    }
    return places
  }

  /// The posterior covariances of one molecule of the list with all of them.
  private func row(_ place: Int, of source: Int) -> [Double]? {
    guard let asked = sources[source] else { return nil }
    let key = Row(source: source, place: place)
    if let known = rows.withLock({ $0[key] }) { return known }
    guard var row = asked.model.priorBlock([asked.inputs[place]], asked.inputs) else { return nil }
    let column = Matrix(
      rows: asked.projections.rows, columns: 1, storage: Array(asked.projections.column(place)))
    row -= Matrix.transposedProduct(column, asked.projections)
    rows.withLock { $0[key] = row.storage }
    return row.storage
  }
}

/// The place of a molecule in a list.
struct AskedPlace: Sendable {
  let list: AskedList
  let row: Int
}
