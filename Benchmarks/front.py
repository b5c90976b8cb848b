#!/usr/bin/env python3
"""How many calculations campaigns on two goals need for 95 % of the hypervolume that a pool has, against random choice.

    make build
    python3 Benchmarks/front.py --data POOL.csv --goals gap=min dipole=max

POOL.csv has a column smiles and one for each goal, such as gap_eV. The reference point is the median of the pool in each goal, and
is stated in the campaign file, so that all policies are measured alike. A campaign's hypervolume is read from its record after each
iteration. Random choice is simulated on the same values, a thousand times. Needs only Python's standard library.
"""

import argparse
import csv
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile


def volume(points, reference):
    """The area above the reference point that points with greater values in both coordinates dominate."""
    area, height = 0.0, reference[1]
    for x, y in sorted(points, reverse=True):
        if x > reference[0] and y > height:
            area += (x - reference[0]) * (y - height)
            height = y
    return area


def needed(points, reference, wanted):
    """The number of points, in their order, after which the wanted volume is reached; all of them if it never is."""
    front, before = [], 0.0
    for count, point in enumerate(points, 1):
        if point[0] <= reference[0] or point[1] <= reference[1]:
            continue
        if any(x >= point[0] and y >= point[1] for x, y in front):
            continue
        front = [own for own in front if not (point[0] >= own[0] and point[1] >= own[1])] + [point]
        before = volume(front, reference)
        if before >= wanted:
            return count
    return len(points)


def campaign(program, data, goals, reference, acquisition, seed, budget, folder):
    """The values of the molecules of a whole campaign, in the order of its calculations."""
    lines = ["name: front", f"seed: {seed}", "objectives:"]
    for (name, goal), value in zip(goals, reference):
        lines += [f"  - property: {name}", f"    goal: {'minimize' if goal == 'min' else 'maximize'}", f"    reference: {value}"]
    lines += [
        f"pool: {data}", "calculator:", "  program: table", f"  file: {data}", f"acquisition: {acquisition}", "budget:",
        f"  calculations: {budget}", "  initial: 16", "  batch: 8"]
    file = folder / f"{acquisition}-{seed}.yaml"
    file.write_text("\n".join(lines) + "\n")
    ended = subprocess.run([program, "run", file.name, "--no-cache", "--quiet", "--json"], cwd=folder, stdout=subprocess.PIPE)
    if ended.returncode != 0:
        sys.exit(f"{file}: exit {ended.returncode}")
    exported = subprocess.run([program, "export", file.name], cwd=folder, stdout=subprocess.PIPE, text=True, check=True)
    rows = sorted(csv.DictReader(exported.stdout.splitlines()), key=lambda row: int(row["calculation"]))
    titles = [next(title for title in rows[0] if title == name or title.startswith(name + " (")) for name, _ in goals]
    return [[float(row[title]) for title in titles] for row in rows]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--goals", nargs=2, required=True, metavar="NAME=min|max")
    parser.add_argument("--acquisitions", nargs="+", default=["log-expected-improvement", "log-window"])
    parser.add_argument("--share", type=float, default=0.95)
    parser.add_argument("--budget", type=int, default=400)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5])
    parser.add_argument("--program", default=".build/release/cohobate")
    options = parser.parse_args()
    goals = [goal.split("=") for goal in options.goals]
    signs = [-1 if goal == "min" else 1 for _, goal in goals]
    with open(options.data, newline="") as file:
        reader = csv.DictReader(file)
        titles = [next(title for title in reader.fieldnames if title == name or title.startswith(name + "_")) for name, _ in goals]
        pool = [[float(row[title]) for title in titles] for row in reader if all(row[title] for title in titles)]
    medians = [statistics.median(values) for values in zip(*pool)]

    def oriented(points):
        return [[sign * value for sign, value in zip(signs, point)] for point in points]

    reference = oriented([medians])[0]
    points = oriented(pool)
    whole = volume(points, reference)
    wanted = options.share * whole
    print(f"{len(pool)} molecules, reference point {medians}, hypervolume {whole:.2f}; calculations to {options.share:.0%} of it\n")
    print("| policy | " + " | ".join(f"seed {seed}" for seed in options.seeds) + " | mean | of random |")
    print("|---|" + "---|" * (len(options.seeds) + 2))
    generator = random.Random(1)
    counts = []
    for _ in range(1000):
        generator.shuffle(points)
        counts.append(needed(points, reference, wanted))
    by_chance = statistics.mean(counts)
    print("| random, 1,000 times | " + " | ".join("" for _ in options.seeds) + f" | {by_chance:.0f} | 1 |")
    program = str(pathlib.Path(options.program).resolve())
    data = options.data.resolve()
    with tempfile.TemporaryDirectory() as folder:
        for acquisition in options.acquisitions:
            counts, reached = [], []
            for seed in options.seeds:
                values = oriented(
                    campaign(program, data, goals, medians, acquisition, seed, options.budget, pathlib.Path(folder)))
                count = needed(values, reference, wanted)
                reached.append(volume(values, reference) >= wanted)
                counts.append(count)
            shown = [f"{count}" if fine else f"> {options.budget}" for count, fine in zip(counts, reached)]
            mean = statistics.mean(counts)
            print(f"| {acquisition} | " + " | ".join(shown) + f" | {mean:.0f} | {mean / by_chance:.2f} |", flush=True)


if __name__ == "__main__":
    main()
