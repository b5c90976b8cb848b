#!/usr/bin/env python3
"""Measures an iteration of a campaign on a pool of a million molecules: its time, processor time and peak memory.

    make build
    python3 Benchmarks/large_pool.py --program .build/release/cohobate --molecules 1000000 --folder FOLDER

The pool is enumerated: substituents on rings and chains as the built-in corpus has them, written to pool.smi.gz with names. The
values of some of its molecules, which follow from their atoms by a rule, are told to a fresh campaign. It then suggests a batch, for
which the index of the pool is made; with the values of that batch it suggests another, for which the index is there. The
last lines say how many molecules of the batches are among the wanted ones. Needs Python's standard library.

The pool stays in the folder for a later run, and so does the index, unless --again is given.
"""

import argparse
import csv
import gzip
import itertools
import os
import pathlib
import random
import shutil
import sys

from own_time import fresh, measure, score, write

CAMPAIGN = """name: large-pool
seed: 1
objectives:
  - property: score
    window: [null, {upper}]
molecules:
  elements: [H, C, N, O, F, S, Cl]
pool: ../pool.smi.gz
calculator:
  program: by-hand
  properties: {{score: ""}}
surrogate: {{model: {model}}}
budget: {{calculations: 800, initial: 16, batch: 8}}
"""

CORES = [
    "c1{}cc{}cc{}c1", "c1{}nc{}cc{}n1", "c1{}cc{}c{}s1", "c1{}cc{}c{}o1", "C1CN{}CC{}C1{}", "O=C1C{}CN{}C1{}", "c1{}nc{}nc{}n1",
    "CC{}C(=O)N{}C{}", "CC{}OC(=O)C{}C{}", "c1{}ccc2nc{}cc{}c2c1", "c1{}cc2[nH]c{}c{}c2cc1", "C1{}OC{}CC{}C1",
    "CC{}S(=O)(=O)N{}C{}", "c1{}nnc{}cc1{}", "O=C1C{}=CC(=O)C{}=C1{}", "c1{}cc(C#N)c{}cc1{}", "CN{}C(=O)N{}C{}",
    "CC{}C=CC{}C{}", "c1{}cc2sc{}nc2cc1{}", "c1{}cc{}c2cc{}ccc2c1",
]
SUBSTITUENTS = [
    "", "(C)", "(CC)", "(CCC)", "(C(C)C)", "(CO)", "(CCO)", "(COC)", "(CN)", "(CCN)", "(CN(C)C)", "(C(=O)C)", "(C(=O)O)", "(C(=O)N)",
    "(C(=O)OC)", "(C#N)", "(CC#N)", "(C=C)", "(C#C)", "(CF)", "(C(F)F)", "(C(F)(F)F)", "(CCl)", "(CSC)", "(CS)", "(c9ccccc9)",
    "(Cc9ccccc9)", "(c9ccncc9)", "(c9cccs9)", "(c9ccco9)", "(C9CC9)", "(C9CCCC9)", "(C9CCCCC9)", "(C9CCOC9)", "(CC(C)C)",
    "(CCCC)", "(C(C)O)", "(CC(=O)O)", "(CNC(=O)C)", "(c9ccc(F)cc9)", "(c9ccc(N)cc9)", "(c9ccc(O)cc9)", "(C(=O)c9ccccc9)",
]


def pool(count):
    """Different texts of molecules; the number of different molecules is smaller, since some are symmetric."""
    every = [core.format(*three) for core in CORES for three in itertools.product(SUBSTITUENTS, repeat=3)]
    if count > len(every):
        sys.exit(f"The enumeration has only {len(every)} molecules.")
    return random.Random(1).sample(every, count)


def values(file, smiles):
    write(file, [["smiles", "score"], *([text, score(text)] for text in smiles)])


def batch(file):
    with open(file, newline="", encoding="utf-8-sig") as table:
        return [row["smiles"] for row in csv.DictReader(table)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=".build/release/cohobate")
    parser.add_argument("--molecules", type=int, default=1_000_000, help="the number of lines of the pool")
    parser.add_argument("--values", type=int, default=500, help="how many values are told")
    parser.add_argument("--model", default="automatic", help="the surrogate's model")
    parser.add_argument("--folder", type=pathlib.Path, required=True, help="where the pool and its index stay")
    parser.add_argument("--again", action="store_true", help="make the index again")
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    folder = options.folder.resolve() / str(options.molecules)
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    os.environ.pop("COHOBATE_CACHE", None)
    if options.again:
        shutil.rmtree(folder / "cache", ignore_errors=True)

    smiles = pool(options.molecules)
    if not (folder / "pool.smi.gz").exists():
        with gzip.open(folder / "part.gz", "wt") as file:
            file.writelines(f"{text} P{number}\n" for number, text in enumerate(smiles))
        (folder / "part.gz").rename(folder / "pool.smi.gz")
    scores = sorted(score(text) for text in random.Random(3).sample(smiles, min(20_000, len(smiles))))
    # The lowest hundredth is wanted.
    upper = scores[len(scores) // 100]
    place = fresh(folder / "campaign")
    (place / "campaign.yaml").write_text(CAMPAIGN.format(upper=upper, model=options.model))
    values(place / "known.csv", random.Random(2).sample(smiles, options.values))

    print("| task | wall, s | processor, s | memory, MB |\n|---|---|---|---|")
    tasks = [
        (f"tell {options.values} values", ["tell", "campaign.yaml", "known.csv"]),
        ("index, if there is none, and a batch", ["suggest", "campaign.yaml", "--output", "first.csv"]),
        ("tell a batch", ["tell", "campaign.yaml", "told.csv"]),
        ("a batch", ["suggest", "campaign.yaml", "--output", "second.csv"]),
    ]
    for task, arguments in tasks:
        if "told.csv" in arguments:
            values(place / "told.csv", batch(place / "first.csv"))
        measured = measure(program, *arguments, folder=place)
        print(f"| {task} | {measured.wall:.1f} | {measured.processor:.1f} | {measured.memory:.0f} |", flush=True)
    for name in ["first", "second"]:
        chosen = [score(text) for text in batch(place / f"{name}.csv")]
        print(f"{name} batch: {sum(value <= upper for value in chosen)} of {len(chosen)} are wanted (1 in 100 of the pool); {chosen}")
    for file in sorted((folder / "cache" / "cohobate" / "pools").glob("*.pool")):
        print(f"index: {file.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
