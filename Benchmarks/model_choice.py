#!/usr/bin/env python3
"""How well the models of `cohobate predict --data` predict molecules that they have not seen, by the number of labels.

    make build
    python3 Benchmarks/model_choice.py --data POOL.csv --property gap

POOL.csv has a column smiles and one for the property, such as gap_eV. For each seed the table is shuffled; the last TEST molecules
are predicted by each model from the first 50, 100, 200, 300 and 500. Printed are averages over the seeds: the root mean square and the
mean absolute error, the mean negative log density of the values (NLPD) under normal distributions of the printed means and standard
deviations, the share of values within one standard deviation, the time of a whole command, and for `automatic` the weights with
the first seed. Needs only Python's standard library.
"""

import argparse
import csv
import json
import math
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time


def column(titles, name):
    """The title of a property's column: its name, or its name and its unit."""
    found = [title for title in titles if title == name or title.startswith(name + "_")]
    if len(found) != 1:
        sys.exit(f"'{name}' is not one of the columns {', '.join(titles)}.")
    return found[0]


def write(path, titles, rows):
    with open(path, "w", newline="") as file:
        csv.writer(file).writerows([titles, *rows])


def predicted(program, model, name, folder):
    """The prediction of each test molecule, what the model is, and the seconds that the command took."""
    start = time.monotonic()
    ended = subprocess.run(
        [program, "predict", folder / "test.csv", "--data", folder / "train.csv", "--property", name, "--model", model, "--json",
         "--quiet"], stdout=subprocess.PIPE)
    if ended.returncode not in (0, 1):
        sys.exit(f"{program} predict --model {model}: exit {ended.returncode}")
    report = json.loads(ended.stdout)
    return [row["predictions"] for row in report["rows"]], report["models"][0]["kind"], time.monotonic() - start


def scores(predictions, values):
    """The four figures over the molecules that have a prediction."""
    pairs = [(value - own[0]["mean"], own[0]["standardDeviation"]) for own, value in zip(predictions, values) if own]
    count = len(pairs)
    return {
        "RMSE": math.sqrt(sum(error * error for error, _ in pairs) / count),
        "MAE": sum(abs(error) for error, _ in pairs) / count,
        "NLPD": sum(0.5 * (error / sd) ** 2 + math.log(sd) + 0.5 * math.log(2 * math.pi) for error, sd in pairs) / count,
        "within 1 sd": sum(abs(error) < sd for error, sd in pairs) / count,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--property", default="gap")
    parser.add_argument("--models", nargs="+", default=["standard", "detailed", "automatic"])
    parser.add_argument("--labels", type=int, nargs="+", default=[50, 100, 200, 300, 500])
    parser.add_argument("--test", type=int, default=1000)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5])
    parser.add_argument("--program", default=".build/release/cohobate")
    options = parser.parse_args()

    with open(options.data, newline="") as file:
        reader = csv.DictReader(file)
        title = column(reader.fieldnames, options.property)
        rows = [(row["smiles"], row[title]) for row in reader if row[title]]
    if len(rows) < options.test + max(options.labels):
        parser.error(f"The table has {len(rows)} values, fewer than {options.test} to predict and {max(options.labels)} to learn from.")

    titles = ["RMSE", "MAE", "NLPD", "within 1 sd", "seconds"]
    print(f"| labels | model | {' | '.join(titles)} | weights |")
    print("|---" * (len(titles) + 3) + "|")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for count in options.labels:
            found = {model: [] for model in options.models}
            kinds = {}
            for seed in options.seeds:
                shuffled = rows[:]
                random.Random(seed).shuffle(shuffled)
                test = shuffled[-options.test:]
                write(folder / "train.csv", ["smiles", title], shuffled[:count])
                write(folder / "test.csv", ["smiles"], [[smiles] for smiles, _ in test])
                for model in options.models:
                    predictions, kind, seconds = predicted(options.program, model, options.property, folder)
                    own = scores(predictions, [float(value) for _, value in test])
                    found[model].append({**own, "seconds": seconds})
                    kinds.setdefault(model, kind)
            for model in options.models:
                cells = [f"{statistics.mean(own[key] for own in found[model]):.3f}" for key in titles]
                weights = kinds[model].partition(": ")[2]
                print(f"| {count} | {model} | {' | '.join(cells)} | {weights} |", flush=True)


if __name__ == "__main__":
    main()
