#!/usr/bin/env python3
"""Simulates a cluster on this machine: 64 pilots of one core, a queue that starts them as processes, and programs that only wait.

    python3 Benchmarks/cluster.py --program .build/release/cohobate

Prints the share of the pilots' time that programs ran in, for each pilot from its first program's start to the end of the last program of all; how
often the queue was asked; and the controller's greatest memory. Run it on an idle machine: the programs take no processor time, but starting them does.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

QUEUE = """\
import os, pathlib, signal, subprocess, sys
place = pathlib.Path(__file__).parent / "queue"
place.mkdir(exist_ok=True)
what = sys.argv[1]
with open(place.parent / "asked", "a") as log:
    log.write(what + "\\n")
if what == "submit":
    job = str(100 + len(list(place.iterdir())))
    process = subprocess.Popen(["/bin/bash", sys.argv[2]], env={**os.environ, "JOB_ID": job}, start_new_session=True,
                               stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    (place / job).write_text(str(process.pid))
    print(job)
elif what == "list":
    for entry in place.iterdir():
        if pathlib.Path("/proc", entry.read_text()).exists():
            print(entry.name)
else:
    try:
        os.kill(int((place / sys.argv[2]).read_text()), signal.SIGTERM)
    except OSError:
        pass
"""

MACHINE = """\
executor: template
submit: [/usr/bin/python3, {folder}/queue.py, submit, "{{script}}"]
query: [/usr/bin/python3, {folder}/queue.py, list]
cancel: [/usr/bin/python3, {folder}/queue.py, cancel, "{{job}}"]
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
#include <unistd.h>
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

CONFIGURATION = """\
calculator: {program: command, command: [./stub, "{smiles}"], properties: {v: eV}, time_limit: 60}
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=".build/release/cohobate")
    parser.add_argument("--compiler", default="cc", help="of C, for the programs that wait")
    parser.add_argument("--pilots", type=int, default=64)
    parser.add_argument("--calculations", type=int, default=1000)
    parser.add_argument("--seconds", type=float, default=0.2)
    arguments = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="cohobate-cluster-"))
    (folder / "queue.py").write_text(QUEUE)
    (folder / "machine.yaml").write_text(MACHINE.format(folder=folder, pilots=arguments.pilots))
    whole = int(arguments.seconds)
    (folder / "stub.c").write_text(STUB.format(whole=whole, rest=int((arguments.seconds - whole) * 1e9), log=folder / "ran"))
    subprocess.run([arguments.compiler, "-static", "-o", folder / "stub", folder / "stub.c"], check=True)
    (folder / "camp.yaml").write_text(CONFIGURATION)
    sides = [f"{'C' * a}{tail}{'C' * b}" for a in range(1, 32) for tail in ("", "O", "N", "S") for b in range(1, 32)]
    molecules = list(dict.fromkeys(sides))[:arguments.calculations]
    (folder / "molecules.smi").write_text("".join(f"{smiles}\n" for smiles in molecules))
    run = subprocess.Popen(
        [str(pathlib.Path(arguments.program).resolve()), "calculate", "molecules.smi", "--config", "camp.yaml", "--no-cache",
         "--machine", "machine.yaml", "--output", "values.csv", "--quiet"], cwd=folder, env={**os.environ, "HOME": str(folder)})
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
        pilot = pathlib.Path(home).parent.name
        starts[pilot] = min(starts.get(pilot, float(start)), float(start))
        busy, last = busy + float(end) - float(start), max(last, float(end))
    share = busy / sum(last - start for start in starts.values())
    print(f"{written} of {len(molecules)} calculations of {arguments.seconds} s by {len(starts)} pilots; "
          f"{last - min(starts.values()):.2f} s from the first start to the last end; busy share {share:.1%}; {total:.1f} s in all; "
          f"submissions {asked.count('submit')}, questions {asked.count('list')}; controller at most {memory} MB")
    shutil.rmtree(folder)
    sys.exit(run.returncode)


if __name__ == "__main__":
    main()
