import Acquisition
import Calculation
import Chemistry
public import Files
import Foundation
import GaussianProcess
public import Prediction
import SourceModels
import Tables

/// Predicts properties of molecules. It calculates nothing and changes no campaign.
public struct PredictRun: Sendable {
  private let request: PredictRequest

  /// The number of molecules predicted between checks for an interruption.
  private static let chunkLength = 4096

  /// A run that has not begun.
  public init(_ request: PredictRequest) { self.request = request }

  /// Predicts.
  ///
  /// - Parameter tell: Called with each event.
  /// - Throws: `CampaignError` of kind `.input` if the models or the molecules cannot be read, or no model predicts a target's
  ///   property; `.interrupted` if the task is cancelled. A record that is not a molecule is no error: its row has the reason.
  public func run(tell: (DirectDesignEvent) -> Void = { _ in }) throws(CampaignError) -> PredictReport {
    try CampaignError.mapping { try predicted(tell: tell) }
  }

  private func predicted(tell: (DirectDesignEvent) -> Void) throws -> PredictReport {
    // Read before the models, which take longer.
    let given = try request.molecules?.contents(readsData: true)
    var notes: [String] = []
    let (predictor, asked) = try loadModels { event in
      if case .note(let text) = event { notes.append(text) }
      tell(event)
    }
    try checkInterruption()
    guard let contents = try given ?? predictor.ownMolecules?.contents(readsData: true) else {
      throw CampaignError(
        .input,
        predictor.takesCompositions
          ? "There is no composition; give formulas, a .csv or .txt file of them, or '-'."
          : "There is no molecule; give SMILES, a .smi, .csv or .sdf file, or '-'.")
    }
    for note in contents.notes { tell(.note(note)) }
    notes += contents.notes
    for model in predictor.summaries { tell(.information(model.sentence(of: predictor.noun))) }
    let wanted = try wanted(asked, of: predictor)
    let areFormulas = predictor.takesCompositions && areTyped
    let records = areFormulas ? contents.records.map(\.asFormula) : contents.records
    let list = MoleculeList(records, withRepeatUnits: predictor.takesRepeatUnits)
    tell(.stage("predicting \(counted(list.molecules.count, predictor.noun))"))
    let results = try results(list.molecules, by: predictor)
    let table = PredictionTable(results, predictor, wanted)
    var report = report(contents, list, table, predictor, wanted)
    let predicted = zip(list.molecules, results).filter { (try? $0.1.get()) != nil }.map(\.0)
    let further = [
      areFormulas ? Self.note(onSMILESAmong: contents.records) : nil, Self.note(on: report.rows),
      predictor.takesCompositions ? nil : Self.note(onFormulasAmong: contents.records, report.rows),
      Self.note(onRefusalsAmong: predicted, by: predictor),
    ]
    for note in further.compactMap(\.self) {
      notes.append(note)
      tell(.note(note))
    }
    report.notes = notes
    return report
  }

  /// Whether the molecules are words of a command line, lines of standard input or a named column, which do not say themselves
  /// whether they are SMILES or formulas.
  private var areTyped: Bool {
    switch request.molecules {
    case .smiles, .text: true
    case .file(_, let column): column != nil
    case nil: false
    }
  }

  /// The models and the requested targets.
  private func loadModels(tell: (DirectDesignEvent) -> Void) throws -> (any Predictor, [Target]) {
    switch request.models {
    case .table(let path, let column, let model):
      let targets = try targets(titles: DirectDesignRequest.titles(of: path))
      let names = properties(targets)
      let table = try SourceTable(file: path, .init(smiles: column, properties: names), tell: tell)
      return (try TablePredictor(table, properties: names, model: model, tell: tell), targets)
    case .library(let name, let numbers):
      let library = try ModelLibrary(named: name)
      let targets = try targets(titles: library.list().models.map(\.property))
      return (try LibraryPredictor(library, properties: properties(targets), numbers: numbers), targets)
    case .campaign(let paths, let iteration):
      let predictor = try CampaignPredictor(paths, iteration: iteration, tell: tell)
      return (predictor, try targets(titles: predictor.names))
    }
  }

  private func targets(titles: [String]) throws -> [Target] {
    let targets = try request.targets.map { try Target($0, titles: titles) }
    try targets.requireDifferentExpressions()
    return targets
  }

