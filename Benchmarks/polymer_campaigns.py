#!/usr/bin/env python3
"""Campaigns on the thermal conductivity of polymers, with and without transfer: labels to half of the best 5 %.

    make build
    python3 Benchmarks/polymer_campaigns.py polymers-pi1070.csv

The table is RadonPy's PI1070 (BSD 3-clause): repeat units with thermal conductivities by molecular dynamics, and HOMO, LUMO, dipole moment
and polarizability of the monomers by DFT, which are cheap and serve as sources. Needs only Python's standard library.
"""

import argparse
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

SOURCES = ["monomer_homo_eV", "monomer_lumo_eV", "monomer_dipole", "monomer_polarizability"]

CAMPAIGN = """name: polymers
seed: 1
objectives: [{{property: thermal_conductivity, goal: maximize}}]
molecules: {{kind: repeat-unit}}
pool: pool.csv
calculator: {{program: table, file: pool.csv}}
acquisition: {acquisition}
surrogate: {surrogate}
budget: {{calculations: {calculations}, initial: 10, batch: 5}}
"""


def run(program, *arguments, folder):
    ended = subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True)
    if ended.returncode not in (0, 1):
        sys.exit(f"{program} {' '.join(arguments)}: exit {ended.returncode}\n{ended.stderr}")
    return ended.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("table", type=pathlib.Path)
    parser.add_argument("--program", default=".build/release/cohobate")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--calculations", type=int, default=300)
    parser.add_argument("--acquisition", default="log-expected-improvement")
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    with open(options.table, newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["thermal_conductivity"]]

    def write(path, columns):
        with open(path, "w", newline="") as file:
            csv.writer(file).writerows([["smiles", *columns]] + [[row["smiles"], *(row[c] for c in columns)] for row in rows])

    with tempfile.TemporaryDirectory() as folder:
        write(f"{folder}/pool.csv", ["thermal_conductivity"])
        write(f"{folder}/monomers.csv", SOURCES)
        run(program, "pretrain", "monomers.csv", "--library", "library.sqlite", "--quiet", folder=folder)
        print("| surrogate | labels to half of the best 5 % | hits after 100 | share at the end |\n|---|---|---|---|")
        ways = {
            "without transfer": ("surrogate", "{library: none}"),
            "with the monomers' properties": ("surrogate", "{library: library.sqlite}"),
            "random": ("random", "{library: none}"),
        }
        for name, (policy, surrogate) in ways.items():
            (pathlib.Path(folder) / "polymers.yaml").write_text(
                CAMPAIGN.format(
                    surrogate=surrogate, acquisition=options.acquisition,
                    calculations=options.calculations if policy == "surrogate" else 700))
            report = json.loads(
                run(
                    program, "replay", "polymers.yaml", "--pool", "pool.csv", "--policies", policy, "--seeds",
                    str(options.seeds), "--top", "0.05", "--json", "--quiet", folder=folder))
            played = report["policies"][0]
            curve = played["curve"]
            print(
                f"| {name} | {played['calculationsToHalf'] or '–'} | {curve[99]['hits']['mean']:.1f} of {report['hits']} "
                f"| {100 * curve[-1]['share']['mean']:.0f} % after {len(curve)} |", flush=True)


if __name__ == "__main__":
    main()
