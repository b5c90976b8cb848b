#!/usr/bin/python3
"""Calculates the labels of the built-in library: GFN2-xTB for each molecule of molecules.smi.

    label_molecules.py --folder FOLDER [--processes 2] [--minutes N]
    label_molecules.py --folder FOLDER --join

The first form calculates into FOLDER/labels.part and takes up there again when it was stopped. The second writes
labels.csv beside molecules.smi, in its order, of what is in the folder. Molecules are taken in the order of the file, which
is shuffled: stopped anywhere, the labels are a fair sample.

One conformer by ETKDGv3 (seed 42), optimised with MMFF94s, with UFF where it has no parameters, then by GFN2-xTB to xtb's
threshold 'sloppy', in less than half of the time of 'normal'. Of six molecules calculated with both, the gaps differed by
0.04 eV at most, but the dipole of one by 2.3 D. All values are of that geometry:
    gap, homo, lumo                eV, orbital energies
    dipole                         D
    polarizability                 a.u., of the dispersion model
    solvation_free_energy          kcal/mol, in water: energy with ALPB less the energy without
    ip, ea                         eV, vertical, IPEA-xTB; of three molecules of ten
A molecule whose bonds changed, whose optimisation did not converge, or that has no conformer is left out.

It needs Debian's python3-rdkit and xtb. Each process uses one thread.
"""
import argparse
import concurrent.futures
import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
COLUMNS = ["gap", "homo", "lumo", "dipole", "polarizability", "solvation_free_energy", "ip", "ea"]
DECIMALS = {"gap": 4, "homo": 4, "lumo": 4, "dipole": 3, "polarizability": 2, "solvation_free_energy": 3, "ip": 3, "ea": 3}
KILOCALORIES = 627.509474
SECONDS = 120


def embedded(smiles):
    """The elements and coordinates of a conformer, or nothing."""
    from rdkit import Chem, RDLogger
    from rdkit.Chem import AllChem
    RDLogger.DisableLog("rdApp.*")
    molecule = Chem.AddHs(Chem.MolFromSmiles(smiles))
    settings = AllChem.ETKDGv3()
    settings.randomSeed = 42
    settings.maxIterations = 50
    if AllChem.EmbedMolecule(molecule, settings) != 0:
        settings.useRandomCoords = True
        if AllChem.EmbedMolecule(molecule, settings) != 0:
            return None
    if AllChem.MMFFHasAllMoleculeParams(molecule):
        AllChem.MMFFOptimizeMolecule(molecule, "MMFF94s", maxIters=1000)
    elif AllChem.UFFHasAllMoleculeParams(molecule):
        AllChem.UFFOptimizeMolecule(molecule, maxIters=1000)
    return molecule


def xtb(folder, geometry, *options):
    """The log and the JSON of one run; nothing if it failed."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1",
                   "OMP_STACKSIZE": "1G", "XTBPATH": os.environ.get("XTBPATH", "/usr/share/xtb")}
    answer = folder / "xtbout.json"
    answer.unlink(missing_ok=True)
    try:
        run = subprocess.run(
            ["xtb", geometry, "--gfn", "2", "--chrg", "0", "--uhf", "0", "--json", "--norestart", *options], cwd=folder,
            env=environment, capture_output=True, text=True, timeout=SECONDS, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return None
    if run.returncode != 0 or not re.search(r"^normal termination of xtb", run.stderr, re.M) or "[WARNING]" in run.stderr:
        return None
    try:
        return run.stdout, json.loads(answer.read_text())
    except (OSError, ValueError):
        return None


def bonds_kept(molecule, path):
    """Whether each bond of the input, and no other pair of atoms, is within a bond's length in an xyz file."""
    from rdkit import Chem
    rows = path.read_text().split("\n")[2:]
    places = [tuple(map(float, row.split()[1:4])) for row in rows if row.strip()]
    table = Chem.GetPeriodicTable()
    radii = [table.GetRcovalent(atom.GetAtomicNum()) for atom in molecule.GetAtoms()]
    for first in range(len(places)):
        for second in range(first):
            distance = sum((a - b) ** 2 for a, b in zip(places[first], places[second])) ** .5
            limit = radii[first] + radii[second]
            bonded = molecule.GetBondBetweenAtoms(first, second) is not None
            if bonded and distance > 1.35 * limit or not bonded and distance < 1.1 * limit:
                return False
    return True


