import ArgumentParser
import Workbench

struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "Train language models on corpora of molecules, and draw from them.",
    discussion: """
      A language model learns how likely molecules are from the SMILES of a corpus, and draws new ones. Polymer repeat \
      units are written with * at both ends, also in the output.

      Exit status: 0 done, 1 the machine failed, 2 the input is wrong.
      """,
    subcommands: [Train.self, Sample.self, Perplexity.self, Merge.self])

  struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Train a language model.",
      discussion: "The same corpus, options and seed give the same file, on any number of cores.")

    @OptionGroup var corpus: CorpusOptions

    @Option(help: "The column of a .csv with a weight for each molecule: 2 is worth two copies.")
    var weights: String?

    @Option(parsing: .unconditional, help: "The number of context tokens that the model uses.")
    var order = 10

    @Option(parsing: .unconditional, help: "How often each molecule is written, each time from a random root atom.")
    var roots = 5

    @Option(
      parsing: .unconditional,
      help: """
        The length in tokens beyond which ending is favoured. Default: the length of the longest training string.
        """)
    var softLength: Int?

    @Option(help: "kneser-ney or plain-back-off.")
    var smoothing = "kneser-ney"

    @Option(parsing: .unconditional, help: "The seed of the random roots.")
    var seed: UInt64 = 1

    @OptionGroup var result: ModelOutputOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var progress: LanguageProgressOptions

    func validate() throws {
      try requireName(weights, of: "--weights")
      if weights != nil, corpus.file == nil { throw ValidationError("--weights names a column of a corpus file.") }
    }

    func run() throws {
      let file = try OutputFile(path: result.path).checkedFile(apartFrom: [corpus.file])
      let request = LanguageModelCommands.Training(
        corpus: corpus.file, smilesColumn: corpus.smilesColumn.title, weightColumn: weights, order: order, roots: roots,
        softLength: softLength, smoothing: smoothing, seed: seed)
      let line = progress.line()
      defer { line.clear() }
      let report = try LanguageModelCommands.train(request, to: file) { line.show($0) }
      line.clear()
      try LanguageText.show(report, json: output.json)
    }
  }

  struct Sample: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Draw molecules from a language model: canonical SMILES, one per line.",
      discussion: "Strings that are not molecules are counted on stderr, and replaced by new draws.")

    @OptionGroup var model: ModelOptions

    @Option(name: .shortAndLong, parsing: .unconditional, help: "How many molecules.")
    var count = 100

    @Flag(help: "Write each molecule once.")
    var distinct = false

    @Option(parsing: .unconditional, help: "The seed.")
    var seed: UInt64 = 1

    @Option(name: .shortAndLong, help: "The file to write. Default: stdout.", completion: .file())
    var output: String?

    @OptionGroup var format: OutputOptions
    @OptionGroup var progress: LanguageProgressOptions

    func validate() throws {
      try requireName(output, of: "--output")
      guard (1...10_000_000).contains(count) else {
        throw ValidationError("--count is \(count); it must be from 1 to 10000000.")
      }
    }

    func run() throws {
      if let output { try OutputFile(path: output).check(apartFrom: [model.path]) }
      let line = progress.line()
      defer { line.clear() }
      let sample = try LanguageModelCommands.sample(model.path, count: count, distinct: distinct, seed: seed) {
        line.show($0)
      }
      line.clear()
      let text =
        format.json ? try JSON.text(sample) + "\n" : sample.molecules.map { $0.smiles + "\n" }.joined()
      try Terminal.write(text, to: output)
      if sample.invalid > 0 {
        Terminal.note("\(sample.invalid) of \(sample.drawn) strings were not molecules.")
      }
    }
  }

  struct Perplexity: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Measure how well a language model predicts the molecules of a corpus.",
      discussion: """
        The perplexity is per token: 3 means that each next token was as hard to predict as the roll of a die with \
        three faces. Use molecules that the model was not trained on.
        """)

    @OptionGroup var model: ModelOptions
    @OptionGroup var corpus: CorpusOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let report = try LanguageModelCommands.perplexity(
        model.path, corpus: corpus.file, smilesColumn: corpus.smilesColumn.title)
      if output.json { return Terminal.output(try JSON.text(report)) }
      let perplexity = report.perToken.map { Number.fixed($0, 3) } ?? "none"
      Terminal.output(
        "perplexity per token  \(perplexity)\nmolecules             \(report.molecules), \(report.outside) of them outside "
          + "the model's language")
    }
  }

  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Mix two language models into one.",
      discussion: """
        The probability of each token is (1 - weight) times the first model's plus weight times the second's. A \
        mixture of a general model and one of the best molecules found so far draws more molecules of their kind.
        """)

    @Argument(help: "The first model.", completion: .file())
    var first: String

    @Argument(help: "The second model.", completion: .file())
    var second: String

    @Option(help: "The second model's share, from 0 to 1.")
    var weight = 0.5

    @OptionGroup var result: ModelOutputOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      try requireName(first, of: "The first model")
      try requireName(second, of: "The second model")
      guard (0...1).contains(weight) else { throw ValidationError("--weight is \(weight); it must be from 0 to 1.") }
    }

    func run() throws {
      let file = try OutputFile(path: result.path).checkedFile(apartFrom: [first, second])
      try LanguageText.show(
        LanguageModelCommands.merge(first, second, weight: weight, to: file), json: output.json)
    }
  }
}
