import Calculation
import CampaignFile
import Foundation
import Testing

@Suite struct MachineFileTests {
  private func settings(_ text: String, path: String = "/etc/m.yaml") throws -> MachineSettings {
    try MachineFile(path: path, text: text).settings
  }

  private func message(_ text: String) -> String {
    do {
      _ = try MachineFile(path: "m.yaml", text: text)
      return "It was accepted."
    } catch {
      return "\(error)"
    }
  }

  @Test func whatCannotBeReadIsNamedWithTheCommandThatWritesAMachineFile() {
    #expect(message("") == "m.yaml: The file is empty; 'cohobate machine new FILE' writes one to start from.")
    let error = #expect(throws: SpecificationError.self) { try MachineFile(path: "/no/m.yaml") }
    #expect(
      error?.description
        == "/no/m.yaml: The machine file cannot be read: there is no such file or folder. 'cohobate machine new FILE' writes one "
        + "to start from.")
  }

  @Test func everythingIsRead() throws {
    let machine = try settings(
      """
      name: hpc
      executor: slurm
      spool: spool
      cores: 16
      memory: 4G
      partition: short
      account: p1
      qos: normal
      time: 90m
      jobs: 20
      throttle: 5
      idle: 30s
      setup: [module load xtb]
      directives: ["#SBATCH --constraint=haswell"]
      variables: [LD_LIBRARY_PATH]
      scratch: $SCRATCH/me
      poll: 30
      heartbeat: 5
      """)
    #expect(machine.name == "hpc")
    #expect(machine.spool == "/etc/spool")
    #expect((machine.cores, machine.memoryMebibytes, machine.jobSeconds, machine.idleSeconds) == (16, 4096, 5400, 30))
    #expect((machine.partition, machine.account, machine.qualityOfService) == ("short", "p1", "normal"))
    #expect((machine.mostJobs, machine.throttle) == (20, 5))
    #expect(machine.setUp == ["module load xtb"])
    #expect(machine.directives == ["#SBATCH --constraint=haswell"])
    #expect(machine.variables == ["LD_LIBRARY_PATH"])
    #expect((machine.scratch, machine.pollSeconds, machine.heartbeatSeconds) == ("$SCRATCH/me", 30, 5))
    // What is shown is what was read.
    let shown = machine.entries.map { "\($0.key): \($0.value)" }.joined(separator: "\n")
    #expect(try settings(shown) == machine)
  }

  @Test(arguments: Executors.all.map(\.name)) func theTemplateIsAMachineFile(executor: String) throws {
    let machine = try settings(try #require(MachineTemplate.text(executor: executor)))
    #expect(machine.executor == executor)
    #expect(Executors.make(machine) != nil)
    // Every key is in the template, in force or as a comment.
    let keys = Executors.all.first { $0.name == executor }?.keys ?? []
    for key in keys { #expect(MachineTemplate.text(executor: executor)?.contains("\(key):") == true, "\(key)") }
  }

  @Test(arguments: [
    (
      "executor: slurm", "m.yaml: The key 'spool' is missing: a folder on a disk that this machine and the nodes share."
    ),
    ("executor: slrum", "m.yaml:1: 'executor' is 'slrum'; it must be one of: local (this machine), slurm"),
    ("cores: 4\npartition: a", "m.yaml:2: The key 'partition' is unknown; the keys here are name, executor, cores."),
    ("executor: slurm\nspool: s\npartiton: a", "did you mean 'partition'?"),
    ("executor: slurm\nspool: a b", "the queue understands only letters"),
    ("executor: slurm\nspool: s\ntime: 4", "as in 90s, 30m, 4h or 2d."),
    ("executor: slurm\nspool: s\ntime: 30s", "must be at least a minute"),
    ("executor: slurm\nspool: s\nmemory: 4T", "as in 500M or 4G."),
    ("executor: slurm\nspool: s\npartition: a b", "it must be a name without spaces."),
    ("executor: slurm\nspool: s\nvariables: [A=1]", "has 'A=1'"),
    ("executor: slurm\nspool: s\nscratch: $(id)", "it must be a path"),
    ("executor: slurm\nspool: s\nsetup: [\"a\\nb\"]", "write one entry for each line"),
    ("executor: template\nspool: s", "'submit' is missing"),
    ("executor: template\nspool: s\nsubmit: [qsub]", "must have {script}"),
  ]) func whatIsWrongIsSaid(text: String, part: String) {
    #expect(message(text).contains(part), "\(message(text))")
  }

  @Test func theFileIsTheNamedOneOrTheEnvironmentsOrTheUsers() throws {
    let home = FileManager.default.temporaryDirectory.appending(component: "home-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: home) }
    let folder = home.appending(components: ".config", "cohobate")
    let environment = ["HOME": home.path(percentEncoded: false)]
    #expect(MachineFile.path(named: nil, environment: environment) == nil)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("executor: local\n".utf8).write(to: folder.appending(component: "machine.yaml"))
    #expect(MachineFile.path(named: nil, environment: environment)?.hasSuffix("/.config/cohobate/machine.yaml") == true)
    let both = environment.merging(["COHOBATE_MACHINE": "b.yaml"]) { $1 }
    #expect(MachineFile.path(named: nil, environment: both) == "b.yaml")
    #expect(MachineFile.path(named: "a.yaml", environment: both) == "a.yaml")
  }
}
