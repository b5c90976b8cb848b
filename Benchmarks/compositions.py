#!/usr/bin/env python3
"""Inorganic compositions against a random forest on the same features, in the same run.

    pip download --no-deps --ignore-requires-python crabnet==2.0.8 && unzip crabnet-2.0.8-py3-none-any.whl
    pip install numpy scikit-learn
    python3 Benchmarks/compositions.py gaps crabnet/data/matbench/expt_gap.csv
    python3 Benchmarks/compositions.py steels crabnet/data/matbench/steels_yield.csv
    python3 Benchmarks/compositions.py prediction crabnet/data/matbench/expt_gap.csv
    python3 Benchmarks/compositions.py speed crabnet/data/matbench/expt_gap.csv

Rows of the same formula (divided by the common divisor of its amounts), as polymorphs have, become one with the mean of their
values before anything is split. The forest has 100 trees, the default, on XenonPy's 290 descriptors and the fractions of the 94 elements,
computed here from the table of elements.
"""

import argparse
import csv
import json
import math
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np
from sklearn.ensemble import RandomForestRegressor

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOKEN = re.compile(r"([A-Z][a-z]?)|([\(\[\{])|([\)\]\}])|([0-9.]+(?:e[-+]?[0-9]+)?)")


def amounts(formula):
    stack = [{}]
    last = None
    for symbol, opened, closed, number in TOKEN.findall(formula):
        if symbol:
            stack[-1][symbol] = stack[-1].get(symbol, 0) + 1
            last = {symbol: 1}
        elif opened:
            stack.append({})
        elif closed:
            last = stack.pop()
            for key, value in last.items():
                stack[-1][key] = stack[-1].get(key, 0) + value
        else:
            for key, value in last.items():
                stack[-1][key] += value * (float(number) - 1)
    return stack[0]


def identity(formula):
    parts = amounts(formula)
    if all(float(value).is_integer() for value in parts.values()):
        divisor = math.gcd(*(int(value) for value in parts.values()))
        parts = {key: value / divisor for key, value in parts.items()}
    return tuple(sorted((key, round(value, 9)) for key, value in parts.items()))


def read(path):
    groups, formulas = {}, {}
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        key = identity(row["formula"])
        groups.setdefault(key, []).append(float(row["target"]))
        formulas.setdefault(key, row["formula"])
    merged = [(formulas[key], statistics.mean(values)) for key, values in groups.items()]
    print(f"{len(rows)} rows, {len(merged)} different formulas", flush=True)
    return merged


class Features:
    def __init__(self):
        with open(ROOT / "Sources/CElements/elements.csv", newline="") as file:
            rows = list(csv.reader(file))[1:]
        self.place = {row[0]: index for index, row in enumerate(rows)}
        self.table = np.array([[float(value) for value in row[1:]] for row in rows])

    def of(self, formula):
        parts = dict(identity(formula))
        indices = [self.place[symbol] for symbol in parts]
        numbers = np.array(list(parts.values()))
        shares, values = numbers / numbers.sum(), self.table[indices]
        average = shares @ values
        fractions = np.zeros(len(self.place))
        fractions[indices] = shares
        return np.concatenate(
            [average, numbers @ values, shares @ (values - average) ** 2, values.max(0), values.min(0), fractions])


def forest(seed):
    return RandomForestRegressor(100, random_state=seed, n_jobs=1)


def run(program, *arguments, folder):
    ended = subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True)
    if ended.returncode not in (0, 1):
        sys.exit(f"{program} {' '.join(arguments)}: exit {ended.returncode}\n{ended.stderr}")
    return ended.stdout


def write(path, rows, titles=("formula", "target")):
    with open(path, "w", newline="") as file:
        csv.writer(file).writerows([titles, *rows])


def gaps(program, path, folds):
    rows, features = read(path), Features()
    order = np.random.default_rng(1).permutation(len(rows))
    x = np.array([features.of(formula) for formula, _ in rows])
    y = np.array([value for _, value in rows])
    errors = {"process": [], "forest": []}
    for fold in range(folds):
        test, train = order[fold::5], np.setdiff1d(order, order[fold::5])
        with tempfile.TemporaryDirectory() as folder:
            write(f"{folder}/train.csv", [rows[index] for index in train])
            write(f"{folder}/test.csv", [[rows[index][0]] for index in test], ["formula"])
            start = time.time()
            text = run(
                program, "predict", "test.csv", "--data", "train.csv", "--model", "automatic", "--format", "csv",
                "--quiet", folder=folder)
            seconds = time.time() - start
            table = list(csv.DictReader(text.splitlines()))
            title = next(name for name in table[0] if name.startswith("target_predicted") and "_sd" not in name)
            predicted = np.array([float(row[title]) for row in table])
        errors["process"].append(np.abs(predicted - y[test]).mean())
        start = time.time()
        model = forest(fold).fit(x[train], y[train])
        errors["forest"].append(np.abs(model.predict(x[test]) - y[test]).mean())
        print(
            f"fold {fold}: process {errors['process'][-1]:.4f} ({seconds:.0f} s), "
            f"forest {errors['forest'][-1]:.4f} ({time.time() - start:.0f} s)", flush=True)
    means = {name: statistics.mean(values) for name, values in errors.items()}
    print(f"MAE: process {means['process']:.4f}, forest {means['forest']:.4f}, ratio {means['process'] / means['forest']:.3f}")


