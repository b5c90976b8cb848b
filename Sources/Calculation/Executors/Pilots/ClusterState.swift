import Files
import Foundation

/// What the spool folder of a campaign shows of its work on a cluster. It is read without asking the queue, from any
/// machine that sees the folder.
public struct ClusterState: Sendable, Hashable, Encodable {
  /// The attempts that wait for a pilot.
  public let waiting: Int
  /// The attempts that pilots have of which something is heard.
  public let running: Int
  /// The attempts of pilots that have left, or of which nothing was heard for long. They are put back once the queue has
  /// twice said that the pilot's job is gone.
  public let lost: Int
  /// The results that no run has read yet.
  public let returned: Int
  /// The pilots that are there, or were killed without a word.
  public let pilots: Int
  /// The pilots that have left.
  public let pilotsThatLeft: Int
  /// The hours of their cores that the jobs used until their last sign of life.
  public let coreHours: Double
  /// The share of these hours in which attempts ran; nil if there are none.
  public let busyShare: Double?
  /// Why the last pilot that could not stay left; nil if there is none.
  public let complaint: String?

  /// A network disk may show a sign of life as late as this.
  private static let shortestSilenceSeconds = 90.0

  /// The state of a campaign's attempts on a machine; nil if it has nothing there.
  /// - Parameter campaign: The name of the folder of its attempts.
  public init?(of campaign: String, on machine: MachineSettings) {
    let folder = PilotJobs(of: campaign, on: machine).folder
    guard !machine.spool.isEmpty, FileManager.default.fileExists(atPath: "\(folder)/pilots") else { return nil }
    let spool = Spool(folder: folder)
    let pilots = spool.pilots()
    let results = Set(spool.results())
    waiting = spool.waiting().subtracting(results).count
    let silent = spool.silentPilots(seconds: max(Self.shortestSilenceSeconds, 3 * machine.heartbeatSeconds))
    let gone = silent.union(pilots.filter(\.hasLeft).map(\.name))
    let claims = spool.claims().filter { !results.contains($0.task) }
    lost = Set(claims.filter { gone.contains($0.pilot) }.map(\.task)).count
    running = Set(claims.map(\.task)).count - lost
    returned = results.count
    self.pilots = pilots.count { !$0.hasLeft }
    pilotsThatLeft = pilots.count { $0.hasLeft }
    let seconds = pilots.map { $0.seconds * Double($0.slots) }.reduce(0, +)
    coreHours = seconds / 3600
    busyShare = seconds > 0 ? pilots.map(\.busySeconds).reduce(0, +) / seconds : nil
    complaint = pilots.last { $0.complaint != nil }?.complaint
  }
}
