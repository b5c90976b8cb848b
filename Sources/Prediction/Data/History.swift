package import Acquisition
package import Calculation
package import Chemistry
import Files
import Foundation
package import Stores
import TransferLearning

/// The knowledge of a campaign when an iteration is designed: every calculation that ended, in batch order, and the
/// pending ones.
package struct History: Sendable {
  /// A molecule with the values from its calculation; none if it failed or was withdrawn.
  package struct Entry: Sendable, Hashable {
    package let molecule: Molecule
    package let values: [String: Double]
    /// The standard uncertainties of the values that have one, in the properties' units.
    package let uncertainties: [String: Double]
    /// Whether several conformers were calculated: an uncertainty is then the spread over the accepted ones. False for a
    /// repeat unit, whose uncertainty is that of the extrapolation from its chains.
    package let hasSeveralConformers: Bool
    package let succeeded: Bool
    /// The class of its failure; nil if it did not fail, or failed in a way that this version does not know.
    package let failureClass: FailureClass?
    /// Whether people withdrew everything that they had given for it: it is neither a success nor a failure.
    package let isWithdrawn: Bool
    /// Whether it was calculated under the current protocol and versions. Other calculations are kept, but the
    /// surrogate does not learn from them.
    package let isComparable: Bool
    /// Whether a person gave its values, or its failure, although it was not chosen. The surrogate learns from it, and it
    /// counts for nothing else.
    package let isTold: Bool

    package init(
      molecule: Molecule, values: [String: Double], uncertainties: [String: Double] = [:],
      hasSeveralConformers: Bool = false, succeeded: Bool, failureClass: FailureClass? = nil,
      isWithdrawn: Bool = false, isComparable: Bool = true, isTold: Bool = false
    ) {
      self.molecule = molecule
      self.values = values
      self.uncertainties = uncertainties
      self.hasSeveralConformers = hasSeveralConformers
      self.succeeded = succeeded
      self.failureClass = failureClass
      self.isWithdrawn = isWithdrawn
      self.isComparable = isComparable
      self.isTold = isTold
    }

    /// What the outcome says about whether a molecule can be calculated as calculations are made now: true if it
    /// succeeded, false if it failed and the failure belongs to the molecule. Nil if it says nothing: it was withdrawn,
    /// was made in another way, failed for a reason that is not the molecule's, or is a told success.
    package var isCalculable: Bool? {
      guard isComparable, !isWithdrawn else { return nil }
      // People tell mostly values that exist, so told successes would make the share of successes too high. A told failure
      // is kept: somebody tried that molecule and says that it fails.
      if succeeded { return isTold ? nil : true }
      return failureClass?.belongsToMolecule == true ? false : nil
    }
  }

  /// A calculation of the record: what a history is made of.
  private enum Row: Sendable {
    case pending(Molecule)
    case declined(Molecule)
    case ended(Entry)
  }

  package let entries: [Entry]
  /// The chosen molecules without an outcome, with the numbers of their calculations.
  package let pending: [(calculation: Int, molecule: Molecule)]
  /// The identities of all molecules that are not proposed: those that are pending, were declined, or have a
  /// calculation that is comparable with new ones.
  package let identities: Set<String>
  /// The calculations of the record in their order, with their numbers; none if it was not read from a record.
  private let rows: [(number: Int, row: Row)]

  /// A history of these calculations, in batch order.
  package init(
    _ entries: [Entry], pending: [(calculation: Int, molecule: Molecule)] = [], declined: Set<String> = []
  ) {
    self.init(entries, pending: pending, declined: declined, rows: [])
  }

  private init(
    _ entries: [Entry], pending: [(calculation: Int, molecule: Molecule)], declined: Set<String>,
    rows: [(number: Int, row: Row)]
  ) {
    self.entries = entries
    self.pending = pending
    self.rows = rows
    identities = declined.union(entries.filter(\.isComparable).map(\.molecule.smiles))
      .union(pending.map(\.molecule.smiles))
  }

  private init(_ rows: [(number: Int, row: Row)]) {
    var entries: [Entry] = []
    var pending: [(calculation: Int, molecule: Molecule)] = []
    var declined: Set<String> = []
    for (number, row) in rows {
      switch row {
      case .pending(let molecule): pending.append((number, molecule))
      case .declined(let molecule): declined.insert(molecule.smiles)
      case .ended(let entry): entries.append(entry)
      }
    }
    self.init(entries, pending: pending, declined: declined, rows: rows)
  }

  /// The history in a campaign's record.
  ///
  /// - Parameters:
  ///   - comparable: Which calculations may be compared with those that are made now.
  ///   - iteration: The iteration whose design is meant: what was known then, with what has been withdrawn since, and without what
  ///     was pending or came later. Nil for all that is known now. A value that was withdrawn before and told again counts as told
  ///     then.
  ///   - hidden: The numbers of calculations that are taken as pending, whether they have ended or not.
  ///   - features: The molecules that are read already.
  package init(
    _ store: CampaignStore, comparable: ComparableCalculations, before iteration: IterationRecord? = nil,
    hiding hidden: Set<Int> = [], features: FeatureStore = FeatureStore(InputRecipe([]))
  ) throws {
    self.init(
      try Self.rows(
        store, comparable: comparable, from: 0, before: iteration, hiding: hidden.union(iteration?.pending ?? []),
        features: features))
  }

  /// The history with what its record has gained since: new calculations, and the outcomes of pending ones. It equals
  /// the history that the whole record gives, provided that the protocol is the same and nothing was told, withdrawn or
  /// declined since.
  ///
  /// - Parameter hidden: The numbers of calculations that are taken as pending.
  package func grown(
    by store: CampaignStore, comparable: ComparableCalculations, hiding hidden: Set<Int> = [], features: FeatureStore
  ) throws -> History {
    // Calculations end in any order: all from the first pending one on are read again.
    let next = (rows.last?.number ?? -1) + 1
    let first = pending.map(\.calculation).reduce(hidden.reduce(next, min), min)
    return History(
      rows.filter { $0.number < first }
        + (try Self.rows(
          store, comparable: comparable, from: first, before: nil, hiding: hidden, features: features)))
  }

  /// The calculations of a record from a number on.
  private static func rows(
    _ store: CampaignStore, comparable: ComparableCalculations, from first: Int, before iteration: IterationRecord?,
    hiding hidden: Set<Int>, features: FeatureStore
  ) throws -> [(number: Int, row: Row)] {
    var observations = Dictionary(grouping: try store.observations(from: first), by: \.calculation)
    let failedThen = try iteration.map { try store.failuresWithdrawn(after: $0.designedAt) } ?? [:]
    let withdrawn = try iteration.map { try store.valuesWithdrawn(after: $0.designedAt) } ?? []
    // Of several values of one property the one that was withdrawn first stood then.
    for row in withdrawn.reversed() {
      observations[row.calculation, default: []].removeAll { $0.property == row.property }
      observations[row.calculation, default: []].append(row)
    }
    let succeededThen = Set(withdrawn.map(\.calculation))
    let told = try store.toldIterations()
    let several = try store.calculationsOfSeveralConformers(from: first)
    let details = try store.calculations(from: first).filter { details in
      iteration.map { details.calculation.iteration < $0.number } ?? true
    }
    let molecules = try features.molecules(details.map(\.molecule.smiles))
    return zip(details, molecules).map { details, molecule in
      var calculation = details.calculation
      if iteration != nil {
        if succeededThen.contains(calculation.id) { calculation.state = .succeeded }
        if let failureClass = failedThen[calculation.id] {
          (calculation.state, calculation.failureClass) = (.failed, failureClass)
        }
      }
      if hidden.contains(calculation.id) { calculation.state = .pending }
      switch calculation.state {
      case .pending: return (calculation.id, .pending(molecule))
      case .declined: return (calculation.id, .declined(molecule))
      case .succeeded, .failed, .withdrawn:
        let rows = (observations[calculation.id] ?? []).filter(\.isUsable)
        let entry = Entry(
          molecule: molecule, values: Dictionary(firstOf: rows.map { ($0.property, $0.value) }),
          uncertainties: rows.uncertainties,
          hasSeveralConformers: several.contains(calculation.id),
          succeeded: calculation.state == .succeeded,
          failureClass: calculation.state == .failed ? calculation.failureClass.flatMap(FailureClass.init) : nil,
          isWithdrawn: calculation.state == .withdrawn, isComparable: comparable.contains(calculation),
          isTold: told.contains(calculation.iteration))
        return (calculation.id, .ended(entry))
      }
    }
  }

  /// The comparable entries with a value of every property.
  package func observed(_ properties: [String]) -> [Entry] {
    entries.filter { entry in
      entry.succeeded && entry.isComparable && properties.allSatisfy { entry.values[$0] != nil }
    }
  }

  /// The entries that say whether a molecule can be calculated.
  package var judged: [Entry] { entries.filter { $0.isCalculable != nil } }

  /// The known standard deviations of the noise of a property's values, for these entries; empty if all values are
  /// exact.
  ///
  /// The noise is the uncertainty that a person or a program stated. The spread over conformers is not noise: it
  /// measures how flexible a molecule is, and the value is that of the lowest conformer. But if all conformers but one
  /// failed, that one need not be the lowest, and the median spread of the other molecules is used.
  package static func noise(of property: String, in observed: [Entry]) -> [Double] {
    let spreads = observed.filter(\.hasSeveralConformers).compactMap { $0.uncertainties[property] }.sorted()
    let usual = spreads.isEmpty ? 0 : spreads[spreads.count / 2]
    let noise = observed.map { entry in
      let uncertainty = entry.uncertainties[property]
      return entry.hasSeveralConformers ? (uncertainty == nil ? usual : 0) : uncertainty ?? 0
    }
    return noise.contains { $0 > 0 } ? noise : []
  }

  /// The entries that the campaign itself chose, which its budget counts.
  package var chosen: [Entry] { entries.filter { !$0.isTold } }

  /// Whether the entries that the campaign chose succeeded, without withdrawn and incomparable ones.
  package var successes: [Bool] { chosen.filter { $0.isComparable && !$0.isWithdrawn }.map(\.succeeded) }

  /// The number of molecules that the campaign chose and that meet all objectives.
  ///
  /// - Parameter confirmations: The outcomes of the calculations that confirm hits, whose values must meet the objectives
  ///   too; nil if hits need no confirmation.
  package func hits(_ objectives: [Target], confirmedBy confirmations: Confirmations? = nil) -> Int {
    chosen.count { entry in
      entry.isComparable && objectives.areMet(by: entry.values)
        && confirmations.map { objectives.areMet(by: $0.values(of: entry.molecule.smiles)) } ?? true
    }
  }

  /// The molecules that new ones must be distant from: chosen ones that are pending or comparable.
  package var neighbours: [Molecule] { chosen.filter(\.isComparable).map(\.molecule) + pending.map(\.molecule) }
}

extension CampaignStore {
  /// The values that were withdrawn after a time, in the order of withdrawing, as they stood before.
  fileprivate func valuesWithdrawn(after time: Date) throws(StoreError) -> [ObservationRow] {
    let details = Dictionary(firstOf: try calculations().map { ($0.calculation.id, $0) })
    return try withdrawals().filter { $0.withdrawnAt > time }.compactMap { withdrawal in
      details[withdrawal.calculation].map { details in
        ObservationRow(
          calculation: withdrawal.calculation, iteration: details.calculation.iteration, molecule: details.molecule.id,
          smiles: details.molecule.smiles, property: withdrawal.property, value: withdrawal.value,
          uncertainty: withdrawal.uncertainty)
      }
    }
  }

  /// The classes of the failures that stood at a time and were withdrawn after it, by the number of the calculation.
  fileprivate func failuresWithdrawn(after time: Date) throws(StoreError) -> [Int: String] {
    Dictionary(
      firstOf: try withdrawnFailures().filter { $0.toldAt <= time && $0.withdrawnAt > time }
        .map { ($0.calculation, $0.failureClass) })
  }
}
