import Files

extension PilotJobs {
  /// The script of a job: the queue's directives, the set-up lines, and the pilot in place of the shell.
  package func scriptText(for system: any BatchSystem) -> String {
    let milliseconds = Int(machine.heartbeatSeconds * 1000)
    let words =
      [shellWord("\(folder)/bin/\(PilotExecutor.pilot)"), shellWord(folder)]
      + [machine.slots, machine.idleSeconds, machine.jobSeconds, milliseconds].map(String.init)
      + ["\"\(machine.scratch ?? "${TMPDIR:-/tmp}")\""] + machine.variables.map(shellWord)
    let setUp = machine.setUp.isEmpty ? [] : ["# Set-up lines of the machine file."] + machine.setUp
    return
      (["#!/bin/bash"] + system.directives(for: self)
      + machine.directives.map { TemplateSystem.filled($0, TemplateSystem.places(of: self)) }
      + [
        "# Written by Cohobate. A pilot takes calculations from its spool folder until none is left or its time is up."
      ]
      + setUp + ["exec \(words.joined(separator: " "))"])
      .joined(separator: "\n") + "\n"
  }
}
