import Files
import Stores
import TransferLearning

extension ModelLibrary {
  /// One model for each property: the numbered ones, and for every other property the one with the smallest cross-validated
  /// root mean square error among those with standard deviations.
  ///
  /// - Parameters:
  ///   - properties: The properties to predict; empty for those of the numbered models, or without these for all properties
  ///     of the library.
  ///   - numbers: The numbers of models.
  /// - Throws: `CampaignError` of kind `.input` if a model does not exist or is named twice, two numbered ones predict the
  ///   same property, or the errors of a property's models are of different data and cannot be compared.
  func recordsToPredict(_ properties: [String], numbers: [Int]) throws -> [SourceModelRecord] {
    try requireDistinct(numbers)
    var chosen: [SourceModelRecord] = []
    for number in numbers {
      let record = try shelf.record(of: number)
      if let other = chosen.first(where: { $0.entry.key.property == record.entry.key.property }) {
        throw CampaignError(
          .input,
          "The models \(other.id) and \(number) of the library '\(path)' both predict '\(record.entry.key.property)'; name only one of them."
        )
      }
      chosen.append(record)
    }
    guard numbers.isEmpty || !properties.isEmpty else { return chosen }
    let records = try records(of: properties.isEmpty ? nil : properties)
    var names = properties
    if names.isEmpty {
      for record in records where !names.contains(record.entry.key.property) { names.append(record.entry.key.property) }
    }
    for name in names where !chosen.contains(where: { $0.entry.key.property == name }) {
      let rivals = records.filter { $0.entry.key.property == name }
      if let best = try best(of: rivals, name) { chosen.append(best) }
    }
    return chosen
  }

  /// The best of a property's models; nil if there are none.
  private func best(of rivals: [SourceModelRecord], _ name: String) throws(CampaignError) -> SourceModelRecord? {
    let usable = rivals.filter(\.isUsable)
    // If no model can be used, loading any of them gives the reason.
    guard let first = usable.first else { return rivals.first }
    let isComparable = usable.allSatisfy { record in
      record.entry.unit == first.entry.unit && record.entry.key.dataDigest == first.entry.key.dataDigest
    }
    guard isComparable else {
      let numbers = usable.map { "\($0.id)" }.joined(separator: ", ")
      throw CampaignError(
        .input,
        "The library '\(path)' has models of '\(name)' from different data (\(numbers)), whose errors cannot be compared. Name one with "
          + "--source; 'cohobate models show NUMBER' says where it comes from.")
    }
    let sure = usable.filter { $0.entry.key.kind != SourceModelKind.neuralNetwork.rawValue }
    return (sure.isEmpty ? usable : sure).min { first, second in
      let (a, b) = (first.entry.rootMeanSquareError, second.entry.rootMeanSquareError)
      return a != b ? a < b : first.id > second.id
    }
  }
}
