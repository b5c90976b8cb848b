import Calculation
import Foundation
import Synchronization
import Testing

/// The job in which a campaign's controller runs.
@Suite struct ControllerJobTests {
  private let scratch: Scratch
  private let queue = ProcessQueue()

  init() throws { scratch = try Scratch() }

  private var machine: MachineSettings {
    var machine = MachineSettings(name: "m", executor: "slurm")
    machine.spool = "\(scratch.path)/spool"
    (machine.cores, machine.jobSeconds, machine.pollSeconds) = (16, 5400, 0.1)
    machine.setUp = ["module load xtb"]
    return machine
  }

  @Test func theScriptAsksForOneCoreAndRunsTheCommandInItsFolder() throws {
    let job = ControllerJob(of: "a-1f", on: machine, system: SlurmSystem())
    let script = job.script(command: ["/opt/cohobate", "run", "a campaign.yaml"], in: "/home/me/my work")
    let log = "\(scratch.path)/spool/a-1f/log"
    let lines = script.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("export PATH=") }
    #expect(
      lines == [
        "#!/bin/bash", "#SBATCH --job-name=cohobate-run-a-1f", "#SBATCH --output=\(log)/run-%j.txt",
        "#SBATCH --nodes=1", "#SBATCH --ntasks=1", "#SBATCH --cpus-per-task=1", "#SBATCH --time=90",
        "#SBATCH --no-requeue", "#SBATCH --dependency=singleton",
        "# Written by Cohobate. It runs a campaign, and submits itself again before its time is up.",
        "# Set-up lines of the machine file.", "module load xtb", "cd -- '/home/me/my work' || exit 1",
        "exec env --unset=SLURM_JOB_ID /opt/cohobate run 'a campaign.yaml' --controller-seconds $((5280 - SECONDS)) "
          + "--controller-scratch \"${TMPDIR:-/tmp}\"",
      ])
    #expect(job.log == log)
  }

  /// It stops a tenth of the time before the end, at least 20 s and at most 2 min.
  @Test(arguments: [(60, 40), (600, 540), (3600, 3480), (86_400, 86_280)])
  func itBeginsToLeaveBeforeItsTimeIsUp(seconds: Int, begins: Int) {
    var machine = machine
    machine.jobSeconds = seconds
    #expect(ControllerJob(of: "a-1f", on: machine, system: queue).seconds == begins)
  }

  @Test func wordsReachTheProgramAsTheyAre() async throws {
    var machine = machine
    machine.setUp = []
    let words = ["a b", "$(touch made)", "it's", "\"", "`touch made`", "line\nline", "*"]
    let folder = "\(scratch.path)/of 'one'"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let job = ControllerJob(of: "a-1f", on: machine, system: queue)
    let number = try await job.begin(
      command: ["/bin/sh", "-c", "printf '%s\\0' \"$@\" > words", "sh"] + words, in: folder, seconds: 7)
    #expect(number == "1")
    queue.waitForAll()
    let data = try #require(FileManager.default.contents(atPath: "\(folder)/words"))
    let found = String(decoding: data, as: UTF8.self).split(separator: "\0").map(String.init)
    #expect(found.prefix(words.count) == words[...])
    #expect(found.dropFirst(words.count) == ["--controller-seconds", "7", "--controller-scratch", "/tmp"])
    #expect(!FileManager.default.fileExists(atPath: "\(folder)/made"))
  }

  @Test func oneThatIsThereIsFoundAndCancelled() async throws {
    var machine = machine
    machine.setUp = []
    let job = ControllerJob(of: "a-1f", on: machine, system: queue)
    #expect(try await job.active() == [])
    #expect(try await job.cancel() == [])
    // A thread of the tests may block signals, which its programs inherit.
    let program = "import signal, time; signal.pthread_sigmask(signal.SIG_SETMASK, []); time.sleep(100)"
    _ = try await job.begin(command: ["/usr/bin/python3", "-c", program], in: scratch.path)
    #expect(try await job.active() == ["1"])
    #expect(try await job.cancel() == ["1"])
    #expect(try await job.active() == [])
  }

  @Test func aQueueThatRefusesIsNamedWithWhatToDo() async throws {
    queue.failure.withLock { $0 = BatchFailure(command: "sbatch", message: "no.", isRefusal: true) }
    let job = ControllerJob(of: "a-1f", on: machine, system: queue)
    let error = await #expect(throws: CalculatorUnavailable.self) { try await job.submit() }
    #expect(error?.description.hasPrefix("The queue of 'm' cannot be used: 'sbatch' refuses: no; try") == true)
  }

  @Test func onThisMachineThereIsNone() {
    #expect(ControllerJob(of: "a-1f", on: MachineSettings()) == nil)
    #expect(ControllerJob(of: "a-1f", on: machine) != nil)
  }
}
