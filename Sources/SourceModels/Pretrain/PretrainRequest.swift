import Chemistry
package import Files
import Foundation
import GaussianProcess
package import Prediction
import Tables
import TransferLearning

/// The source models to train, and their data.
public struct PretrainRequest: Sendable, Hashable {
  /// The table of molecules and values, a file of comma-separated values.
  public var table: String
  /// Its column of SMILES; nil for `smiles`, in any case.
  public var smilesColumn: String?
  /// The properties to learn, each as `NAME` or `NAME=UNIT`; empty for all.
  public var properties: [String]
  /// The features of models, an entry for each model, with "," between representations that it uses side by side; empty
  /// for the standard ones of each kind.
  public var representations: [String]
  /// The kinds of models by name; empty for a process and a network.
  public var kinds: [String]
  /// The seed of all random streams: of networks, of their folds, and of the choice of inducing molecules.
  public var seed: UInt64

  /// A request.
  public init(
    table: String, smilesColumn: String? = nil, properties: [String] = [], representations: [String] = [],
    kinds: [String] = [], seed: UInt64 = 1
  ) {
    (self.table, self.smilesColumn) = (table, smilesColumn)
    (self.properties, self.representations) = (properties, representations)
    (self.kinds, self.seed) = (kinds, seed)
  }

  /// For more molecules than this a process is sparse, unless an exact one is requested.
  package static let exactMolecules = 8000
  /// The folds of the cross-validation of networks.
  static let folds = 5
  /// The features of a network by default.
  static let networkRepresentations: [Representation] = [.morganCounts, .physicalDescriptors]

  /// The requested kinds, each once, in the order of the request.
  private func askedKinds() throws(CampaignError) -> [SourceModelKind] {
    var kinds: [SourceModelKind] = []
    for name in self.kinds {
      let kind = try SourceModelKind(named: name, among: [.gaussianProcess, .sparseGaussianProcess, .neuralNetwork])
      if !kinds.contains(kind) { kinds.append(kind) }
    }
    return kinds
  }

  /// The requested sets of representations.
  private func askedRepresentations() throws(CampaignError) -> [[Representation]] {
    try CampaignError.mapping {
      try representations.map { text in
        try text.split(separator: ",", omittingEmptySubsequences: false).map {
          try Representation(named: $0.trimmingCharacters(in: .whitespaces))
        }
      }
    }
  }

  /// Rejects unknown names.
  package func check() throws(CampaignError) {
    let kinds = try askedKinds()
    let exact = try askedRepresentations().joined().first { $0.kind == .exactCounts }
    if let exact, kinds.isEmpty || kinds.contains(.neuralNetwork) {
      throw CampaignError(
        .input,
        "A network cannot use '\(exact)', which has no fixed number of counts; name its folded form, such as "
          + "morgan-counts-r3-2048, or give --kind gaussian-process alone.")
    }
  }

  /// The training methods for the models of a column, in order and each once.
  ///
  /// - Parameter isOfCompositions: whether the table has compositions, which have other representations.
  package func methods(
    for column: SourceTable.Column, isOfCompositions: Bool = false
  ) throws(CampaignError) -> [SourceModelMethod] {
    let asked = try askedKinds()
    let sets = try askedRepresentations()
    let count = column.known.count
    var sparse = SparseSettings.ofSources
    sparse.seed = seed
    var methods: [SourceModelMethod] = []
    for kind in asked.isEmpty ? [.gaussianProcess, .neuralNetwork] : asked {
      let usual =
        isOfCompositions
        ? MolecularModel.composition.representations
        : kind == .neuralNetwork ? Self.networkRepresentations : MolecularModel.standard.representations
      for set in sets.isEmpty ? [usual] : sets {
        // With as many inducing molecules as molecules the process would be the exact one, and take longer.
        let isSparse =
          kind == .sparseGaussianProcess ? count > sparse.inducingInputs : asked.isEmpty && count > Self.exactMolecules
        let method: SourceModelMethod =
          switch kind {
          case .neuralNetwork, .sharedNetwork: .network(set, NetworkSettings(), folds: Self.folds, seed: seed)
          case .gaussianProcess, .sparseGaussianProcess:
            isSparse ? .sparseProcess(Self.model(on: set), sparse) : .process(Self.model(on: set))
          }
        if !methods.contains(method) { methods.append(method) }
      }
    }
    return methods
  }

  /// The model of a process on representations: that of compositions is no plain sum.
  private static func model(on representations: [Representation]) -> MolecularModel {
    representations == MolecularModel.composition.representations ? .composition : MolecularModel(on: representations)
  }
}

extension SourceModelKind {
  /// The kind with this name.
  /// - Throws: `CampaignError` of kind `.input` that lists them.
  init(named name: String, among kinds: [SourceModelKind] = allCases) throws(CampaignError) {
    guard let kind = Self(rawValue: name), kinds.contains(kind) else {
      let names = kinds.map(\.rawValue)
      throw CampaignError(
        .input,
        "There is no kind of model '\(name)'; there are \(names.joined(separator: ", "))."
          + suggestion(for: name, among: names))
    }
    self = kind
  }
}
