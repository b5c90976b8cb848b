import Files
import Foundation

extension LanguageModel {
  /// The model as bytes: the same model gives the same bytes.
  public var encoded: [UInt8] { LanguageModelFile.bytes(of: self) }

  /// Reads a model from bytes.
  ///
  /// - Parameter name: the name of the bytes in errors.
  /// - Throws: ``DesignError/unusableModel(path:reason:)`` if the bytes are not a model, are damaged, or come from a
  ///   later version.
  public init(encoded bytes: [UInt8], name: String) throws(DesignError) {
    do throws(LanguageModelFileError) {
      self = try LanguageModelFile.model(of: bytes)
    } catch {
      throw .unusableModel(path: name, reason: error.reason)
    }
  }

  /// Reads a model that ``write(path:)`` wrote.
  public init(path: String) throws(DesignError) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw .unusableModel(path: path, reason: fileProblem(error, at: path))
    }
    try self.init(encoded: Array(data), name: path)
  }

  /// Writes the model to a new file, which replaces an existing one only when it is complete.
  ///
  /// - Throws: ``DesignError/unwritableModel(path:reason:)``.
  public func write(path: String) throws(DesignError) {
    do {
      try Data(encoded).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw .unwritableModel(path: path, reason: fileProblem(error, at: path))
    }
  }
}

extension LanguageModel {
  /// Replaces the digest at the end of changed bytes, to test the checks behind it.
  package static func seal(_ bytes: inout [UInt8]) {
    bytes = LanguageModelFile.sealed(Data(bytes.dropLast(LanguageModelFile.digestLength)))
  }
}
