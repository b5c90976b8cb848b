import Chemistry

/// Plans the next step of an xtb calculation from all attempts so far.
///
/// Each conformer goes through its own sequence of runs, each from the geometry of the run before. When all conformers
/// are done, the one of lowest energy is used for the property runs.
///
/// A run that does not converge is planned again with the next change of ``XTBRetryLadder``. Repeats after accidents
/// (class `random`) are not planned here: ``CalculationStage`` makes them.
struct XTBPlan {
  let settings: XTBSettings
  let ended: [EndedAttempt]
  /// Makes an attempt.
  let request: (XTBRun, Int, Geometry, [XTBRetryLadder.Change], _ number: Int) -> AttemptRequest

  /// The next plan. `ended` is not empty.
  func next() -> CalculationPlan {
    var wanted = conformers.compactMap(nextForConformer)
    if wanted.isEmpty {
      guard let kept else {
        // If no conformer was accepted, at least one attempt has failed.
        let failure = CalculationFailure.mostTelling(of: ended.compactMap(\.failure))
        return .failed(failure ?? CalculationFailure(.unknown, "No attempt was accepted."))
      }
      let states = settings.propertyRuns.map { state(of: $0, for: kept) }
      for case .failed(let failure) in states { return .failed(failure) }
      wanted = states.compactMap { if case .wanted(let next) = $0 { next } else { nil } }
      if wanted.isEmpty {
        return result(kept, states.compactMap { if case .accepted(let attempt) = $0 { attempt } else { nil } })
      }
    }
    return .attempts(
      wanted.enumerated().map { index, next in
        request(next.run, next.conformer, next.geometry, next.changes, ended.count + index + 1)
      })
  }

  private struct Next {
    let run: XTBRun
    let conformer: Int
    let geometry: Geometry
    let changes: [XTBRetryLadder.Change]
  }

  // MARK: Conformers

  private var conformers: [Int] { Set(ended.compactMap(\.request.conformer)).sorted() }
  private var mainRun: XTBRun { settings.mainRun(ofAtoms: ended.first?.request.geometry?.elements.count ?? 0) }

  private func latest(_ run: XTBRun, _ conformer: Int) -> EndedAttempt? {
    ended.last { $0.request.step == run.rawValue && $0.request.conformer == conformer }
  }

  /// The last attempt of a conformer.
  private func lastOf(_ conformer: Int) -> EndedAttempt? {
    latest(mainRun, conformer) ?? latest(.preoptimise, conformer)
  }

  private func nextForConformer(_ conformer: Int) -> Next? {
    if let attempt = latest(mainRun, conformer) { return retry(attempt, mainRun, conformer) }
    guard let attempt = latest(.preoptimise, conformer) else { return nil }
    if let geometry = attempt.accepted?.geometry {
      return Next(run: mainRun, conformer: conformer, geometry: geometry, changes: [])
    }
    return retry(attempt, .preoptimise, conformer)
  }

  /// The same attempt with one more change; nil if it needs none, or there is none left.
  private func retry(_ attempt: EndedAttempt, _ run: XTBRun, _ conformer: Int) -> Next? {
    let made = XTBRetryLadder.made(in: attempt.request)
    guard let failure = attempt.failure, let geometry = attempt.request.geometry,
      let change = XTBRetryLadder.next(after: failure, in: run, made: made)
    else { return nil }
    return Next(run: run, conformer: conformer, geometry: geometry, changes: made + [change])
  }

  /// The last runs of all conformers that were accepted and can be compared. Energies at different electronic
  /// temperatures cannot, so those at a raised temperature count only if there are no others.
  private var comparable: [EndedAttempt] {
    let accepted = conformers.compactMap { latest(mainRun, $0) }.filter { $0.accepted != nil }
    let unchanged = accepted.filter { !XTBRetryLadder.made(in: $0.request).contains(.temperature) }
    return unchanged.isEmpty ? accepted : unchanged
  }

  /// The conformer that is kept: the one of lowest energy, the first among equals.
  private var kept: EndedAttempt? { comparable.min { energy(of: $0) < energy(of: $1) } }

  private func energy(of attempt: EndedAttempt) -> Double {
    attempt.accepted?.values[Property.energy.name] ?? .infinity
  }

  // MARK: Properties

  private enum State {
    case accepted(EndedAttempt)
    case failed(CalculationFailure)
    case wanted(Next)
  }

