#!/usr/bin/env python3
"""Hits for each minute of processor time, of a campaign with a screen and of the same campaign without it.

    make build
    python3 Benchmarks/screen.py Campaigns/screened.yaml --seeds 1 2 3 4 5

The campaign without it has the same file without the section `screen`. Nothing is taken from the cache. The processor time is that
of the program and of everything that it starts, from the kernel; `programs` is the share of the calculator and of the screen
in it, from the record. Each campaign runs below FOLDER, and starts over. Needs only Python's standard library.
"""

import argparse
import json
import os
import pathlib
import re
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys


def processor_seconds():
    """Of the children that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def run(program, text, name, seed, folder, jobs):
    """The hits, the processor time in seconds, and the times of the two kinds of programs in seconds."""
    folder.mkdir(parents=True)
    file = folder / f"{name}.yaml"
    file.write_text(re.sub(r"(?m)^seed:.*$", f"seed: {seed}", text))
    before = processor_seconds()
    ended = subprocess.run(
        [program, "run", file.name, "--no-cache", "--quiet", "--json", "--jobs", str(jobs)],
        cwd=folder, stdout=subprocess.PIPE, text=True)
    spent = processor_seconds() - before
    if ended.returncode != 0:
        sys.exit(f"{file}: exit {ended.returncode}")
    database = sqlite3.connect(f"file:{file.with_suffix('.sqlite')}?mode=ro", uri=True)
    (own,) = database.execute("SELECT total(wallSeconds) FROM attempt").fetchone()
    (screen,) = database.execute("SELECT total(wallSeconds) FROM extraAttempt").fetchone()
    return json.loads(ended.stdout)["hits"], spent, own, screen


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5])
    parser.add_argument("--program", default=".build/release/cohobate")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("Workdir/screen"))
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    screened = options.file.read_text()
    plain, count = re.subn(r"(?m)^screen:.*\n(?:[ \t]+.*\n)*", "", screened)
    if count != 1:
        sys.exit(f"{options.file} has no section 'screen'.")
    program = str(pathlib.Path(options.program).resolve())
    shutil.rmtree(options.folder, ignore_errors=True)
    rates = {"with": [], "without": []}
    print("| screen | seed | hits | processor time, min | of it the calculator | of it the screen | hits a minute |")
    print("|---|---|---|---|---|---|---|")
    for seed in options.seeds:
        for name, text in [("with", screened), ("without", plain)]:
            hits, spent, own, screen = run(program, text, name, seed, options.folder / f"{name}-{seed}", options.jobs)
            rates[name].append(60 * hits / spent)
            print(
                f"| {name} | {seed} | {hits} | {spent / 60:.2f} | {own / 60:.2f} | {screen / 60:.2f} | {60 * hits / spent:.1f} |",
                flush=True)
    print()
    print(f"ratio of the means: {statistics.mean(rates['with']) / statistics.mean(rates['without']):.2f}")


main()
