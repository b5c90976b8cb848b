import Acquisition
import Calculation
public import CampaignFile
import Chemistry
public import Files
public import Foundation
import Stores
import Tables

/// The result of entering values into a campaign.
public struct TellReport: Encodable, Sendable {
  /// The number of pending molecules that now have an outcome, failures included.
  public let told: Int
  /// The number of molecules that were never suggested and are now recorded, failures included.
  public let added: Int
  /// The iteration of those molecules; nil if there are none.
  public let addedIteration: Int?
  /// The number of molecules with a withdrawn value or failure that now have another.
  public let corrected: Int
  /// The number of molecules without any new information.
  public let known: Int
  /// The number of lines left empty.
  public let empty: Int
  /// The molecules that are now recorded as failed, with the reasons.
  public let failures: [ToldFailure]
  /// The contents of the table that were ignored, a sentence each.
  public let notes: [String]
  /// The number of molecules that are still pending.
  public let pending: Int
  /// The reason why the campaign has ended; nil if it has not.
  public let endMessage: String?
  /// Whether the next batch is calculated by a program, not by people.
  public let isCalculated: Bool

  private enum CodingKeys: CodingKey {
    case told, added, addedIteration, corrected, known, empty, failures, notes, pending, endMessage
  }

  /// Enters the values of a table into a campaign. Everything is checked before anything is written, and all new values
  /// are written at once. A campaign without a record is begun.
  ///
  /// - Parameters:
  ///   - data: The bytes of comma-separated values with a line of titles: `id` or `smiles`, the properties, perhaps
  ///     `PROPERTY_uncertainty`, `failed` and `note`.
  ///   - name: The table's name in messages and in the record.
  /// - Throws: `CampaignError` of kind `.input`, with nothing changed; the message names the line.
  public static func tell(
    _ paths: CampaignPaths, table data: Data, name: String,
    events: @escaping @Sendable (CampaignEvent) -> Void = { _ in }
  ) async throws(CampaignError) -> TellReport {
    // Read before there is a record, so that a wrong table creates none.
    let file = try CampaignError.mapping { try CampaignFile(path: paths.file) }
    let properties = try CampaignError.mapping { try OpenCampaign.properties(paths, file) }
    let text = try CampaignError.mapping { try tableText(data, name: name) }
    let table = try ToldTable(
      text, name: name, properties: properties, wanted: file.specification.objectives.properties,
      isOfCompositions: file.specification.kind == .composition)
    return try await OpenCampaign.use(paths, file, tell: events) { campaign in
      let changes = try ToldChanges(
        table, record: campaign.store, calculator: file.specification.calculator.name,
        isByHand: file.specification.isByHand)
      return try await CampaignError.pastInput {
        try campaign.store.recordProperties(properties.map(PropertyRecord.init))
        if file.specification.isByHand, !changes.outcomes.isEmpty {
          // The pending calculations may have been meant for a program, before the campaign file was changed.
          let calculator = try file.calculator()
          try campaign.store.retargetPending(
            calculator: calculator.name,
            protocol: ProtocolEntry(
              calculator.calculationProtocol, programVersion: ByHandCalculator.version,
              rdkitVersion: ChemistryVersion.rdkit))
        }
        return try TellReport(changes, in: campaign, isCalculated: !file.specification.isByHand)
      }
    }
  }

  /// The calculator name and the protocol recorded for values that people enter for molecules that were not suggested.
  static let calculator = ComparableCalculations.told

  private init(_ changes: ToldChanges, in campaign: OpenCampaign, isCalculated: Bool) throws {
    let store = campaign.store
    let recorded = try store.recordTold(
      changes.unsuggested, outcomes: changes.outcomes, corrections: changes.corrections,
      failuresAnew: changes.failuresAnew, calculator: Self.calculator,
      protocol: ProtocolEntry(
        CalculationProtocol(name: "told", version: 1, steps: [.init("tell")], summary: "values told by people"),
        programVersion: "", rdkitVersion: ""))
    _ = try campaign.nextStep()
    told = changes.outcomes.count
    added = changes.unsuggested.count
    addedIteration = recorded.first?.calculation.iteration
    corrected = changes.corrections.count + changes.failuresAnew.count
    known = changes.known
    empty = changes.empty
    failures = changes.failures
    notes = changes.notes
    pending = try store.pendingCalculations().count
    endMessage = try store.campaign().end?.message
    self.isCalculated = isCalculated
  }
}

/// A molecule that a person reported as failed.
public struct ToldFailure: Encodable, Sendable, Hashable {
  /// Its number in the campaign; nil if it was never suggested.
  public let id: Int?
  /// The canonical SMILES.
  public let smiles: String
  /// The reason for the failure, as the table gives it.
  public let reason: String
}

