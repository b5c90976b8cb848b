import Calculation
import Chemistry
import Foundation
import Glibc
import Synchronization
import Testing

/// Attempts that real pilots run, as processes of this machine.
@Suite struct PilotExecutorTests {
  private let scratch: Scratch
  private let queue = ProcessQueue()

  init() throws { scratch = try Scratch() }

  private func machine(_ change: (inout MachineSettings) -> Void = { _ in }) throws -> MachineSettings {
    var machine = MachineSettings(name: "processes", executor: "slurm")
    machine.spool = "\(scratch.path)/spool"
    machine.scratch = scratch.path
    (machine.cores, machine.pollSeconds, machine.heartbeatSeconds, machine.idleSeconds) = (2, 0.1, 0.2, 60)
    machine.variables = ["PASSED"]
    change(&machine)
    return machine
  }

  private func executor(_ change: (inout MachineSettings) -> Void = { _ in }) throws -> PilotExecutor {
    PilotExecutor(try machine(change), system: queue)
  }

  /// An attempt of a molecule: without one, a question for a version would be answered here.
  private func request(
    _ script: String, files: [AttemptRequest.File] = [], collect: [String] = [], input: String? = nil,
    seconds: Double = 300
  ) throws -> AttemptRequest {
    AttemptRequest(
      number: 1, molecule: try Molecule(smiles: "O"), geometry: nil, executable: "/bin/sh", arguments: ["-c", script],
      environment: ["PATH": "/usr/bin:/bin", "A": "1"], files: files, timeLimitSeconds: seconds, collect: collect,
      standardInput: input)
  }

  private func folder(_ number: Int) throws -> String {
    let path = "\(scratch.path)/work/a-1/\(number)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  // MARK: As on one machine

  /// The outputs of both places, without times and free space.
  private struct Seen: Equatable {
    let termination: Termination
    let output: String
    let error: String
    let files: [String: String]

    init(_ output: AttemptOutput) {
      termination = output.termination
      self.output = output.standardOutput
      error = output.standardError
      files = output.files
    }
  }

  @Test(arguments: [
    "cat in; cat; printf hello > b; : > empty; echo oops >&2", "exit 3", "kill -SEGV $$", "kill -KILL $$", "sleep 1000",
    "yes | head -c 70000000", "yes > b", "mkdir b; echo $A; cd /; ln -s $HOME/in $HOME/empty",
  ]) func theOutputIsThatOfThisMachine(script: String) async throws {
    let limit = script == "sleep 1000" ? 0.3 : 300
    let request = try request(
      script, files: [.init(name: "in", contents: "α\n")], collect: ["b", "empty", "missing"], input: "question\n",
      seconds: limit)
    let (here, there) = (try folder(1), try folder(2))
    let executor = try executor()
    let (own, other) = try await executor.session(as: "a-1") {
      (await LocalExecutor().run(request, in: here), await executor.run(request, in: there))
    }
    #expect(Seen(other) == Seen(own))
    #expect(other.freeBytes != nil)
    // The folder looks alike, up to links.
    let names = try FileManager.default.contentsOfDirectory(atPath: here).filter {
      RegularFileCheck.isPlain("\(here)/\($0)")
    }
    for name in names where name != "b" || own.termination == .exited(0) {
      #expect(FileManager.default.contentsEqual(atPath: "\(here)/\(name)", andPath: "\(there)/\(name)"), "\(name)")
    }
    queue.waitForAll()
  }

  @Test func aProgramThatIsNotThereIsNamed() async throws {
    let request = AttemptRequest(
      number: 1, molecule: try Molecule(smiles: "O"), geometry: nil, executable: "/nowhere/xtb", arguments: [],
      environment: [:], timeLimitSeconds: 10)
    let executor = try executor()
    let output = try await executor.session(as: "a-1") { await executor.run(request, in: try folder(1)) }
    #expect(output.termination == .notStarted("'/nowhere/xtb' cannot be executed: No such file or directory."))
  }

  @Test func programsSeeTheirVariablesAndThoseOfTheJobThatAreNamed() async throws {
    let executor = try executor()
    let output = try await executor.session(as: "a-1") {
      await executor.run(try request("env; pwd"), in: try folder(1))
    }
    let lines = Set(output.standardOutput.split(separator: "\n").map(String.init))
    let place = try #require(lines.first { $0.hasPrefix("/") })
    #expect(lines.isSuperset(of: ["A=1", "PASSED=yes", "PATH=/usr/bin:/bin", "HOME=\(place)", "TMPDIR=\(place)"]))
    #expect(!lines.contains("HIDDEN=no"))
    #expect(place.hasPrefix("\(scratch.path)/cohobate-pilot-1-"))
    queue.waitForAll()
    #expect(!scratch.contents.contains { $0.hasPrefix("cohobate-pilot") })
  }

  @Test func questionsForAVersionAreAnsweredHere() async throws {
    let executor = try executor()
    let version = await executor.run(.running("/bin/echo", ["1.2"]), in: try folder(1))
    #expect(version.standardOutput == "1.2\n")
  }

  @Test func anAttemptThatDoesNotFitIntoAJobIsRefused() async throws {
    let executor = try executor { $0.jobSeconds = 100 }
    let output = try await executor.session(as: "a-1") { await executor.run(try request("true"), in: try folder(1)) }
    #expect(
      output.termination
        == .notStarted(
          "its time limit of 300 s does not fit into jobs of 100 s; raise 'time' in the machine file, or lower the calculator's "
            + "time limit."))
  }

