#!/usr/bin/env python3
"""Runs campaigns that are killed in every way at random instants, and compares each record with one that was never disturbed.

    make crash
    python3 Benchmarks/crash_campaign.py --program .build/release/cohobate --campaigns 150

Three kinds of campaign: a command that fails, crashes, runs out of time and leaves daemons behind; a worker with a helper that
holds its standard output; a table. What is killed: Cohobate, its process group, a keeper alone (outer or inner), keepers and
Cohobate at once, all descendants; or Cohobate is stopped and then killed, interrupted, or terminated. Columns that hold times
(their names end in At or Seconds) and a program's last words are left out of the comparison. Afterwards no process of a campaign
may be left. Needs only Python's standard library and Linux.
"""

import argparse
import collections
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

COMMAND = """\
import os, subprocess, sys, time, zlib
smiles = sys.argv[1]
kind = zlib.crc32(smiles.encode()) % 12
if kind == 0:
    print('{"error": "No parameters.", "failure_class": "input"}')
elif kind == 1:
    os.kill(os.getpid(), 11)
elif kind == 2:
    time.sleep(60)
else:
    if kind == 3:
        subprocess.Popen(["/bin/sleep", "300"], start_new_session=True, env={"CRASH": os.environ["CRASH"]})
    if kind == 4 and os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(300)
        os._exit(0)
    time.sleep(0.02 * (kind % 4))
    print('{"properties": {"v": %r}}' % (len(smiles) + kind / 10))
"""

WORKER = """\
import json, os, subprocess, sys, time
subprocess.Popen(["/bin/sleep", "300"], env={"CRASH": os.environ["CRASH"]})
for line in sys.stdin:
    question = json.loads(line)
    time.sleep(0.03)
    print(json.dumps({"id": question["id"], "properties": {"v": len(question["smiles"]) + 0.5}}), flush=True)
"""

CAMPAIGN = """\
name: crash
seed: {seed}
objectives: [{{property: v, window: [6, 9]}}]
corpus: pool.csv
calculator: {calculator}
policy: random
design: {{particles: 20, steps: 1, candidates: 40, new_molecules: false}}
budget: {{calculations: 30, initial: 10, batch: {batch}}}
"""

CALCULATORS = {
    "command": '{{program: command, command: [/usr/bin/python3, score.py, "{{smiles}}"], properties: {{v: eV}}, time_limit: 3, '
               'environment: {{CRASH: "{mark}"}}}}',
    "worker": '{{program: worker, command: [/usr/bin/python3, worker.py], properties: {{v: eV}}, conformers: 0, time_limit: 5, '
              'environment: {{CRASH: "{mark}"}}}}',
    "table": "{{program: table, file: pool.csv}}",
}


def rows(path):
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",), path
    assert not database.execute("PRAGMA foreign_key_check").fetchall(), path
    found = {}
    for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").fetchall():
        columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
        kept = [f'"{name}"' for name in columns if not name.endswith(("At", "Seconds")) and "vidence" not in name and name != "machine"]
        # Command lines have the folder.
        found[table] = sorted(
            repr(row).replace(str(path.parent), "FOLDER") for row in database.execute(f"SELECT {', '.join(kept)} FROM {table}"))
    return found


def children(process):
    found = []
    try:
        for task in os.listdir(f"/proc/{process}/task"):
            found += map(int, pathlib.Path(f"/proc/{process}/task/{task}/children").read_text().split())
    except OSError:
        pass
    return found


def descendants(process):
    found = children(process)
    for child in list(found):
        found += descendants(child)
    return found


def marked(mark):
    """The processes that a campaign started, wherever they are now."""
    found = []
    for name in os.listdir("/proc"):
        try:
            if name.isdigit() and f"CRASH={mark}".encode() in pathlib.Path(f"/proc/{name}/environ").read_bytes().split(b"\0"):
                found.append(int(name))
        except OSError:
            pass
    return found


def send(process, number):
    try:
        os.kill(process, number)
    except ProcessLookupError:
        pass


