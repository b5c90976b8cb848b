#!/usr/bin/env python3
"""Runs a campaign on this machine and on a real Slurm of two cores on it, and compares the wall times and the rows.

    python3 Benchmarks/slurm_campaign.py --program .build/release/cohobate Campaigns/quickstart.yaml

Neither run has a cache. Needs Debian's slurmctld, slurmd and slurm-client, and a machine with nothing else to do.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

import faults

MACHINE = """\
executor: slurm
spool: spool
cores: 1
jobs: 2
time: 30m
idle: 60s
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("campaign", type=pathlib.Path)
    parser.add_argument("--program", default=".build/release/cohobate")
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    top = pathlib.Path(tempfile.mkdtemp(prefix="cohobate-slurm-"))
    slurm = faults.Slurm(top / "slurm")
    found = {}
    try:
        for where, further in (("here", ["--jobs", "2"]), ("queue", ["--machine", "machine.yaml"])):
            folder = top / where
            (folder / "spool").mkdir(parents=True)
            shutil.copy(options.campaign, folder / "campaign.yaml")
            (folder / "machine.yaml").write_text(MACHINE)
            start = time.monotonic()
            subprocess.run([program, "run", "campaign.yaml", "--quiet", "--no-cache", *further], cwd=folder, check=True,
                           stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env={**os.environ, "HOME": str(folder)})
            found[where] = (time.monotonic() - start, faults.rows(folder / "campaign.sqlite"))
            print(f"{where}: {found[where][0]:.1f} s", flush=True)
    finally:
        slurm.kill("slurmd")
        slurm.kill("slurmctld")
    (here, own), (there, other) = found["here"], found["queue"]
    differing = [table for table in own if own[table] != other.get(table)]
    print(f"{there / here:.2f} times as long; " + (f"tables that differ: {', '.join(differing)}" if differing else "the rows are the same"))
    shutil.rmtree(top)


if __name__ == "__main__":
    main()
