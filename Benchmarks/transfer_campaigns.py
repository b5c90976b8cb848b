#!/usr/bin/env python3
"""Campaigns on a table of known values, with and without transfer: how many labels find half of the hits?

    make build
    python3 Benchmarks/transfer_campaigns.py POOL.csv gap_eV SOURCE.csv gap_b3lyp_eV --below 1.5

Hits are the molecules of the pool whose value is below the limit. The source models are trained on molecules of SOURCE.csv that
are not in the pool. Needs only Python's standard library; SMILES are compared as they are written, so give canonical ones.
Each campaign runs in a folder of its own below FOLDER, and is gone on with if it is there already.
"""

import argparse
import csv
import pathlib
import random
import sqlite3
import statistics
import subprocess
import sys

CAMPAIGN = """name: {name}
seed: {seed}
objectives:
  - property: {column}
    window: [-1000, {below}]
molecules:
  charged: true
  radicals: true
corpus: pool.csv
calculator:
  program: table
  file: pool.csv
  units: {{{column}: eV}}
budget: {{calculations: {calculations}, initial: {initial}, batch: {batch}}}
design: {{new_molecules: false}}
surrogate: {surrogate}
"""

CALCULATED = """
SELECT observation.value FROM calculation LEFT JOIN observation ON observation.calculation = calculation.id
  AND observation.property = ? ORDER BY calculation.id
"""


def rows(path, column):
    with open(path, newline="") as file:
        return [(row["smiles"], float(row[column])) for row in csv.DictReader(file) if row[column]]


def write(path, column, table):
    with open(path, "w", newline="") as file:
        csv.writer(file).writerows([("smiles", column), *table])


def run(program, *arguments, folder):
    ended = subprocess.run([program, *arguments], cwd=folder, stdout=subprocess.DEVNULL)
    if ended.returncode not in (0, 1):
        sys.exit(f"{program} {' '.join(arguments)}: exit {ended.returncode}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pool", type=pathlib.Path)
    parser.add_argument("column")
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("source_column")
    parser.add_argument("--below", type=float, required=True)
    parser.add_argument("--sources", type=int, default=2000, help="molecules of the source that are learnt from")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5])
    parser.add_argument("--calculations", type=int, default=400)
    parser.add_argument("--initial", type=int, default=20)
    parser.add_argument("--batch", type=int, default=10)
    parser.add_argument("--program", default=".build/release/cohobate")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("Workdir/transfer-campaigns"))
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    options.folder.mkdir(parents=True, exist_ok=True)

    pool = rows(options.pool, options.column)
    write(options.folder / "pool.csv", options.column, pool)
    hits = sum(value <= options.below for _, value in pool)
    taken = {smiles for smiles, _ in pool}
    source = [row for row in rows(options.source, options.source_column) if row[0] not in taken]
    random.Random(7).shuffle(source)
    write(options.folder / "source.csv", options.source_column, source[: options.sources])
    run(program, "pretrain", "source.csv", "--library", "library.sqlite", folder=options.folder)

    print(f"{len(pool)} molecules, {hits} hits; {options.initial} at random, then batches of {options.batch}\n")
    print("| surrogate | seed | labels for half of the hits | hits among the first 100 | among all |\n|---|---|---|---|---|")
    for way, surrogate in {"without": "{model: standard}", "transfer": "{library: library.sqlite}"}.items():
        halves = []
        for seed in options.seeds:
            name = f"{way}-{seed}"
            (options.folder / f"{name}.yaml").write_text(
                CAMPAIGN.format(name=name, seed=seed, surrogate=surrogate, **vars(options)))
            run(program, "run", f"{name}.yaml", "--no-cache", "--quiet", folder=options.folder)
            database = sqlite3.connect(f"file:{options.folder / name}.sqlite?mode=ro", uri=True)
            values = [value for (value,) in database.execute(CALCULATED, (options.column,))]
            found = [value is not None and value <= options.below for value in values]
            counts = [sum(found[: place + 1]) for place in range(len(found))]
            half = next((place + 1 for place, count in enumerate(counts) if 2 * count >= hits), None)
            halves.append(half or len(found) + 1)
            print(f"| {way} | {seed} | {half or f'more than {len(found)}'} | {counts[99]} | {counts[-1]} |", flush=True)
        print(f"| {way} | median | {statistics.median(halves)} | | |", flush=True)


if __name__ == "__main__":
    main()