  // MARK: Losses

  @Test func theTaskOfAKilledPilotIsRunAgain() async throws {
    let executor = try executor { $0.cores = 1 }
    let mark = "\(scratch.path)/mark"
    let request = try request("if test -e \(mark); then echo again; else : > \(mark); sleep 1000; fi")
    let output = try await executor.session(as: "a-1") {
      async let output = executor.run(request, in: try folder(1))
      while !FileManager.default.fileExists(atPath: mark) { await Task.yield() }
      queue.kill(1)
      return try await output
    }
    #expect(output.standardOutput == "again\n")
    #expect(queue.submitted == 2)
  }

  /// The pilot is the parent of the keeper's outer process, which is the parent of the inner one, which is the program's.
  @Test func whatThreePilotsDoNotSurviveCountsAsKilled() async throws {
    let executor = try executor { $0.cores = 1 }
    let request = try request(
      """
      echo x >> \(scratch.path)/count
      read a b c outer rest < /proc/$PPID/stat
      read a b c pilot rest < /proc/$outer/stat
      kill -KILL $pilot
      sleep 1000
      """)
    let output = try await executor.session(as: "a-1") { await executor.run(request, in: try folder(1)) }
    #expect(output.termination == .signalled(SIGKILL))
    #expect(try String(contentsOfFile: "\(scratch.path)/count", encoding: .utf8) == "x\nx\nx\n")
  }

  @Test func whatWasDoneWhileNobodyWaitedIsRead() async throws {
    let machine = try machine { $0.leaving = .submitting }
    let first = PilotExecutor(machine, system: queue)
    let (request, place) = (try request("echo once >> \(scratch.path)/count; echo done"), try folder(1))
    let deferred = try await first.session(as: "a-1") { await first.run(request, in: place) }
    #expect(deferred.isDeferred)
    let results = "\(machine.spool)/a-1/results"
    while (try? FileManager.default.contentsOfDirectory(atPath: results).isEmpty) ?? true { await Task.yield() }
    let second = PilotExecutor(machine, system: queue)
    let output = try await second.session(as: "a-1") { await second.run(request, in: place) }
    #expect(output.standardOutput == "done\n")
    #expect(try String(contentsOfFile: "\(scratch.path)/count", encoding: .utf8) == "once\n")
    // The pilot left with the session.
    queue.waitForAll()
    #expect(!FileManager.default.fileExists(atPath: results))
  }

