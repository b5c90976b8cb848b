import ArgumentParser
import CStart
import CachedCalculation
import Files
import Glibc
import Stores

/// The command line: arguments become a plan, and only then does anything run.
@main
struct Cohobate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cohobate",
    abstract: "Finds molecules with wanted properties from few quantum-chemical calculations.",
    discussion: """
      A campaign is a file that says what is wanted. 'cohobate new NAME' writes one, 'cohobate run FILE' starts or resumes \
      it, 'cohobate inspect FILE' shows what was considered, chosen and found.

      On a terminal, tables are fitted to its width: long SMILES end with '…'. In files, pipes, CSV and JSON they are whole.

      Exit status: 0 done, 1 the campaign or the machine failed, 2 the input is wrong, 130 interrupted.
      """,
    version: CohobateVersion.current,
    groupedSubcommands: [
      CommandGroup(
        name: "Campaign",
        subcommands: [
          NewCommand.self, ValidateCommand.self, RunCommand.self, StatusCommand.self, InspectCommand.self,
          ExportCommand.self, ReplayCommand.self,
        ]),
      CommandGroup(name: "Browser", subcommands: [DashboardCommand.self, ReportCommand.self]),
      CommandGroup(name: "Laboratory", subcommands: [SuggestCommand.self, TellCommand.self]),
      CommandGroup(
        name: "Stand-alone",
        subcommands: [
          CalculateCommand.self, DesignCommand.self, PredictCommand.self, FilterCommand.self, TargetsCommand.self,
        ]),
      CommandGroup(name: "Model", subcommands: [PretrainCommand.self, ModelsCommand.self, CorpusCommand.self]),
      CommandGroup(
        name: "Machine",
        subcommands: [CalculatorsCommand.self, CacheCommand.self, MachineCommand.self, DoctorCommand.self]),
    ])

  static func main() async {
    // If the reader closes the pipe (`| head`), only the output ends, not the campaign.
    signal(SIGPIPE, SIG_IGN)
    openStandardDescriptors()
    if let unknown = UnknownCommand(in: arguments, of: Self.self) {
      Terminal.error("\(unknown)")
      Glibc.exit(2)
    }
    ComputeResources.raiseLimits()
    do {
      var command = try parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      if !Terminal.hasWrittenAll() { Glibc.exit(1) }
    } catch let error as CampaignError {
      if error.kind == .interrupted { Terminal.line("\(error)".visible) } else { Terminal.error("\(error)") }
      Glibc.exit(error.exitStatus)
    } catch let status as ExitCode {
      _ = Terminal.hasWrittenAll()
      Glibc.exit(status.rawValue)
    } catch {
      let isHelp = exitCode(for: error) == .success
      let message = fullMessage(for: error)
      if !message.isEmpty {
        isHelp ? Terminal.output(message) : Terminal.usageError(UnknownOption.withoutFarSuggestion(message))
      }
      Glibc.exit(isHelp ? 0 : 2)
    }
  }
}

/// The arguments after the program's name.
private var arguments: [String] { Array(CommandLine.arguments.dropFirst()) }

/// Opens the null device for stdin, stdout and stderr if the caller has closed them (`>&-`). Otherwise the next opened
/// file, perhaps a database, would take their place.
private func openStandardDescriptors() {
  for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
    // The system assigns the lowest free number: this one.
    _ = unsafe open("/dev/null", O_RDWR)
  }
}

extension CampaignError {
  /// 2 if the input is wrong and nothing was changed, 130 if the campaign was interrupted, else 1.
  var exitStatus: Int32 {
    switch kind {
    case .input: 2
    case .interrupted: 130
    case .failure: 1
    }
  }
}
