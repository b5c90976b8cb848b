import Foundation
import Testing

/// What the commands print, and where.
@Suite struct CommandLineTests {
  @Test(arguments: [
    "", "new", "validate", "run", "suggest", "tell", "status", "inspect", "export", "dashboard", "report", "replay",
    "design",
    "predict",
    "calculate",
    "calculators",
    "filter", "targets", "corpus", "corpus train", "corpus sample", "corpus perplexity", "corpus merge", "pretrain",
    "models", "models list", "models show", "models remove", "models export", "models import", "cache", "cache list",
    "cache prune", "machine", "machine new", "machine check", "machine show", "doctor",
  ])
  func helpIsAsItWas(_ command: String) throws {
    let folder = try TemporaryFolder()
    let ending = try Program.run(command.split(separator: " ").map(String.init) + ["--help"], in: folder)
    #expect(ending.cause == .exited(0))
    #expect(ending.errors.isEmpty)
    try Snapshot.expect(ending.output, command.isEmpty ? "cohobate" : command.replacing(" ", with: "-"))
  }

  @Test func theVersionIsPrinted() throws {
    let ending = try Program.run(["--version"], in: try TemporaryFolder())
    #expect(ending.cause == .exited(0))
    #expect(ending.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: [
    (["run", "a.yaml", "--jbs", "2"], "Did you mean '--jobs'?"), (["frobnicate"], "There is no command 'frobnicate'."),
    (["valdate", "a.yaml"], "Did you mean 'validate'?"), (["forecast", "a.csv"], "There is no command 'forecast'."),
    (["models", "shw", "1"], "There is no command 'models shw'. Did you mean 'show'?"),
    (["help", "inspekt"], "Did you mean 'inspect'?"), (["help", "models", "lst"], "Did you mean 'list'?"),
    (["cache", "purne"], "Did you mean 'prune'?"), (["corpus", "trian"], "Did you mean 'train'?"),
    (["Run", "a.yaml"], "Did you mean 'run'?"),
    (["export", "a.yaml", "--format", "csv", "--output", "a.sdf"], "differ"),
    (["export", "a.yaml", "--output", "a.mol2"], "which is not a known format"),
    (["export", "a.yaml", "--best", "0"], "at least 1"),
    (["suggest", "a.yaml", "--format", "sdf", "--output", "b.csv"], "differ"),
    (["calculate", "CCO", "--format", "xyz", "--output", "a.sdf"], "differ"),
    (["run", "a.yaml", "--jobs", "0"], "must be at least 1"),
    (["run", "a.yaml", "--jobs", "-3"], "--jobs is -3; it must"),
    (["export", "a.yaml", "--best", "-1"], "--best is -1; it must be at least 1"),
    (["replay", "a.yaml", "--pool", "a.csv", "--seeds", "-1"], "--seeds is -1; it must be from 1 to 1000."),
    (["calculate", "CCO", "--unpaired", "-1"], "unpaired"),
    (["run", "a.yaml", "--keep", "some"], "all, failed or none"), (["status", "a.yaml", "--top", "-1"], "--top"),
    (["calculators", "xtbb"], "Did you mean 'xtb'?"),
    (["calculate"], "<molecules>"), (["calculate", "CCO", "--jobs", "0"], "must be at least 1"),
    (["calculate", "CCO", "--json", "--format", "csv"], "exclude each other"),
    (["calculate", "a.smi", "CCO"], "one file alone"), (["calculate", "absent.smi"], "absent.smi"),
    (["calculate", "CCO", "--program", "xtbb"], "there are: xtb"),
    (["calculate", "CCO", "--set", "conformers"], "key=value"),
    (["calculate", "CCO", "--set", "conformers=0"], "whole number"),
    (["calculate", "CCO", "--properties", "gapp"], "Did you mean 'gap'?"),
    (["calculate", "CCO", "--protocol", "quik"], "Did you mean 'quick'?"),
    (["calculate", "CCO", "--protocol", "quick", "--set", "protocol=thorough"], "exclude each other"),
    (["calculate", "CCO", "--properties", ","], "names none"), (["calculate", "CCO", "--workdir", ""], "is empty"),
    (["run", "a.yaml", "--database", ""], "--database is empty"), (["run", ""], "campaign file is empty"),
    (["cache", "--cache", ""], "--cache is empty"), (["doctor", "--workdir", ""], "--workdir is empty"),
    (["tell", "a.yaml"], "--withdraw"), (["tell", "a.yaml", "b.csv", "--withdraw", "CCO"], "one of these"),
    (["tell", "a.yaml", "b.csv", "--reason", "typo"], "belongs to --withdraw and --decline"),
    (["calculate", "CCO", "--output", "absent/out.csv"], "there is no folder 'absent'; make it"),
    (["filter"], "<file>"), (["filter", "a.smi", "--format", "smi"], "goes with '-'"),
    (["filter", "a.smi", "--diverse", "2"], "from 0 to 1"), (["filter", "absent.smi"], "absent.smi"),
    (["filter", "a.smi", "--logp", "low"], "LEAST..MOST"), (["filter", "a.smi", "--catalogue", "PAIN"], "'PAINS'?"),
    (["replay", "a.yaml"], "--pool <table>"), (["replay", "absent.yaml", "--pool", "a.csv"], "absent.yaml"),
    (["dashboard", "absent.yaml"], "There is no campaign file, database or folder 'absent.yaml'."),
    (["targets"], "<file>"), (["targets", "a.csv", "--svg", "absent/a.svg"], "there is no folder 'absent'; make it"),
    (["run"], "<file>"), (["export", "a.yaml", "--format", "pdf"], "csv"),
    (["inspect", "a.yaml", "--iteration", "1", "--molecule", "1"], "exclude each other"),
    (["run", "a.yaml", "--no-cache", "--cache", "c.sqlite"], "exclude each other"),
    (["design", "a.csv"], "--target gap=1..3"), (["design", "absent.csv", "--target", "gap=1..3"], "absent.csv"),
    (["design", "a.csv", "--target", "gap"], "cannot be read"),
    (["design", "a.csv", "--target", "gap=3..1"], "is reversed"),
    (["design", "a.csv", "--target", "gap=1..2", "--target", "gap=3..4"], "'gap' has several targets; keep one"),
    (["design", "a.csv", "--target", "gap=1..3@0.5..2"], "no part of 0..1"),
    (["design", "a.csv", "--target", "gap/=1..3"], "The expression 'gap/' cannot be read"),
    (["design", "a.csv", "--target", "gap=1..3", "--mode", "find"], "sample or search"),
    (["design", "a.csv", "--target", "gap=1..3", "--particles", "1"], "from 2 to 1000000"),
    (["design", "a.csv", "--target", "gap=1..3", "--output", "absent/a.csv"], "there is no folder 'absent'; make it"),
    (["predict", "CCO"], "Give the models with --data"), (["predict", "--data", "a.csv"], "no molecule"),
    (["predict", "CCO", "--data", "a.csv", "--source", "1"], "exclude each other"),
    (["predict", "CCO", "--data", "a.csv", "--iteration", "1"], "goes with --campaign"),
    (["predict", "CCO", "--library", "l", "--smiles", "s"], "goes with --data"),
    (["predict", "CCO", "--campaign", "a.yaml", "--iteration", "-1"], "--iteration"),
    (["predict", "CCO", "--data", "absent.csv"], "absent.csv"), (["predict", "CCO", "--library", "absent"], "absent"),
    (["predict", "CCO", "--data", "a.csv", "--format", "sdf", "--output", "b.csv"], "differ"),
    (["pretrain"], "<table>"), (["pretrain", "a.csv"], "--library"),
    (["pretrain", "a.csv", "--library", "l", "--jobs", "0"], "at least 1"),
    (["models", "remove", "1"], "part of the program"), (["models", "show", "99"], "no model 99"),
    (["corpus", "train", "-o", "m", "--column", "s"], "a corpus file"),
    (["targets", "a.csv", "--column", "s", "--smiles", "s"], "give one of them"),
    (["filter", "a.csv", "--column", "s", "--smiles", "s"], "give one of them"),
    (["models", "list", "--sort", "weight"], "newest"), (["models", "show", "one"], "<id>"),
    (["models", "export", "1"], "--output"), (["models", "list", "--library", ""], "--library is empty"),
    (["cache", "prune"], "Say what to remove"),
    (["corpus", "train"], "--output"), (["corpus", "train", "-o", "m", "--weights", "w"], "a corpus file"),
    (["corpus", "train", "-o", "m", "--smoothing", "none"], "kneser-ney and plain-back-off"),
    (["corpus", "train", "-o", "m", "--order", "0"], "from 1 to 100"),
    (["corpus", "train", "-o", "absent/m"], "there is no folder 'absent'; make it"),
    (["corpus", "train", "-o", "m", "--corpus", "absent.smi"], "absent.smi"),
    (["corpus", "sample", "absent.model"], "absent.model"),
    (["corpus", "sample", "m", "--count", "0"], "--count is 0"),
    (["corpus", "merge", "a", "b", "-o", "m", "--weight", "2"], "from 0 to 1"),
    (["cache", "prune", "--all", "--calculator", "xtb"], "exclude each other"),
    (["cache", "prune", "--older-than", "30"], "12h, 30d or 8w"),
  ])
  func wrongArgumentsAreRefusedWithAHint(arguments: [String], hint: String) throws {
    let ending = try Program.run(arguments, in: try TemporaryFolder())
    #expect(ending.cause == .exited(2), "\(ending)")
    #expect(ending.output.isEmpty)
    #expect(ending.errors.hasPrefix("error: "), "\(ending)")
    #expect(ending.errors.contains(hint), "\(ending)")
  }

  @Test(arguments: [
    (["cache", "list", "--foo"], nil), (["status", "a.yaml", "--foo"], nil), (["run", "a.yaml", "--bananas"], nil),
    (["cache", "list", "--jsn"], "--json"), (["cache", "list", "--jsno"], "--json"),
    (["run", "a.yaml", "--jobss"], "--jobs"),
    (["status", "a.yaml", "--databse", "b"], "--database"),
  ])
  func anOptionIsSuggestedOnlyIfItsSpellingIsNear(arguments: [String], option: String?) throws {
    let ending = try Program.run(arguments, in: try TemporaryFolder())
    #expect(ending.cause == .exited(2), "\(ending)")
    #expect(ending.errors.hasPrefix("error: Unknown option '"), "\(ending)")
    #expect(ending.errors.contains("Did you mean") == (option != nil), "\(ending)")
    if let option { #expect(ending.errors.contains("Did you mean '\(option)'?"), "\(ending)") }
  }

  @Test func completionsAreMadeForBash() throws {
    let ending = try Program.run(["--generate-completion-script", "bash"], in: try TemporaryFolder())
    #expect(ending.cause == .exited(0))
    #expect(ending.output.hasPrefix("#!/bin/bash"))
    #expect(ending.output.contains("inspect"))
  }

  @Test func jsonHasThePromisedKeys() throws {
    let campaign = try TableCampaign(calculations: 16)
    let statusKeys: Set<String> = [
      "name", "database", "seed", "policy", "acquisition", "objectives", "versions", "budget", "succeeded", "failed",
      "pending", "told", "toldHits", "reused", "changed", "hits", "endReason", "endMessage", "failures", "iterations",
      "fits", "units", "best", "objectiveProperties", "bounds", "withdrawn", "declined", "otherProtocols", "changes",
      "gain", "libraryKnowledge",
    ]
    let file = TableCampaign.fileName
    #expect(try keys(of: ["run", file, "--json"], in: campaign) == statusKeys)
    #expect(try keys(of: ["status", file, "--json"], in: campaign) == statusKeys)
    #expect(
      try keys(of: ["inspect", file, "--json"], in: campaign) == [
        "iteration", "fits", "transfers", "success", "isSearch", "steps", "refusals", "changes", "objectives",
        "bounds", "units", "candidates", "reference",
      ])
    #expect(
      try keys(of: ["inspect", file, "--molecule", "1", "--json"], in: campaign) == [
        "molecule", "smiles", "formula", "charge", "heavyAtoms", "molecularWeight", "units", "bounds", "candidacies",
      ])
    #expect(
      try keys(of: ["validate", file, "--json"], in: campaign) == [
        "name", "objectives", "calculator", "corpus", "allowed", "refusals", "warnings", "refusedLines",
        "refusedLineCount", "calculations",
      ])
    #expect(try keys(of: ["calculators", "--json"], in: campaign) == ["calculators"])
    #expect(try keys(of: ["doctor", "--json"], in: campaign) == ["findings"])
    #expect(try keys(of: ["cache", "--json"], in: campaign) == ["file", "holdings"])
    #expect(
      try keys(of: ["cache", "prune", "--all", "--json"], in: campaign) == ["file", "molecules", "failures", "bytes"])
  }

  @Test func progressGoesToStderrResultsToStdoutAndNeitherIsColouredInAFile() throws {
    let ending = try TableCampaign.uninterrupted.get().ending
    #expect(ending.errors.contains("iteration 3: designing\n"))
    #expect(!ending.output.contains("designing"))
    #expect(ending.output.contains("40 of 40 calculations done"))
    // The table runs no program, so that no cost is known.
    #expect(
      ending.errors.contains(
        /\niteration 3: chose 4 of \d+ candidates\n  expected of these 4: [\d.]+ hits? \([\d.]+ to [\d.]+\)\n/))
    #expect(
      ending.output.contains(/\n  expected of 8 batches: [\d.]+ hits?; came: \d+; within the 80 % interval: \d of 8\n/))
    for text in [ending.output, ending.errors] { #expect(!text.contains("\u{1B}") && !text.contains("\r")) }
    let campaign = try TableCampaign(calculations: 8)
    let quiet = try Program.run(["run", TableCampaign.fileName, "--quiet"], in: campaign.folder)
    #expect(quiet.errors.isEmpty)
    try campaign.write(TableCampaign.text(calculations: 12))
    let changed = try Program.run(["run", TableCampaign.fileName, "--quiet"], in: campaign.folder)
    #expect(changed.errors.hasPrefix("note: Changed from iteration 1 on: "), "\(changed)")
    #expect(!changed.errors.contains("designing"), "\(changed)")
    for command in ["status", "inspect"] {
      let ending = try Program.run([command, TableCampaign.fileName], in: campaign.folder)
      #expect(ending.cause == .exited(0))
      #expect(!ending.output.contains("\u{1B}"))
    }
  }

  private func keys(of arguments: [String], in campaign: TableCampaign) throws -> Set<String> {
    let ending = try Program.run(arguments, in: campaign.folder)
    #expect(ending.cause == .exited(0), "\(ending)")
    let object = try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any]
    return Set(try #require(object).keys)
  }
}
