#!/usr/bin/env python3
"""Counts the calculations that campaigns lose to a calculator that fails in a region, with and without what failures teach.

    make build
    python3 Benchmarks/failures.py gfn2-pool.csv gap_eV --minimize --region polarizability_au --folder FOLDER
    python3 Benchmarks/failures.py gfn2-pool.csv gap_eV --minimize --patterns 'S(?!i)|s' 2 '[Nn]' --folder FOLDER

A worker program answers with the values of a table, and fails for the molecules that have the greatest values of another column: 10, 30
and 60 % of them; or for those whose SMILES has a match of a regular expression. Its failures have the class `convergence`, from which the probability of success is learnt, or the class `timeout`,
from which nothing is learnt. Otherwise the campaigns are the same: a pool, 16 molecules at random, then batches of 8. The best ones are
the best hundredth of the molecules that can be calculated. Needs only Python's standard library.
"""

import argparse
import csv
import json
import os
import pathlib
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys

CAMPAIGN = """name: failures
seed: {seed}
objectives:
  - property: value
    goal: {goal}
molecules: {{charged: true, radicals: true}}
pool: pool.smi
calculator:
  program: worker
  command: [{python}, {script}, --answer, {answers}]
  properties: {{value: ""}}
  conformers: 0
  version: "1"
acquisition: log-expected-improvement
budget: {{calculations: {calculations}, initial: 16, batch: 8, consecutive_failures: 100000}}
"""

ASKED = """
SELECT molecule.smiles, calculation.state, calculation.iteration FROM calculation
  JOIN candidate USING (iteration, position) JOIN molecule ON molecule.id = candidate.molecule ORDER BY calculation.id
"""


def answer(file):
    """Answers questions on standard input."""
    answers = json.loads(pathlib.Path(file).read_text())
    for line in sys.stdin:
        question = json.loads(line)
        print(json.dumps({"id": question["id"], **answers[question["smiles"]]}), flush=True)


def regions(rows, options):
    """The regions that fail: a name and the SMILES of each."""
    for pattern in options.patterns:
        failing = {row["smiles"] for row in rows if re.search(pattern, row["smiles"])}
        yield f"`{pattern}`, {len(failing) / len(rows):.0%}", failing
    for share in options.shares if options.region else []:
        ordered = sorted(rows, key=lambda row: (float(row[options.region]), row["smiles"]))
        yield f"{share:.0%}", {row["smiles"] for row in ordered[-round(share * len(rows)):]}


def play(program, rows, failing, lesson, options, seed, folder):
    """Runs a campaign: the numbers of failures at random and chosen, and of the best molecules that were found."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    answers = {
        row["smiles"]: {"error": "It fails in this region.", "failure_class": lesson} if row["smiles"] in failing
        else {"properties": {"value": float(row[options.column])}} for row in rows}
    (folder / "answers.json").write_text(json.dumps(answers))
    (folder / "pool.smi").write_text("".join(row["smiles"] + "\n" for row in rows))
    (folder / "failures.yaml").write_text(CAMPAIGN.format(
        seed=seed, goal="minimize" if options.minimize else "maximize", python=json.dumps(sys.executable),
        script=json.dumps(str(pathlib.Path(__file__).resolve())), answers=json.dumps(str(folder / "answers.json")), calculations=options.calculations))
    subprocess.run(
        [program, "run", "failures.yaml", "--quiet", "--no-cache", "--jobs", "1"], cwd=folder, check=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    database = sqlite3.connect(f"file:{folder / 'failures.sqlite'}?mode=ro", uri=True)
    asked = database.execute(ASKED).fetchall()
    database.close()
    possible = sorted(
        (row for row in rows if row["smiles"] not in failing), key=lambda row: float(row[options.column]), reverse=not options.minimize)
    best = {row["smiles"] for row in possible[:len(possible) // 100]}
    return (
        sum(state == "failed" and iteration == 0 for _, state, iteration in asked),
        sum(state == "failed" and iteration > 0 for _, state, iteration in asked),
        len(best.intersection(smiles for smiles, _, _ in asked)), len(best))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("table", type=pathlib.Path, nargs="?", help="with canonical SMILES")
    parser.add_argument("column", nargs="?")
    parser.add_argument("--minimize", action="store_true")
    parser.add_argument("--region", help="the column whose greatest values fail")
    parser.add_argument("--patterns", nargs="+", default=[], help="regular expressions of the SMILES that fail")
    parser.add_argument("--shares", type=float, nargs="+", default=[0.1, 0.3, 0.6])
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5])
    parser.add_argument("--calculations", type=int, default=200)
    parser.add_argument("--program", default=".build/release/cohobate")
    parser.add_argument("--folder", type=pathlib.Path, help="where campaigns stay")
    parser.add_argument("--answer", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.answer:
        answer(options.answer)
        return
    if not (options.table and options.column and (options.region or options.patterns) and options.folder):
        parser.error("a table, a column, --region or --patterns, and --folder are needed")
    program = str(pathlib.Path(options.program).resolve())
    with open(options.table, newline="") as table:
        rows = [row for row in csv.DictReader(table) if row[options.column] and row[options.region or options.column]]
    print("| failing | failures teach | at random, of 16 | chosen | ratio | best ones found |\n|---|---|---|---|---|---|", flush=True)
    for number, (region, failing) in enumerate(regions(rows, options)):
        means = {}
        for name, lesson in (("no", "timeout"), ("yes", "convergence")):
            played = [
                play(program, rows, failing, lesson, options, seed, options.folder.resolve() / f"{number}-{name}-{seed}")
                for seed in options.seeds]
            means[name] = statistics.mean(one[1] for one in played)
            ratio = f"{means[name] / max(means['no'], 1e-9):.2f}" if name == "yes" else ""
            print(
                f"| {region} | {name} | {statistics.mean(one[0] for one in played):.1f} | "
                f"{means[name]:.1f} ({min(one[1] for one in played)} to {max(one[1] for one in played)}) | "
                f"{ratio} | {statistics.mean(one[2] for one in played):.1f} of {played[0][3]} |", flush=True)


if __name__ == "__main__":
    main()
