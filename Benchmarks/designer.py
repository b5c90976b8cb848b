"""Cohobate's search and mol_ga's genetic algorithm on the acquisition function of one fixed surrogate.

    python Benchmarks/designer.py DATA.csv LOWER..UPPER SEED,SEED,... [WEIGHED]

The surrogate is a Gaussian process on 1000 molecules that the seed draws from the table (columns `smiles` and
`gap_b3lyp_eV`); both start from these and may weigh as many distinct allowed molecules, the first ones among them. mol_ga asks
for values through a pipe. Printed is, for each seed, the mean of the best hundred log-probabilities.

It needs mol-ga 0.2.1 and RDKit from PyPI, and `swift build -c release --product cohobate-benchmark`.
"""

import json
import math
import random
import subprocess
import sys
import time

from mol_ga import default_ga
from rdkit import Chem, RDLogger

PROGRAM = ".build/release/cohobate-benchmark"
OFFSPRING = 200
# What mol_ga is told of molecules that are not allowed: it takes quantiles of the values, and cannot with infinite ones.
REFUSED = -1000.0


class Enough(Exception):
    """As many molecules have been weighed as may be."""


class Surrogate:
    """The surrogate of the benchmark program, asked through a pipe; each molecule once."""

    def __init__(self, data, window, seed, limit):
        self.process = subprocess.Popen(
            [PROGRAM, "score", data, window, str(seed)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.start = self.process.stdout.readline().split()
        self.limit = limit
        self.values = {}

    def __call__(self, smiles):
        asked = [text for text in dict.fromkeys(smiles) if text not in self.values]
        for first in range(0, len(asked), 200):
            part = asked[first:first + 200]
            self.process.stdin.write(" ".join(part) + "\n")
            self.process.stdin.flush()
            answers = [float(word) for word in self.process.stdout.readline().split()]
            for text, value in zip(part, answers):
                self.values[text] = REFUSED if math.isnan(value) else value
                if self.weighed >= self.limit:
                    raise Enough
        return [self.values[text] for text in smiles]

    @property
    def weighed(self):
        return sum(value > REFUSED for value in self.values.values())

    def best(self, count=100):
        best = sorted(self.values.values(), reverse=True)[:count]
        return sum(best) / len(best)


def mol_ga(data, window, seed, limit):
    surrogate = Surrogate(data, window, seed, limit)
    begin = time.time()
    try:
        default_ga(
            starting_population_smiles=surrogate.start, scoring_function=surrogate, max_generations=10_000,
            offspring_size=OFFSPRING, rng=random.Random(seed))
    except Enough:
        pass
    surrogate.process.kill()
    return {
        "program": "mol_ga", "seed": seed, "weighed": surrogate.weighed, "best100": round(surrogate.best(), 5),
        "seconds": round(time.time() - begin, 1)}


def cohobate(data, window, seed, limit):
    line = subprocess.run(
        [PROGRAM, "design", "search", data, window, str(seed), str(limit)], stdout=subprocess.PIPE, text=True, check=True).stdout
    result = json.loads(line)
    return {"program": "cohobate"} | {key: result[key] for key in ("seed", "weighed", "best100", "seconds")}


def main():
    RDLogger.DisableLog("rdApp.*")
    data, window, seeds = sys.argv[1:4]
    limit = int(sys.argv[4]) if len(sys.argv) > 4 else 20_000
    for seed in map(int, seeds.split(",")):
        for run in (cohobate, mol_ga):
            print(json.dumps(run(data, window, seed, limit)), flush=True)


if __name__ == "__main__":
    main()
