import ArgumentParser
import Campaign
import Foundation

struct Cache: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "See and prune the cache of calculations that campaigns share.",
    discussion: """
      What was calculated once, by whichever campaign, is found here by molecule, calculator, protocol and versions, and is \
      not calculated again. To prune it is always safe, also while campaigns run: it only costs time.
      """,
    subcommands: [List.self, Prune.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what the cache holds: molecules, failures, size and age by calculator, protocol and version.")

    @OptionGroup var place: CacheFileOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let report = try CacheReport(file: place.path)
      if output.json { return Terminal.output(try JSON.text(report)) }
      for line in CacheText(report, style: .of(descriptor: 1)).lines { Terminal.output(line) }
    }
  }

  struct Prune: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Remove outcomes from the cache, and give their room back to the disk.",
      discussion: "Of several conditions, what is removed meets all. Campaigns may be running meanwhile.")

    @OptionGroup var place: CacheFileOptions

    @Option(help: "Only what was kept longer ago: a number of hours, days or weeks, as in 12h, 30d or 8w.")
    var olderThan: Age?

    @Option(help: "Only what this calculator gave.")
    var calculator: String?

    @Option(name: .customLong("protocol"), help: "Only what was calculated by the protocol of this name.")
    var protocolName: String?

    @Flag(help: "Everything.")
    var all = false

    @OptionGroup var output: OutputOptions

    func validate() throws {
      let hasCondition = olderThan != nil || calculator != nil || protocolName != nil
      guard hasCondition || all else {
        throw ValidationError("Say what to remove: --older-than, --calculator, --protocol or --all.")
      }
      if hasCondition, all { throw ValidationError("--all and a condition exclude each other.") }
    }

    func run() throws {
      let pruning = try CachePruning(
        of: place.path, keptBefore: olderThan.map { Date(timeIntervalSinceNow: -$0.seconds) }, calculator: calculator,
        protocolName: protocolName)
      Terminal.output(output.json ? try JSON.text(pruning) : CacheText.line(pruning))
    }
  }
}

/// A span of time as people write it: `12h`, `30d`, `8w`.
struct Age: ExpressibleByArgument {
  let seconds: Double

  init?(argument: String) {
    let units: [Character: Double] = ["h": 3600, "d": 86_400, "w": 604_800]
    guard let unit = argument.last.flatMap({ units[$0] }), let count = Int(argument.dropLast()), count >= 0 else {
      return nil
    }
    seconds = Double(count) * unit
  }
}
