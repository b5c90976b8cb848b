#!/usr/bin/env python3
"""Gram matrix, Cholesky factor and what is made of them: Cohobate's Numerics against NumPy with its OpenBLAS.

    swift build --configuration release --product cohobate-benchmark
    python3 -m venv .build/benchmark && .build/benchmark/bin/pip install numpy scipy
    .build/benchmark/bin/python Benchmarks/linear_algebra.py 5000

The same points and kernel for all (ten dimensions, squared exponential, noise .01), in turn: Cohobate, NumPy with as many
threads as there are cores, NumPy with one. Each repetition is a process of its own, and the least time of them counts.
Memory is the peak of the process (VmHWM) after the Gram matrix and its factor are there, less what it was before.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys

PROGRAM = pathlib.Path(__file__).resolve().parent.parent / ".build/release/cohobate-benchmark"

PEER = r'''
import json, sys, time
import numpy as np
from scipy.linalg import cho_solve, solve_triangular
from scipy.linalg.lapack import dpotrf, dpotri

n = int(sys.argv[1])

def peak():
    return next(int(line.split()[1]) * 1.024e-3 for line in open("/proc/self/status") if line.startswith("VmHWM"))

def measure(what, body):
    start, processor = time.perf_counter(), time.process_time()
    result = body()
    print(json.dumps({"what": what, "size": n, "seconds": time.perf_counter() - start,
                      "processorSeconds": time.process_time() - processor, "peakMegabytes": peak()}))
    return result

points = np.random.default_rng(1).standard_normal((n, 10))

def distances(a, b):
    return (a * a).sum(1)[:, None] + (b * b).sum(1)[None, :] - 2 * a @ b.T

def gram():
    k = np.exp(-0.05 * distances(points, points))
    k[np.diag_indices(n)] += 0.01
    return k

measure("start", lambda: None)
k = measure("Gram", gram)
lower = measure("Cholesky", lambda: np.linalg.cholesky(k))
vector = np.sin(np.arange(n))
measure("solve for 1", lambda: cho_solve((lower, True), vector, check_finite=False))
wide = k[:, :1024].copy()
measure("solve lower for 1024", lambda: solve_triangular(lower, wide, lower=True, check_finite=False))
if n <= 5000:
    fortran = np.asfortranarray(lower)
    inverse = measure("inverse", lambda: dpotri(fortran, lower=1)[0])
    measure("product", lambda: k @ inverse)
    measure("symmetric product", lambda: k @ k.T)
    measure("squared distances", lambda: distances(points, points))
    scaled = -0.05 * distances(points, points)
    measure("exponentials", lambda: np.exp(scaled, out=scaled))
'''


def run(command, **environment):
    output = subprocess.run(
        command, env={**os.environ, **environment}, check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in output.splitlines()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="+", type=int, metavar="N")
    parser.add_argument("--repeat", type=int, default=3, help="how many processes of each (3)")
    arguments = parser.parse_args()
    cores = os.cpu_count()
    for size in arguments.sizes:
        best, memory = {}, {}
        for _ in range(arguments.repeat):
            peer = [sys.executable, "-c", PEER, str(size)]
            for name, lines in {
                "cohobate": run([PROGRAM, "linear-algebra", str(size)]),
                f"numpy, {cores} threads": run(peer, OPENBLAS_NUM_THREADS=str(cores)),
                "numpy, 1 thread": run(peer, OPENBLAS_NUM_THREADS="1"),
            }.items():
                start = next(line["peakMegabytes"] for line in lines if line["what"] == "start")
                factor = next(line for line in lines if line["what"] in ("Gram and Cholesky", "Cholesky"))
                matrices = (factor["peakMegabytes"] - start) * 1e6 / (8 * size * size)
                memory[name] = min(matrices, memory.get(name, float("inf")))
                for line in lines:
                    row = best.setdefault(line["what"], {})
                    row.setdefault(name, []).append((line["seconds"], line["processorSeconds"]))
                if name != "cohobate":
                    both = [line for line in lines if line["what"] in ("Gram", "Cholesky")]
                    best.setdefault("Gram and Cholesky", {}).setdefault(name, []).append(
                        (sum(line["seconds"] for line in both), sum(line["processorSeconds"] for line in both)))
        names = list(memory)
        print(f"\n{size} points: least seconds (and those of all cores together)\n")
        print("| | " + " | ".join(names) + " |\n|---" * 1 + "|---" * len(names) + "|")
        for what, row in best.items():
            if what == "start":
                continue
            cells = [
                f"{min(row[name])[0]:.4f} ({min(row[name])[1]:.4f})" if name in row else "" for name in names]
            print(f"| {what} | " + " | ".join(cells) + " |")
        print("| memory of Gram and factor, in n × n matrices | " + " | ".join(f"{memory[n]:.2f}" for n in names) + " |")


main()
