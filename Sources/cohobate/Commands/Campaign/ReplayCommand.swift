import ArgumentParser
import Campaign
import CampaignFile
import Files
import Foundation
import Reports

struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Play a campaign on molecules whose values are known: is it better than random choice?",
    discussion: """
      Whole campaigns are played without calculations: the table gives the molecules and their values, and the campaign file \
      everything else. Each policy is played with several seeds, from the file's own on. The result is the share of the hits \
      that is found after each number of calculations, as a mean over the seeds. A band shows how much they differ: from the \
      least value to the greatest, or, with ten seeds or more, from the 10th percentile to the 90th.

      Hits are the molecules that meet all objectives, or the best hundredth if all objectives are maxima and minima.

      A policy is surrogate (with the acquisition function of the file), random, or the name of an acquisition function: \
      log-window, log-expected-improvement, upper-confidence-bound, greedy, probability-of-best. The first is compared with \
      the others.

      Exit status: 0 done, 1 the machine failed, 2 the input is wrong, 130 interrupted.
      """)

  @Argument(help: "The campaign file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      "The molecules with their values: a .csv file with a column of SMILES, or an .sdf file with data fields.",
      valueName: "table"), completion: .file(extensions: ["csv", "sdf"]))
  var pool: String

  @OptionGroup var smilesColumn: SMILESColumnOptions

  @Option(help: ArgumentHelp("The policies, separated by commas.", valueName: "names"))
  var policies = "surrogate,random"

  @Option(parsing: .unconditional, help: "How many seeds each policy is played with.")
  var seeds = 5

  @Option(parsing: .unconditional, help: "The calculations of each campaign. Default: those of the budget.")
  var calculations: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Count this share of the molecules as hits, the best first.", valueName: "share"))
  var top: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Count the molecules that are at least as good as this as hits, for one maximum or minimum.", valueName: "value"))
  var threshold: Double?

  @Option(help: "How many campaigns are played at once. Default: one for each core.")
  var jobs: Int?

  @Option(
    name: .shortAndLong, help: "A file for the curves, as CSV; '-' for stdout.",
    completion: .file(extensions: ["csv"]))
  var output: String?

  @Option(help: "A file for a drawing of the curves.", completion: .file(extensions: ["svg"]))
  var svg: String?

  @OptionGroup var data: OutputOptions

  @Flag(name: .shortAndLong, help: "Show no progress, only notes.")
  var quiet = false

  func validate() throws {
    try requireName(file, of: "The campaign file")
    try requireName(pool, of: "--pool")
    try requireName(output, of: "--output")
    try requireName(svg, of: "--svg")
    if !(1...1_000).contains(seeds) { throw ValidationError("--seeds is \(seeds); it must be from 1 to 1000.") }
    if let calculations, calculations < 1 {
      throw ValidationError("--calculations is \(calculations); it must be at least 1.")
    }
    if let top, !(top > 0 && top < 1) {
      throw ValidationError("--top is \(top); it must be a share above 0 and below 1, such as 0.01.")
    }
    if let threshold, !isUsable(threshold) { throw ValidationError("--threshold must be a number.") }
    if top != nil, threshold != nil { throw ValidationError("--top and --threshold exclude each other.") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs is \(jobs); it must be at least 1.") }
    if policyNames.isEmpty { throw ValidationError("--policies names none.") }
    if let output, output == svg { throw ValidationError("--output and --svg name the same file.") }
    try require("csv", endOf: output, "--output", what: "the table of curves is CSV")
    try require("svg", endOf: svg, "--svg", what: "the drawing is SVG")
    if data.json, printsCurves {
      throw ValidationError("--json goes to standard output too; name a file instead of '-'.")
    }
  }

  /// Refuses a file of another ending than what is written into it. A device has no ending.
  private func require(_ ending: String, endOf path: String?, _ option: String, what: String) throws {
    let own = path.map { URL(fileURLWithPath: $0).pathExtension } ?? ""
    guard own.isEmpty || own.lowercased() == ending else {
      throw ValidationError("\(option) ends in '.\(own)', but \(what); end it in .\(ending).")
    }
  }

  /// Whether standard output is for the curves or their drawing.
  private var printsCurves: Bool { output == "-" || svg == "-" }

  private var policyNames: [String] {
    policies.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  func run() async throws {
    for path in [output, svg].compactMap(\.self) {
      try OutputFile(path: path).check(apartFrom: [pool] + CampaignPaths(file: file).inputs)
    }
    let request = ReplayRequest(
      campaign: file, table: pool, smilesColumn: smilesColumn.title,
      policies: policyNames, seeds: seeds,
      calculations: calculations,
      hits: top.map(ReplayRequest.HitRule.top) ?? threshold.map(ReplayRequest.HitRule.threshold) ?? .objectives,
      jobs: jobs)
    let progress = ReplayProgressPrinter(isQuiet: quiet)
    let replay = Task { try await Replay.play(request) { progress.show($0) } }
    let interruption = Interruption(saying: "Interrupted. Nothing was written.") { replay.cancel() }
    defer { progress.finish() }
    let report = try await replay.value
    _ = consume interruption
    progress.finish()
    for note in report.notes { Terminal.note(note) }
    if let output { try Terminal.write(report.csv, to: output) }
    if let svg { try Terminal.write(report.svg, to: svg) }
    let lines = data.json ? [try JSON.text(report)] : ReplayText(report: report, style: .of(descriptor: 1)).lines
    for line in lines { printsCurves ? Terminal.line(line) : Terminal.output(line) }
  }
}
