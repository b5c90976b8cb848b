import Calculation

/// What a cluster has of a campaign, in words.
struct ClusterText {
  let lines: [String]

  init(_ state: ClusterState, machine: String) {
    let share = state.busyShare.map { ", \(Int(($0 * 100).rounded())) % of them in calculations" } ?? ""
    lines =
      [
        "on \(machine): \(Number.count(state.waiting, "attempt")) waiting, \(state.running) running, \(state.returned) returned; "
          + "\(Number.count(state.pilots, "job")) there, \(state.pilotsThatLeft) left; \(Number.fixed(state.coreHours, 2)) core-hours\(share)"
      ] + (state.complaint.map { ["the last job that could not stay left because \($0)"] } ?? [])
  }
}
