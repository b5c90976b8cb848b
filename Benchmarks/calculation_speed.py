#!/usr/bin/env python3
"""Times `cohobate calculate` against a plain Python script, and libxtb's worker against xtb started for each single point.

    make build && swift build -c release --product cohobate-benchmark
    python3 -m venv .build/benchmark && .build/benchmark/bin/pip install rdkit
    python3 Benchmarks/calculation_speed.py molecules.csv --count 300

Needs only Python's standard library itself; the script it is compared with needs RDKit (--python names the interpreter).
The rivals take turns, --rounds times. Nothing is taken from a cache.

The own processor time is what the kernel counted for the process cohobate apart from its children: xtb, and the keepers
beside it, are left out. Most of it is RDKit's: reading, embedding and relaxing one conformer of each molecule is timed alone as
well, and the difference is what Cohobate itself costs.
"""

import argparse
import csv
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time


def timed(command, folder):
    """Wall seconds of a command, and the processor seconds of the process itself, without its children."""
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    ticks = os.sysconf("SC_CLK_TCK")
    stat = pathlib.Path(f"/proc/{process.pid}/stat")
    # An ended process that nobody has waited for still has its times.
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    wall = time.monotonic() - start
    fields = stat.read_text().rsplit(")", 1)[1].split()
    own = (int(fields[11]) + int(fields[12])) / ticks
    _, errors = process.communicate()
    if process.returncode not in (0, 1):
        sys.exit(f"{command}: exit {process.returncode}\n{errors.decode()}")
    return wall, own


def embedding(program, smiles, folder):
    """Processor seconds of reading, embedding and relaxing one conformer of each molecule, and nothing else."""
    path = folder / "molecules.smi"
    path.write_text("\n".join(smiles) + "\n")
    output = subprocess.run([program, "embedding", path], capture_output=True, text=True, check=True).stdout
    return json.loads(output)["processorSeconds"]


def calculated(path):
    with open(path) as file:
        return sum(1 for entry in csv.DictReader(file) if entry.get("gap_eV"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--program", type=pathlib.Path, default=pathlib.Path(".build/release/cohobate"))
    parser.add_argument("--python", type=pathlib.Path, default=pathlib.Path(".build/benchmark/bin/python"))
    parser.add_argument("--benchmark", type=pathlib.Path, default=pathlib.Path(".build/release/cohobate-benchmark"))
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("Workdir/speed"))
    options = parser.parse_args()
    folder = options.folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    molecules = folder / "molecules.csv"
    smiles = []
    with open(options.file) as source, open(molecules, "w") as target:
        writer = csv.writer(target)
        writer.writerow(["smiles"])
        for number, entry in enumerate(csv.DictReader(source)):
            if number == options.count:
                break
            writer.writerow([entry["smiles"]])
            smiles.append(entry["smiles"])
    script = pathlib.Path(__file__).absolute().parent / "plain_script.py"

    def cohobate(program, output, *settings):
        sets = [word for setting in settings for word in ("--set", setting)]
        return [
            options.program.absolute(), "calculate", molecules, "--program", program, *sets, "--jobs", str(options.jobs),
            "--no-cache", "--quiet", "--keep", "none", "--format", "csv", "--output", folder / output]

    rivals = {
        "plain Python script, xtb --opt": (
            [options.python.absolute(), script, molecules, "--jobs", str(options.jobs), "--output", folder / "plain.csv"], "plain.csv"),
        "cohobate, xtb --opt": (cohobate("xtb", "optimised.csv", "conformers=1"), "optimised.csv"),
        "cohobate, xtb single points": (
            cohobate("xtb", "points.csv", "conformers=1", "optimization=none"), "points.csv"),
        "cohobate, libxtb single points": (cohobate("libxtb", "library.csv", "conformers=1"), "library.csv"),
    }
    walls = {name: [] for name in rivals}
    own = {name: [] for name in rivals}
    rdkit = []
    for _ in range(options.rounds):
        rdkit.append(embedding(options.benchmark.absolute(), smiles, folder))
        for name, (command, output) in rivals.items():
            wall, processor = timed([str(word) for word in command], folder)
            walls[name].append(wall)
            own[name].append(processor)
    print("| what | calculated | wall time, s | molecules a second | own processor time a molecule, ms | of that not RDKit's, ms |\n|---|---|---|---|---|---|")
    embedded = 1000 * statistics.median(rdkit) / options.count
    rates = {}
    for name, (_, output) in rivals.items():
        wall = statistics.median(walls[name])
        rates[name] = options.count / wall
        mine = 1000 * statistics.median(own[name]) / options.count
        columns = f"{mine:.1f} | {mine - embedded:.1f}" if name.startswith("cohobate") else " | "
        print(f"| {name} | {calculated(folder / output)} of {options.count} | {wall:.1f} | {rates[name]:.2f} | {columns} |")
    names = list(rivals)
    print(f"\ncohobate over the plain script: {rates[names[1]] / rates[names[0]]:.2f}")
    print(f"libxtb over xtb, single points: {rates[names[3]] / rates[names[2]]:.2f}")
    print(f"reading, embedding and relaxing alone: {embedded:.1f} ms a molecule")
    print(json.dumps({"walls": walls, "own": own, "embedding": rdkit}))


if __name__ == "__main__":
    main()
