import Calculation
import Testing

@Suite struct TemplateSystemTests {
  /// What the manuals of the queues show.
  @Test(arguments: [
    ("Your job 12 (\"cohobate-x9\") has been submitted\n", "12"), ("123.server.example\n", "123"),
    ("Job <456> is submitted to default queue <normal>.\n", "456"), ("Job submitted successfully, job ID: 7\n", "7"),
  ]) func theJobsNumberIsTheFirst(answer: String, number: String) {
    #expect(TemplateSystem.firstNumber(in: answer) == number)
  }

  @Test func anAnswerWithoutANumberHasNone() { #expect(TemplateSystem.firstNumber(in: "submitted") == nil) }

  @Test func placesAreFilledIn() {
    var machine = MachineSettings(name: "m", executor: "template")
    (machine.spool, machine.cores, machine.jobSeconds) = ("/s", 4, 3723)
    machine.directives = ["#$ -N {name}", "#$ -pe smp {cores}", "#$ -l h_rt={time}", "#$ -o {log}"]
    let script = PilotExecutor(machine, system: TemplateSystem(machine)).script(for: "a-1")
    #expect(
      script?.hasPrefix(
        "#!/bin/bash\n#$ -N cohobate-a-1\n#$ -pe smp 4\n#$ -l h_rt=01:02:03\n#$ -o /s/a-1/log\n# Written by") == true)
    let places = TemplateSystem.places(of: PilotJobs(of: "a-1", on: machine))
    #expect(TemplateSystem.filled("{minutes} {seconds} {script} {other}", places) == "63 3723 /s/a-1/job.sh {other}")
  }
}
