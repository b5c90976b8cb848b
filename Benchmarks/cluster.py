#!/usr/bin/env python3
"""Simulates a cluster on this machine: 64 pilots of one core, a queue that starts them as processes, and programs that only wait.

    python3 Benchmarks/cluster.py --program .build/release/cohobate

Prints the share of the pilots' time that programs ran in, from the first program's start to the last one's end; how often the queue was asked;
and the controller's greatest memory. Run it on an idle machine: the programs take no processor time, but starting them does.
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

# In C, because a shell would take more of this machine's time than all that is measured.
STUB = """\
#include <stdio.h>
#include <time.h>
int main(void) {{
  nanosleep(&(struct timespec){{.tv_sec = {whole}, .tv_nsec = {rest}}}, NULL);
  puts("{{\\"properties\\": {{\\"v\\": 1.5}}}}");
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
    (folder / "stub.c").write_text(STUB.format(whole=whole, rest=int((arguments.seconds - whole) * 1e9)))
    subprocess.run([arguments.compiler, "-static", "-o", folder / "stub", folder / "stub.c"], check=True)
    (folder / "camp.yaml").write_text(CONFIGURATION)
    sides = [f"{'C' * a}{tail}{'C' * b}" for a in range(1, 32) for tail in ("", "O", "N", "S") for b in range(1, 32)]
    molecules = list(dict.fromkeys(sides))[:arguments.calculations]
    (folder / "molecules.smi").write_text("".join(f"{smiles}\n" for smiles in molecules))
    run = subprocess.Popen(
        [str(pathlib.Path(arguments.program).resolve()), "calculate", "molecules.smi", "--config", "camp.yaml", "--no-cache",
         "--machine", "machine.yaml", "--output", "values.csv", "--quiet"], cwd=folder, env={**os.environ, "HOME": str(folder)})
    began, ends, memory = time.monotonic(), {}, 0
    while run.poll() is None:
        for place in ("results", "taken"):
            for spool in (folder / "spool").glob("*"):
                try:
                    with os.scandir(spool / place) as entries:
                        for entry in entries:
                            if "." not in entry.name and entry.name not in ends:
                                ends[entry.name] = entry.stat().st_mtime
                except OSError:
                    pass
        try:
            for line in pathlib.Path(f"/proc/{run.pid}/status").read_text().splitlines():
                if line.startswith("VmHWM:"):
                    memory = max(memory, int(line.split()[1]) // 1024)
        except OSError:
            pass
        time.sleep(0.05)
    total = time.monotonic() - began
    written = (folder / "values.csv").read_text().count("\n") - 1
    span = max(ends.values()) - min(ends.values()) + arguments.seconds
    asked = (folder / "asked").read_text().split()
    print(f"{written} of {len(molecules)} calculations of {arguments.seconds} s by {arguments.pilots} pilots; {len(ends)} results seen; "
          f"{span:.2f} s from the first start to the last end; busy share "
          f"{len(molecules) * arguments.seconds / (arguments.pilots * span):.1%}; {total:.1f} s in all; submissions {asked.count('submit')}, "
          f"questions {asked.count('list')}; controller at most {memory} MB")
    shutil.rmtree(folder)
    sys.exit(run.returncode)


if __name__ == "__main__":
    main()