  @Test func aResultThatIsNotWholeIsCalculatedAgain() async throws {
    let machine = try machine { $0.leaving = .submitting }
    let first = PilotExecutor(machine, system: queue)
    let (request, place) = (try request("echo done"), try folder(1))
    _ = try await first.session(as: "a-1") { await first.run(request, in: place) }
    let results = "\(machine.spool)/a-1/results"
    func names() -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: results)) ?? []).filter { !$0.contains(".") }
    }
    while names().isEmpty { await Task.yield() }
    let file = "\(results)/\(names()[0])"
    try FileManager.default.contents(atPath: file)?.dropLast(9).write(to: URL(filePath: file))
    let second = PilotExecutor(try self.machine(), system: queue)
    let output = try await second.session(as: "a-1") { await second.run(request, in: place) }
    #expect(output.standardOutput == "done\n")
  }

  @Test func anAttemptThatIsRunAgainHasANewResult() async throws {
    let executor = try executor()
    let request = try request("echo x >> \(scratch.path)/count; wc -l < \(scratch.path)/count")
    let outputs = try await executor.session(as: "a-1") {
      [await executor.run(request, in: try folder(1)), await executor.run(request, in: try folder(1))]
    }
    #expect(outputs.map(\.standardOutput) == ["1\n", "2\n"])
  }

  @Test func aCancelledAttemptEndsWithTheSession() async throws {
    let executor = try executor()
    let mark = "\(scratch.path)/pid"
    let task = Task {
      try await executor.session(as: "a-1") {
        await executor.run(
          try request("echo $$ > \(mark).part; mv \(mark).part \(mark); sleep 1000"), in: try folder(1))
      }
    }
    while !FileManager.default.fileExists(atPath: mark) { await Task.yield() }
    task.cancel()
    #expect(try await task.value.termination == .cancelled)
    queue.waitForAll()
    try await expectGone(try String(contentsOfFile: mark, encoding: .utf8), count: 1)
  }

  // MARK: Workers

  private func question(_ script: String, _ question: String, seconds: Double = 300) throws -> AttemptRequest {
    AttemptRequest(
      number: 1, molecule: try Molecule(smiles: "O"), geometry: nil, executable: "/bin/sh", arguments: ["-c", script],
      environment: ["PATH": "/usr/bin:/bin", "A": "1"], timeLimitSeconds: seconds, standardInput: question,
      isForWorker: true)
  }

  /// A worker that notes each of its starts and repeats its questions.
  private var echoing: String { "echo x >> \(scratch.path)/count; while read -r line; do echo \"$line\"; done" }

  private var starts: Int {
    (try? String(contentsOfFile: "\(scratch.path)/count", encoding: .utf8).split(separator: "\n").count) ?? 0
  }

  @Test(arguments: [
    "while read -r line; do echo \"error $line\" >&2; echo \"$line\"; done",
    "while read -r line; do echo \"{\\\"A\\\": $A, \\\"id\\\": null}\"; done",
    // What is no answer, and what was not asked for.
    "while read -r line; do echo '{\"id\": 9}'; done", "while read -r line; do echo nonsense; done",
    "read -r line; echo '{\"id\": 1}'; echo '{\"id\": 1}'; cat",
    "while read -r line; do printf '%s\\n%s\\n' \"$line\" more; done",
    "echo early; while read -r line; do echo $line; done",
    "read -r line; head -c 70000000 /dev/zero | tr '\\0' x",
    // Ends.
    "read -r line; echo \"$line\"", "read -r line; printf '{\"id\": 1'", "read -r line; exit 3", "kill -SEGV $$",
    "read -r line; echo oops >&2; kill -KILL $$", "read -r line; sleep 1000", "exit 0",
  ]) func aWorkerIsTreatedAsOnThisMachine(script: String) async throws {
    let seconds = script.contains("sleep") ? 0.3 : 300
    let (here, there, local) = (try folder(1), try folder(2), LocalExecutor())
    let executor = try executor { $0.cores = 1 }
    try await executor.session(as: "a-1") {
      for line in ["{\"id\": 1, \"x\": [\"a}\", {\"id\": 3}]}", "{\"id\" : 2}\n"] {
        let request = try question(script, line, seconds: seconds)
        let (own, other) = (await local.run(request, in: here), await executor.run(request, in: there))
        #expect(Seen(other) == Seen(own))
        #expect(other.wallSeconds < 60 && other.freeBytes != nil)
      }
    }
    await local.end()
    #expect(try FileManager.default.contentsOfDirectory(atPath: there).isEmpty)
    queue.waitForAll()
    #expect(!scratch.contents.contains { $0.hasPrefix("cohobate-pilot") })
  }

  @Test func aWorkerThatIsNotThereOrIsAskedTwoLinesIsNamed() async throws {
    let executor = try executor()
    let missing = AttemptRequest(
      number: 1, molecule: try Molecule(smiles: "O"), geometry: nil, executable: "/nowhere/worker", arguments: [],
      environment: [:], timeLimitSeconds: 10, standardInput: "{}", isForWorker: true)
    let outputs = try await executor.session(as: "a-1") {
      [
        await executor.run(missing, in: try folder(1)),
        await executor.run(try question(echoing, "one\ntwo"), in: try folder(2)),
      ]
    }
    #expect(
      outputs.map(\.termination) == [
        .notStarted("'/nowhere/worker' cannot be executed: No such file or directory."),
        .notStarted("its question has more than one line."),
      ])
  }

  @Test func workersStayAndAreAskedAgain() async throws {
    let executor = try executor()
    let long = String(repeating: "y", count: 300_000)
    let answers = try await executor.session(as: "a-1") {
      try await withThrowingTaskGroup(of: String.self) { group in
        for number in 1...100 {
          let (request, place) = (try question(echoing, "\(number) \(long)"), try folder(number))
          group.addTask { await executor.run(request, in: place).standardOutput }
        }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
    }
    #expect(answers == Set((1...100).map { "\($0) \(long)" }))
    #expect((1...2).contains(starts))
    queue.waitForAll()
  }

  @Test func thereAreNeverMoreProgramsThanCores() async throws {
    let executor = try executor { $0.cores = 1 }
    let count = "ls -d \(scratch.path)/cohobate-pilot-*/worker-* 2>/dev/null | wc -l"
    let outputs = try await executor.session(as: "a-1") {
      [
        await executor.run(try question(echoing, "a"), in: try folder(1)),
        await executor.run(try request(count), in: try folder(2)),
        await executor.run(try question(echoing, "b"), in: try folder(3)),
        await executor.run(try question("while read -r line; do \(count); done", "c"), in: try folder(4)),
        await executor.run(try question(echoing, "d"), in: try folder(5)),
      ].map(\.standardOutput)
    }
    #expect(outputs == ["a", "0\n", "b", "1", "d"])
    #expect(starts == 3)
  }

  @Test func theQuestionOfAKilledPilotIsAskedAgainAndItsWorkerIsGone() async throws {
    let executor = try executor { $0.cores = 1 }
    let mark = "\(scratch.path)/mark"
    let script =
      "while read -r line; do if test -e \(mark); then echo again; else echo $$ > \(mark).part; mv \(mark).part \(mark); sleep 1000; fi; done"
    let request = try question(script, "a")
    let output = try await executor.session(as: "a-1") {
      async let output = executor.run(request, in: try folder(1))
      while !FileManager.default.fileExists(atPath: mark) { await Task.yield() }
      queue.kill(1)
      return try await output
    }
    #expect(output.standardOutput == "again")
    try await expectGone(try String(contentsOfFile: mark, encoding: .utf8), count: 1)
  }

  @Test func libxtbGivesTheValuesOfThisMachine() async throws {
    let calculator = LibXTBCalculator()
    func values(on executor: any Executor) async throws -> [Int: [String: Double]] {
      let stage = CalculationStage(
        calculator: calculator, executor: executor, concurrency: 2, workdir: "\(scratch.path)/work/a-1")
      var values: [Int: [String: Double]] = [:]
      let jobs = try ["O", "CCO", "c1ccccc1"].enumerated().map { number, smiles in
        CalculationJob(number: number, molecule: try Molecule(smiles: smiles))
      }
      try await executor.session(as: "a-1") {
        try await stage.run(jobs) { values[$0] = try $1.result.get().values }
      }
      return values
    }
    let there = try await values(on: try executor())
    #expect(there.count == 3)
    #expect(try await values(on: LocalExecutor()) == there)
    queue.waitForAll()
  }

  // MARK: A queue that does not do what it should

  @Test func aQueueThatRefusesTwiceStopsWithItsReason() async throws {
    let executor = try executor()
    let output = try await executor.session(as: "a-1") {
      queue.failure.withLock { $0 = BatchFailure(command: "sbatch", message: "Invalid account", isRefusal: true) }
      return await executor.run(try request("true"), in: try folder(1))
    }
    #expect(
      output.termination
        == .notStarted("the queue of 'processes' takes no jobs: 'sbatch' refuses: Invalid account."))
  }

  @Test func aRefusalOfJobsThatNobodyWaitsForIsTheEndOfTheSession() async throws {
    let machine = try machine { $0.leaving = .submitting }
    let first = PilotExecutor(machine, system: queue)
    let (request, place) = (try request("echo done"), try folder(1))
    let error = await #expect(throws: CalculatorUnavailable.self) {
      try await first.session(as: "a-1") {
        queue.failure.withLock { $0 = BatchFailure(command: "sbatch", message: "Invalid account", isRefusal: true) }
        #expect(await first.run(request, in: place).isDeferred)
      }
    }
    #expect(
      error?.problem == "The queue of 'processes' takes no jobs: 'sbatch' refuses: Invalid account")
    #expect(queue.submitted == 0)
    // What was to be done is kept.
    queue.failure.withLock { $0 = nil }
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(machine.spool)/a-1/waiting").count == 1)
    let second = PilotExecutor(try self.machine(), system: queue)
    let output = try await second.session(as: "a-1") { await second.run(request, in: place) }
    #expect(output.standardOutput == "done\n")
    queue.waitForAll()
  }

  @Test func withoutAQueueNoSessionBegins() async throws {
    queue.failure.withLock { $0 = BatchFailure(command: "squeue", message: "Socket timed out", isRefusal: false) }
    let executor = try executor()
    let error = await #expect(throws: CalculatorUnavailable.self) { try await executor.session(as: "a-1") {} }
    #expect(error?.problem == "The queue of 'processes' cannot be used: 'squeue' does not answer: Socket timed out")
    #expect(error?.remedy.contains("machine check") == false && error?.diagnosis?.contains("machine check") == true)
  }

  @Test func theSpoolFolderMustBeUsable() async throws {
    let file = try scratch.write("", to: "file")
    let executor = try executor { $0.spool = file }
    let error = await #expect(throws: CalculatorUnavailable.self) { try await executor.session(as: "a-1") {} }
    #expect(error?.problem.hasPrefix("The spool folder '\(file)/a-1' cannot be used") == true)
  }

  @Test func manyAttemptsShareThePilots() async throws {
    let executor = try executor { $0.mostJobs = 3 }
    let outputs = try await executor.session(as: "a-1") {
      try await withThrowingTaskGroup(of: String.self) { group in
        for number in 1...40 {
          let (request, place) = (try request("echo \(number)"), try folder(number))
          group.addTask { await executor.run(request, in: place).standardOutput }
        }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
    }
    #expect(outputs == Set((1...40).map { "\($0)\n" }))
    #expect((1...3).contains(queue.submitted))
    queue.waitForAll()
  }
}

private enum RegularFileCheck {
  static func isPlain(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
