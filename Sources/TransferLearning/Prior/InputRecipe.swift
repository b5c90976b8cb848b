public import Chemistry
public import GaussianProcess

/// How a molecule becomes the input of a transferred prior: its features by representations, and after them what each shared
/// network gives for it.
///
/// An input is a function of its molecule alone, whatever other molecules are computed with it. So it can be computed once and
/// kept.
public struct InputRecipe: Sendable {
  /// The representations: those of the structural kernels, then the further ones of the sources.
  public let representations: [Representation]
  private let networks: [Encoder]

  /// A shared network, and the places of its features among the representations.
  private struct Encoder: Sendable {
    let reference: NetworkReference
    let places: [Int]
  }

  /// The recipe of features alone.
  public init(_ representations: [Representation]) {
    self.representations = representations
    networks = []
  }

  /// The recipe of a prior from structural kernels and source models.
  public init(choice: ModelChoice, sources: [SourceModel]) {
    let representations = sources.reduce(into: choice.representations) { seen, source in
      for representation in source.representations where !seen.contains(representation) { seen.append(representation) }
    }
    self.representations = representations
    networks = sources.reduce(into: []) { seen, source in
      guard let reference = source.sharedNetwork, !seen.contains(where: { $0.reference === reference }) else { return }
      seen.append(
        Encoder(reference: reference, places: source.representations.compactMap { representations.firstIndex(of: $0) }))
    }
  }

  /// The input of a molecule.
  public func input(of molecule: Molecule) throws(ChemistryError) -> MolecularInput {
    var features = try representations.features(of: molecule)
    for encoder in networks {
      let layers = encoder.reference.layers(of: MolecularInput(features: encoder.places.map { features[$0] }))
      features += [.reals(layers?.outputs ?? []), .reals(layers?.hidden ?? [])]
    }
    return MolecularInput(features: features, elements: molecule.elements)
  }

  /// The inputs of molecules, computed on all cores.
  public func inputs(of molecules: [Molecule]) throws(ChemistryError) -> [MolecularInput] {
    try concurrentMap(molecules.count) { index in
      Result { () throws(ChemistryError) in try input(of: molecules[index]) }
    }.values()
  }

  /// What a shared network gives for the molecule of an input; nil if the input was made without it, or if the network cannot
  /// read the molecule's features.
  func layers(of reference: NetworkReference, in input: MolecularInput) -> NetworkLayers? {
    guard let index = networks.firstIndex(where: { $0.reference === reference }) else { return nil }
    let place = representations.count + 2 * index
    guard place + 1 < input.features.count, !input.reals(place).isEmpty else { return nil }
    return NetworkLayers(outputs: input.reals(place), hidden: input.reals(place + 1))
  }
}