  /// The state of a property run on the kept conformer.
  private func state(of run: XTBRun, for kept: EndedAttempt) -> State {
    guard let conformer = kept.request.conformer, let geometry = kept.accepted?.geometry else {
      return .failed(CalculationFailure(.unknown, "The geometry for '\(run.rawValue)' is missing."))
    }
    let made = XTBRetryLadder.made(in: kept.request)
    // Changes that made the SCF converge earlier are kept.
    let changes = made.filter { !$0.isDeparture }
    let last = ended.last {
      $0.request.step == run.rawValue && $0.request.conformer == conformer && $0.request.geometry == geometry
    }
    guard let last else {
      return .wanted(Next(run: run, conformer: conformer, geometry: geometry, changes: changes))
    }
    guard let failure = last.failure else {
      let difference = abs(energy(of: last) - energy(of: kept))
      // Only runs with the protocol's own method give an energy that can be compared.
      if difference.isFinite, difference > 1e-4,
        XTBRetryLadder.made(in: last.request).filter({ $0 != .withoutPointGroup }) == changes
      {
        return .failed(
          CalculationFailure(
            .unknown, "The run '\(run.rawValue)' found an energy \(difference) Eh off that of its geometry."))
      }
      return .accepted(last)
    }
    if let next = retry(last, run, conformer) { return .wanted(next) }
    if failure.message == XTBAcceptance.saddlePoint, mainRun == .optimise,
      made.count(where: \.isDeparture) < XTBRetryLadder.mostDepartures
    {
      let (start, change) = XTBRetryLadder.departure(from: geometry, along: failure.restart, after: made)
      return .wanted(Next(run: .optimise, conformer: conformer, geometry: start, changes: made + [change]))
    }
    return .failed(failure)
  }

  // MARK: The result

  private func result(_ kept: EndedAttempt, _ properties: [EndedAttempt]) -> CalculationPlan {
    let base = CalculationResult(lowestEnergyOf: [kept]).noting(failuresAmong: conformers.compactMap { lastOf($0) })
    var (values, atomicValues, notes) = (base.values, base.atomicValues, base.notes)
    // A saddle point may have been left several times, but each change is listed once.
    var changes = base.changes.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    // Changes that made the preoptimisation converge also led to the geometry.
    let before = kept.request.conformer.flatMap { latest(.preoptimise, $0) }?.request
    changes = (before?.changes ?? []).filter { !changes.contains($0) } + changes
    // The geometry of a later run may not record how the first one was made.
    let first = start(of: kept)
    notes = (first?.geometry?.startNotes ?? []).filter { !notes.contains($0) } + notes
    // Other isomers and arrangements have other values; the differences are not errors of this one.
    let alike = comparable.filter { start(of: $0)?.arrangement == first?.arrangement }.compactMap(\.accepted)
      .filter { $0.isomer == base.isomer }
    for attempt in properties {
      guard let found = attempt.accepted else { continue }
      values.merge(found.values) { first, _ in first }
      atomicValues.merge(found.atomicValues) { first, _ in first }
      notes += found.notes.filter { !notes.contains($0) }
      changes += attempt.request.changes.filter { !changes.contains($0) }
    }
    if let indices = fukuiIndices(of: base, properties) {
      values.merge(indices.values) { _, index in index }
      atomicValues.merge(indices.atomicValues) { _, index in index }
    }
    return .result(
      CalculationResult(
        values: values, spreads: CalculationResult.spreads(of: alike.map(\.values)), atomicValues: atomicValues,
        geometry: base.geometry, notes: notes, changes: changes, isomer: base.isomer))
  }

  /// The first request for an attempt's conformer.
  private func start(of attempt: EndedAttempt) -> AttemptRequest? {
    ended.first { $0.request.conformer == attempt.request.conformer }?.request
  }

  /// Calculates the indices from the charges of the kept geometry and those with one electron more and one less.
  private func fukuiIndices(of base: CalculationResult, _ properties: [EndedAttempt]) -> XTBFukuiIndices? {
    func ofIon(_ run: XTBRun) -> [Double]? {
      properties.first { $0.request.step == run.rawValue }?.accepted?.atomicValues["charge"]
    }
    guard let charges = base.atomicValues["charge"], let more = ofIon(.attach), let less = ofIon(.detach) else {
      return nil
    }
    return XTBFukuiIndices(charges: charges, withOneMore: more, withOneLess: less)
  }
}
