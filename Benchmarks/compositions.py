#!/usr/bin/env python3
"""Inorganic compositions against a random forest on the same features, in the same run.

    pip download --no-deps --ignore-requires-python crabnet==2.0.8 && unzip crabnet-2.0.8-py3-none-any.whl
    pip install numpy scikit-learn
    python3 Benchmarks/compositions.py gaps crabnet/data/matbench/expt_gap.csv
    python3 Benchmarks/compositions.py steels crabnet/data/matbench/steels_yield.csv
    python3 Benchmarks/compositions.py speed crabnet/data/matbench/expt_gap.csv

Rows of the same formula (divided by the common divisor of its amounts), as polymorphs have, become one with the mean of their
values before anything is split. The forest has 500 trees on XenonPy's 290 descriptors and the fractions of the 94 elements,
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
    return RandomForestRegressor(500, random_state=seed, n_jobs=1)


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
                program, "predict", "test.csv", "--data", "train.csv", "--model", "composition", "--format", "csv",
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


def steels(program, path, seeds, initial, batch):
    """Labels until the first, a half and all of the best 5 % are known."""
    rows, features = read(path), Features()
    x = np.array([features.of(formula) for formula, _ in rows])
    y = np.array([value for _, value in rows])
    count = max(1, round(0.05 * len(rows)))
    best = set(np.argsort(-y)[:count])
    wanted = {"first": 1, "half": (count + 1) // 2, "all": count}

    def labels(order):
        found, result = 0, {}
        for number, index in enumerate(order, 1):
            found += index in best
            for name, needed in wanted.items():
                if found >= needed:
                    result.setdefault(name, number)
        return result

    results = {"random": [], "forest": []}
    for seed in range(1, seeds + 1):
        stream = np.random.default_rng(seed)
        results["random"].append(labels(stream.permutation(len(rows))))
        order = list(stream.permutation(len(rows)))[:initial]
        while len(order) < len(rows) and len(best - set(order)) > 0:
            rest = np.setdiff1d(np.arange(len(rows)), order)
            model = forest(seed).fit(x[order], y[order])
            trees = np.array([tree.predict(x[rest]) for tree in model.estimators_])
            mean, deviation = trees.mean(0), trees.std(0) + 1e-9
            gain = (mean - y[order].max()) / deviation
            normal = np.exp(-0.5 * gain**2) / math.sqrt(2 * math.pi)
            improvement = deviation * (gain * 0.5 * (1 + np.vectorize(math.erf)(gain / math.sqrt(2))) + normal)
            order += list(rest[np.argsort(-improvement)[:batch]])
        results["forest"].append(labels(order))
    with tempfile.TemporaryDirectory() as folder:
        write(f"{folder}/pool.csv", rows)
        for acquisition in ["log-expected-improvement", "greedy"]:
            (pathlib.Path(folder) / "steels.yaml").write_text(
                CAMPAIGN.format(acquisition=acquisition, calculations=len(rows), initial=initial, batch=batch))
            report = json.loads(
                run(
                    program, "replay", "steels.yaml", "--pool", "pool.csv", "--policies", "surrogate", "--seeds",
                    str(seeds), "--top", "5%", "--json", "--quiet", folder=folder))
            results[acquisition] = {"half": report["policies"][0]["calculationsToHalf"]}
            print(acquisition, results[acquisition], flush=True)
    for name in ["random", "forest"]:
        print(name, {key: statistics.mean(one[key] for one in results[name]) for key in wanted})


def speed(program, path):
    benchmark = str(pathlib.Path(program).parent / "cohobate-benchmark")
    print(run(benchmark, "compositions", "speed", str(pathlib.Path(path).resolve()), folder=ROOT), end="")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("subject", choices=["gaps", "steels", "speed"])
    parser.add_argument("table")
    parser.add_argument("--program", default=str(ROOT / ".build/release/cohobate"))
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--folds", type=int, default=5)
    arguments = parser.parse_args()
    if arguments.subject == "gaps":
        gaps(arguments.program, arguments.table, arguments.folds)
    elif arguments.subject == "steels":
        steels(arguments.program, arguments.table, arguments.seeds, initial=10, batch=5)
    else:
        speed(arguments.program, arguments.table)


main()