/// Whether two numbers are equal except for the rounding of files.
private func isSame(_ a: Double, _ b: Double, to relative: Double = 1e-11) -> Bool {
  a == b || abs(a - b) <= relative * max(abs(a), abs(b))
}

/// The new information of a table, compared with the record. Finding it changes nothing.
struct ToldChanges {
  /// The outcomes of pending calculations.
  private(set) var outcomes: [(calculation: Int, outcome: OutcomeEntry)] = []
  /// The molecules that were never suggested.
  private(set) var unsuggested: [ToldEntry] = []
  /// New values that replace withdrawn ones, by calculation.
  private(set) var corrections: [(calculation: Int, observations: [ObservationEntry])] = []
  /// New failures that replace withdrawn outcomes, by calculation.
  private(set) var failuresAnew: [(calculation: Int, failure: FailureRecord)] = []
  /// The number of lines whose content is already recorded.
  private(set) var known = 0
  /// The number of lines without a value.
  private(set) var empty = 0
  /// The molecules that are newly reported as failed.
  private(set) var failures: [ToldFailure] = []
  /// The contents of the table that were ignored, a sentence each.
  private(set) var notes: [String]

  /// - Throws: `CampaignError` of kind `.input` if the table contradicts the record or itself.
  init(_ table: ToldTable, record store: CampaignStore, calculator: String, isByHand: Bool) throws {
    notes = table.notes
    let all = try store.calculations()
    let numbers = Dictionary(firstOf: all.map { ($0.molecule.id, $0.molecule.smiles) })
    let ids = Dictionary(firstOf: all.map { ($0.molecule.smiles, $0.molecule.id) })
    // If a molecule has several calculations, the pending one is meant, else the one with values from people, else the
    // last.
    let calculations = Dictionary(all.map { ($0.molecule.smiles, $0.calculation) }) { first, second in
      func rank(_ calculation: CalculationRecord) -> Int {
        if calculation.state == .pending { return 2 }
        return ComparableCalculations.people.contains(calculation.calculator) ? 1 : 0
      }
      return rank(second) >= rank(first) ? second : first
    }
    let observations = Dictionary(grouping: try store.observations(), by: \.calculation)
    let withdrawn = Dictionary(grouping: try store.withdrawals(), by: \.calculation)
    let withdrawnFailures = Set(try store.withdrawnFailures().map(\.calculation))
    var lines: [String: ToldTable.Row] = [:]
    var (foreign, repeated): ([Int], [Int]) = ([], [])
    for row in table.rows {
      func refusal(_ problem: String) -> CampaignError {
        CampaignError(.input, "\(table.name): line \(row.line) \(problem)")
      }
      guard let outcome = row.content.outcome else {
        empty += 1
        continue
      }
      let molecule = try row.molecule(among: numbers, refusal: refusal)
      let smiles = molecule.smiles
      if let number = row.number, numbers[number] == nil { foreign.append(row.line) }
      if let earlier = lines[smiles] {
        guard earlier.content == row.content else {
          throw refusal(
            "has '\(smiles)', which is also on line \(earlier.line); give one line, with the mean of several values and "
              + "its uncertainty.")
        }
        repeated.append(row.line)
        continue
      }
      lines[smiles] = row
      let told = outcome.failure.map { ToldFailure(id: ids[smiles], smiles: smiles, reason: $0) }
      guard let calculation = calculations[smiles] else {
        unsuggested.append(
          ToldEntry(
            molecule: MoleculeEntry(molecule), outcome: outcome,
            reason: "told on line \(row.line) of \(table.name), never suggested"))
        if let told { failures.append(told) }
        continue
      }
      switch calculation.state {
      case .pending where isByHand, .declined where isByHand:
        outcomes.append((calculation.id, outcome))
        if let told { failures.append(told) }
      case .pending, .declined:
        throw refusal(
          "has '\(smiles)', which \(calculator) is to calculate: 'cohobate run' does it. Take the line out.")
      case .succeeded, .failed, .withdrawn:
        let rows = observations[calculation.id] ?? []
        let isFailureWithdrawn = withdrawnFailures.contains(calculation.id)
        if calculation.state == .withdrawn, case .failed(let failure) = outcome {
          failuresAnew.append((calculation.id, failure))
          if let told { failures.append(told) }
          continue
        }
        // A property whose only value was withdrawn has none, and may be given another.
        let withdrawnProperties =
          calculation.state == .withdrawn || (calculation.state == .succeeded && isFailureWithdrawn)
          ? outcome.properties : (withdrawn[calculation.id] ?? []).map(\.property)
        let open = Set(withdrawnProperties).subtracting(rows.map(\.property))
        let (corrected, rest) = outcome.separating(open)
        if let contradiction = rest.contradiction(with: calculation, rows) {
          throw refusal("has '\(smiles)', \(contradiction); \(Self.wayToChange).")
        }
        guard !corrected.isEmpty else {
          known += 1
          continue
        }
        if !outcome.notes.isEmpty {
          throw refusal("has '\(smiles)' with a note, and a value that was withdrawn is told again without one.")
        }
        corrections.append((calculation.id, corrected))
      }
    }
    if let first = foreign.first {
      notes.append(
        "\(counted(foreign.count, "id")) \(foreign.count == 1 ? "is" : "are") not of this campaign (line \(first)"
          + "\(foreign.count > 1 ? " first" : "")): the SMILES says which molecule is meant.")
    }
    if let first = repeated.first {
      notes.append(
        "\(counted(repeated.count, "line")) \(repeated.count == 1 ? "says" : "say") the same as an earlier one (line \(first)"
          + "\(repeated.count > 1 ? " first" : "")).")
    }
    if let end = try store.campaign().end, !outcomes.isEmpty || !unsuggested.isEmpty {
      let wayOn = end.reason == .budget ? " Raise its budget to continue." : ""
      throw CampaignError(.input, "The campaign has ended, and takes no new values: \(end.message)\(wayOn)")
    }
  }
}

