#!/usr/bin/env python3
"""Runs a campaign file with several seeds under each policy and compares the hits, on the same budget.

    make build
    python3 Benchmarks/compare_policies.py Campaigns/quickstart.yaml --seeds 1 2 3 4 5

With --add the campaign file has further lines, such as 'surrogate: {model: standard, library: none}', and with --cache results that are
known are not calculated again, so that only the hits can be compared.

Needs only Python's standard library. Each campaign runs below FOLDER and is resumed if it exists
already. The share of the wall time that the cores spent in the calculator is taken from the record: the sum of the
attempts' wall times over cores times the wall time of the run.
"""

import argparse
import json
import os
import pathlib
import re
import sqlite3
import statistics
import subprocess
import sys
import time


def run(program, template, policy, seed, folder, jobs, changes, cache):
    text = re.sub(r"(?m)^seed:.*$", f"seed: {seed}", template)
    text = re.sub(r"(?m)^policy:.*$", f"policy: {policy}", text)
    for key, value in changes:
        text, count = re.subn(rf"(?m)^(\s*){re.escape(key)}:.*$", rf"\g<1>{key}: {value}", text)
        if count != 1:
            sys.exit(f"'{key}:' occurs {count} times in the campaign file; --set needs a key that occurs once.")
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{policy}-{seed}.yaml"
    file.write_text(text)
    command = [program, "run", file.name, *(["--cache", str(cache)] if cache else ["--no-cache"]), "--quiet", "--json", "--jobs", str(jobs)]
    start = time.monotonic()
    ended = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, text=True)
    wall = time.monotonic() - start
    if ended.returncode != 0:
        sys.exit(f"{file}: exit {ended.returncode}")
    report = json.loads(ended.stdout)
    database = sqlite3.connect(f"file:{file.with_suffix('.sqlite')}?mode=ro", uri=True)
    (inside,) = database.execute("SELECT coalesce(sum(wallSeconds), 0) FROM attempt").fetchone()
    return report["hits"], report["failed"], wall, inside / (jobs * wall)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5])
    parser.add_argument("--policies", nargs="+", default=["surrogate", "random"])
    parser.add_argument("--program", default=".build/release/cohobate")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("Workdir/compare"))
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--set", nargs="*", default=[], metavar="KEY=VALUE", help="replace a value of the campaign file")
    parser.add_argument("--add", nargs="*", default=[], metavar="LINE", help="a further line of the campaign file")
    parser.add_argument("--cache", type=pathlib.Path, help="the cache to use")
    options = parser.parse_args()
    template = options.file.read_text().rstrip("\n") + "\n" + "".join(line + "\n" for line in options.add)
    cache = options.cache and options.cache.resolve()
    changes = [change.split("=", 1) for change in options.set]
    program = str(pathlib.Path(options.program).resolve())
    hits = {policy: [] for policy in options.policies}
    print("| policy | seed | hits | failed | wall time, s | cores in the calculator |\n|---|---|---|---|---|---|")
    for seed in options.seeds:
        for policy in options.policies:
            found, failed, wall, share = run(program, template, policy, seed, options.folder, options.jobs, changes, cache)
            hits[policy].append(found)
            print(f"| {policy} | {seed} | {found} | {failed} | {wall:.0f} | {100 * share:.0f} % |", flush=True)
    print()
    for policy, found in hits.items():
        print(f"{policy}: {found}, mean {statistics.mean(found):.1f}")
    if {"surrogate", "random"} <= hits.keys() and sum(hits["random"]) > 0:
        print(f"ratio of the means: {sum(hits['surrogate']) / sum(hits['random']):.1f}")


main()
