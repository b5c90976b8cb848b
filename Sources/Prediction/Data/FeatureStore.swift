package import Chemistry
package import GaussianProcess
import Synchronization
package import TransferLearning

/// The molecules of a process with their features: each is parsed once, and its features are computed once, on all
/// cores.
///
/// A molecule is identified by its canonical SMILES, and its features are a function of it alone: what the store has
/// changes only the time. Molecules of a pool and of a history are kept. All others, as those that an iteration designs,
/// stay until ``forgetUnused(except:)`` finds that an iteration did not ask about them, or until ``forgetOthers(except:)``.
package final class FeatureStore: Sendable {
  /// The number of molecules for which something was computed rather than found.
  package struct Work: Sendable, Hashable {
    /// SMILES that were parsed.
    package var parsed = 0
    /// Molecules whose features were computed.
    package var inputs = 0
    /// Molecules whose fingerprint for distances was computed.
    package var bits = 0
  }

  private struct Entry: Sendable {
    let molecule: Molecule
    var input: MolecularInput?
    var bits: CountFingerprint?
    var isKept = false
    /// Whether it was asked about since the last ``forgetUnused(except:)``.
    var isUsed = true

    var kept: Entry {
      var entry = self
      entry.isKept = true
      return entry
    }
  }

  private struct Contents: Sendable {
    /// The molecules by canonical SMILES.
    var entries: [String: Entry] = [:]
    /// Molecules by a SMILES that is not canonical, as another version of RDKit has written it.
    var otherwiseWritten: [String: Molecule] = [:]
    var work = Work()
  }

  /// How a molecule becomes an input.
  private let recipe: InputRecipe
  private let contents = Mutex(Contents())

  /// Creates an empty store.
  package init(_ recipe: InputRecipe) {
    self.recipe = recipe
  }

  /// The representations of the features, in their order.
  package var representations: [Representation] { recipe.representations }

  /// The number of molecules in the store.
  package var count: Int { contents.withLock { $0.entries.count } }

  /// What was computed so far.
  package var work: Work { contents.withLock(\.work) }

  /// The molecules with these SMILES.
  ///
  /// - Parameter areKept: whether they are kept for good; if not, they stay as all others do.
  /// - Throws: the error of the first SMILES that cannot be read.
  package func molecules(_ texts: [String], areKept: Bool = true) throws(ChemistryError) -> [Molecule] {
    let known = contents.withLock { contents in
      texts.map { contents.entries[$0]?.molecule ?? contents.otherwiseWritten[$0] }
    }
    let new = zip(texts, known).filter { $0.1 == nil }.map(\.0).distinct
    let parsed = try concurrentMap(new.count) { index in
      Result { () throws(ChemistryError) in try Molecule(recorded: new[index]) }
    }.values()
    let found = Dictionary(uniqueKeysWithValues: zip(new, parsed))
    let molecules = zip(texts, known).compactMap { $1 ?? found[$0] }
    contents.withLock { contents in
      contents.work.parsed += new.count
      for (text, molecule) in found where molecule.smiles != text { contents.otherwiseWritten[text] = molecule }
      for molecule in molecules {
        var entry = contents.entries[molecule.smiles] ?? Entry(molecule: molecule)
        entry.isUsed = true
        contents.entries[molecule.smiles] = areKept ? entry.kept : entry
      }
    }
    return molecules
  }

  /// The inputs of molecules by the store's recipe.
  ///
  /// - Throws: the error of the first molecule whose features cannot be computed.
  package func inputs(of molecules: [Molecule]) throws(ChemistryError) -> [MolecularInput] {
    let recipe = recipe
    return try values(of: molecules, \.input, \.inputs) { molecule throws(ChemistryError) in
      try recipe.input(of: molecule)
    }
  }

  /// The fingerprints of molecules (`Molecule.distanceFingerprint()`), whose distances `MoleculeFilter.minimumDistance` limits.
  package func bits(of molecules: [Molecule]) throws(ChemistryError) -> [CountFingerprint] {
    try values(of: molecules, \.bits, \.bits) { molecule throws(ChemistryError) in
      try molecule.distanceFingerprint()
    }
  }

  /// Keeps molecules for good.
  package func keep(_ molecules: [Molecule]) {
    contents.withLock { contents in
      for molecule in molecules { contents.entries[molecule.smiles, default: Entry(molecule: molecule)].isKept = true }
    }
  }

  /// Drops the molecules that are not kept, but for some that are likely to be needed again soon, by canonical SMILES.
  package func forgetOthers(except needed: Set<String> = []) {
    contents.withLock { contents in
      contents.entries = contents.entries.filter { $0.value.isKept || needed.contains($0.key) }
    }
  }

  /// Drops the molecules that are not kept and that nothing has asked about since the last call, but for some that are likely to
  /// be needed again soon, by canonical SMILES. An iteration designs many molecules that the one before designed.
  package func forgetUnused(except needed: Set<String>) {
    contents.withLock { contents in
      contents.entries = contents.entries.compactMapValues { entry in
        guard entry.isKept || entry.isUsed || needed.contains(entry.molecule.smiles) else { return nil }
        var entry = entry
        entry.isUsed = false
        return entry
      }
    }
  }

  /// The values in a place of the molecules' entries; those that are missing are computed, each once.
  private func values<Value: Sendable>(
    of molecules: [Molecule], _ place: WritableKeyPath<Entry, Value?>, _ counter: WritableKeyPath<Work, Int>,
    _ compute: @Sendable (Molecule) throws(ChemistryError) -> Value
  ) throws(ChemistryError) -> [Value] {
    let known = contents.withLock { contents in
      molecules.map { molecule in
        guard let index = contents.entries.index(forKey: molecule.smiles) else { return Value?.none }
        contents.entries.values[index].isUsed = true
        return contents.entries.values[index][keyPath: place]
      }
    }
    let new = zip(molecules, known).filter { $0.1 == nil }.map(\.0).distinct
    guard !new.isEmpty else { return known.compactMap(\.self) }
    let computed = try concurrentMap(new.count) { index in
      Result { () throws(ChemistryError) in try compute(new[index]) }
    }.values()
    let found = Dictionary(uniqueKeysWithValues: zip(new, computed))
    contents.withLock { contents in
      contents.work[keyPath: counter] += new.count
      for (molecule, value) in found {
        contents.entries[molecule.smiles, default: Entry(molecule: molecule)][keyPath: place] = value
      }
    }
    return zip(molecules, known).compactMap { $1 ?? found[$0] }
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, at its first place.
  fileprivate var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
