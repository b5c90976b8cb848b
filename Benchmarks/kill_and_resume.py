#!/usr/bin/env python3
"""Kills a campaign with SIGKILL at random instants, goes on each time, and compares its rows with a run never killed.

    make build
    python3 Benchmarks/kill_and_resume.py Campaigns/quickstart.yaml --kills 20

Needs only Python's standard library. Columns that hold times (their names end in At or Seconds) and machines are left out of the comparison.
"""

import argparse
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import time


def rows(path):
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    tables = [name for (name,) in database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")]
    found = {}
    for table in tables:
        columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
        kept = [f'"{column}"' for column in columns if not column.endswith(("At", "Seconds")) and column != "machine"]
        found[table] = sorted(map(repr, database.execute(f"SELECT {', '.join(kept)} FROM {table}")))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1, help="of the instants")
    parser.add_argument("--program", default=".build/release/cohobate")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("Workdir/kill"))
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    for name in ("whole", "killed"):
        (options.folder / name).mkdir(parents=True, exist_ok=True)
        (options.folder / name / "campaign.yaml").write_text(options.file.read_text())
        if (options.folder / name / "campaign.sqlite").exists():
            sys.exit(f"{options.folder / name} holds a campaign already; give another --folder.")
    command = [program, "run", "campaign.yaml", "--no-cache", "--quiet"]
    start = time.monotonic()
    subprocess.run(command, cwd=options.folder / "whole", check=True, stdout=subprocess.DEVNULL)
    wall = time.monotonic() - start
    # Somewhat more than a share of the time each, since what was cut off is done again.
    instants = random.Random(options.seed)
    kills = 0
    while True:
        run = subprocess.Popen(command, cwd=options.folder / "killed", stdout=subprocess.DEVNULL)
        limit = instants.uniform(0, 2 * wall / options.kills) if kills < options.kills else None
        try:
            status = run.wait(limit)
            if status != 0:
                sys.exit(f"the run ended with status {status}")
            break
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGKILL)
            run.wait()
            kills += 1
    first = rows(options.folder / "whole" / "campaign.sqlite")
    second = rows(options.folder / "killed" / "campaign.sqlite")
    different = [table for table in first if first[table] != second.get(table)]
    print(f"killed {kills} times; {sum(map(len, first.values()))} rows in {len(first)} tables; "
          + (f"DIFFERENT: {', '.join(different)}" if different else "all the same"))
    sys.exit(1 if different or kills < options.kills else 0)


main()
