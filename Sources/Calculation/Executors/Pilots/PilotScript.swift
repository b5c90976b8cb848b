import Files

extension PilotJobs {
  /// The script of a pilot's job: the queue's directives, the set-up lines, and the pilot in place of the shell.
  package func scriptText(for system: any BatchSystem) -> String {
    let milliseconds = Int(machine.heartbeatSeconds * 1000)
    let words =
      [shellWord("\(folder)/bin/\(PilotExecutor.pilot)"), shellWord(folder)]
      + [machine.slots, machine.idleSeconds, machine.jobSeconds, milliseconds].map(String.init)
      + ["\"\(scratch)\""] + machine.variables.map(shellWord)
    return script(
      for: system, purpose: "A pilot takes calculations from its spool folder until none is left or its time is up.",
      ["exec \(words.joined(separator: " "))"])
  }

  /// The script of a controller's job: a command of Cohobate's in a folder, which is given the seconds after which it must
  /// leave the campaign to its successor, and the node's folder for scratch.
  ///
  /// - Parameters:
  ///   - search: The folders in which programs are looked for, as in `$PATH`.
  ///   - seconds: The seconds from the beginning of the job.
  package func controllerText(
    for system: any BatchSystem, command: [String], in folder: String, search: String, seconds: Int
  ) -> String {
    script(
      for: system, purpose: "It runs a campaign, and submits itself again before its time is up.",
      [
        "cd -- \(shellWord(folder)) || exit 1",
        // In a job Cohobate would use its cores alone; this one submits others.
        "exec env --unset=SLURM_JOB_ID \(command.map(shellWord).joined(separator: " ")) "
          + "--controller-seconds $((\(seconds) - SECONDS)) --controller-scratch \"\(scratch)\"",
      ], before: ["export PATH=\(shellWord(search))"])
  }

  /// The node's folder for scratch, for the shell.
  private var scratch: String { machine.scratch ?? "${TMPDIR:-/tmp}" }

  private func script(
    for system: any BatchSystem, purpose: String, _ lines: [String], before: [String] = []
  ) -> String {
    let setUp = machine.setUp.isEmpty ? [] : ["# Set-up lines of the machine file."] + machine.setUp
    return
      (["#!/bin/bash"] + system.directives(for: self)
      + machine.directives.map { TemplateSystem.filled($0, TemplateSystem.places(of: self)) }
      + ["# Written by Cohobate. \(purpose)"] + before + setUp + lines)
      .joined(separator: "\n") + "\n"
  }
}