extension ToldTable.Row {
  /// The molecule of the line, by its number in the record, its SMILES, or both.
  fileprivate func molecule(among numbers: [Int: String], refusal: (String) -> CampaignError) throws -> Molecule {
    if let number {
      guard let smiles = numbers[number] else {
        // The table has numbers of its own, and the SMILES identifies the molecule.
        if let molecule { return molecule }
        throw refusal("has the id \(number), which was neither suggested nor told; give the molecule's smiles instead.")
      }
      if let molecule, molecule.smiles != smiles {
        throw refusal("has the id \(number), which is '\(smiles)', and the smiles of '\(molecule.smiles)'.")
      }
      return try molecule ?? Molecule(smiles: smiles)
    }
    guard let molecule else { throw refusal("names no molecule.") }
    return molecule
  }
}

extension ToldTable.Content {
  /// The outcome to record; nil if the line has no value.
  fileprivate var outcome: OutcomeEntry? {
    switch self {
    case .nothing: nil
    case .values(let observations, let notes): .succeeded(ResultEntry(observations: observations, notes: notes))
    case .failure(let reason): .failed(FailureRecord(CalculationFailure(.input, reason)))
    }
  }
}

extension ToldChanges {
  /// How to correct a wrong entry.
  fileprivate static let wayToChange =
    "what is in the record is never changed; a value that was told can be withdrawn with 'cohobate tell --withdraw'"
}

extension OutcomeEntry {
  /// The values of these properties, and the outcome without them.
  fileprivate func separating(_ properties: Set<String>) -> (values: [ObservationEntry], rest: OutcomeEntry) {
    guard case .succeeded(var result) = self else { return ([], self) }
    let values = result.observations.filter { properties.contains($0.property) }
    result.observations.removeAll { properties.contains($0.property) }
    return (values, .succeeded(result))
  }

  fileprivate var properties: [String] {
    if case .succeeded(let result) = self { result.observations.map(\.property) } else { [] }
  }

  fileprivate var notes: [String] {
    if case .succeeded(let result) = self { result.notes } else { [] }
  }

  /// The reason why there are no values; nil if there are some.
  fileprivate var failure: String? {
    if case .failed(let failure) = self { failure.message } else { nil }
  }

  /// The difference from the recorded calculation, as part of a sentence; nil if there is none.
  fileprivate func contradiction(with calculation: CalculationRecord, _ rows: [ObservationRow]) -> String? {
    switch self {
    case .failed:
      if calculation.state == .failed { return nil }
      return rows.isEmpty ? "of which something else was told and withdrawn: it takes values alone" : "which has values"
    case .succeeded(let result):
      guard calculation.state != .failed else { return "which is recorded as failed" }
      for told in result.observations {
        guard let row = rows.first(where: { $0.property == told.property }) else {
          return "which is recorded without \(told.property)"
        }
        if !isSame(row.value, told.value) { return "whose \(told.property) is \(row.value), not \(told.value)" }
        if let uncertainty = told.uncertainty, row.uncertainty.map({ isSame($0, uncertainty, to: 1e-5) }) != true {
          return "whose \(told.property) has "
            + (row.uncertainty.map { "the uncertainty \($0), not \(uncertainty)" } ?? "no uncertainty")
        }
      }
      return nil
    }
  }
}

extension TellReport {
  /// The bytes of a table that may be a pipe: `tell campaign.yaml <(…)`.
  /// - Throws: `CampaignError` of kind `.input` if it cannot be read, or if no process writes to the pipe.
  public static func table(at path: String) throws(CampaignError) -> Data {
    do {
      return try FileStream.isCompressed(path) ? fileBytes(path) : FileOrPipe.contents(of: path)
    } catch let error as MoleculeFileError {
      throw CampaignError(.input, error.description)
    } catch {
      throw CampaignError(.input, unreadable: path, error)
    }
  }
}
