import ArgumentParser
import Calculation
import CampaignFile
import Files
import Foundation

/// Where programs run.
struct MachineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A machine file: where programs run. Default: $COHOBATE_MACHINE, or else ~/.config/cohobate/machine.yaml.",
      valueName: "file"), completion: .file(extensions: ["yaml", "yml"]))
  var machine: String?

  func validate() throws { try requireName(machine, of: "--machine") }

  /// The machine; this one if no file says otherwise.
  static func settings(named file: String?) throws(CampaignError) -> MachineSettings {
    guard let path = MachineFile.path(named: file, environment: ProcessInfo.processInfo.environment) else {
      return MachineSettings()
    }
    do throws(SpecificationError) {
      return try MachineFile(path: path).settings
    } catch {
      throw CampaignError(error)
    }
  }

  /// The executor of the machine.
  func executor(leaving: MachineSettings.Leaving = .cancelling) throws(CampaignError) -> any Executor {
    var settings = try Self.settings(named: machine)
    settings.leaving = leaving
    let executor = Executors.make(settings) ?? Executors.makeUsual()
    if leaving != .cancelling, executor.script(for: "") == nil {
      throw CampaignError(
        .input,
        "--no-wait and --detach are for jobs of a cluster, and programs run on this machine; name a machine file with --machine."
      )
    }
    return executor
  }
}
