package import Chemistry

/// A SMILES that a design run evaluates, and its origin.
package struct SMILESWithOrigin: Sendable {
  /// Nil if it is known not to be a molecule.
  package let smiles: String?
  /// The molecule, if it has been read already.
  package let molecule: Molecule?
  /// The number of the parent molecule.
  package let parent: Int?
  package let move: String

  package init(smiles: String?, parent: Int?, move: String) {
    (self.smiles, self.molecule) = (smiles, nil)
    (self.parent, self.move) = (parent, move)
  }

  /// Creates that of a molecule without a parent.
  package init(_ molecule: Molecule, move: String) {
    (smiles, self.molecule) = (molecule.smiles, molecule)
    (parent, self.move) = (nil, move)
  }
}

/// The log-likelihoods of molecules in their order, one array per target.
package typealias LogLikelihoods = ([Molecule]) throws -> [[Double]]

/// No targets, so that all molecules are equally likely.
package func unweighed(_ molecules: [Molecule]) -> [[Double]] { molecules.map { _ in [] } }

/// All molecules that a design run has seen, so that none is parsed, filtered or evaluated twice.
package struct VisitedMolecules {
  package struct Entry {
    package let molecule: Molecule
    package let parent: Int?
    package let move: String
    package let rejection: Rejection?
    /// The log-likelihood of each target; empty without targets, and for rejected molecules.
    package var terms: [Double]

    package var logLikelihood: Double? { terms.isEmpty ? nil : terms.reduce(0, +) }
  }

  package private(set) var entries: [Entry] = []
  package internal(set) var counts = DesignCounts()
  private let filter: CompiledFilter
  private let known: Set<String>
  private let ends: RepeatUnitEnds
  /// The SMILES evaluated so far, as written and in canonical form: the number of their molecule, or nil for invalid ones.
  private var molecules: [String: Int?] = [:]

  package init(
    filter: CompiledFilter, excluding known: Set<String>, ends: RepeatUnitEnds = RepeatUnitEnds(of: [])
  ) {
    self.filter = filter
    self.known = known
    self.ends = ends
  }

  /// Restores the molecules of an interrupted run. Other SMILES that it had evaluated are read again if they recur.
  package init(
    filter: CompiledFilter, excluding known: Set<String>, ends: RepeatUnitEnds = RepeatUnitEnds(of: []),
    entries: [Entry],
    counts: DesignCounts
  ) {
    self.init(filter: filter, excluding: known, ends: ends)
    self.entries = entries
    self.counts = counts
    for (number, entry) in entries.enumerated() { molecules[entry.molecule.smiles] = number }
  }

  /// The allowed molecules that are not excluded, in the order in which they were first seen.
  package var candidates: [Candidate] { candidates(from: 0) }

  /// The candidates with this molecule number or a later one.
  package func candidates(from number: Int) -> [Candidate] {
    entries[number...].filter { $0.rejection == nil && !known.contains($0.molecule.smiles) }.map { entry in
      Candidate(
        molecule: entry.molecule, parent: smiles(entry.parent), move: entry.move, logLikelihood: entry.logLikelihood)
    }
  }

  /// Counts candidates as rejected because they are nearer to others than the filter allows.
  package mutating func countTooNear(_ count: Int) {
    guard count > 0 else { return }
    counts.candidates -= count
    counts.refused[.similar, default: 0] += count
  }

  /// The first molecules that the filter rejected.
  package func rejections(atMost limit: Int) -> [RejectedCandidate] {
    entries.lazy.compactMap { entry in
      entry.rejection.map {
        RejectedCandidate(molecule: entry.molecule, parent: smiles(entry.parent), move: entry.move, reason: $0)
      }
    }.prefix(limit).map { $0 }
  }

  /// Evaluates strings, in their order.
  package mutating func evaluate(
    _ made: [StringWithOrigin], of vocabulary: Vocabulary, by logLikelihoods: LogLikelihoods
  ) throws -> [Evaluation] {
    try evaluate(
      made.map {
        SMILESWithOrigin(smiles: vocabulary.decode($0.string.tokens).smiles, parent: $0.parent, move: $0.move)
      }, by: logLikelihoods)
  }

  /// Evaluates SMILES, in their order; the chemistry of new ones runs on all cores.
  ///
  /// - Parameter logLikelihoods: is called only for new, distinct, allowed molecules, all at once.
  package mutating func evaluate(_ made: [SMILESWithOrigin], by logLikelihoods: LogLikelihoods) throws -> [Evaluation] {
    var unread: [(smiles: String, molecule: Molecule?)] = []
    var pending = Set<String>()
    for one in made {
      guard let smiles = one.smiles, molecules[smiles] == nil, pending.insert(smiles).inserted else { continue }
      unread.append((smiles, one.molecule))
    }
    let (filter, new, ends) = (filter, unread, ends)
    let parsed = concurrentMap(new.count) { index -> Result<(Molecule, Rejection?)?, any Error> in
      guard let molecule = new[index].molecule ?? ends.molecule(new[index].smiles) else { return .success(nil) }
      return Result { (molecule, try filter.rejection(of: molecule)) }
    }
    var found: [String: (Molecule, Rejection?)] = [:]
    for (text, result) in zip(new, parsed) { found[text.smiles] = try result.get() }
    let firstNew = entries.count
    for one in made { enter(one, one.smiles.flatMap { found[$0] }) }
    try weigh(from: firstNew, by: logLikelihoods)
    return made.map { one in
      guard let smiles = one.smiles, let entered = molecules[smiles], let number = entered else {
        return Evaluation(logLikelihood: -.infinity, molecule: nil)
      }
      return evaluation(of: number)
    }
  }

  /// The evaluation of a molecule, by its number.
  package func evaluation(of number: Int) -> Evaluation {
    let entry = entries[number]
    guard entry.rejection == nil else { return Evaluation(logLikelihood: -.infinity, molecule: number) }
    return Evaluation(
      logLikelihood: entry.logLikelihood ?? 0, terms: entry.terms.count > 1 ? entry.terms : [], molecule: number)
  }

  private mutating func enter(_ one: SMILESWithOrigin, _ found: (molecule: Molecule, rejection: Rejection?)?) {
    counts.strings += 1
    guard let smiles = one.smiles else {
      counts.invalid += 1
      return
    }
    if let seen = molecules[smiles] {
      if seen == nil { counts.invalid += 1 } else { counts.repeated += 1 }
      return
    }
    guard let (molecule, rejection) = found else {
      counts.invalid += 1
      molecules[smiles] = .some(nil)
      return
    }
    if let number = molecules[molecule.smiles] ?? nil {
      counts.repeated += 1
      molecules[smiles] = number
      return
    }
    let number = entries.count
    molecules[smiles] = number
    molecules[molecule.smiles] = number
    entries.append(
      Entry(molecule: molecule, parent: one.parent, move: one.move, rejection: rejection, terms: []))
    if let rejection {
      counts.refused[rejection.kind, default: 0] += 1
    } else if known.contains(molecule.smiles) {
      counts.known += 1
    } else {
      counts.candidates += 1
    }
  }

  /// Computes the likelihoods of the allowed molecules added since.
  private mutating func weigh(from first: Int, by logLikelihoods: LogLikelihoods) throws {
    let allowed = (first..<entries.count).filter { entries[$0].rejection == nil }
    guard !allowed.isEmpty else { return }
    let values = try logLikelihoods(allowed.map { entries[$0].molecule })
    guard values.count == allowed.count else {
      throw DesignError.invalidLikelihood("\(values.count) values for \(allowed.count) molecules")
    }
    for (number, terms) in zip(allowed, values) {
      if let value = terms.first(where: { !($0 < .infinity) }) {
        throw DesignError.invalidLikelihood("\(value) for \(entries[number].molecule.smiles)")
      }
      entries[number].terms = terms
    }
  }

  /// Computes the likelihoods of all allowed molecules again, after the targets were widened.
  package mutating func weighAgain(by logLikelihoods: LogLikelihoods) throws {
    try weigh(from: 0, by: logLikelihoods)
  }

  private func smiles(_ number: Int?) -> String? { number.map { entries[$0].molecule.smiles } }
}