def labelled(task):
    """The row of one molecule: the values, empty where it failed."""
    index, smiles = task
    empty = [smiles] + [""] * len(COLUMNS)
    molecule = embedded(smiles)
    if molecule is None:
        return empty
    from rdkit import Chem
    folder = pathlib.Path(tempfile.mkdtemp(prefix="library-label-"))
    try:
        (folder / "start.xyz").write_text(Chem.MolToXYZBlock(molecule))
        optimised = xtb(folder, "start.xyz", "--opt", "sloppy")
        if optimised is None or "GEOMETRY OPTIMIZATION CONVERGED" not in optimised[0]:
            return empty
        if not bonds_kept(molecule, folder / "xtbopt.xyz"):
            return empty
        log, answer = optimised
        occupied = sum(1 for value in answer["fractional occupation"] if value > 1)
        energies = answer["orbital energies/eV"]
        values = {"homo": energies[occupied - 1], "lumo": energies[occupied]}
        values["gap"] = values["lumo"] - values["homo"]
        rows = re.findall(r"^\s*full:\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s*$", log, re.M)
        values["dipole"] = float(rows[-1][3])
        values["polarizability"] = float(re.search(r"Mol\. α\(0\)\s*/au\s*:?\s*(\S+)", log)[1])
        wet = xtb(folder, "xtbopt.xyz", "--alpb", "water")
        if wet:
            values["solvation_free_energy"] = KILOCALORIES * (wet[1]["total energy"] - answer["total energy"])
        if index % 10 < 3:
            ions = xtb(folder, "xtbopt.xyz", "--vipea")
            if ions:
                values["ip"] = float(re.search(r"delta SCC IP \(eV\):\s*(\S+)", ions[0])[1])
                values["ea"] = float(re.search(r"delta SCC EA \(eV\):\s*(\S+)", ions[0])[1])
        return [smiles] + [f"{values[name]:.{DECIMALS[name]}f}" if name in values else "" for name in COLUMNS]
    except (KeyError, IndexError, TypeError, ValueError, OSError):
        return empty
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def done(part):
    """The rows of earlier runs; an unfinished last line is cut off."""
    if not part.exists():
        return {}
    text = part.read_text()
    if not text.endswith("\n"):
        part.write_text(text[:text.rfind("\n") + 1])
    return {row[0]: row for row in csv.reader(part.open()) if len(row) == 1 + len(COLUMNS)}


def calculate(names, part, processes, minutes):
    end = None if minutes is None else time.monotonic() + 60 * minutes
    finished = done(part)
    tasks = ((index, smiles) for index, smiles in enumerate(names) if smiles not in finished)
    with part.open("a") as file, concurrent.futures.ProcessPoolExecutor(processes) as pool:
        running = set()
        for task in tasks:
            if end is not None and time.monotonic() >= end:
                break
            running.add(pool.submit(labelled, task))
            if len(running) > 2 * processes:
                ended, running = concurrent.futures.wait(running, return_when=concurrent.futures.FIRST_COMPLETED)
                for future in ended:
                    file.write(",".join(future.result()) + "\n")
                file.flush()
        for future in running:
            file.write(",".join(future.result()) + "\n")


def main():
    reader = argparse.ArgumentParser(description="Calculates the labels of the built-in library with xtb.")
    reader.add_argument("--folder", type=pathlib.Path, required=True, help="folder of the unfinished labels")
    reader.add_argument("--processes", type=int, default=2, help="molecules at a time (2)")
    reader.add_argument("--minutes", metavar="N", type=float, help="begin no molecule after this time (no limit)")
    reader.add_argument("--join", action="store_true", help="write labels.csv of what is in the folder")
    options = reader.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    part = options.folder / "labels.part"
    names = (HERE / "molecules.smi").read_text().split()
    if not options.join:
        calculate(names, part, options.processes, options.minutes)
        return
    rows = done(part)
    kept = [rows[name] for name in names if name in rows and rows[name][1]]
    with (HERE / "labels.csv").open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["smiles"] + COLUMNS)
        writer.writerows(kept)
    tried = sum(name in rows for name in names)
    print(f"{len(kept)} molecules have labels; {tried - len(kept)} of the {tried} calculated failed.")


if __name__ == "__main__":
    main()
