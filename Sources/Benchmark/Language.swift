internal import Chemistry
internal import Foundation
internal import MolecularDesign
internal import Numerics

/// `language DATA.csv [--large COUNT]`: the language model's speed, perplexity and the molecules that it proposes.
///
/// The model is trained on 3000 molecules of the table, with order 10. With `--large`, a corpus of that number of
/// different SMILES is drawn from it, and a model is trained on that corpus: run this alone, since the peak memory is
/// that of the whole process.
func language(_ arguments: [String]) throws {
  guard let path = arguments.first else { throw BenchmarkError("Name a table of SMILES: language DATA.csv") }
  let molecules = try Corpus(path: path).molecules
  var stream = RandomStream(seed: 201_903)
  var shuffled = molecules
  stream.shuffle(&shuffled)
  let training = Array(shuffled.prefix(3000))
  if let place = arguments.firstIndex(of: "--large"), place + 1 < arguments.count, let count = Int(arguments[place + 1])
  {
    return try large(count, roots: arguments.contains("--roots-5") ? 5 : 1, training: training, stream: &stream)
  }
  let heldOut = Array(shuffled.dropFirst(3000).prefix(3000))
  var models: [Int: LanguageModel] = [:]
  for roots in [1, 5] {
    let settings = LanguageModelSettings(order: 10, rootsPerMolecule: roots)
    let start = clock()
    let model = try LanguageModel(training: training, settings: settings, stream: RandomStream(seed: 1))
    let seconds = processorSeconds(since: start)
    models[roots] = model
    try printResults([
      "what": "training, order 10, roots \(roots)", "molecules": training.count, "processorSeconds": seconds,
      "moleculesPerSecond": Double(training.count) / seconds, "counts": model.countsStored,
      "bytesPerCount": Double(model.bytesStored) / Double(model.countsStored), "refused": model.refused.count,
      "outsideOwnRules": try model.perplexity(of: strings(training)).outside,
    ])
  }
  if !arguments.contains("--quick") { try perplexities(training: training, heldOut: heldOut) }
  guard let model = models[5] else { return }
  let known = Set(molecules.map(\.smiles))
  try growth(model, known: known)
  try proposals(model, starts: training, known: known)
}

private func strings(_ molecules: [Molecule]) throws -> [ExtendedSMILES] {
  try molecules.map { try ExtendedSMILES(smiles: $0.smiles) }
}

private func processorSeconds(since start: clock_t) -> Double { Double(clock() - start) / Double(CLOCKS_PER_SEC) }

private func perplexities(training: [Molecule], heldOut: [Molecule]) throws {
  var stream = RandomStream(seed: 5)
  let canonical = try strings(heldOut)
  let rewritten = canonical.map { StringGraph($0).written(stream: &stream) }
  for roots in [1, 5] {
    for smoothing in Smoothing.allCases {
      let model = try LanguageModel(
        training: training, settings: LanguageModelSettings(order: 10, rootsPerMolecule: roots, smoothing: smoothing),
        stream: RandomStream(seed: 1))
      let (a, b) = (model.perplexity(of: canonical), model.perplexity(of: rewritten))
      try printResults([
        "what": "held-out perplexity, \(smoothing.rawValue), roots \(roots)", "canonical": a.perToken,
        "rewritten": b.perToken, "outside": a.outside, "molecules": heldOut.count,
      ])
    }
  }
}

private func growth(_ model: LanguageModel, known: Set<String>) throws {
  let count = 5000
  var stream = RandomStream(seed: 7)
  let start = clock()
  let grown = (0..<count).map { _ in model.sample(stream: &stream) }
  let seconds = processorSeconds(since: start)
  let parsed = grown.map { $0.flatMap { try? Molecule(smiles: $0.smiles) } }
  let valid = parsed.compactMap { $0?.smiles }
  show(invalid: zip(grown, parsed).filter { $0.1 == nil }.map { $0.0?.smiles ?? "(unfinished)" })
  try printResults([
    "what": "growth from the first token", "strings": count, "valid": Double(valid.count) / Double(count),
    "unique": Double(Set(valid).count) / Double(valid.count),
    "novel": Double(valid.filter { !known.contains($0) }.count) / Double(valid.count),
    "stringsPerSecond": Double(count) / seconds,
  ])
}

