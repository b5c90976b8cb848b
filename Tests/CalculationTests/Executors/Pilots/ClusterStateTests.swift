import Calculation
import Foundation
import Testing

/// What a spool folder shows without a question to the queue.
@Suite struct ClusterStateTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private var machine: MachineSettings {
    var machine = MachineSettings(name: "m", executor: "slurm")
    machine.spool = scratch.path
    return machine
  }

  private func write(_ text: String = "", to name: String, secondsAgo: Double = 0) throws {
    let path = "\(scratch.path)/a-1f/\(name)"
    try Data(text.utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -secondsAgo)], ofItemAtPath: path)
  }

  @Test func attemptsOfPilotsThatAreGoneAreLost() throws {
    #expect(ClusterState(of: "a-1f", on: machine) == nil)
    for name in ["waiting", "claimed", "results", "pilots"] {
      try FileManager.default.createDirectory(
        atPath: "\(scratch.path)/a-1f/\(name)", withIntermediateDirectories: true)
    }
    // A pilot says: counter, state, slots, running, done, and the microseconds of its attempts and of its time.
    try write("5 working 2 1 3 1800000000 3600000000 \n", to: "pilots/n1.7.40")
    try write("5 left 1 0 2 900000000 1800000000 no room\n", to: "pilots/n2.8.41")
    try write("5 working 1 1 0 0 0 \n", to: "pilots/n3.9.42", secondsAgo: 1000)
    for name in ["00000001~t1", "00000002~t2", "00000003~t3"] { try write(to: "waiting/\(name)") }
    for name in ["t4.n1.7.40", "t5.n2.8.41", "t6.n3.9.42", "t7.n3.9.42"] { try write(to: "claimed/\(name)") }
    for name in ["t3", "t7", "t8.n1.7.40"] { try write(to: "results/\(name)") }
    let state = try #require(ClusterState(of: "a-1f", on: machine))
    #expect(state.waiting == 2)
    #expect(state.running == 1)
    #expect(state.lost == 2)
    #expect(state.returned == 2)
    #expect(state.pilots == 2 && state.pilotsThatLeft == 1)
    #expect(state.coreHours == 2.5)
    #expect(state.busyShare == 0.3)
    #expect(state.complaint == "no room")
    // It leaves nothing behind.
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(scratch.path)/a-1f/pilots").count == 3)
  }
}
