#!/usr/bin/env python3
"""Measures the time that Cohobate itself takes, for two programs in turn: of a campaign from the cache, and of one iteration over a pool.

    make build
    python3 Benchmarks/own_time.py --program .build/release/cohobate --before OLD/cohobate --repeats 5

The campaign first fills a private cache (the calculator runs, and is not timed); then each repeat runs it from the cache into a
fresh database. For the iteration, values of some of the pool's molecules are told to a fresh campaign, which then suggests a
batch. The pool is drawn from a language model of the built-in corpus, or taken from a table by --pool. Its values follow from the
atoms of each molecule by a rule. Needs Python's standard library and, for the campaign, its calculator.

With --folder the caches, the pool and the databases stay, and a later run uses the caches and the pool again. Processor time and
peak memory are those of a command and of the programs that it started, as the kernel counts them when the command ends; a peak
below that of this script (about 30 MB) cannot be seen.
"""

import argparse
import collections
import csv
import hashlib
import os
import pathlib
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent

POOL_CAMPAIGN = """name: own-time
seed: 1
objectives:
  - property: score
    window: [{lower}, {upper}]
molecules:
  charged: true
  radicals: true
pool: pool.csv
calculator:
  program: by-hand
  properties: {{score: ""}}
budget: {{calculations: 80, initial: 16, batch: 8}}
"""

CHOSEN = """
SELECT molecule.smiles FROM calculation JOIN candidate USING (iteration, position)
  JOIN molecule ON molecule.id = candidate.molecule ORDER BY calculation.id
"""

Measured = collections.namedtuple("Measured", "wall processor memory")


def measure(program, *arguments, folder):
    """Runs a command and returns its wall time and processor time in seconds, and its peak memory in MB."""
    with open(folder / "errors.txt", "w+") as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            [program, *arguments], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors)
        # getrusage(RUSAGE_CHILDREN) has the greatest memory of all children so far; wait4 has that of this one.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            errors.seek(0)
            sys.exit(f"{program} {' '.join(arguments)}: exit {process.returncode}\n{errors.read()[-2000:]}")
    return Measured(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6)


def fresh(folder):
    """Makes an empty folder for a repeat."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.iterdir():
        if file.is_file():
            file.unlink()
    return folder


def read_only(file):
    return sqlite3.connect(f"file:{file}?mode=ro", uri=True)


def warm(programs, campaign, folder):
    """Fills a cache for each program. The second begins with a copy of the first's, and calculates only what that lacks."""
    caches = {}
    for name, program in programs.items():
        cache = folder / f"{name}-cache.sqlite"
        if caches and not cache.exists():
            source, target = sqlite3.connect(next(iter(caches.values()))), sqlite3.connect(cache)
            source.backup(target)
            source.close()
            target.close()
        place = fresh(folder / f"{name}-warm")
        (place / "campaign.yaml").write_text(campaign)
        print(f"filling the cache of '{name}'", file=sys.stderr)
        measure(program, "run", "campaign.yaml", "--quiet", "--cache", str(cache), folder=place)
        caches[name] = cache
    return caches


def run_campaign(program, campaign, cache, folder):
    """Runs the campaign from the cache; returns the times and the molecules in the order in which they were chosen."""
    (folder / "campaign.yaml").write_text(campaign)
    measured = measure(program, "run", "campaign.yaml", "--quiet", "--cache", str(cache), folder=folder)
    database = read_only(folder / "campaign.sqlite")
    (anew,) = database.execute("SELECT count(*) FROM calculation WHERE NOT isReused").fetchone()
    if anew:
        print(f"note: {anew} calculations of {folder.name} were not in the cache", file=sys.stderr)
    chosen = [smiles for (smiles,) in database.execute(CHOSEN)]
    database.close()
    return {"campaign from the cache": measured}, chosen


def score(smiles):
    """A value that falls with aromatic atoms and double bonds. It depends on the atoms and not on their order in the
    text, so that two texts of one molecule have one value."""
    atoms = collections.Counter(letter for letter in smiles if letter.isalpha())
    aromatic = sum(atoms[letter] for letter in "cnosp")
    hetero = sum(atoms[letter] for letter in "NOSnos")
    noise = int(hashlib.sha256(repr(sorted(atoms.items())).encode()).hexdigest()[:8], 16) / 2**32
    return round(9 - 0.2 * aromatic - 0.5 * smiles.count("=") - 0.1 * hetero + 0.02 * atoms["C"] + 0.2 * noise, 4)


def drawn(program, count, folder):
    """Draws molecules from a language model of the built-in corpus."""
    file = folder / f"drawn-{count}.smi"
    if not file.exists():
        print(f"drawing {count} molecules", file=sys.stderr)
        measure(program, "corpus", "train", "--output", "pool.model", "--quiet", folder=folder)
        measure(
            program, "corpus", "sample", "pool.model", "--count", str(count), "--distinct", "--output", "drawn.part", "--quiet",
            folder=folder)
        (folder / "pool.model").unlink()
        (folder / "drawn.part").rename(file)
    return [line.split()[0] for line in file.read_text().splitlines() if line.strip()]