private func proposals(_ model: LanguageModel, starts: [Molecule], known: Set<String>) throws {
  let count = 20_000
  var stream = RandomStream(seed: 8)
  let regrowth = SuffixRegrowth(longestDeletion: 20)
  let scored = starts.compactMap { start in
    (try? ExtendedSMILES(smiles: start.smiles)).flatMap { model.vocabulary.encode($0) }.flatMap { model.scored($0) }
  }
  let own = scored.map { (try? Molecule(smiles: model.vocabulary.decode($0.tokens).smiles))?.smiles ?? "" }
  let begin = clock()
  var (proposed, parsing) = ([(start: Int, smiles: String?)](), clock_t(0))
  var invalid: [String] = []
  for _ in 0..<count {
    let start = stream.uniform(below: scored.count)
    var from = scored[start]
    if stream.uniform() < 0.5, let rewritten = Rerooting().propose(from: from, model: model, stream: &stream) {
      from = rewritten.string
    }
    let new = regrowth.propose(from: from, model: model, stream: &stream)
    let before = clock()
    let smiles = new.map { model.vocabulary.decode($0.string.tokens).smiles }
    let canonical = smiles.flatMap { (try? Molecule(smiles: $0))?.smiles }
    if canonical == nil { invalid.append(smiles ?? "(unfinished)") }
    parsing += clock() - before
    proposed.append((start, canonical))
  }
  let seconds = processorSeconds(since: begin)
  let changed = proposed.filter { $0.smiles != nil && $0.smiles != own[$0.start] }
  let new = Set(changed.compactMap(\.smiles)).subtracting(known)
  show(invalid: invalid)
  let again = clock()
  for smiles in changed.compactMap(\.smiles) { _ = try? Molecule(smiles: smiles) }
  let wholeMolecule = processorSeconds(since: again) / Double(changed.count)
  try printResults([
    "what": "proposals, reorder .5, d <= 20", "proposals": count,
    "valid": Double(proposed.filter { $0.smiles != nil }.count) / Double(count),
    "changed": Double(changed.count) / Double(count), "novelOfChanged": Double(new.count) / Double(changed.count),
    "perSecond": Double(count) / seconds,
    "shareOfRDKit": Double(parsing) / Double(CLOCKS_PER_SEC) / seconds, "microsecondsOfMolecule": 1e6 * wholeMolecule,
  ])
}

/// Prints some of the invalid strings on stderr.
private func show(invalid: [String]) {
  for smiles in invalid.prefix(25) { FileHandle.standardError.write(Data("no molecule: \(smiles)\n".utf8)) }
}

private func large(_ count: Int, roots: Int, training: [Molecule], stream: inout RandomStream) throws {
  let small = try LanguageModel(
    training: training, settings: LanguageModelSettings(order: 10, rootsPerMolecule: 5), stream: RandomStream(seed: 1))
  var corpus: [Molecule] = []
  let sources = (0..<count).map { _ in RandomStream(seed: stream.next()) }
  corpus = concurrentMap(count) { index -> Molecule? in
    var stream = sources[index]
    return small.sample(stream: &stream).flatMap { try? Molecule(smiles: $0.smiles) }
  }.compactMap { $0 }
  let model = try Measurement.print("training, \(roots) writings", size: corpus.count) {
    try LanguageModel(
      training: corpus, settings: LanguageModelSettings(order: 10, rootsPerMolecule: roots),
      stream: RandomStream(seed: 1))
  }
  try printResults([
    "what": "large corpus", "molecules": corpus.count, "counts": model.countsStored,
    "bytesPerCount": Double(model.bytesStored) / Double(model.countsStored),
  ])
}
