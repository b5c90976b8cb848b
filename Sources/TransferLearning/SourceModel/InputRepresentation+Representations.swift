public import Chemistry

extension SourceModelDocument.InputRepresentation {
  /// Creates the description of the representations that a model uses, in their order.
  ///
  /// - Throws: `ChemistryError.missingData` if a version is unknown.
  public init(_ representations: [Representation]) throws(ChemistryError) {
    var versions: [String] = []
    for representation in representations { versions.append(try representation.version) }
    self.init(
      name: representations.map(\.name).joined(separator: Self.nameSeparator),
      version: versions.joined(separator: "; "))
  }

  /// The names of the representations, in their order.
  public var names: [String] { name.split(separator: Self.nameSeparator).map(String.init) }

  /// The representations, if this program computes the same numbers.
  ///
  /// - Throws: `TransferLearningError.otherRepresentation` if it does not, `.chemistry` if the name is unknown.
  public func representations() throws(TransferLearningError) -> [Representation] {
    do {
      var representations: [Representation] = []
      for name in names { representations.append(try Representation(named: name)) }
      let current = try Self(representations).version
      guard current == version else {
        throw TransferLearningError.otherRepresentation(name: name, version: version, current: current)
      }
      return representations
    } catch let error as ChemistryError {
      throw .chemistry(error)
    } catch let error as TransferLearningError {
      throw error
    } catch {
      throw .unreadable(what: "representation", reason: "\(error)")
    }
  }

  private static let nameSeparator = ", "
}