  /// The requested properties and those of the targets, each once.
  private func properties(_ targets: [Target]) -> [String] {
    (request.properties + targets.properties).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The targets, else the objectives of the campaign; nil if there are neither.
  private func wanted(_ asked: [Target], of predictor: any Predictor) throws(CampaignError) -> TargetSet? {
    guard !asked.isEmpty else { return predictor.objectives }
    let names = predictor.names
    for target in asked {
      for property in target.properties {
        guard let place = names.firstIndex(of: property) else {
          throw CampaignError(
            .input,
            "'\(property)' is not predicted by \(predictor.origin), only \(names.joined(separator: ", "))."
              + suggestion(for: property, among: names))
        }
        guard predictor.quantities[place].hasDeviations else {
          throw CampaignError(
            .input,
            "The model of '\(property)' is a neural network. Its predictions have no standard deviations, which a target needs; name "
              + "another model with --source, or leave out the target.")
        }
      }
    }
    let targets = TargetSet(asked, names: names, values: predictor.values)
    try targets.requireFiniteValues(of: predictor.noun)
    try targets.requireBestValues(isOfLibrary: predictor.values.allSatisfy(\.isEmpty), of: predictor.noun)
    return targets
  }

  /// The predictions of each molecule, or the reason why there are none.
  private func results(
    _ molecules: [Molecule], by predictor: any Predictor
  ) throws -> [Result<[Prediction], ChemistryError>] {
    var results: [Result<[Prediction], ChemistryError>] = []
    for start in stride(from: 0, to: molecules.count, by: Self.chunkLength) {
      try checkInterruption()
      let part = Array(molecules[start..<min(start + Self.chunkLength, molecules.count)])
      results += try Self.predictions(of: part, by: predictor)
    }
    return results
  }

  /// The same for a part of the molecules. One that cannot be predicted is found by halving.
  private static func predictions(
    of molecules: [Molecule], by predictor: any Predictor
  ) throws -> [Result<[Prediction], ChemistryError>] {
    do {
      let lists = try predictor.predictions(of: molecules)
      return molecules.indices.map { index -> Result<[Prediction], ChemistryError> in
        .success(lists.map { $0[index] })
      }
    } catch let error as ChemistryError {
      // Missing data files are not a molecule's fault.
      if case .missingData = error { throw error }
      guard molecules.count > 1 else { return [.failure(error)] }
      let middle = molecules.count / 2
      let first = try predictions(of: Array(molecules[..<middle]), by: predictor)
      return first + (try predictions(of: Array(molecules[middle...]), by: predictor))
    }
  }

  private func checkInterruption() throws(CampaignError) {
    guard Task.isCancelled else { return }
    throw CampaignError(.interrupted, "Interrupted. Nothing was written.")
  }

  private func report(
    _ contents: MoleculeSource.Contents, _ list: MoleculeList, _ table: PredictionTable, _ predictor: any Predictor,
    _ wanted: TargetSet?
  ) -> PredictReport {
    let columns = InputColumns(
      contents, besides: PredictReport.titles(of: table.quantities, hasTargets: wanted != nil))
    var rows = list.lines.map { line in
      table.row(of: line, smiles: line.place.map { list.molecules[$0].smiles }, columns)
    }
    if wanted != nil {
      // Rows without predictions come last; equal rows keep their order.
      let order = rows.indices.sorted { first, second in
        let a = rows[first].logProbability ?? -.infinity
        let b = rows[second].logProbability ?? -.infinity
        return a != b ? a > b : first < second
      }
      rows = order.map { rows[$0] }
    }
    return PredictReport(
      origin: predictor.origin, models: predictor.summaries, targets: wanted.map(predictor.text(of:)) ?? [],
      quantities: table.quantities, columns: columns.titles, rows: rows, notes: [])
  }

  /// A note on predicted molecules that campaigns of molecules refuse; nil if there are none.
  private static func note(onRefusalsAmong molecules: [Molecule], by predictor: any Predictor) -> String? {
    // A campaign of repeat units refuses none of them.
    if predictor is CampaignPredictor, predictor.takesRepeatUnits { return nil }
    // Nobody takes a composition for a molecule.
    let refused = molecules.filter { $0.composition == nil && $0.calculationRefusal != nil }
    guard let first = refused.first else { return nil }
    let (has, it) = refused.count == 1 ? ("has", "it") : ("have", "them")
    return
      "\(counted(refused.count, "predicted molecule")) \(has) several components, isotope labels or the ends of a "
      + "repeat unit, such as '\(first.smiles)'; campaigns of molecules refuse \(it), and so do calculations that start from a geometry."
  }

  /// A note on texts that are read as formulas and could be SMILES; nil if there are none.
  private static func note(onSMILESAmong records: [MoleculeTable.Record]) -> String? {
    guard let first = records.first(where: { (try? $0.molecule().get()) != nil }) else { return nil }
    return "The models are of compositions: '\(first.input)' is read as a formula, and not as a SMILES."
  }

  /// A note on formulas among the records without predictions; nil if there are none.
  private static func note(onFormulasAmong records: [MoleculeTable.Record], _ rows: [PredictReport.Row]) -> String? {
    let failed = Set(rows.filter { $0.failure != nil }.map(\.line))
    guard
      let first = records.first(where: { failed.contains($0.line) && (try? $0.asFormula.molecule().get()) != nil })
    else { return nil }
    return "The models are of molecules, and '\(first.input)' is the formula of a composition."
  }

  /// A note on records without predictions; nil if there are none.
  private static func note(on rows: [PredictReport.Row]) -> String? {
    let failed = rows.filter { $0.failure != nil }
    guard let first = failed.min(by: { $0.line < $1.line }), let reason = first.failure else { return nil }
    let what = "\(counted(failed.count, "record")) of \(rows.count) \(failed.count == 1 ? "has" : "have") no prediction"
    return "\(what), the first on line \(first.line): \(reason)"
  }
}
