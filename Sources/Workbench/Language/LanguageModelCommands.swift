import Chemistry
public import Files
import MolecularDesign
import Numerics

/// The operations on a language model by itself: the work of `cohobate corpus`.
public enum LanguageModelCommands {
  /// The settings for training a model.
  public struct Training: Sendable {
    /// The corpus file; nil for the built-in corpus.
    public var corpus: String?
    /// The column with the SMILES of a CSV.
    public var smilesColumn: String?
    /// The column with the weights of a CSV.
    public var weightColumn: String?
    /// The number of context tokens that the model uses.
    public var order: Int
    /// The number of times each molecule is written.
    public var roots: Int
    /// The length in tokens beyond which ending is favoured; nil for the length of the longest training string.
    public var softLength: Int?
    /// `kneser-ney` or `plain-back-off`.
    public var smoothing: String
    /// The seed of the random roots.
    public var seed: UInt64

    /// Makes the settings for training a model.
    public init(
      corpus: String?, smilesColumn: String?, weightColumn: String?, order: Int, roots: Int, softLength: Int?,
      smoothing: String, seed: UInt64
    ) {
      (self.corpus, self.smilesColumn, self.weightColumn) = (corpus, smilesColumn, weightColumn)
      (self.order, self.roots, self.softLength) = (order, roots, softLength)
      (self.smoothing, self.seed) = (smoothing, seed)
    }
  }

  /// The smoothing methods by name.
  public static let smoothings = Smoothing.allCases.map(\.rawValue)

  /// Trains a model and writes it to a file. `progress` is called with the current activity, in a few words.
  public static func train(
    _ request: Training, to output: String, progress: (String) -> Void
  ) throws(CampaignError) -> LanguageModelReport {
    guard let smoothing = Smoothing(rawValue: request.smoothing) else {
      throw CampaignError(
        .input, "There is no smoothing '\(request.smoothing)'; there are \(smoothings.joined(separator: " and ")).")
    }
    let settings = LanguageModelSettings(
      order: request.order, rootsPerMolecule: request.roots, softLength: request.softLength, smoothing: smoothing)
    return try mapping {
      try settings.validate()
      progress("reading the corpus")
      let corpus = try corpus(request.corpus, smiles: request.smilesColumn, weights: request.weightColumn)
      progress("training on \(corpus.molecules.count) molecules, each written \(request.roots) times")
      let model = try LanguageModel(
        training: corpus.molecules, weights: request.weightColumn == nil ? nil : corpus.weights, settings: settings,
        stream: RandomStreams(seed: request.seed).stream(.languageModel))
      progress("writing \(output)")
      try model.write(path: output)
      return report(
        model, file: output, source: request.corpus ?? "the built-in corpus", molecules: corpus.molecules.count,
        refused: corpus.refusedLines)
    }
  }

  /// Mixes two models and writes the result to a file: (1 − weight) of the first and weight of the second.
  public static func merge(
    _ first: String, _ second: String, weight: Double, to output: String
  ) throws(CampaignError) -> LanguageModelReport {
    try mapping {
      let merged = try LanguageModel(path: first).merged(with: LanguageModel(path: second), weight: weight)
      try merged.write(path: output)
      return report(merged, file: output, source: "\(first) and \(second)", molecules: nil, refused: [])
    }
  }

  /// Draws a number of molecules; strings that are not molecules are counted and replaced by new draws.
  ///
  /// - Throws: an input error if ten times as many strings, plus a hundred, have not given enough molecules.
  public static func sample(
    _ path: String, count: Int, distinct: Bool, seed: UInt64, progress: (String) -> Void
  ) throws(CampaignError) -> LanguageSample {
    try mapping {
      let model = try LanguageModel(path: path)
      let streams = RandomStreams(seed: seed)
      var molecules: [LanguageSample.Drawn] = []
      var known: Set<String> = []
      var (drawn, invalid) = (0, 0)
      let most = 10 * count + 100
      while molecules.count < count {
        guard drawn < most else {
          throw CampaignError(
            .input,
            "Of \(drawn) strings drawn from \(path) only \(molecules.count) gave a \(distinct ? "new " : "")molecule. Ask for "
              + "fewer, or train on a larger corpus.")
        }
        let first = drawn
        let batch = concurrentMap(min(1024, most - drawn)) { index -> LanguageSample.Drawn? in
          var stream = streams.stream(.sample, index: first + index)
          guard let string = model.sample(stream: &stream),
            let molecule = try? Molecule(smiles: string.smiles, isRepeatUnit: true)
          else { return nil }
          return LanguageSample.Drawn(smiles: molecule.smiles, logProbability: model.logProbability(of: string))
        }
        for one in batch where molecules.count < count {
          drawn += 1
          guard let one else {
            invalid += 1
            continue
          }
          if distinct, !known.insert(one.smiles).inserted { continue }
          molecules.append(one)
        }
        progress("\(molecules.count)/\(count) molecules")
      }
      return LanguageSample(model: path, seed: seed, drawn: drawn, invalid: invalid, molecules: molecules)
    }
  }

  /// How well a model predicts the molecules of a corpus in their canonical SMILES.
  public static func perplexity(
    _ path: String, corpus file: String?, smilesColumn: String?
  ) throws(CampaignError) -> LanguagePerplexity {
    try mapping {
      let model = try LanguageModel(path: path)
      let corpus = try corpus(file, smiles: smilesColumn, weights: nil)
      let strings = try corpus.molecules.map { try ExtendedSMILES(smiles: $0.smiles) }
      let (perToken, outside) = model.perplexity(of: strings)
      return LanguagePerplexity(
        model: path, corpus: file ?? "the built-in corpus", molecules: strings.count,
        perToken: outside == strings.count ? nil : perToken, outside: outside,
        refusedLines: corpus.refusedLines.count)
    }
  }

  private static func corpus(_ path: String?, smiles: String?, weights: String?) throws(DesignError) -> Corpus {
    guard let path else { return try Corpus.builtIn() }
    return try Corpus(path: path, smilesColumn: smiles, weightColumn: weights, allowsRepeatUnits: true)
  }

  private static func report(
    _ model: LanguageModel, file: String, source: String, molecules: Int?, refused: [RejectedLine]
  ) -> LanguageModelReport {
    LanguageModelReport(
      file: file, source: source, molecules: molecules, order: model.settings.order,
      roots: model.settings.rootsPerMolecule, smoothing: model.settings.smoothing.rawValue,
      tokens: model.vocabulary.count, counts: model.countsStored, bytes: model.bytesStored,
      softLength: model.softLength, ends: model.vocabulary.starCount, refusedLines: refused.count,
      firstRefusal: refused.first.map { "line \($0.line), \($0.text): \($0.reason)" })
  }

  /// Wrong files are wrong input; a file that cannot be written is a failure.
  private static func mapping<Value>(_ body: () throws -> Value) throws(CampaignError) -> Value {
    do {
      return try body()
    } catch let error as DesignError {
      if case .unwritableModel = error { throw CampaignError(.failure, error.description) }
      throw CampaignError(.input, error.description)
    } catch {
      throw CampaignError(error)
    }
  }
}
