package import Chemistry

/// The charge and the spin of a molecule in a calculation, and the assumptions about them.
package struct ElectronicState: Sendable, Hashable {
  /// In elementary charges.
  package let charge: Int
  /// The number of spin-up electrons minus the number of spin-down electrons.
  package let unpaired: Int
  /// Sentences on the assumptions where another state is possible.
  package let notes: [String]

  /// A state.
  package init(charge: Int, unpaired: Int, notes: [String] = []) {
    self.charge = charge
    self.unpaired = unpaired
    self.notes = notes
  }

  /// The state with one electron more (−1) or less (+1). If there are unpaired electrons, one is removed or paired;
  /// otherwise one electron becomes unpaired.
  func ionised(by change: Int) -> ElectronicState {
    ElectronicState(charge: charge + change, unpaired: unpaired > 0 ? unpaired - 1 : 1)
  }
}

/// The charge and the number of unpaired electrons that a campaign or a person states for every molecule.
public struct StatedElectrons: Sendable, Hashable, Codable {
  /// The total charge, in place of that of the SMILES; nil for that of the SMILES.
  public var charge: Int?
  /// The number of unpaired electrons; nil for the lowest number compatible with the number of electrons and the
  /// radical centres of the SMILES.
  public var unpaired: Int?

  /// Creates a statement; nothing is stated by default.
  public init(charge: Int? = nil, unpaired: Int? = nil) {
    self.charge = charge
    self.unpaired = unpaired
  }

  /// How a program treats the f electrons of lanthanides.
  package enum FElectrons: Sendable {
    /// As part of the core, as xtb and MOPAC do.
    case inCore
    /// As electrons like all others.
    case counted
  }

  /// The state of a molecule.
  /// - Throws: A failure of class `input` if that number of unpaired electrons is impossible.
  package func state(
    of molecule: Molecule, fElectrons: FElectrons = .counted
  ) throws(CalculationFailure) -> ElectronicState {
    let isIonised = charge.map { $0 != molecule.charge } ?? false
    let charge = charge ?? molecule.charge
    let core = fElectrons == .inCore ? molecule.fElectronCount : 0
    let electrons = molecule.electronCount + molecule.charge - charge - core
    let centres = isIonised ? 0 : molecule.radicalElectronCount
    let lowest = centres + ((electrons - centres).isMultiple(of: 2) ? 0 : 1)
    let unpaired = unpaired ?? lowest
    guard electrons >= unpaired, (electrons - unpaired).isMultiple(of: 2) else {
      let subject = "'\(molecule.smiles)'\(isIonised ? " with the charge \(charge)" : "")"
      guard electrons >= unpaired else {
        throw CalculationFailure(.input, "\(subject) has \(electrons) electrons, fewer than \(unpaired) unpaired ones.")
      }
      throw CalculationFailure(
        .input,
        "\(subject) has \(electrons) electrons; the number of unpaired ones must be "
          + "\(electrons.isMultiple(of: 2) ? "even" : "odd"), not \(unpaired).")
    }
    var notes: [String] = []
    if isIonised {
      notes.append("The charge is \(signed(charge)) as stated, not the SMILES' \(signed(molecule.charge)).")
    }
    if self.unpaired != nil {
      if unpaired != lowest || isIonised { notes.append("\(Self.count(unpaired)), as stated.") }
    } else {
      notes += Self.choices(of: molecule, unpaired: unpaired, isIonised: isIonised, areFCounted: core == 0)
    }
    return ElectronicState(charge: charge, unpaired: unpaired, notes: notes)
  }

  /// Sentences on the assumptions where another spin is possible.
  private static func choices(
    of molecule: Molecule, unpaired: Int, isIonised: Bool, areFCounted: Bool
  ) -> [String] {
    let more = unpaired + 2
    var notes: [String] = []
    if isIonised {
      notes.append(
        "\(count(unpaired)) \(unpaired == 1 ? "was" : "were") assumed, the lowest number; set 'unpaired' for another.")
    }
    if unpaired > 1, molecule.radicalElectronCount > 1 {
      notes.append(
        "\(count(unpaired)) of parallel spin were assumed, as the SMILES has them; set 'unpaired' for fewer.")
    }
    if !molecule.pairedElements.isEmpty {
      let elements = molecule.pairedElements.joined(separator: " and ")
      notes.append(
        "Two unshared electrons of \(elements) were treated as a pair (\(multiplicity(unpaired))); set 'unpaired: \(more)' for the "
          + "\(multiplicity(more))."
      )
    }
    if molecule.isChalcogenPair {
      notes.append(
        "The SMILES states a closed shell, and the ground state is a triplet; set 'unpaired: 2' for it.")
    }
    let metals = molecule.openShellMetals + (areFCounted && molecule.fElectronCount > 0 ? ["the f-block metal"] : [])
    if !metals.isEmpty {
      notes.append(
        "The lowest spin was assumed for \(metals.joined(separator: " and ")), \(count(unpaired)); "
          + "set 'unpaired: \(more)' or more for a higher spin.")
    }
    return notes
  }

  /// Whether a molecule can have the stated charge and unpaired electrons, for some treatment of f electrons.
  package func arePossible(in molecule: Molecule) -> Bool {
    [FElectrons.counted, .inCore].contains { (try? state(of: molecule, fElectrons: $0)) != nil }
  }

  /// The name of the spin multiplicity, which is one more than the number of unpaired electrons.
  private static func multiplicity(_ unpaired: Int) -> String {
    let names = ["singlet", "doublet", "triplet", "quartet", "quintet", "sextet", "septet"]
    return unpaired < names.count ? names[unpaired] : "state of multiplicity \(unpaired + 1)"
  }

  private static func count(_ unpaired: Int) -> String {
    "\(unpaired) unpaired electron\(unpaired == 1 ? "" : "s")"
  }

  /// What the settings mean, for lists of settings.
  static let chargeSummary = "the total charge of every molecule, in place of its SMILES'"
  static let unpairedSummary = "unpaired electrons of every molecule; by default the lowest number that fits"

  /// The settings of the protocol's steps.
  var inWords: [String: String] {
    var words: [String: String] = [:]
    words["charge"] = charge.map(signed)
    words["unpaired electrons"] = unpaired.map(String.init)
    return words
  }

  /// The end of a protocol's summary: `, charge +1, 1 unpaired electron`; empty if nothing is stated.
  var summary: String {
    (charge.map { ", charge \(signed($0))" } ?? "") + (unpaired.map { ", \(Self.count($0))" } ?? "")
  }
}

private func signed(_ charge: Int) -> String { charge > 0 ? "+\(charge)" : charge < 0 ? "−\(-charge)" : "0" }

extension Molecule {
  /// O=O, S=O and similar molecules, which are triplets however they are written.
  fileprivate var isChalcogenPair: Bool {
    atomCount == 2 && charge == 0 && radicalElectronCount == 0 && smiles.contains("=")
      && elements.allSatisfy(["O", "S", "Se", "Te"].contains)
  }
}

extension SettingsReader {
  /// Reads `charge` and `unpaired`.
  package mutating func statedElectrons() throws(CalculatorSetupError) -> StatedElectrons {
    StatedElectrons(charge: try integer("charge", in: -20...20), unpaired: try integer("unpaired", in: 0...20))
  }
}
