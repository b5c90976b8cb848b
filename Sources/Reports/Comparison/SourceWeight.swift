import CampaignFile
package import Files
import Stores

/// How much a source model was believed: the summed weight of the ways that use it, in the last iteration that weighed any.
package struct SourceWeight: Sendable, Hashable {
  /// The source model's name, such as `gap (built-in)`.
  package let source: String
  /// The property that was predicted with it.
  package let property: String
  /// The iteration.
  package let iteration: Int
  /// The weight, from 0 to 1.
  package let weight: Double

  /// The weights in a record, the greatest first; none if the campaign uses no source models.
  package static func list(_ reader: CampaignRecordReader) throws(CampaignError) -> [SourceWeight] {
    try CampaignError.mapping {
      guard let last = try reader.store.fits().map(\.iteration).max() else { return [] }
      return list(try reader.store.transfers(of: last).map(TransferReport.init), iteration: last)
    }
  }

  /// The weights of the ways of an iteration, summed by property and source.
  static func list(_ ways: [TransferReport], iteration: Int) -> [SourceWeight] {
    var sums: [String: [String: Double]] = [:]
    for way in ways {
      for source in Set(way.sources) { sums[way.property, default: [:]][source, default: 0] += way.weight }
    }
    return sums.flatMap { property, sources in
      sources.map { SourceWeight(source: $0.key, property: property, iteration: iteration, weight: min(1, $0.value)) }
    }.sorted { ($1.weight, $0.property, $0.source) < ($0.weight, $1.property, $1.source) }
  }
}