CAMPAIGN = """name: steels
seed: 1
objectives: [{{property: target, goal: maximize}}]
molecules: {{kind: composition}}
pool: pool.csv
calculator: {{program: table, file: pool.csv}}
acquisition: {acquisition}
budget: {{calculations: {calculations}, initial: {initial}, batch: {batch}}}
"""


def reached(curve, hits):
    """The first number of labels at which the mean number of hits is a half, nine tenths, and all of them."""
    return [next((n for n, mean in enumerate(curve, 1) if mean >= share * hits - 1e-9), None) for share in (0.5, 0.9, 1)]


def steels(program, path, seeds, initial, batch):
    """Labels until half, nine tenths and all of the best 5 % are known, as a mean over campaigns."""
    rows, features = read(path), Features()
    x = np.array([features.of(formula) for formula, _ in rows])
    y = np.array([value for _, value in rows])
    count = max(1, round(0.05 * len(rows)))
    best = set(np.argsort(-y, kind="stable")[:count])
    found = {}

    def add(name, order):
        found.setdefault(name, []).append(np.cumsum([index in best for index in order]))

    for seed in range(1, 201):
        add("random", np.random.default_rng(seed).permutation(len(rows)))
    for way in ["greedy", "expected improvement"]:
        for seed in range(1, seeds + 1):
            order = list(np.random.default_rng(seed).permutation(len(rows)))[:initial]
            while len(order) < len(rows):
                rest = np.setdiff1d(np.arange(len(rows)), order)
                if best <= set(order):
                    order += list(rest)
                    break
                model = forest(seed).fit(x[order], y[order])
                trees = np.array([tree.predict(x[rest]) for tree in model.estimators_])
                mean, deviation = trees.mean(0), trees.std(0) + 1e-9
                gain = (mean - y[order].max()) / deviation
                normal = np.exp(-0.5 * gain**2) / math.sqrt(2 * math.pi)
                improvement = deviation * (gain * 0.5 * (1 + np.vectorize(math.erf)(gain / math.sqrt(2))) + normal)
                order += list(rest[np.argsort(-(mean if way == "greedy" else improvement))[:batch]])
            add(f"forest, {way}", order)
    curves = {name: np.mean(lists, 0) for name, lists in found.items()}
    with tempfile.TemporaryDirectory() as folder:
        write(f"{folder}/pool.csv", rows)
        for acquisition in ["log-expected-improvement", "greedy"]:
            (pathlib.Path(folder) / "steels.yaml").write_text(
                CAMPAIGN.format(acquisition=acquisition, calculations=len(rows) // 2, initial=initial, batch=batch))
            report = json.loads(
                run(
                    program, "replay", "steels.yaml", "--pool", "pool.csv", "--policies", "surrogate", "--seeds",
                    str(seeds), "--top", "0.05", "--json", "--quiet", folder=folder))
            curves[acquisition] = [point["hits"]["mean"] for point in report["policies"][0]["curve"]]
    print(f"{count} hits; labels until half, nine tenths and all are found, as a mean over {seeds} campaigns (random: 200)")
    for name, curve in curves.items():
        print(name, *reached(curve, count))


def prediction(program, path):
    """The wall time of predicting 1,000 formulas from a library of one model of 3,000 others, start and end included."""
    rows = read(path)
    np.random.default_rng(1).shuffle(rows)
    with tempfile.TemporaryDirectory() as folder:
        write(f"{folder}/train.csv", rows[:3000])
        write(f"{folder}/test.csv", [[formula] for formula, _ in rows[3000:4000]], ["formula"])
        write(f"{folder}/one.csv", [[formula] for formula, _ in rows[3000:3001]], ["formula"])
        run(program, "pretrain", "train.csv", "--library", "library.sqlite", "--quiet", folder=folder)
        for name in ["test", "one"]:
            times = []
            for _ in range(5):
                start = time.time()
                run(
                    program, "predict", f"{name}.csv", "--library", "library.sqlite", "--format", "csv", "--quiet",
                    folder=folder)
                times.append(time.time() - start)
            print(f"{1000 if name == 'test' else 1} formulas: {min(times):.2f} to {max(times):.2f} s")


def speed(program, path):
    benchmark = str(pathlib.Path(program).parent / "cohobate-benchmark")
    print(run(benchmark, "compositions", "speed", str(pathlib.Path(path).resolve()), folder=ROOT), end="")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("subject", choices=["gaps", "steels", "prediction", "speed"])
    parser.add_argument("table")
    parser.add_argument("--program", default=str(ROOT / ".build/release/cohobate"))
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--folds", type=int, default=5)
    arguments = parser.parse_args()
    if arguments.subject == "gaps":
        gaps(arguments.program, arguments.table, arguments.folds)
    elif arguments.subject == "steels":
        steels(arguments.program, arguments.table, arguments.seeds, initial=10, batch=5)
    elif arguments.subject == "prediction":
        prediction(arguments.program, arguments.table)
    else:
        speed(arguments.program, arguments.table)


main()
