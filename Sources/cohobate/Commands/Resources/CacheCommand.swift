import ArgumentParser
import CachedCalculation
import Foundation

struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache",
    abstract: "See and prune the cache of calculations that campaigns share.",
    discussion: """
      Campaigns reuse outcomes from the cache. Each is identified by molecule, calculator, protocol and versions. \
      Pruning is always safe, also while campaigns run: what was removed is calculated again when it is needed.
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
      abstract: "Remove outcomes from the cache and free their disk space.",
      discussion: "Only outcomes that meet all conditions are removed. Campaigns may be running meanwhile.")

    @OptionGroup var place: CacheFileOptions

    @Option(help: "Only outcomes older than this: a number of hours, days or weeks, as in 12h, 30d or 8w.")
    var olderThan: Age?

    @Option(help: "Only outcomes of this calculator.")
    var calculator: String?

    @Option(name: .customLong("protocol"), help: "Only outcomes under the protocol of this name.")
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

/// A span of time in the usual notation: `12h`, `30d`, `8w`.
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
