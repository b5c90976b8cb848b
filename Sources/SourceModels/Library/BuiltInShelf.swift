import Files
import Foundation
import Stores
import TransferLearning

/// The outputs of the network that comes with the program, numbered from 1.
struct BuiltInShelf: ModelShelf {
  let network: SharedNetwork

  /// The outputs of a network.
  init(network: SharedNetwork) { self.network = network }

  /// - Throws: `TransferLearningError` if the program is damaged.
  init() throws(TransferLearningError) { network = try .builtIn() }

  func models(_ query: SourceModelQuery) -> [SourceModelRecord] {
    records.filter(query.admits).sorted { first, second in
      let (a, b) = (first.entry, second.entry)
      switch query.order {
      case .name: return (a.key.property, first.id) < (b.key.property, second.id)
      case .meanAbsoluteError:
        return (a.key.property, a.unit, a.meanAbsoluteError, first.id)
          < (b.key.property, b.unit, b.meanAbsoluteError, second.id)
      case .rSquared: return (-(a.rSquared ?? -.infinity), first.id) < (-(b.rSquared ?? -.infinity), second.id)
      case .trainingSize: return (-a.trainingSize, first.id) < (-b.trainingSize, second.id)
      // All are of one training.
      case .newest: return first.id < second.id
      }
    }
  }

  func record(of id: Int) throws(LibraryError) -> SourceModelRecord { records[try place(of: id)] }

  func document(of id: Int) throws(LibraryError) -> Data {
    do {
      return try network.document(place(of: id)).encoded()
    } catch let error as LibraryError {
      throw error
    } catch {
      throw LibraryError(path: LibraryName.builtIn, cause: .damaged(path: LibraryName.builtIn, reason: "\(error)"))
    }
  }

  /// A model as a source, which shares its network with the others.
  func sourceModel(of id: Int) throws -> SourceModel {
    let place = try place(of: id)
    return try network.sourceModel(place, name: "\(network.heads[place].property.name) (built-in)")
  }

  private var records: [SourceModelRecord] {
    network.heads.indices.map { place in
      SourceModelRecord(
        id: place + 1, entry: SourceModelEntry(network.document(place, hasPayload: false)), size: network.byteCount)
    }
  }

  private func place(of id: Int) throws(LibraryError) -> Int {
    guard network.heads.indices.contains(id - 1) else {
      throw LibraryError(path: LibraryName.builtIn, cause: .unknown(path: LibraryName.builtIn, what: "model \(id)"))
    }
    return id - 1
  }
}

extension SourceModelQuery {
  /// Whether a record meets all conditions.
  fileprivate func admits(_ record: SourceModelRecord) -> Bool {
    let entry = record.entry
    return [
      property.map { $0 == entry.key.property }, unit.map { $0 == entry.unit },
      representation.map { $0 == entry.key.representation }, kind.map { $0 == entry.key.kind },
      meanAbsoluteErrorAtMost.map { entry.meanAbsoluteError <= $0 },
      rootMeanSquareErrorAtMost.map { entry.rootMeanSquareError <= $0 },
      rSquaredAtLeast.map { least in entry.rSquared.map { $0 >= least } ?? false },
      trainingSizeAtLeast.map { entry.trainingSize >= $0 },
    ].allSatisfy { $0 ?? true }
  }
}
