#!/usr/bin/env python3
"""Fitting a Gaussian process to 2000 molecules and predicting 5000: Cohobate against GAUCHE, in the same run.

    swift build --configuration release --product cohobate-benchmark
    python3 -m venv .build/benchmark && .build/benchmark/bin/pip install torch botorch gauche rdkit
    .build/benchmark/bin/python Benchmarks/process_speed.py TABLE.csv COLUMN

The same molecules in the same random order, the same kernel (an output scale times Tanimoto's on Morgan bits of radius 3, 2048 of
them), mean and noise fitted, variances of all predictions. The two take turns; the least time of each counts.
"""

import argparse
import csv
import json
import pathlib
import random
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(__file__).resolve().parent.parent / ".build/release/cohobate-benchmark"

PEER = r'''
import csv, json, sys, time, warnings
warnings.filterwarnings("ignore")
import gpytorch, numpy as np, torch
from botorch import fit_gpytorch_mll
from botorch.models.gpytorch import GPyTorchModel
from gauche.kernels.fingerprint_kernels.tanimoto_kernel import TanimotoKernel
from gpytorch.mlls import ExactMarginalLogLikelihood
from rdkit import Chem, RDLogger
from rdkit.Chem import rdFingerprintGenerator

RDLogger.DisableLog("rdApp.*")
rows = list(csv.reader(open(sys.argv[1])))[1:]
generator = rdFingerprintGenerator.GetMorganGenerator(radius=3, fpSize=2048)
pairs = ((Chem.MolFromSmiles(smiles), float(value)) for smiles, value in rows)
pairs = [(generator.GetFingerprintAsNumPy(mol), value) for mol, value in pairs if mol][:7000]
inputs = torch.tensor(np.array([bits for bits, _ in pairs]), dtype=torch.float64)
values = torch.tensor([value for _, value in pairs], dtype=torch.float64)
mean, spread = values[:2000].mean(), values[:2000].std()


class Process(gpytorch.models.ExactGP, GPyTorchModel):
    _num_outputs = 1

    def __init__(self, inputs, values, likelihood):
        super().__init__(inputs, values, likelihood)
        self.mean_module = gpytorch.means.ConstantMean()
        self.covar_module = gpytorch.kernels.ScaleKernel(TanimotoKernel())

    def forward(self, inputs):
        return gpytorch.distributions.MultivariateNormal(self.mean_module(inputs), self.covar_module(inputs))


likelihood = gpytorch.likelihoods.GaussianLikelihood()
process = Process(inputs[:2000], (values[:2000] - mean) / spread, likelihood)
start = time.perf_counter()
fit_gpytorch_mll(ExactMarginalLogLikelihood(likelihood, process))
fit = time.perf_counter() - start
start = time.perf_counter()
process.eval()
with torch.no_grad(), gpytorch.settings.fast_pred_var():
    predicted = likelihood(process(inputs[2000:]))
    means, variances = predicted.mean * spread + mean, predicted.variance
predict = time.perf_counter() - start
error = (means - values[2000:]).abs().mean().item()
print(json.dumps({"fit": fit, "predict": predict, "error": error}))
'''


def ours(table):
    ended = subprocess.run([PROGRAM, "process", table, "value"], capture_output=True, text=True, check=True)
    results = [json.loads(line) for line in ended.stdout.splitlines()]
    seconds = {(result["what"], result.get("size")): result.get("seconds") for result in results}
    error = next(r["value"] for r in results if r["what"] == "mean absolute error of the predictions")
    return {"fit": seconds["fit on", 2000], "predict": seconds["predict", 5000], "error": error}


def theirs(table):
    ended = subprocess.run([sys.executable, "-c", PEER, table], capture_output=True, text=True, check=True)
    return json.loads(ended.stdout.splitlines()[-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", help="a CSV file with a column smiles")
    parser.add_argument("column", help="the column of the values")
    parser.add_argument("--repeat", type=int, default=2)
    arguments = parser.parse_args()
    with open(arguments.table, newline="") as file:
        rows = [(row["smiles"], row[arguments.column]) for row in csv.DictReader(file) if row[arguments.column]]
    random.Random(1).shuffle(rows)
    with tempfile.TemporaryDirectory() as folder:
        table = f"{folder}/shuffled.csv"
        with open(table, "w", newline="") as file:
            csv.writer(file).writerows([("smiles", "value"), *rows])
        runs = [(ours(table), theirs(table)) for _ in range(arguments.repeat)]
    print("| what | Cohobate | GAUCHE | ratio |\n|---|---|---|---|")
    for key, what in [("fit", "fit, n = 2000, s"), ("predict", "mean and variance of 5000, s")]:
        own, other = (min(run[side][key] for run in runs) for side in (0, 1))
        print(f"| {what} | {own:.2f} | {other:.2f} | {other / own:.1f} |")
    print(f"| mean absolute error | {runs[0][0]['error']:.4f} | {runs[0][1]['error']:.4f} | |")


if __name__ == "__main__":
    main()
