#!/usr/bin/env python3
"""The rival of a replay: a random forest that chooses the molecules of a pool that it predicts to be the best.

    python3 -m venv FOLDER/env && FOLDER/env/bin/pip install rdkit==2026.9.1 numpy scikit-learn==1.7.2
    FOLDER/env/bin/python Benchmarks/pool_forest.py hce-pcbm.csv pce_pcbm_sas --maximize --top 0.01 --calculations 1000 --initial 50 --batch 25

Counts of Morgan environments of radius 2, 2,048 of them; 100 trees; the first molecules are drawn at random. Prints the share of the wanted molecules
that are found after each hundred calculations, and the mean over the seeds. --window LOWER UPPER wants the molecules of a window in place of the
best ones: then the forest chooses those predicted nearest to its middle.
"""

import argparse
import csv
import random
import statistics

import numpy as np
from rdkit import Chem
from rdkit.Chem import rdFingerprintGenerator
from sklearn.ensemble import RandomForestRegressor


def read(file, column):
    """The features and values of the molecules of a table."""
    generator = rdFingerprintGenerator.GetMorganGenerator(radius=2, fpSize=2048)
    features, values = [], []
    with open(file, newline="") as table:
        for row in csv.DictReader(table):
            molecule = Chem.MolFromSmiles(row["smiles"])
            if molecule is not None and row[column]:
                features.append(generator.GetCountFingerprintAsNumPy(molecule).astype(np.float32))
                values.append(float(row[column]))
    return np.array(features), np.array(values)


def play(features, worth, wanted, seed, options):
    """The share found after each hundred calculations."""
    chosen = random.Random(seed).sample(range(len(worth)), options.initial)
    shares = {}
    while True:
        for count in range(100, len(chosen) + 1, 100):
            shares.setdefault(count, len(wanted.intersection(chosen[:count])) / len(wanted))
        if len(chosen) >= options.calculations:
            return shares
        forest = RandomForestRegressor(n_estimators=100, n_jobs=options.jobs, random_state=seed)
        forest.fit(features[chosen], worth[chosen])
        predicted = forest.predict(features)
        predicted = -abs(predicted - options.middle) if options.window else predicted
        predicted[chosen] = -np.inf
        count = min(options.batch, options.calculations - len(chosen))
        chosen += [int(index) for index in np.argsort(-predicted, kind="stable")[:count]]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("table")
    parser.add_argument("column")
    wanted = parser.add_mutually_exclusive_group(required=True)
    wanted.add_argument("--maximize", action="store_true")
    wanted.add_argument("--minimize", action="store_true")
    wanted.add_argument("--window", nargs=2, type=float, metavar=("LOWER", "UPPER"))
    parser.add_argument("--top", type=float, default=0.01, help="the share of the best that is wanted")
    parser.add_argument("--calculations", type=int, default=200)
    parser.add_argument("--initial", type=int, default=16)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--seeds", nargs="+", type=int, default=[1, 2, 3])
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    features, values = read(options.table, options.column)
    worth = -values if options.minimize else values
    if options.window:
        options.middle = sum(options.window) / 2
        best = {i for i, value in enumerate(values) if options.window[0] <= value <= options.window[1]}
    else:
        best = set(np.argsort(-worth, kind="stable")[: round(options.top * len(worth))].tolist())
    print(f"{len(values)} molecules, {len(best)} wanted\n")
    curves = []
    for seed in options.seeds:
        curves.append(play(features, worth, best, seed, options))
        print(f"seed {seed}: " + ", ".join(f"{count} {share:.3f}" for count, share in curves[-1].items()), flush=True)
    for count in curves[0]:
        print(f"{count}: {statistics.mean(curve[count] for curve in curves):.3f}")


main()