def disturb(run, way):
    outer = children(run.pid)
    inner = [child for keeper in outer for child in children(keeper)]
    if way == "kill":
        send(run.pid, signal.SIGKILL)
    elif way == "group":
        os.killpg(run.pid, signal.SIGKILL)
    elif way == "outer keeper" and outer:
        send(outer[0], signal.SIGKILL)
    elif way == "inner keeper" and inner:
        send(inner[0], signal.SIGKILL)
    elif way == "keepers and kill":
        for process in [run.pid] + outer:
            send(process, signal.SIGKILL)
    elif way == "all descendants":
        for process in [run.pid] + descendants(run.pid):
            send(process, signal.SIGKILL)
    elif way == "stop and kill":
        send(run.pid, signal.SIGSTOP)
        time.sleep(0.3)
        send(run.pid, signal.SIGKILL)
    elif way == "stop inner keeper" and inner:
        send(inner[0], signal.SIGSTOP)
    elif way in ("interrupt", "terminate"):
        send(run.pid, signal.SIGINT if way == "interrupt" else signal.SIGTERM)


WAYS = ["kill", "group", "outer keeper", "inner keeper", "keepers and kill", "all descendants", "stop and kill",
        "stop inner keeper", "interrupt", "terminate"]


def make(folder, kind, seed, batch, mark):
    folder.mkdir(parents=True)
    chains = [f"{'C' * length}{end}" for length in range(1, 13) for end in ("O", "N", "F", "Cl", "C=O")]
    (folder / "pool.csv").write_text("smiles,v\n" + "".join(f"{smiles},{len(smiles)}\n" for smiles in chains))
    (folder / "score.py").write_text(COMMAND)
    (folder / "worker.py").write_text(WORKER)
    calculator = CALCULATORS[kind].format(mark=mark)
    (folder / "campaign.yaml").write_text(CAMPAIGN.format(seed=seed, batch=batch, calculator=calculator))


def campaign(program, folder, kind, number, instants, counts):
    mark = f"{os.getpid()}-{number}"
    batch = instants.choice([5, 10])
    whole, disturbed = folder / "whole", folder / "disturbed"
    # The mark is part of the protocol: both have the same.
    make(whole, kind, number, batch, mark)
    make(disturbed, kind, number, batch, mark)
    command = [program, "run", "campaign.yaml", "--no-cache", "--quiet", "--jobs", "2"]
    subprocess.run(command, cwd=whole, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    for _ in range(instants.randint(1, 3)):
        way = instants.choice(WAYS)
        run = subprocess.Popen(command, cwd=disturbed, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            run.wait(instants.uniform(0.1, 3))
            continue
        except subprocess.TimeoutExpired:
            disturb(run, way)
            counts[way] += 1
        try:
            run.wait(1.5 if way in ("interrupt", "terminate") else 300)
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
            return f"'{way}' had not ended it after {1.5 if way in ('interrupt', 'terminate') else 300} s"
    last = subprocess.run(command, cwd=disturbed, capture_output=True, text=True, timeout=300)
    if last.returncode not in (0, 1):
        return f"the last run ended with {last.returncode}: {last.stderr.strip()[-200:]}"
    first, second = rows(whole / "campaign.sqlite"), rows(disturbed / "campaign.sqlite")
    different = [table for table in first if first[table] != second.get(table)]
    if different:
        return f"other rows in {', '.join(different)}"
    time.sleep(1)
    left = marked(mark)
    for process in left:
        send(process, signal.SIGKILL)
    return f"{len(left)} processes were left" if left else None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=".build/release/cohobate")
    parser.add_argument("--campaigns", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    instants = random.Random(options.seed)
    counts, equal, kinds = collections.Counter(), 0, list(CALCULATORS)
    for number in range(options.campaigns):
        kind = kinds[number % len(kinds)]
        folder = pathlib.Path(tempfile.mkdtemp(prefix="cohobate-crash-"))
        problem = campaign(program, folder, kind, number + 1, instants, counts)
        if problem:
            print(f"campaign {number + 1} ({kind}): {problem}; see {folder}", flush=True)
        else:
            equal += 1
            shutil.rmtree(folder)
    for way in WAYS:
        print(f"{counts[way]:5} {way}")
    print(f"{equal} of {options.campaigns} records are those of undisturbed campaigns, and nothing was left running.")
    sys.exit(0 if equal == options.campaigns else 1)


main()
