#!/usr/bin/env python3
"""Measures how honest the predictions of chosen molecules are, and how well the candidates are ranked.

    python3 Benchmarks/first_batches.py --program .build/release/cohobate --folder FOLDER --seeds 1 gfn2-pool.csv:gap_eV:minimize freesolv.csv:hydration_free_energy_kcal_per_mol:minimize

Each pool is a table, a column and a goal. A campaign with the defaults calculates 16 molecules drawn at random and then batches of 8 from the table. For
the molecules of the first five batches that the surrogate chose it prints the mean of z, the difference of the value from the prediction in
standard deviations, positive where the value is better than predicted, and the share within one. For the last iteration it prints the rank
correlation (Spearman) of the predictions and the values among the candidates that the acquisition function saw. A pool of more than --largest
molecules is a sample of that many. Needs Python's standard library.
"""

import argparse
import csv
import pathlib
import random
import sqlite3
import statistics
import subprocess

CAMPAIGN = """name: first-batches
seed: {seed}
objectives:
  - property: value
    goal: {goal}
pool: pool.csv
molecules: {{charged: true, radicals: true, heavy_atoms: [1, 200]}}
calculator:
  program: table
  file: pool.csv
budget: {{calculations: {calculations}, initial: 16, batch: 8}}
{options}
"""

CHOSEN = """
SELECT prediction.mean, prediction.standardDeviation, observation.value
  FROM candidate JOIN prediction USING (iteration, molecule)
    JOIN calculation USING (iteration, position) JOIN observation ON observation.calculation = calculation.id
  WHERE candidate.iteration BETWEEN 1 AND 5 AND prediction.property = 'value' AND observation.property = 'value'
"""

RANKED = """
SELECT molecule.smiles, prediction.mean FROM candidate JOIN prediction USING (iteration, molecule)
  JOIN molecule ON molecule.id = candidate.molecule
  WHERE candidate.rank IS NOT NULL AND iteration = (SELECT max(iteration) FROM prediction)
"""


def ranks(values):
    """The ranks of values, with the mean rank for equal ones."""
    order = sorted(range(len(values)), key=values.__getitem__)
    result = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and values[order[end]] == values[order[start]]:
            end += 1
        for index in order[start:end]:
            result[index] = (start + end - 1) / 2
        start = end
    return result


def play(options, pool, seed):
    """The z of the chosen molecules, and the rank correlation of the last candidates."""
    file, column, goal = pool.split(":")
    folder = options.folder / f"{pathlib.Path(file).stem}-{column}-{goal}-{seed}"
    folder.mkdir(parents=True)
    with open(file, newline="") as table:
        rows = [(row["smiles"], row[column]) for row in csv.DictReader(table) if row[column]]
    rows = random.Random(0).sample(rows, min(options.largest, len(rows)))
    with open(folder / "pool.csv", "w", newline="") as table:
        csv.writer(table).writerows([("smiles", "value"), *rows])
    (folder / "campaign.yaml").write_text(CAMPAIGN.format(
        seed=seed, goal=goal, calculations=options.calculations, options="\n".join(options.option)))
    subprocess.run(
        [options.program, "run", "campaign.yaml", "--quiet", "--cache", "cache.sqlite"], cwd=folder, check=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    database = sqlite3.connect(f"file:{folder / 'campaign.sqlite'}?mode=ro", uri=True)
    sign = 1 if goal == "maximize" else -1
    z = [sign * (value - mean) / deviation for mean, deviation, value in database.execute(CHOSEN)]
    ranked = database.execute(RANKED).fetchall()
    lines = dict(database.execute(
        "SELECT molecule.smiles, listing.line FROM listing JOIN molecule ON molecule.id = listing.molecule").fetchall())
    # The first row of the table is the second line.
    pairs = [(mean, float(rows[lines[smiles] - 2][1])) for smiles, mean in ranked if smiles in lines]
    correlation = statistics.correlation(ranks([mean for mean, _ in pairs]), ranks([value for _, value in pairs]))
    return z, correlation, len(pairs)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pools", nargs="+", metavar="TABLE:COLUMN:GOAL")
    parser.add_argument("--program", default=".build/release/cohobate")
    parser.add_argument("--folder", type=pathlib.Path, required=True, help="a new folder for the campaigns")
    parser.add_argument("--seeds", nargs="+", type=int, default=[1])
    parser.add_argument("--calculations", type=int, default=216)
    parser.add_argument("--largest", type=int, default=4500)
    parser.add_argument("--option", action="append", default=[], help="a further line of the campaign file")
    options = parser.parse_args()
    options.program = str(pathlib.Path(options.program).resolve())
    options.folder = options.folder.resolve()
    print("| pool | goal | mean z of the first five batches | within 1 sd | rank correlation |\n|---|---|---|---|---|")
    everything, correlations = [], []
    for pool in options.pools:
        outcomes = [play(options, pool, seed) for seed in options.seeds]
        z = [value for own, _, _ in outcomes for value in own]
        correlation = statistics.mean(own for _, own, _ in outcomes)
        file, column, goal = pool.split(":")
        within = sum(abs(value) < 1 for value in z) / len(z)
        print(f"| {pathlib.Path(file).stem}, {column} | {goal} | {statistics.mean(z):.2f} | {within:.0%} | {correlation:.2f} |", flush=True)
        everything += z
        correlations.append(correlation)
    within = sum(abs(value) < 1 for value in everything) / len(everything)
    print(f"| all | | {statistics.mean(everything):.2f} | {within:.0%} | {statistics.mean(correlations):.2f} |")


if __name__ == "__main__":
    main()
