import Foundation
import Glibc
import Testing

/// What a person sees on a terminal, and what a terminal must never be made to do.
@Suite struct TerminalTests {
  private static let long = String(repeating: "C", count: 150)

  /// A table of values, and molecules with names that no terminal should obey.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("smiles,gap\nCCO,2.5\nCC,3\n", to: "values.csv")
    try folder.write(
      "CCO red\u{1B}[31m\rover\u{7}\u{202E}written\nCC\u{1B}c\n\(Self.long) long\nCC ethane\n", to: "mine.smi")
    return folder
  }

  private let table = ["calculate", "mine.smi", "--program", "table", "--set", "file=values.csv"]

  @Test func controlCharactersOfTheInputAreWrittenOut() throws {
    let ending = try Program.run(table, in: try folder())
    #expect(ending.cause == .exited(1), "\(ending)")
    // A carriage return ends a line.
    #expect(ending.output.contains(#"red\x1b[31m  CCO"#), "\(ending)")
    #expect(ending.output.contains(#"over\x07\u202ewritten"#), "\(ending)")
    #expect(ending.output.contains(#"CC\x1bc"#), "\(ending)")
    for text in [ending.output, ending.errors] {
      let isObeyed = text.unicodeScalars.contains { $0 != "\n" && ($0.value < 32 || $0.value == 0x202E) }
      #expect(!isObeyed, "\(text.debugDescription)")
    }
  }

  @Test func csvIsHarmlessOnATerminalAndAsItIsElsewhere() throws {
    let folder = try folder()
    let csv = table + ["--format", "csv", "--quiet"]
    let shown = try Program.runOnTerminal(columns: 80, csv, in: folder)
    #expect(shown.output.contains(#"red\x1b[31m"#) && !shown.output.contains("\u{1B}[31m"), "\(shown)")
    #expect(try Program.run(csv, in: folder).output.contains("red\u{1B}[31m"))
  }

  @Test func progressIsABarOnATerminalAndLinesElsewhere() throws {
    let folder = try folder()
    let shown = try Program.runOnTerminal(columns: 100, table, in: folder, environment: ["NO_COLOR": "1"])
    #expect(shown.output.contains("[                    ] 0/3"), "\(shown)")
    #expect(shown.output.contains("[####################] 3/3"), "\(shown)")
    try folder.write("CCO\nC1CC\nCC\n", to: "mine.smi")
    let lines = try Program.run(table, in: folder)
    #expect(lines.errors.contains("2/2 calculated, 1 unreadable"), "\(lines)")
    #expect(!lines.errors.contains("["))
  }

  @Test(arguments: [
    ["validate", "a\u{1B}[31m.yaml"], ["calculate", "\u{1B}[31m.smi"], ["calculators", "\u{1B}[31m"],
    ["run", "a.yaml", "--\u{1B}[31m"], ["calculate", "C", "--properties", "\u{1B}[31m"],
  ])
  func controlCharactersOfArgumentsAreWrittenOut(arguments: [String]) throws {
    let ending = try Program.run(arguments, in: try TemporaryFolder())
    #expect(ending.cause == .exited(2), "\(ending)")
    #expect(ending.errors.contains(#"\x1b[31m"#), "\(ending)")
    #expect(!ending.errors.contains("\u{1B}"))
  }

  @Test func longMoleculesAreCutOnATerminalAndNowhereElse() throws {
    let folder = try folder()
    let narrow = try Program.runOnTerminal(columns: 60, table + ["--quiet"], in: folder)
    let row = try #require(narrow.output.split(whereSeparator: \.isNewline).first { $0.hasPrefix("long ") })
    #expect(row.contains("CCC…"), "\(narrow)")
    // The reason of the failure, a sentence at the end, is whole.
    let cells = try #require(row.split(separator: "input").first)
    #expect(!cells.contains(String(repeating: "C", count: 60)))
    #expect(narrow.output.contains("red\\x1b[31m"), "names are cut too, where they are too long")
    let wide = try Program.runOnTerminal(columns: 400, table + ["--quiet"], in: folder)
    #expect(wide.output.contains(Self.long))
    for format in [[], ["--format", "csv"], ["--json"]] {
      #expect(try Program.run(table + format, in: folder).output.contains(Self.long))
    }
    for format in [["--format", "csv"], ["--json"]] {
      #expect(try Program.runOnTerminal(columns: 60, table + format, in: folder).output.contains(Self.long))
    }
    _ = try Program.runOnTerminal(columns: 60, table + ["--format", "table", "--output", "out.txt"], in: folder)
    #expect(try String(contentsOfFile: folder.file("out.txt"), encoding: .utf8).contains(Self.long))
  }

  @Test func tablesFitTheTerminalAndNameWhatTheyLeaveOut() throws {
    let campaign = try TableCampaign(calculations: 16)
    #expect(try campaign.run().cause == .exited(0))
    let file = TableCampaign.fileName
    for command in [["status", file], ["status", file, "--all"], ["inspect", file]] {
      for columns in [60, 80] {
        let shown = try Program.runOnTerminal(
          columns: columns, command, in: campaign.folder, environment: ["NO_COLOR": "1"])
        let lines = shown.output.split(whereSeparator: \.isNewline)
        let titles = try #require(lines.firstIndex { $0.hasPrefix("molecule") }, "\(shown)")
        #expect(lines[titles].contains("SMILES"))
        let ends = ["not shown", "and ", "Passed over"]
        let rows = lines[titles...].prefix { line in !ends.contains { line.hasPrefix($0) } }
        #expect(rows.allSatisfy { $0.count <= columns }, "\(shown)")
      }
    }
    let narrow = try Program.runOnTerminal(columns: 60, ["inspect", file], in: campaign.folder)
    #expect(narrow.output.contains("not shown, since the terminal is narrow: "), "\(narrow)")
    #expect(try !Program.run(["inspect", file], in: campaign.folder).output.contains("not shown"))
  }

  @Test func coloursAreForTerminalsThatWantThem() throws {
    let folder = try folder()
    let escape = "\u{1B}["
    #expect(try Program.runOnTerminal(columns: 80, table, in: folder).output.contains(escape + "31m"))
    #expect(
      try !Program.runOnTerminal(columns: 80, table, in: folder, environment: ["NO_COLOR": "1"]).output.contains(
        "m\u{1B}"))
    let without = try Program.runOnTerminal(
      columns: 80, table + ["--quiet"], in: folder, environment: ["NO_COLOR": "1"])
    #expect(!without.output.contains(escape), "\(without)")
    let dumb = try Program.runOnTerminal(columns: 80, table, in: folder, environment: ["TERM": "dumb"])
    #expect(!dumb.output.contains(escape), "\(dumb)")
  }

  @Test func aReaderThatGoesAwayIsNoError() throws {
    let folder = try folder()
    let ending = try Program.shell(
      "set -o pipefail; \"$COHOBATE\" calculators xtb | head -1; \"$COHOBATE\" calculators >&-", in: folder)
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(ending.errors.isEmpty, "\(ending)")
    #expect(ending.output.split(separator: "\n").count == 1)
  }

  @Test func resultsThatCannotBeWrittenAreAnError() throws {
    let ending = try Program.shell("\"$COHOBATE\" calculators xtb > /dev/full", in: try folder())
    #expect(ending.cause == .exited(1), "\(ending)")
    #expect(ending.complaint?.contains("stdout") == true, "\(ending)")
  }

  @Test func aReportThatNobodyReadsCanBeInterrupted() throws {
    let folder = try folder()
    // More than a pipe takes.
    try folder.write(String(repeating: "C(C a line that is no molecule\n", count: 5000), to: "mine.smi")
    let pipe = folder.file("pipe")
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    let reader = unsafe open(pipe, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    defer { close(reader) }
    let program = try RunningProgram(
      ["-c", "exec \"$0\" \"$@\" > pipe", Program.path] + table + ["--quiet"], path: "/bin/sh", in: folder)
    var source = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
    #expect(unsafe poll(&source, 1, 60_000) == 1)
    #expect(program.end(by: SIGINT).cause == .signalled(SIGINT))
  }
}
