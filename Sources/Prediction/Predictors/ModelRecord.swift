package import Stores
package import TransferLearning

/// What the record has of earlier fits of the properties, by which an iteration decides how it makes its own.
///
/// All structural models are fitted when the number of values has grown by a fifth since all were fitted last. In between,
/// those are that had more than 1 % of the weight then, and with many values their hyper-parameters are kept: a few more
/// labels hardly change them, and the search for them takes most of the time of an iteration. It depends on the record
/// alone, so that a campaign that was killed decides like one that was not.
package struct ModelRecord: Sendable {
  /// How a property's fit is made.
  package struct Decision: Sendable, Equatable {
    /// The names of the structural models to fit if several are weighed.
    package let models: Set<String>
    /// What is kept of the earlier fit.
    package let earlier: EarlierFit
  }

  /// The least weight with which a structural model is fitted again before all are.
  package static let leastWeight = 0.01
  /// The least weight with which a way of transfer is fitted again where hyper-parameters are kept.
  package static let leastWayWeight = 0.001
  /// With fewer values than this, the hyper-parameters are searched in each iteration.
  package static let valuesToKeepHyperparameters = 200

  private let ways: [FittedWay]

  /// - Parameter ways: By iteration.
  package init(_ ways: [FittedWay]) {
    self.ways = ways
  }

  /// Nothing recorded: all models are fitted.
  package static let none = ModelRecord([])

  /// What was recorded before an iteration.
  package func before(_ iteration: Int) -> ModelRecord {
    ModelRecord(ways.filter { $0.transfer.iteration < iteration })
  }

  /// How to make the fit of a property.
  ///
  /// - Parameters:
  ///   - count: The number of values.
  ///   - names: All structural models, if several are weighed.
  package func decision(for property: String, observationCount count: Int, among names: Set<String>) -> Decision {
    let own = ways.filter { way in
      way.transfer.property == property && (way.transfer.model.map(names.contains) ?? names.isEmpty)
    }
    let complete = lastComplete(own, names)
    guard let before = complete.first?.observationCount, count >= before, 5 * count < 6 * before else {
      return Decision(models: names, earlier: .none)
    }
    var weights: [String: Double] = [:]
    for way in complete { if let model = way.transfer.model { weights[model, default: 0] += way.transfer.weight } }
    let kept = Set(weights.filter { $0.value > Self.leastWeight }.keys)
    var earlier = EarlierFit.none
    if count >= Self.valuesToKeepHyperparameters {
      for way in own { earlier.coordinates[TransferWay(way.transfer)] = way.transfer.coordinateValues }
      // What could not be fitted then may be fitted now, and the fit without transfer is what all others are compared with.
      let negligible = complete.filter { $0.transfer.failure == nil && $0.transfer.weight <= Self.leastWayWeight }
      earlier.negligible = Set(negligible.map { TransferWay($0.transfer) }.filter { !$0.sources.isEmpty })
    }
    return Decision(models: kept.isEmpty ? names : kept, earlier: earlier)
  }

  /// The ways of the last iteration that fitted all structural models.
  private func lastComplete(_ ways: [FittedWay], _ names: Set<String>) -> [FittedWay] {
    let iterations = Dictionary(grouping: ways, by: \.transfer.iteration)
    let complete = iterations.filter { names.isSubset(of: $0.value.compactMap(\.transfer.model)) }
    return complete.max { $0.key < $1.key }?.value ?? []
  }
}

extension TransferWay {
  fileprivate init(_ record: TransferRecord) {
    self.init(
      model: record.model, sources: record.sourceNames, parts: record.partNames.compactMap(TransferModel.Part.init))
  }
}
