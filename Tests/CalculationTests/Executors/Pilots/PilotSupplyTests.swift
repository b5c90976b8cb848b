import Calculation
import Testing

/// How many pilots are submitted, when the queue is asked, and which pilots are lost: from what was seen, at instants that
/// the tests choose.
@Suite struct PilotSupplyTests {
  private let start = ContinuousClock.now
  private var machine: MachineSettings {
    var machine = MachineSettings(name: "m", executor: "slurm")
    (machine.cores, machine.mostJobs, machine.pollSeconds, machine.heartbeatSeconds) = (2, 8, 60, 10)
    return machine
  }

  private func at(_ seconds: Double) -> ContinuousClock.Instant { start + .seconds(seconds) }

  private func pilot(_ job: String, _ counter: Int, left: Bool = false, complaint: String = "", done: Int = 0)
    -> Spool.Pilot
  {
    Spool.Pilot(
      name: "node.\(job).7", "\(counter) \(left ? "left" : "here") 2 1 \(done) 100 200 \(complaint)\n")!
  }

  @Test func nothingIsSubmittedBeforeTheQueueHasAnswered() {
    var supply = PilotSupply(machine)
    #expect(supply.wanted(outstanding: 5, at: at(0)) == 0)
    supply.note([], askedAt: at(0))
    #expect(supply.wanted(outstanding: 5, at: at(0)) == 3)
    #expect(supply.wanted(outstanding: 0, at: at(0)) == 0)
    #expect(supply.wanted(outstanding: 100, at: at(0)) == 8)
  }

  @Test func jobsThatWaitOrWereJustSubmittedCountAndOneSubmissionAMinuteIsMade() {
    var supply = PilotSupply(machine)
    supply.note([QueuedJob(id: "1", isRunning: true)], askedAt: at(0))
    #expect(supply.wanted(outstanding: 100, at: at(0)) == 7)
    supply.noteSubmission(of: 4, at: at(1))
    #expect(supply.wanted(outstanding: 100, at: at(30)) == 0)
    #expect(supply.alive == 5)
    #expect(supply.wanted(outstanding: 100, at: at(61)) == 3)
    // An answer that was asked for after the submission knows it.
    supply.note([QueuedJob(id: "1", isRunning: true), QueuedJob(id: "2", isRunning: false)], askedAt: at(60))
    #expect(supply.alive == 2)
    // One that says it has left counts no more, whatever the queue says.
    supply.note([pilot("1", 3, left: true)], at: at(61))
    #expect(supply.alive == 1)
  }

  @Test func aPilotIsLostOnlyIfItIsSilentAndTwoAnswersLackItsJob() {
    var supply = PilotSupply(machine)
    supply.note([pilot("1", 1)], at: at(0))
    supply.note([], askedAt: at(5))
    supply.note([], askedAt: at(65))
    #expect(supply.isLost("node.1.7", at: at(66)))
    #expect(!supply.isLost("node.1.7", at: at(25)))
    // A sign of life starts the count again.
    supply.note([pilot("1", 2)], at: at(67))
    #expect(!supply.isLost("node.1.7", at: at(200)))
    supply.note([], askedAt: at(125))
    // An answer with the job, too.
    supply.note([QueuedJob(id: "1", isRunning: true)], askedAt: at(185))
    supply.note([], askedAt: at(245))
    #expect(!supply.isLost("node.1.7", at: at(1000)))
    supply.note([], askedAt: at(305))
    #expect(supply.isLost("node.1.7", at: at(1000)))
    #expect(!supply.isLost("node.9.9", at: at(1000)))
  }

  @Test func aQueueThatDoesNotAnswerIsAskedLessOften() {
    var supply = PilotSupply(machine)
    #expect(supply.mayAsk(at: at(0)))
    supply.noteQuestion(at: at(0))
    #expect(!supply.mayAsk(at: at(59)))
    #expect(supply.mayAsk(at: at(60)))
    supply.noteSilence(at: at(60))
    #expect(!supply.mayAsk(at: at(179)))
    #expect(supply.mayAsk(at: at(180)))
    for _ in 0..<20 { supply.noteSilence(at: at(200)) }
    #expect(!supply.mayAsk(at: at(799)))
    #expect(supply.mayAsk(at: at(800)))
    supply.note([], askedAt: at(800))
    #expect(supply.mayAsk(at: at(860)))
  }

  @Test func theSecondRefusalStopsAndSilenceNever() {
    var supply = PilotSupply(machine)
    let refusal = BatchFailure(command: "sbatch", message: "Invalid account", isRefusal: true)
    let silence = BatchFailure(command: "sbatch", message: "Socket timed out", isRefusal: false)
    for _ in 0..<5 { #expect(supply.note(silence, at: at(0)) == nil) }
    #expect(supply.note(refusal, at: at(1)) == nil)
    supply.noteSubmission(of: 1, at: at(2))
    // A job may be there, which was submitted and of which the queue has said nothing yet.
    for time in 3...5 { #expect(supply.note(refusal, at: at(Double(time))) == nil) }
    supply.note([], askedAt: at(6))
    #expect(
      supply.note(refusal, at: at(7)) == "the queue of 'm' takes no jobs: 'sbatch' refuses: Invalid account.")
  }

  @Test func jobsThatNeverStartAndPilotsThatCannotStayAreNoticed() {
    var supply = PilotSupply(machine)
    let stuck = QueuedJob(id: "1", isRunning: false, reason: "PartitionConfig", cannotStart: true)
    supply.note([stuck, QueuedJob(id: "2", isRunning: false)], askedAt: at(0))
    #expect(supply.reasonJobsCannotStart == nil)
    supply.note([stuck], askedAt: at(0))
    #expect(supply.reasonJobsCannotStart == "PartitionConfig")
    let full = "the disk of the node is full"
    supply.note((1...4).map { pilot("\($0)", 1, left: true, complaint: full) }, at: at(1))
    // Those that had left before they were first seen belong to this session, too.
    #expect(supply.reasonPilotsLeave == nil)
    supply.note([pilot("5", 1, left: true, complaint: full)], at: at(2))
    #expect(supply.reasonPilotsLeave == "\(full) (node)")
    supply.note([pilot("6", 1, done: 1)], at: at(3))
    #expect(supply.reasonPilotsLeave == nil)
  }

  @Test func pilotsThatLeftBeforeTheSessionSayNothingOfIt() {
    var supply = PilotSupply(machine)
    supply.noteFormer((1...9).map { pilot("\($0)", 1, left: true, complaint: "full") }, at: at(0))
    #expect(supply.reasonPilotsLeave == nil)
    #expect(supply.isLost("node.3.7", at: at(0)))
    supply.note([], askedAt: at(0))
    supply.noteSubmission(of: 2, at: at(1))
    #expect(supply.alive == 2)
  }
}
