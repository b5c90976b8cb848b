public import Chemistry
public import Numerics

extension LanguageModel {
  /// Trains a model. Molecules of several components, and others that extended SMILES cannot express, are rejected and
  /// listed in ``refused``. The same molecules, weights, settings and stream give the same model on any number of
  /// cores.
  ///
  /// - Parameter weights: the weight of each molecule, all positive; nil: 1. A weight of 2 equals two copies.
  /// - Throws: ``DesignError/nothingToLearnFrom``, and ``DesignError/invalidSetting(name:value:allowed:)``.
  public init(
    training molecules: [Molecule], weights: [Double]? = nil, settings: LanguageModelSettings, stream: RandomStream
  ) throws(DesignError) {
    try self.init(
      trainingSMILES: molecules.map(\.smiles), weights: weights, settings: settings, stream: stream)
  }

  package init(
    trainingSMILES: [String], weights: [Double]? = nil, settings: LanguageModelSettings, stream: RandomStream
  ) throws(DesignError) {
    try settings.validate()
    try Self.validate(weights, count: trainingSMILES.count)
    var stream = stream
    let seeds = trainingSMILES.map { _ in stream.next() }
    let pieces = concurrentMap((trainingSMILES.count + TrainingPiece.length - 1) / TrainingPiece.length) { piece in
      let start = piece * TrainingPiece.length
      return TrainingPiece(
        start..<min(start + TrainingPiece.length, trainingSMILES.count), of: trainingSMILES, seeds: seeds,
        weights: weights, roots: settings.rootsPerMolecule)
    }
    var survey = StringSurvey()
    for piece in pieces where piece.longest > 0 { survey.add(piece.survey) }
    let longest = pieces.reduce(0) { max($0, $1.longest) }
    guard longest > 0 else { throw .nothingToLearnFrom }
    let vocabulary = Vocabulary(survey)
    guard vocabulary.count <= Vocabulary.greatestCount else {
      throw .invalidSetting(
        name: "corpus", value: "a set of \(vocabulary.count) tokens", allowed: "one of at most 16000 tokens")
    }
    let refused = pieces.flatMap(\.refused)
    let counts = Self.counts(pieces, vocabulary: vocabulary, order: settings.order)
    self.init(
      settings: settings, vocabulary: vocabulary, softLength: settings.softLength ?? longest, refused: refused,
      components: [
        Component(
          tree: ContextTreeBuilder.tree(
            counts, tokenCount: vocabulary.count, smoothing: settings.smoothing), share: 1)
      ])
  }

  private static func validate(_ weights: [Double]?, count: Int) throws(DesignError) {
    guard let weights else { return }
    guard weights.count == count else {
      throw .invalidSetting(
        name: "number of weights", value: "\(weights.count)", allowed: "that of the molecules, \(count)")
    }
    if let wrong = weights.first(where: { !($0 > 0 && $0 <= 1e6) }) {
      throw .invalidSetting(name: "weight of a molecule", value: "\(wrong)", allowed: "positive and at most 1000000")
    }
  }

  /// Counts all pieces, a few at a time, and merges them like carries in binary addition: no count is moved often, and
  /// the order of the merging depends only on the number of pieces.
  private static func counts(_ pieces: [TrainingPiece], vocabulary: Vocabulary, order: Int) -> ContextCounts {
    var waiting: [(height: Int, counts: ContextCounts)] = []
    let atOnce = 8
    for first in stride(from: 0, to: pieces.count, by: atOnce) {
      let some = concurrentMap(min(atOnce, pieces.count - first)) { index in
        pieces[first + index].counts(vocabulary, order: order)
      }
      for counts in some {
        var (height, sum) = (0, counts)
        while let last = waiting.last, last.height == height {
          waiting.removeLast()
          sum = last.counts.merged(with: sum)
          height += 1
        }
        waiting.append((height, sum))
      }
    }
    var sum = ContextCounts(order: order)
    while let last = waiting.popLast() { sum = last.counts.merged(with: sum) }
    return sum
  }
}

/// Some molecules for one core: their strings, written from random roots.
private struct TrainingPiece: Sendable {
  /// The number of molecules in a piece. The last digits of the result depend on it, so it never changes.
  static let length = 512

  private(set) var survey = StringSurvey()
  private(set) var refused: [DesignError] = []
  /// The tokens of the longest string; 0 if there is none.
  private(set) var longest = 0
  private var codes: [TokenCode] = []
  private var ends: [Int] = []
  private var weights: [Float] = []

  init(_ range: Range<Int>, of smiles: [String], seeds: [UInt64], weights: [Double]?, roots: Int) {
    var table = SymbolTable()
    for index in range {
      do throws(DesignError) {
        var reader = SMILESReader(smiles[index], table: table)
        let read = try reader.read()
        table = reader.table
        let graph = StringGraph(read, table: table)
        survey.add(graph)
        var stream = RandomStream(seed: seeds[index])
        for _ in 0..<roots {
          let written = graph.codes(stream: &stream).codes
          survey.add(written)
          codes.append(contentsOf: written)
          ends.append(codes.count)
          self.weights.append(Float(weights?[index] ?? 1))
          longest = max(longest, written.count)
        }
      } catch {
        refused.append(error)
      }
    }
  }

  func counts(_ vocabulary: Vocabulary, order: Int) -> ContextCounts {
    var counts = ContextCounts(order: order)
    counts.reserve(codes.count)
    let numbers = vocabulary.numbers(of: survey.table)
    var context = ContractedContext()
    var start = 0
    for (string, end) in ends.enumerated() {
      context.reset()
      for place in start..<end {
        // The vocabulary is made from these strings, so it contains every token.
        guard let token = vocabulary.number(of: codes[place], symbols: numbers) else { break }
        counts.add(token, after: context, weight: weights[string])
        context.write(token, vocabulary.facts[Int(token)])
      }
      start = end
    }
    counts.sort()
    return counts
  }
}
