import Calculation
public import Files

/// The commented machine file that a user starts from.
public enum MachineTemplate {
  /// Writes the file for an executor. Returns its path.
  public static func write(path: String, executor: String, overwriting: Bool) throws(CampaignError) -> String {
    guard let text = text(executor: executor) else {
      let names = Executors.all.map(\.name).joined(separator: ", ")
      throw CampaignError(.input, "There is no executor '\(executor)'; it must be one of: \(names).")
    }
    try CampaignError.writeNew(text, to: path, overwriting: overwriting)
    return path
  }

  /// The text for an executor; nil if there is none of this name.
  public static func text(executor: String) -> String? {
    switch executor {
    case "local": local
    case "slurm": slurm
    case "template": template
    default: nil
    }
  }

  private static let local = """
    # A machine: where and how programs run. It never changes a result.
    executor: local              # this machine
    # cores: 8                   # calculations at once; without it one for each core
    """ + "\n"

  /// What both kinds of cluster have.
  private static let common = """
    spool: ~/cohobate-spool      # a folder on a disk that this machine and the nodes share
    cores: 4                     # of a job: it runs this many calculations at once
    time: 4h                     # of a job: 90s, 30m, 4h, 2d
    jobs: 8                      # at most this many jobs at once
    # idle: 5m                   # a job without a calculation leaves after this time
    # setup:                     # lines of shell that a job runs first
    #   - module load xtb
    # variables: [LD_LIBRARY_PATH]   # what programs see of the job's environment; they see nothing else of it
    # scratch: $TMPDIR           # a folder on the node's own disk; without it $TMPDIR, or else /tmp
    # poll: 60                   # seconds between two questions to the queue, at least
    # heartbeat: 10              # seconds between two signs of life of a job
    """

  private static let slurm = """
    # A machine: where and how programs run. It never changes a result. 'cohobate machine check FILE' tries it.
    executor: slurm
    \(common)
    # partition: short           # 'sinfo' lists them
    # account: project1          # who is charged
    # qos: normal
    # memory: 8G                 # of a job: 500M, 8G
    # throttle: 4                # of the jobs of one submission at most this many run at once
    # directives:                # further lines for sbatch
    #   - "#SBATCH --constraint=haswell"
    """ + "\n"

  private static let template = """
    # A machine: where and how programs run. It never changes a result. 'cohobate machine check FILE' tries it.
    # A queue that is used by its own commands; here Grid Engine's. Cohobate fills in {script}, {name}, {log}, {cores},
    # {time} (HH:MM:SS), {minutes}, {seconds}, and {job} in the command that cancels.
    executor: template
    submit: [qsub, "{script}"]   # the first number that it prints is the job's
    query: [qstat]               # a job is there if a line's first number is its own
    cancel: [qdel, "{job}"]
    directives:                  # lines for the queue at the beginning of the script
      - "#$ -N {name}"
      - "#$ -S /bin/bash"
      - "#$ -j y -o {log}"
      - "#$ -l h_rt={time}"
      - "#$ -pe smp {cores}"     # the site's name of an environment for several cores: 'qconf -spl' lists them
    # PBS: "#PBS -N {name}", "#PBS -l select=1:ncpus={cores},walltime={time}", "#PBS -j oe -o {log}"
    # LSF: submit ["bsub", "-o", "{log}/%J.txt", "-n", "{cores}", "-W", "{minutes}", "{script}"], query [bjobs], cancel [bkill, "{job}"]
    # HyperQueue: submit ["hq", "submit", "--cpus", "{cores}", "--time-limit", "{seconds}s", "{script}"], query ["hq", "job", "list"],
    #   cancel ["hq", "job", "cancel", "{job}"]
    \(common)
    """ + "\n"
}
