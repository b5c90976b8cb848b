internal import Foundation

/// One way in which a property's fit was made in an iteration, by a structural model and source models, and its weight.
public struct TransferRecord: StoredRecord {
  /// The iteration that made the fit.
  public var iteration: Int
  /// The property.
  public var property: String
  /// Its rank among the ways by weight, from 1.
  public var rank: Int
  /// The name of the structural model if several were weighed; otherwise `nil`.
  public var model: String?
  /// The names of the source models, as a JSON array; empty for the model without transfer.
  public var sources: String
  /// The kernels through which the sources were used, as a JSON array.
  public var parts: String
  /// Its weight in the average over the ways, from 0 to 1.
  public var weight: Double
  /// The logarithm of its weight, up to a constant of the iteration and property; `nil` if it could not be fitted.
  public var logWeight: Double?
  /// The root mean square error of its leave-one-out predictions, in the property's unit; `nil` if it could not be
  /// fitted.
  public var leaveOneOutRMSE: Double?
  /// The mean logarithm of its leave-one-out predictive density per observation; `nil` if it could not be fitted.
  public var leaveOneOutLogDensity: Double?
  /// The reason why it could not be fitted, in a full sentence; `nil` if it was.
  public var failure: String?
  /// The coordinates of its hyper-parameters and, last, of its noise, as a JSON array of numbers: the natural logarithms of
  /// positive ones, for standardised values. `nil` if it could not be fitted, and in records of earlier versions.
  public var coordinates: String?

  /// Makes a record of a way.
  public init(
    iteration: Int, property: String, rank: Int, model: String? = nil, sources: [String], parts: [String],
    weight: Double, logWeight: Double?, leaveOneOutRMSE: Double?, leaveOneOutLogDensity: Double?,
    failure: String? = nil,
    coordinates: [Double]? = nil
  ) {
    self.iteration = iteration
    self.property = property
    self.rank = rank
    self.model = model
    self.sources = Self.text(sources)
    self.parts = Self.text(parts)
    self.weight = weight
    self.logWeight = logWeight
    self.leaveOneOutRMSE = leaveOneOutRMSE
    self.leaveOneOutLogDensity = leaveOneOutLogDensity
    self.failure = failure
    self.coordinates = coordinates.map(Self.text)
  }

  /// The names of the source models.
  public var sourceNames: [String] { Self.values(of: sources) ?? [] }
  /// The names of the kernels.
  public var partNames: [String] { Self.values(of: parts) ?? [] }
  /// The coordinates of its hyper-parameters and, last, of its noise.
  public var coordinateValues: [Double]? { coordinates.flatMap(Self.values) }

  package static let tableName = "transfer"

  private static func text(_ values: [some Encodable]) -> String {
    // Strings and finite numbers always have a JSON form, and a number comes back as it was.
    (try? JSONEncoder().encode(values)).flatMap { String(data: $0, encoding: .utf8) } ?? "[]"
  }

  private static func values<Value: Decodable>(of text: String) -> [Value]? {
    try? JSONDecoder().decode([Value].self, from: Data(text.utf8))
  }
}