def taken(file, column, count):
    """Takes molecules of one component from a table, all of them or a random choice."""
    with open(file, newline="") as table:
        rows = csv.DictReader(table)
        if column not in (rows.fieldnames or []):
            sys.exit(f"{file} has no column '{column}'; name another with --column.")
        found = list(dict.fromkeys(row[column] for row in rows if row[column]))
    found = [smiles for smiles in found if "." not in smiles and "*" not in smiles]
    places = sorted(random.Random(1).sample(range(len(found)), min(count, len(found))))
    return [found[place] for place in places]


def write(file, rows):
    with open(file, "w", newline="") as table:
        csv.writer(table).writerows(rows)


def run_iteration(program, pool, known, folder):
    """Tells the known values and asks for a batch; returns the times and the molecules of the batch."""
    scores = sorted(map(score, pool))
    # The lowest fiftieth of the pool is wanted.
    (folder / "campaign.yaml").write_text(POOL_CAMPAIGN.format(lower=round(scores[0] - 1, 4), upper=scores[len(scores) // 50]))
    write(folder / "pool.csv", [["smiles"], *([smiles] for smiles in pool)])
    write(folder / "known.csv", [["smiles", "score"], *([smiles, score(smiles)] for smiles in known)])
    told = measure(program, "tell", "campaign.yaml", "known.csv", folder=folder)
    suggested = measure(program, "suggest", "campaign.yaml", "--output", "batch.csv", folder=folder)
    with open(folder / "batch.csv", newline="", encoding="utf-8-sig") as table:
        chosen = [row["smiles"] for row in csv.DictReader(table)]
    return {f"tell {len(known)} values": told, f"suggest from {len(pool)} molecules": suggested}, chosen


def report(measured, chosen):
    """Prints a row for each task and quantity: medians over the repeats, with the least and the greatest."""
    for task in measured["before"]:
        for quantity, unit, digits in [("wall", "s", 2), ("processor", "s", 2), ("memory", "MB", 0)]:
            values = {name: [getattr(one, quantity) for one in measured[name][task]] for name in measured}
            cells = [
                f"{statistics.median(of):.{digits}f} ({min(of):.{digits}f}–{max(of):.{digits}f})" for of in values.values()]
            before, program = (statistics.median(of) for of in values.values())
            ratio = f"{program / before:.2f}" if before > 0 else "–"
            print(f"| {task} | {quantity}, {unit} | {cells[0]} | {cells[1]} | {ratio} |", flush=True)
    batches = [tuple(batch) for name in chosen for batch in chosen[name]]
    same = len(set(batches)) == 1
    steady = all(len(set(map(tuple, chosen[name]))) == 1 for name in chosen)
    return "the same molecules" if same else "DIFFERENT molecules" + ("" if steady else ", also between repeats of one program")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=".build/release/cohobate")
    parser.add_argument("--before", required=True, help="the program to compare with")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--parts", nargs="+", choices=["campaign", "pool"], default=["campaign", "pool"])
    parser.add_argument("--campaign", type=pathlib.Path, default=ROOT / "Campaigns" / "quickstart.yaml")
    parser.add_argument("--pool", type=pathlib.Path, help="a CSV table of molecules, in place of drawn ones")
    parser.add_argument("--column", default="smiles", help="the column of the table with the SMILES")
    parser.add_argument("--molecules", type=int, default=25000, help="the size of the pool")
    parser.add_argument("--values", type=int, default=500, help="how many of them are told")
    parser.add_argument("--folder", type=pathlib.Path, help="where the caches and the pool stay; default: a temporary folder")
    options = parser.parse_args()
    if options.repeats < 1:
        parser.error("--repeats must be at least 1.")
    # In this order, so that the older program writes the cache that the newer one brings up to date.
    programs = {name: str(pathlib.Path(path).resolve()) for name, path in (("before", options.before), ("program", options.program))}
    for path in programs.values():
        if not os.access(path, os.X_OK):
            sys.exit(f"{path} is no program.")

    with tempfile.TemporaryDirectory(prefix="own-time-") as temporary:
        folder = (options.folder or pathlib.Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        parts = {}
        if "campaign" in options.parts:
            campaign = options.campaign.read_text()
            caches = warm(programs, campaign, folder)
            parts["campaign"] = lambda name, place: run_campaign(programs[name], campaign, caches[name], place)
        if "pool" in options.parts:
            if options.pool:
                pool = taken(options.pool, options.column, options.molecules)
            else:
                pool = drawn(programs["before"], options.molecules, folder)
            if len(pool) <= options.values:
                sys.exit(f"The pool has {len(pool)} molecules, no more than --values.")
            known = random.Random(2).sample(pool, options.values)
            parts["pool"] = lambda name, place: run_iteration(programs[name], pool, known, place)

        print(f"Medians of {options.repeats} (least–greatest); the ratio is that of the program to the one before.\n")
        print("| task | | before | program | ratio |\n|---|---|---|---|---|")
        verdicts = {}
        for part, run in parts.items():
            measured = {name: collections.defaultdict(list) for name in programs}
            chosen = {name: [] for name in programs}
            for repeat in range(options.repeats):
                # In turn, and the other way round in every second repeat, so that a drift of the computer's speed hits both.
                for name in list(programs) if repeat % 2 == 0 else reversed(programs):
                    times, batch = run(name, fresh(folder / f"{name}-{part}"))
                    chosen[name].append(batch)
                    for task, one in times.items():
                        measured[name][task].append(one)
            verdicts[part] = report(measured, chosen)
        print()
        for part, verdict in verdicts.items():
            print(f"{part}: both chose {verdict}.")


if __name__ == "__main__":
    main()
