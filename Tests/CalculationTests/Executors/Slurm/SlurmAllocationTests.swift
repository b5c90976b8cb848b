import Calculation
import Testing

@Suite struct SlurmAllocationTests {
  @Test func aJobIsReadFromItsVariables() throws {
    let allocation = try #require(
      SlurmAllocation(["SLURM_JOB_ID": "12", "SLURM_JOB_CPUS_PER_NODE": "16(x3),8,2(x1)"]))
    #expect(allocation.job == "12")
    #expect(allocation.coresByNode == [16, 16, 16, 8, 2])
    #expect([1, 2, 4, 8, 16, 17].map(allocation.room) == [58, 29, 14, 7, 3, 0])
  }

  @Test(arguments: [
    [:], ["SLURM_JOB_ID": "12"], ["SLURM_JOB_CPUS_PER_NODE": "4"],
    ["SLURM_JOB_ID": "", "SLURM_JOB_CPUS_PER_NODE": "4"],
    ["SLURM_JOB_ID": "12", "SLURM_JOB_CPUS_PER_NODE": "4(2)"],
  ]) func whatIsNotWholeIsNone(environment: [String: String]) {
    #expect(SlurmAllocation(environment) == nil)
  }

  @Test func pilotsAreNoMoreThanThereIsRoomFor() throws {
    let allocation = try #require(SlurmAllocation(["SLURM_JOB_ID": "12", "SLURM_JOB_CPUS_PER_NODE": "9"]))
    var machine = MachineSettings(name: "m", executor: "slurm")
    (machine.cores, machine.mostJobs) = (2, 100)
    #expect(allocation.limited(machine).mostJobs == 4)
    machine.mostJobs = 3
    #expect(allocation.limited(machine).mostJobs == 3)
  }
}
