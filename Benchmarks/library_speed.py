#!/usr/bin/env python3
"""Single points of the same geometries, one at a time: libxtb's worker against xtb started anew for each.

    make build
    python3 -m venv .build/benchmark && .build/benchmark/bin/pip install rdkit
    .build/benchmark/bin/python Benchmarks/library_speed.py molecules.csv --count 100

RDKit makes the geometries beforehand and is not timed. By number of atoms, since starting xtb takes the same for all.
"""

import argparse
import csv
import json
import os
import pathlib
import subprocess
import tempfile
import time

from rdkit import Chem
from rdkit.Chem import AllChem

ENVIRONMENT = {
    "PATH": os.environ["PATH"], "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1",
    "OMP_STACKSIZE": "1G"}


def geometry(smiles):
    molecule = Chem.AddHs(Chem.MolFromSmiles(smiles))
    if AllChem.EmbedMolecule(molecule, randomSeed=1) != 0:
        return None
    AllChem.MMFFOptimizeMolecule(molecule)
    elements = [atom.GetSymbol() for atom in molecule.GetAtoms()]
    return smiles, elements, molecule.GetConformer().GetPositions().tolist()


def by_program(molecules):
    times = []
    for _, elements, positions in molecules:
        with tempfile.TemporaryDirectory() as folder:
            lines = [str(len(elements)), ""] + [f"{e} {x:.8f} {y:.8f} {z:.8f}" for e, (x, y, z) in zip(elements, positions)]
            pathlib.Path(folder, "molecule.xyz").write_text("\n".join(lines) + "\n")
            start = time.perf_counter()
            with open(os.path.join(folder, "log"), "w") as log:
                subprocess.run(
                    ["xtb", "molecule.xyz", "--gfn", "2", "--chrg", "0", "--uhf", "0", "--json", "--norestart"], cwd=folder, check=True,
                    env=ENVIRONMENT | {"HOME": folder}, stdout=log, stderr=log)
            energy = json.loads(pathlib.Path(folder, "xtbout.json").read_text())["total energy"]
            times.append((time.perf_counter() - start, energy))
    return times


def by_worker(worker, molecules):
    times = []
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [worker, "--method", "GFN2"], cwd=folder, env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        for number, (smiles, elements, positions) in enumerate(molecules):
            start = time.perf_counter()
            question = {
                "id": number, "smiles": smiles, "charge": 0, "unpaired_electrons": 0, "elements": elements,
                "coordinates": [c for position in positions for c in position], "properties": ["energy", "gap", "dipole"]}
            process.stdin.write(json.dumps(question) + "\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            times.append((time.perf_counter() - start, answer["properties"]["energy"]))
        process.stdin.close()
        process.wait()
    return times


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--worker", type=pathlib.Path, default=pathlib.Path(".build/release/cohobate-xtb-worker"))
    options = parser.parse_args()
    with open(options.file) as file:
        smiles = [row["smiles"] for _, row in zip(range(options.count), csv.DictReader(file))]
    molecules = [found for found in map(geometry, smiles) if found]
    program = by_program(molecules)
    library = by_worker(str(options.worker.absolute()), molecules)
    worst = max(abs(a[1] - b[1]) for a, b in zip(program, library))
    print("| atoms | molecules | xtb, ms each | worker, ms each | ratio |\n|---|---|---|---|---|")
    bounds = [(0, 15), (16, 25), (26, 35), (36, 1000), (0, 1000)]
    for lower, upper in bounds:
        chosen = [i for i, molecule in enumerate(molecules) if lower <= len(molecule[1]) <= upper]
        if chosen:
            a = sum(program[i][0] for i in chosen) / len(chosen) * 1000
            b = sum(library[i][0] for i in chosen) / len(chosen) * 1000
            print(f"| {lower}–{upper} | {len(chosen)} | {a:.1f} | {b:.1f} | {a / b:.2f} |")
    print(f"\ngreatest difference of energies: {worst:.1e} Eh")


if __name__ == "__main__":
    main()
