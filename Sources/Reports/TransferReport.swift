package import Stores

/// One way in which a property's surrogate was fitted, and its weight.
public struct TransferReport: Encodable, Sendable {
  /// The property.
  public let property: String
  /// The name of the structural model if several were weighed; otherwise nil.
  public let model: String?
  /// The names of the source models; none for the model without transfer.
  public let sources: [String]
  /// The kernels through which the sources were used: linear, radial, fragmentwise, hidden.
  public let parts: [String]
  /// Its weight in the average over the ways, from 0 to 1.
  public let weight: Double
  /// The root mean square of its leave-one-out errors, in the property's unit; nil if it could not be fitted.
  public let leaveOneOutRMSE: Double?
  /// The mean log density that its leave-one-out predictions gave to the observations; nil if it could not be fitted.
  public let leaveOneOutLogDensity: Double?
  /// The reason why it could not be fitted, in a sentence; nil if it was.
  public let failure: String?

  /// The report of a record.
  package init(_ record: TransferRecord) { self.init(record, sources: record.sourceNames, parts: record.partNames) }

  /// The reports of records. A large record has few lists of names, each many times.
  package static func list(_ records: [TransferRecord]) -> [TransferReport] {
    var (sources, parts): ([String: [String]], [String: [String]]) = ([:], [:])
    return records.map { record in
      let names = (
        sources: sources[record.sources] ?? record.sourceNames, parts: parts[record.parts] ?? record.partNames
      )
      (sources[record.sources], parts[record.parts]) = (names.sources, names.parts)
      return TransferReport(record, sources: names.sources, parts: names.parts)
    }
  }

  private init(_ record: TransferRecord, sources: [String], parts: [String]) {
    property = record.property
    model = record.model
    self.sources = sources
    self.parts = parts
    weight = record.weight
    leaveOneOutRMSE = record.leaveOneOutRMSE
    leaveOneOutLogDensity = record.leaveOneOutLogDensity
    failure = record.failure
  }

  /// The source models in words, those of the built-in library by their number; nil without transfer.
  public var sourceText: String? {
    let (builtIn, others) = (
      sources.filter { $0.hasSuffix(" (built-in)") }, sources.filter { !$0.hasSuffix(" (built-in)") }
    )
    guard builtIn.count > 1 else { return sources.isEmpty ? nil : sources.joined(separator: " + ") }
    return (["\(builtIn.count) built-in models"] + others).joined(separator: " + ")
  }
}
