/// What is known of the pilots of a campaign: from it follow how many to submit, when to ask the queue, and which are
/// lost. It is a value; the times come from its caller.
package struct PilotSupply: Sendable {
  package typealias Instant = ContinuousClock.Instant

  private struct Seen {
    var counter: Int
    var changedAt: Instant
    var hasLeft: Bool
    let job: String
    /// The good answers of the queue without its job, since its heartbeat changed.
    var absences = 0
  }

  private let machine: MachineSettings
  private var pilots: [String: Seen] = [:]
  /// The last good answer of the queue; nil before the first.
  private var active: [QueuedJob]?
  private var answeredAt: Instant?
  /// The submissions that the last answer may not know.
  private var submissions: [(count: Int, at: Instant)] = []
  private var askedAt: Instant?
  private var submittedAt: Instant?
  private var silences = 0
  private var refusals = 0
  /// The pilots that left with a complaint since the last that did not.
  private var complaints: [String] = []
  private var done = 0
  /// The pilots that had left before the session began.
  private var former: Set<String> = []

  /// The submissions since a pilot showed itself for the first time.
  private var submissionsWithoutPilot = 0

  /// This many submissions in succession without a sign of life are no accident.
  private static let mostSubmissionsWithoutPilot = 5
  /// The most jobs of one submission: Slurm's usual limit on arrays is 1,001.
  private static let largestSubmission = 1000
  /// This many pilots in succession that cannot stay are no accident.
  private static let mostComplaints = 5
  /// The longest time between two questions to a queue that does not answer, in seconds.
  private static let longestPollSeconds = 600.0

  package init(_ machine: MachineSettings) { self.machine = machine }

  // MARK: What is seen

  /// Takes note of the pilots' files at the beginning of a session.
  package mutating func noteFormer(_ seen: [Spool.Pilot], at now: Instant) {
    former = Set(seen.filter(\.hasLeft).map(\.name))
    note(seen, at: now)
  }

  /// Takes note of the pilots' files.
  package mutating func note(_ seen: [Spool.Pilot], at now: Instant) {
    for pilot in seen where !former.contains(pilot.name) {
      if pilots[pilot.name] == nil { submissionsWithoutPilot = 0 }
      if pilots[pilot.name]?.counter != pilot.counter {
        pilots[pilot.name] = Seen(
          counter: pilot.counter, changedAt: now, hasLeft: pilots[pilot.name]?.hasLeft ?? false, job: pilot.job)
      }
      if pilot.hasLeft, pilots[pilot.name]?.hasLeft == false {
        pilots[pilot.name]?.hasLeft = true
        if let complaint = pilot.complaint { complaints.append("\(complaint) (\(pilot.host))") }
      }
    }
    let done = seen.map(\.done).reduce(0, +)
    if done > self.done { complaints = [] }
    self.done = max(done, self.done)
  }

  /// Takes note of a good answer to a question.
  package mutating func note(_ active: [QueuedJob], askedAt asked: Instant) {
    self.active = active
    answeredAt = asked
    silences = 0
    submissions.removeAll { $0.at < asked }
    let ids = Set(active.map(\.id))
    for (name, pilot) in pilots where !pilot.hasLeft {
      pilots[name]?.absences = ids.contains(pilot.job) || pilot.changedAt >= asked ? 0 : pilot.absences + 1
    }
  }

  /// Takes note of a question that the queue did not answer.
  package mutating func noteSilence(at now: Instant) {
    silences += 1
    askedAt = now
  }

  package mutating func noteQuestion(at now: Instant) { askedAt = now }

  package mutating func noteSubmission(of count: Int, at now: Instant) {
    submissions.append((count, now))
    submittedAt = now
    refusals = 0
    submissionsWithoutPilot += 1
  }

  /// Takes note of a submission that failed. Returns the reason why nothing can run: after the second refusal, unless pilots
  /// are there.
  package mutating func note(_ failure: BatchFailure, at now: Instant) -> String? {
    submittedAt = now
    guard failure.isRefusal else {
      // It may have been accepted: how many there are is known after the next answer.
      active = nil
      return nil
    }
    refusals += 1
    return refusals < 2 || alive > 0 ? nil : "the queue of '\(machine.name)' takes no jobs: \(failure)."
  }

  // MARK: What follows

  /// Why no job will ever start, if all of them wait for it.
  package var reasonJobsCannotStart: String? {
    guard let active, !active.isEmpty, active.allSatisfy(\.cannotStart) else { return nil }
    return active.first?.reason
  }

  /// Why no pilot starts; nil if there is no reason to think so.
  package var reasonNoPilotStarts: String? {
    guard submissionsWithoutPilot >= Self.mostSubmissionsWithoutPilot, active?.isEmpty == true, submissions.isEmpty
    else { return nil }
    return "\(submissionsWithoutPilot) submissions ended without a sign of life"
  }

  /// Why no pilot stays; nil if there is no reason to think so.
  package var reasonPilotsLeave: String? { complaints.count >= Self.mostComplaints ? complaints.last : nil }

  /// Whether the queue may be asked: once in `poll` seconds, and less often the longer it does not answer.
  package func mayAsk(at now: Instant) -> Bool {
    guard let askedAt else { return true }
    let pause = min(
      machine.pollSeconds * Double(1 << min(silences, 10)), max(Self.longestPollSeconds, machine.pollSeconds))
    return now - askedAt >= .seconds(pause)
  }

  /// Whether a pilot will do nothing more with what it claimed.
  package func isLost(_ name: String, at now: Instant) -> Bool {
    if former.contains(name) { return true }
    guard let pilot = pilots[name] else { return false }
    if pilot.hasLeft { return true }
    return now - pilot.changedAt >= .seconds(3 * machine.heartbeatSeconds) && pilot.absences >= 2
  }

  /// The pilots that wait or run, as far as is known.
  package var alive: Int {
    let left = Set(pilots.values.filter(\.hasLeft).map(\.job))
    let known = Set((active ?? []).map(\.id))
    // A pilot that came and left since the last answer is one of the submitted.
    let unknownThatLeft = pilots.values.count { pilot in
      pilot.hasLeft && !known.contains(pilot.job) && answeredAt.map { pilot.changedAt >= $0 } ?? true
    }
    return (active ?? []).count { !left.contains($0.id) }
      + max(0, submissions.map(\.count).reduce(0, +) - unknownThatLeft)
  }

  /// The number of pilots to submit now. Before the queue has answered, nobody knows how many there are.
  package func wanted(outstanding: Int, at now: Instant) -> Int {
    guard active != nil, outstanding > 0, submittedAt.map({ now - $0 >= .seconds(machine.pollSeconds) }) ?? true else {
      return 0
    }
    let missing = min(machine.mostJobs, (outstanding + machine.slots - 1) / machine.slots) - alive
    return max(0, min(Self.largestSubmission, missing))
  }
}
