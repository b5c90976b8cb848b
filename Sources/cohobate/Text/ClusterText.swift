import CachedCalculation
import Calculation
import CampaignFile
import Files

/// What a cluster has of a campaign, in words.
struct ClusterText {
  let lines: [String]

  init(_ state: ClusterState, machine: String) {
    let share = state.busyShare.map { ", \(Int(($0 * 100).rounded())) % of them in calculations" } ?? ""
    lines =
      [
        "on \(machine): \(Number.count(state.waiting, "attempt")) waiting, \(state.running) running, \(state.lost) lost, "
          + "\(state.returned) returned; \(Number.count(state.pilots, "job")) there, \(state.pilotsThatLeft) left; "
          + "\(Number.coreHours(state.coreHours))\(share)"
      ] + (state.complaint.map { ["the last job that could not stay left because \($0)"] } ?? [])
  }
}

extension MachineSettings {
  /// What this machine has of a campaign by its name and record; nil if it has nothing.
  func state(ofCampaign name: String, _ paths: CampaignPaths) -> ClusterState? {
    ClusterState(of: ComputeResources.scratchName(of: name, database: paths.database), on: self)
  }

  /// The same in words; empty if it has nothing.
  func lines(ofCampaign name: String, _ paths: CampaignPaths) -> [String] {
    state(ofCampaign: name, paths).map { ClusterText($0, machine: self.name).lines } ?? []
  }
}
