#!/usr/bin/env python3
"""Simulates a cluster on this machine: 64 pilots of one core, a queue that starts them as processes, and programs that only wait.

    python3 Benchmarks/cluster.py --program .build/release/cohobate

Prints the share of the pilots' time that programs ran in, for each pilot from its first program's start to the end of the last program of all; how
often the queue was asked; and the controller's greatest memory. Run it on an idle machine: the programs take no processor time, but starting them does.
"""

import argparse
import collections
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

# Stands for Slurm's three commands; what each is asked goes into a file.
QUEUE = """\
#!/usr/bin/python3
import os, pathlib, signal, subprocess, sys
folder = pathlib.Path(__file__).resolve().parent.parent
name, jobs = pathlib.Path(sys.argv[0]).name, folder / "jobs"
with open(folder / "asked", "a") as log:
    log.write(name + "\\n")
if name == "sbatch":
    last = int(next(word for word in sys.argv if word.startswith("--array=0-")).removeprefix("--array=0-"))
    for job in range(100, 101 + last):
        process = subprocess.Popen(["/bin/bash", sys.argv[-1]], env={**os.environ, "SLURM_JOB_ID": str(job)}, start_new_session=True,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        (jobs / str(job)).write_text(str(process.pid))
    print(100)
for entry in jobs.iterdir():
    process = int(entry.read_text())
    if name == "squeue" and pathlib.Path(f"/proc/{process}").exists():
        print(f"{entry.name}|RUNNING|None")
    if name == "scancel":
        try:
            os.kill(process, signal.SIGTERM)
        except OSError:
            pass
"""

MACHINE = """\
executor: slurm
spool: spool
cores: 1
jobs: {pilots}
time: 30m
"""

# In C, because a shell would take more of this machine's time than all that is measured. It notes where and when it ran.
STUB = """\
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
static double now(void) {{
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec * 1e-9;
}}
int main(void) {{
  const double start = now();
  nanosleep(&(struct timespec){{.tv_sec = {whole}, .tv_nsec = {rest}}}, NULL);
  puts("{{\\"properties\\": {{\\"v\\": 1.5}}}}");
  dprintf(open("{log}", O_WRONLY | O_CREAT | O_APPEND, 0666), "%s %.6f %.6f\\n", getenv("HOME"), start, now());
}}
"""

CALCULATOR = 'calculator: {program: command, command: [./stub, "{smiles}"], properties: {v: eV}, time_limit: 60}\n'


class Folder:
    """A folder with the queue's commands, a machine file, the program that waits, and molecules; it is removed at the end."""

    def __init__(self, compiler, pilots, calculations, seconds):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="cohobate-cluster-"))
        for name in ("bin", "jobs"):
            (self.path / name).mkdir()
        for name in ("sbatch", "squeue", "scancel"):
            (self.path / "bin" / name).write_text(QUEUE)
            (self.path / "bin" / name).chmod(0o755)
        (self.path / "machine.yaml").write_text(MACHINE.format(pilots=pilots))
        whole = int(seconds)
        (self.path / "stub.c").write_text(STUB.format(whole=whole, rest=int((seconds - whole) * 1e9), log=self.path / "ran"))
        subprocess.run([compiler, "-O2", "-std=gnu2x", "-static", "-o", self.path / "stub", self.path / "stub.c"], check=True)
        (self.path / "camp.yaml").write_text(CALCULATOR)
        # Ethers, amines and sulfides, each once.
        molecules = [f"{'C' * a}{atom}{'C' * b}" for a in range(1, 60) for b in range(1, a + 1) for atom in "ONS"][:calculations]
        (self.path / "molecules.smi").write_text("".join(f"{smiles}\n" for smiles in molecules))
        self.environment = {"HOME": str(self.path), "PATH": f"{self.path}/bin:{os.environ['PATH']}"}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path)


Seen = collections.namedtuple("Seen", "calculations pilots seconds busy share total asked memory status")


def simulate(program, compiler, pilots, calculations, seconds):
    """Runs calculations that wait, and returns what was seen of them: `seconds` from the first start to the last end, and the pilots' `busy` seconds."""
    with Folder(compiler, pilots, calculations, seconds) as place:
        folder = place.path
        run = subprocess.Popen(
            [str(pathlib.Path(program).resolve()), "calculate", "molecules.smi", "--config", "camp.yaml", "--no-cache",
             "--machine", "machine.yaml", "--output", "values.csv", "--quiet"], cwd=folder, env={**os.environ, **place.environment})
        began, memory = time.monotonic(), 0
        while run.poll() is None:
            try:
                for line in pathlib.Path(f"/proc/{run.pid}/status").read_text().splitlines():
                    if line.startswith("VmHWM:"):
                        memory = max(memory, int(line.split()[1]) // 1024)
            except OSError:
                pass
            time.sleep(0.05)
        total = time.monotonic() - began
        written = (folder / "values.csv").read_text().count("\n") - 1
        asked = (folder / "asked").read_text().split()
        starts, busy, last = {}, 0, 0
        for line in (folder / "ran").read_text().splitlines():
            home, start, end = line.rsplit(" ", 2)
            pilot = pathlib.Path(home).parent
            starts[pilot] = min(starts.get(pilot, float(start)), float(start))
            busy, last = busy + float(end) - float(start), max(last, float(end))
        share = busy / sum(last - start for start in starts.values())
        return Seen(written, len(starts), last - min(starts.values()), busy, share, total, asked, memory, run.returncode)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=".build/release/cohobate")
    parser.add_argument("--compiler", default="cc", help="of C, for the programs that wait")
    parser.add_argument("--pilots", type=int, default=64)
    parser.add_argument("--calculations", type=int, default=1000)
    parser.add_argument("--seconds", type=float, default=0.2)
    arguments = parser.parse_args()
    seen = simulate(arguments.program, arguments.compiler, arguments.pilots, arguments.calculations, arguments.seconds)
    print(f"{seen.calculations} of {arguments.calculations} calculations of {arguments.seconds} s by {seen.pilots} pilots; "
          f"{seen.seconds:.2f} s from the first start to the last end; busy share {seen.share:.1%}; {seen.total:.1f} s in all; "
          f"submissions {seen.asked.count('sbatch')}, questions {seen.asked.count('squeue')}; controller at most {seen.memory} MB")
    sys.exit(seen.status)


if __name__ == "__main__":
    main()
