import ArgumentParser
import Calculation
import CampaignFile
import Dashboard
import Files
import Foundation
import Glibc
import Reports

struct DashboardCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard",
    abstract: "Show campaigns in a browser, while they run or afterwards.",
    discussion: """
      It prints the address to open. It only reads, and the pages follow a campaign as it runs. Ctrl-C ends it.

      Only this machine reaches it, and only who knows the token in the address. For a campaign on another machine it \
      prints the 'ssh' command that brings the pages to yours.
      """)

  @Argument(
    help: "Campaign files (YAML), databases, or folders of databases.",
    completion: .file(extensions: ["yaml", "yml", "sqlite"]))
  var files: [String]

  @Option(help: "The port to listen on; 0 for a free one.")
  var port = 8686

  @Flag(help: "Open the browser of this machine.")
  var open = false

  @Flag(inversion: .prefixedNo, help: "Ask for the token in the address.")
  var token = true

  @Option(help: "The address to listen on; others than this machine's are reached by the network, without encryption.")
  var bind = "127.0.0.1"

  @OptionGroup var machine: MachineOptions

  func validate() throws {
    for file in files { try requireName(file, of: "The campaign file") }
    try requireName(bind, of: "--bind")
    if files.isEmpty { throw ValidationError("Name a campaign file, a database or a folder of databases.") }
    if !(0...65_535).contains(port) { throw ValidationError("--port is \(port); it must be from 0 to 65535.") }
    if !token, bind != "127.0.0.1" { throw ValidationError("--bind needs the token: leave out --no-token.") }
  }

  func run() async throws {
    for file in files { try Self.requireCampaign(file) }
    let paths = files.flatMap(DashboardServing.campaigns)
    let serving = DashboardServing(
      paths, on: try MachineOptions.settings(named: machine.machine), host: bind, port: port, hasToken: token)
    let (isOpen, host) = (open, bind)
    let server = Task {
      try await serving.run { address, port in
        for line in Self.lines(address, port: port, host: host) { Terminal.line(line) }
        if isOpen { Self.openBrowser(address) }
      }
    }
    let interruption = Interruption(saying: "The dashboard has ended.") { server.cancel() }
    try await server.value
    _ = consume interruption
    Terminal.line("The dashboard has ended.")
  }

  /// Throws if there is neither a campaign file, which need not have begun, nor a database or a folder.
  private static func requireCampaign(_ file: String) throws(CampaignError) {
    let files = FileManager.default
    guard !files.fileExists(atPath: file), !files.fileExists(atPath: CampaignPaths(file: file).database) else { return }
    throw CampaignError(
      .input, "There is no campaign file, database or folder '\(file)'.\(campaignFileSuggestion(for: file))")
  }

  private static func lines(_ address: String, port: Int, host: String) -> [String] {
    let tunnel =
      host == "127.0.0.1"
      ? ["From another machine: ssh -L \(port):127.0.0.1:\(port) \(ProcessInfo.processInfo.hostName)"] : []
    return ["Open \(address)"] + tunnel + ["Ctrl-C ends it."]
  }

  private static func openBrowser(_ address: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/xdg-open")
    process.arguments = [address]
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    do { try process.run() } catch { Terminal.note("No browser could be opened here: there is no xdg-open.") }
  }
}

/// A dashboard with its address.
struct DashboardServing: Sendable {
  private let server: DashboardServer
  private let host: String
  private let token: String?

  /// - Parameters:
  ///   - machine: Where the campaigns calculate.
  ///   - port: 0 for a free one.
  ///   - hasToken: Whether a browser must know a secret.
  init(
    _ campaigns: [CampaignPaths], on machine: MachineSettings, host: String = "127.0.0.1", port: Int,
    hasToken: Bool = true
  ) {
    token = hasToken ? accessToken() : nil
    self.host = host
    let site = DashboardSite(
      campaigns, drawing: { structureDrawing(ofSMILES: $0) }, token: token, isOpen: host != "127.0.0.1",
      cluster: { machine.lines(ofCampaign: $0, $1) })
    server = DashboardServer(site, host: host, port: port)
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter started: Called with the address to open, and with the port, as soon as it answers.
  func run(started: @escaping @Sendable (_ address: String, _ port: Int) -> Void) async throws(CampaignError) {
    let (host, token) = (host, token)
    try await server.run { port in
      let name = host == "0.0.0.0" ? ProcessInfo.processInfo.hostName : host.contains(":") ? "[\(host)]" : host
      started("http://\(name):\(port)/" + (token.map { "?token=\($0)" } ?? ""), port)
    }
  }

  /// The campaigns that a person names: a file, or the databases in a folder.
  static func campaigns(_ path: String) -> [CampaignPaths] {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      return [CampaignPaths(file: path)]
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".sqlite") }.sorted().map { CampaignPaths(file: path + "/" + $0) }
  }
}
