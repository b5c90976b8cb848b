internal import Files
package import Foundation

/// What a fit predicts of a molecule when it learns from all others only.
public struct LeaveOneOutEntry: Sendable, Hashable {
  /// The molecule's canonical SMILES.
  public var smiles: String
  /// The predicted mean, in the property's unit.
  public var mean: Double
  /// The predicted standard deviation of a calculated value, noise included, in the property's unit.
  public var standardDeviation: Double

  /// A prediction of a molecule that was left out.
  public init(smiles: String, mean: Double, standardDeviation: Double) {
    (self.smiles, self.mean, self.standardDeviation) = (smiles, mean, standardDeviation)
  }
}

/// The leave-one-out predictions of a fit.
package struct LeaveOneOutRecord: StoredRecord {
  /// The prediction of one molecule.
  package struct Prediction: Sendable, Hashable {
    /// The molecule's number.
    package var molecule: Int
    /// The predicted mean, in the property's unit.
    package var mean: Double
    /// The predicted standard deviation of a calculated value, noise included, in the property's unit.
    package var standardDeviation: Double

    /// The prediction of a molecule.
    package init(molecule: Int, mean: Double, standardDeviation: Double) {
      (self.molecule, self.mean, self.standardDeviation) = (molecule, mean, standardDeviation)
    }
  }

  /// The iteration that made the fit.
  package let iteration: Int
  /// The property.
  package let property: String
  /// The predictions as they are stored: for each the molecule's number in 4 bytes, and the mean and the standard deviation
  /// in 8 bytes each, the least significant byte first.
  package let predictions: Data

  /// The predictions of a fit, in the order of the calculations.
  ///
  /// - Throws: `NotANumber` if one of them is not finite.
  package init(iteration: Int, property: String, _ list: [Prediction]) throws(NotANumber) {
    (self.iteration, self.property) = (iteration, property)
    var writer = ByteWriter()
    for prediction in list {
      guard prediction.mean.isFinite, prediction.standardDeviation.isFinite, prediction.standardDeviation >= 0 else {
        throw NotANumber(table: Self.tableName, column: "predictions")
      }
      writer.write(UInt32(prediction.molecule))
      writer.write(prediction.mean.bitPattern)
      writer.write(prediction.standardDeviation.bitPattern)
    }
    predictions = writer.data
  }

  /// The predictions, in the order of the calculations; nil if the bytes are not such a list.
  package var list: [Prediction]? {
    var reader = ByteReader(Array(predictions)[...]) { _ in Unreadable() }
    var list: [Prediction] = []
    do throws(Unreadable) {
      while reader.position < predictions.count {
        list.append(
          Prediction(
            molecule: Int(try reader.integer(UInt32.self)), mean: Double(bitPattern: try reader.integer()),
            standardDeviation: Double(bitPattern: try reader.integer())))
      }
    } catch {
      return nil
    }
    return list
  }

  private struct Unreadable: Error {}

  package static let tableName = "leaveOneOut"
}
