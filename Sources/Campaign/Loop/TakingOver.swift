import Calculation
import CampaignFile
import Chemistry
import Files
import Foundation
import Prediction
import Stores

/// The calculations of another campaign that are comparable with this one's and that this one lacks.
struct TakingOver {
  /// Empty if this campaign has all of them.
  let entries: [TakenEntry]
  /// The name of the other campaign.
  private let name: String

  /// Finds the calculations. Nothing is changed.
  ///
  /// - Parameters:
  ///   - other: The other campaign's file, or its database.
  ///   - history: The history of this campaign.
  ///   - properties: The properties of this campaign with their units; values of others are left out.
  ///   - current: The protocol and versions of this campaign.
  /// - Throws: `CampaignError` of kind `.input` if there is no such campaign, or if it has nothing under the same
  ///   protocol.
  init(
    from other: String, into history: History, properties: [PropertyRecord], calculator: String,
    current: ProtocolEntry
  ) throws {
    let isFile = ["yaml", "yml"].contains(URL(fileURLWithPath: other).pathExtension.lowercased())
    let path = isFile ? CampaignPaths(file: other).database : other
    let store = try CampaignStore.openReadOnly(at: path)
    name = try store.campaign().name
    let own = Dictionary(firstOf: properties.map { ($0.name, $0.unit) })
    let shared = Set(try store.properties().filter { own[$0.name] == $0.unit }.map(\.name))
    let comparable = try ComparableCalculations(store, calculator: calculator, current: current)
    let isByHand = calculator == ByHandCalculator.name
    let observations = Dictionary(grouping: try store.observations(), by: \.calculation)
    var seen = history.identities
    var entries: [TakenEntry] = []
    var isAnyKnown = false
    for details in try store.calculations() {
      let (calculation, molecule) = (details.calculation, details.molecule)
      // Values that people gave to another campaign are not taken over, unless people also calculate for this one.
      guard comparable.contains(calculation), calculation.calculator == calculator || isByHand,
        let outcome = try Self.outcome(of: calculation, observations[calculation.id] ?? [], shared)
      else { continue }
      guard seen.insert(molecule.smiles).inserted else {
        isAnyKnown = true
        continue
      }
      entries.append(
        TakenEntry(
          molecule: MoleculeEntry(
            smiles: molecule.smiles, formula: molecule.formula, charge: molecule.charge,
            heavyAtomCount: molecule.heavyAtomCount, molecularWeight: molecule.molecularWeight),
          outcome: outcome, attempts: try store.attempts(of: calculation.id),
          wallSeconds: calculation.wallSeconds ?? 0,
          reason: "calculation \(calculation.id) of the campaign '\(name)'"))
    }
    guard !entries.isEmpty || isAnyKnown else {
      throw CampaignError(
        .input,
        "\(other): the campaign '\(name)' has no calculation by '\(calculator)' under the same protocol and versions "
          + "(\(current.summary), version \(current.programVersion), RDKit \(current.rdkitVersion)).")
    }
    self.entries = entries
  }

  /// The outcome of a calculation, with the values of some properties; nil if there is no outcome.
  private static func outcome(
    of calculation: CalculationRecord, _ rows: [ObservationRow], _ properties: Set<String>
  ) throws -> OutcomeEntry? {
    switch calculation.state {
    case .pending, .withdrawn, .declined: return nil
    case .failed: return calculation.failure.map(OutcomeEntry.failed)
    case .succeeded:
      let kept = rows.filter { properties.contains($0.property) }
      guard !kept.isEmpty else { return nil }
      let atomic = try calculation.atomicValues.map {
        try JSONDecoder().decode([String: [Double]].self, from: Data($0.utf8))
      }
      return .succeeded(
        ResultEntry(
          observations: kept.map {
            ObservationEntry(property: $0.property, value: $0.value, uncertainty: $0.uncertainty)
          },
          geometry: calculation.geometry, isomer: calculation.isomer, atomicValues: atomic ?? [:],
          changes: calculation.changes?.split(separator: "\n").map(String.init) ?? [],
          notes: calculation.notes?.split(separator: "\n").map(String.init) ?? []))
    }
  }

  /// The note that nothing was taken over.
  var noteOfNothing: String {
    "The campaign '\(name)' has no calculation that this one does not know: nothing was taken over."
  }

  /// The note on the calculations that were taken over.
  func note(iteration: Int) -> String {
    "\(entries.count) \(entries.count == 1 ? "calculation" : "calculations") of the campaign '\(name)' were taken over as iteration "
      + "\(iteration); the surrogate learns from them, and they count neither for the budget nor as hits."
  }
}

extension DesigningCampaign {
  /// Takes over the calculations of another campaign under the same protocol and versions that this one lacks. If this
  /// one has all of them, as when an interrupted run is resumed, nothing is changed.
  func takeOver(from other: String) throws {
    let current = prepared.protocolEntry
    let taking = try TakingOver(
      from: other, into: try campaign.history(current: current), properties: try campaign.store.properties(),
      calculator: prepared.calculator.name, current: current)
    guard !taking.entries.isEmpty else { return campaign.tell(.note(taking.noteOfNothing)) }
    let iteration = try campaign.store.recordTakenOver(
      taking.entries, calculator: prepared.calculator.name, protocol: current)
    campaign.tell(.note(taking.note(iteration: iteration)))
  }
}
