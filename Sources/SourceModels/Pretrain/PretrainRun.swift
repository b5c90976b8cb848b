public import CachedCalculation
import Chemistry
public import Files
import Foundation
import Prediction
import Stores
import Tables
import TransferLearning

/// Trains source models, and puts each into a library as soon as it is ready.
///
/// A model that the library has is not trained again: a run that was killed at any instant resumes, and ends with the
/// same models as one that was never killed. The models depend neither on how many are trained at once nor on the order
/// in which they end.
public struct PretrainRun: Sendable {
  private let request: PretrainRequest
  private let library: String
  private let resources: ComputeResources

  /// Makes a run that has not begun.
  ///
  /// - Parameters:
  ///   - library: the library's file, which is made if there is none.
  ///   - resources: `jobs` models are trained at once.
  public init(_ request: PretrainRequest, library: String, on resources: ComputeResources) {
    (self.request, self.library, self.resources) = (request, library, resources)
  }

  /// Reads the data, and trains the missing models.
  ///
  /// - Parameter tell: called with each event, never concurrently.
  /// - Throws: `CampaignError` of kind `.input` for wrong data, names or files, before anything is trained;
  ///   `.interrupted` if the task is cancelled, after the models in training are finished. A model that fails is in the
  ///   report.
  public func run(tell: (PretrainEvent) -> Void = { _ in }) async throws(CampaignError) -> PretrainReport {
    try request.check()
    // A wrong file is rejected before anything is computed; a new one is made only when there is a model for it.
    if FileManager.default.fileExists(atPath: library) { _ = try ModelLibrary(path: library) }
    let table = try table()
    for note in table.notes { tell(.note(note)) }
    let store = try CampaignError.mapping { try ModelLibraryStore(path: library, mayMake: true) }
    let tasks = try SourceTask.tasks(of: table, for: request)
    do {
      var ids: [Int?] = []
      for task in tasks { ids.append(try store.model(for: task.key)) }
      let reused = ids.count { $0 != nil }
      // Networks take longest: starting them first keeps them from delaying the end.
      let (networks, others) = (
        tasks.indices.filter { tasks[$0].method.kind == .neuralNetwork },
        tasks.indices.filter { tasks[$0].method.kind != .neuralNetwork }
      )
      let missing = (networks + others).filter { ids[$0] == nil }
      var failures: [Int: String] = [:]
      var approximations: [Int: String] = [:]
      var notes = table.notes
      if !missing.isEmpty {
        tell(.stage("computing the features of \(counted(table.molecules.count, table.noun))"))
        let features = try FeatureTable(table.molecules, missing.map { tasks[$0].method.representations })
        if let note = features.note {
          notes.append(note)
          tell(.note(note))
        }
        var progress = PretrainProgress(total: tasks.count)
        (progress.done, progress.reused) = (reused, reused)
        try await train(missing.map { (place: $0, task: tasks[$0]) }, features, progress: progress, tell: tell) {
          switch $1 {
          case .success(let (document, note)):
            ids[$0] = try store.add(SourceModelEntry(document), document: document.encoded())
            approximations[$0] = note
            if let note { tell(.note(note)) }
          case .failure(let error): failures[$0] = error.description
          }
        }
        notes += tasks.indices.compactMap { approximations[$0] }
      }
      return PretrainReport(
        library: library, source: table.source, molecules: table.molecules.count,
        models: try ids.compactMap(\.self).map { SourceModelSummary(try store.record(of: $0)) }, reused: reused,
        failures: tasks.indices.compactMap { place in
          failures[place].map {
            PretrainReport.Failure(
              property: tasks[place].column.property.name, representation: tasks[place].representation.name,
              kind: tasks[place].method.kind.rawValue, message: $0)
          }
        },
        notes: notes)
    } catch {
      throw CampaignError(error)
    }
  }

  private func table() throws(CampaignError) -> SourceTable {
    try SourceTable(file: request.table, .init(smiles: request.smilesColumn, properties: request.properties))
  }

  /// Trains models, `resources.jobs` at once, and returns each as it ends, never concurrently.
  private func train(
    _ tasks: [(place: Int, task: SourceTask)], _ features: FeatureTable, progress start: PretrainProgress,
    tell: (PretrainEvent) -> Void,
    ended: (Int, Result<SourceTask.Trained, TransferLearningError>) throws -> Void
  ) async throws {
    var progress = start
    var pace = Pace()
    tell(.training(progress))
    typealias Outcome = (place: Int, result: Result<SourceTask.Trained, TransferLearningError>)
    try await withThrowingTaskGroup(of: Outcome.self) { group in
      var begun = 0
      while true {
        while begun < tasks.count, progress.running < resources.jobs, !Task.isCancelled {
          let (place, task) = tasks[begun]
          group.addTask {
            (place, Result { () throws(TransferLearningError) in try task.train(on: features) })
          }
          begun += 1
          progress.running += 1
        }
        guard let (place, result) = try await group.next() else { break }
        try ended(place, result)
        progress.running -= 1
        progress.done += 1
        if case .failure = result { progress.failed += 1 }
        // Several run at once, so the estimate uses the time between their ends.
        pace.count()
        progress.secondsLeft = pace.secondsLeft(for: progress.total - progress.done)
        if let (_, task) = tasks.first(where: { $0.place == place }) { progress.ended = .init(task, result) }
        tell(.training(progress))
        progress.ended = nil
      }
    }
    guard !Task.isCancelled || progress.done == progress.total else {
      throw CampaignError(
        .interrupted,
        "Interrupted. \(progress.done - progress.failed) of \(progress.total) models are in the library; "
          + "run the same command to resume.")
    }
  }
}

extension PretrainProgress.Ended {
  init(_ task: SourceTask, _ result: Result<SourceTask.Trained, TransferLearningError>) {
    property = task.column.property.name
    unit = task.column.property.unit
    kind = task.method.kind.rawValue
    switch result {
    case .success(let trained): (meanAbsoluteError, failure) = (trained.document.errors.meanAbsoluteError, nil)
    case .failure(let error): (meanAbsoluteError, failure) = (nil, error.description)
    }
  }
}
