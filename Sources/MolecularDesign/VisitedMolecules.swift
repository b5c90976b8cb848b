package import Chemistry

/// All that one design run has seen: nothing is parsed, filtered or weighed twice.
package struct VisitedMolecules {
  package struct Entry {
    package let molecule: Molecule
    package let parent: Int?
    package let move: String
    package let rejection: Rejection?
    package var logLikelihood: Double?
  }

  package private(set) var entries: [Entry] = []
  package private(set) var counts = DesignCounts()
  private let vocabulary: Vocabulary
  private let filter: CompiledFilter
  private let known: Set<String>
  private let logLikelihood: (([Molecule]) throws -> [Double])?
  /// Strings that have been looked at: the number of their molecule, or nil when they are none.
  private var molecules: [[TokenID]: Int?] = [:]
  /// Canonical SMILES → the number of the molecule.
  private var numbers: [String: Int] = [:]

  package init(
    vocabulary: Vocabulary, filter: CompiledFilter, excluding known: Set<String>,
    logLikelihood: (([Molecule]) throws -> [Double])?
  ) {
    self.vocabulary = vocabulary
    self.filter = filter
    self.known = known
    self.logLikelihood = logLikelihood
  }

  /// The allowed molecules that are not to be excluded, in the order in which they were first seen.
  package var candidates: [Candidate] {
    entries.filter { $0.rejection == nil && !known.contains($0.molecule.smiles) }.map { entry in
      Candidate(
        molecule: entry.molecule, parent: smiles(entry.parent), move: entry.move, logLikelihood: entry.logLikelihood)
    }
  }

  /// The first molecules that the filter took out.
  package func rejections(atMost limit: Int) -> [RejectedCandidate] {
    entries.lazy.compactMap { entry in
      entry.rejection.map {
        RejectedCandidate(
          smiles: entry.molecule.smiles, parent: smiles(entry.parent), move: entry.move, reason: $0)
      }
    }.prefix(limit).map { $0 }
  }

  mutating func countSeedOutsideLanguage() { counts.seedsOutsideLanguage += 1 }
  mutating func countUnfinished() { counts.unfinished += 1 }

  /// Looks at strings, in their order; the chemistry of those not seen before runs on all cores.
  package mutating func evaluate(_ visits: [Visit]) throws -> [Evaluation] {
    var new: [[TokenID]] = []
    var pending = Set<[TokenID]>()
    for visit in visits where molecules[visit.string.tokens] == nil {
      if pending.insert(visit.string.tokens).inserted { new.append(visit.string.tokens) }
    }
    let (vocabulary, filter, strings) = (vocabulary, filter, new)
    let parsed = concurrentMap(strings.count) { index -> Result<(Molecule, Rejection?)?, any Error> in
      guard let molecule = try? Molecule(smiles: vocabulary.decode(strings[index]).smiles) else { return .success(nil) }
      return Result { (molecule, try filter.rejection(of: molecule)) }
    }
    var found: [[TokenID]: (Molecule, Rejection?)] = [:]
    for (string, result) in zip(new, parsed) { found[string] = try result.get() }
    let firstNew = entries.count
    for visit in visits { enter(visit, found[visit.string.tokens]) }
    try weigh(from: firstNew)
    return visits.map { visit in
      guard let entered = molecules[visit.string.tokens], let number = entered else {
        return Evaluation(logLikelihood: -.infinity, molecule: nil)
      }
      let entry = entries[number]
      return Evaluation(
        logLikelihood: entry.rejection == nil ? entry.logLikelihood ?? 0 : -.infinity, molecule: number)
    }
  }

  private mutating func enter(_ visit: Visit, _ found: (molecule: Molecule, rejection: Rejection?)?) {
    counts.strings += 1
    if let seen = molecules[visit.string.tokens] {
      if seen == nil { counts.invalid += 1 } else { counts.repeated += 1 }
      return
    }
    guard let (molecule, rejection) = found else {
      counts.invalid += 1
      molecules[visit.string.tokens] = .some(nil)
      return
    }
    if let number = numbers[molecule.smiles] {
      counts.repeated += 1
      molecules[visit.string.tokens] = number
      return
    }
    let number = entries.count
    numbers[molecule.smiles] = number
    molecules[visit.string.tokens] = number
    entries.append(Entry(molecule: molecule, parent: visit.parent, move: visit.move, rejection: rejection))
    if let rejection {
      counts.refused[rejection.kind, default: 0] += 1
    } else if known.contains(molecule.smiles) {
      counts.known += 1
    } else {
      counts.candidates += 1
    }
  }

  /// Asks for the likelihoods of the allowed molecules entered since.
  private mutating func weigh(from first: Int) throws {
    guard let logLikelihood else { return }
    let allowed = (first..<entries.count).filter { entries[$0].rejection == nil }
    guard !allowed.isEmpty else { return }
    let values = try logLikelihood(allowed.map { entries[$0].molecule })
    guard values.count == allowed.count else {
      throw DesignError.invalidLikelihood("\(values.count) values for \(allowed.count) molecules")
    }
    for (number, value) in zip(allowed, values) {
      guard value < .infinity else {
        throw DesignError.invalidLikelihood("\(value) for \(entries[number].molecule.smiles)")
      }
      entries[number].logLikelihood = value
    }
  }

  private func smiles(_ number: Int?) -> String? { number.map { entries[$0].molecule.smiles } }
}
