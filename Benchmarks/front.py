#!/usr/bin/env python3
"""How many calculations campaigns on two goals need for 95 % of the hypervolume that a pool has, against random choice and BoTorch.

    make build
    python3 Benchmarks/front.py --data POOL.csv --goals gap=min dipole=max

POOL.csv has a column smiles and one for each goal, such as gap_eV. The reference point is the median of the pool in each goal, and
is stated in the campaign file, so that all policies are measured alike. A campaign's hypervolume is read from its record after each
calculation. Random choice is simulated on the same values, a thousand times. Each --option adds policies whose campaign files have
that line too. With --windows ..1.5 7.. campaigns on two windows in place of the goals are measured by the same hypervolume, and by
the hits that they find. That needs only Python's standard library.

--rival qlognehvi has BoTorch choose from the same first molecules (`front_rival.py`), until it has the hypervolume. --per-atom
energy adds the energy per atom, hydrogen included, as energy_per_atom. Both need RDKit, and a CPU build of torch is enough:

    python3 -m venv FOLDER/env && FOLDER/env/bin/pip install torch==2.13.0 botorch==0.18.1 gpytorch==1.15.2 rdkit==2026.9.1
    FOLDER/env/bin/python Benchmarks/front.py --data POOL.csv --goals gap=min dipole=max --rival qlognehvi \\
      --option 'surrogate: {model: fingerprints, library: none}'
"""

import argparse
import csv
import math
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


def title(titles, name):
    """The column of a property: its name, perhaps with a unit."""
    return next(one for one in titles if one == name or one.startswith((name + "_", name + " (")))


def with_energy_per_atom(file, name, folder):
    """Writes the table with a further column without a unit: a property of the molecule divided by the number of its atoms."""
    from rdkit import Chem

    with open(file, newline="") as table:
        rows = list(csv.DictReader(table))
    column = title(rows[0], name)
    for row in rows:
        row[name + "_per_atom"] = (
            float(row[column]) / Chem.AddHs(Chem.MolFromSmiles(row["smiles"])).GetNumAtoms() if row[column] else "")
    written = folder / file.name
    with open(written, "w", newline="") as table:
        writer = csv.DictWriter(table, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return written


def campaign(options, objectives, lines, seed, folder, is_enough):
    """The SMILES and values of the molecules of a campaign, in the order of its calculations, until it is enough or the budget is spent."""
    file = pathlib.Path(tempfile.mkdtemp(prefix=f"{seed}-", dir=folder)) / "front.yaml"
    # A campaign that goes on with a larger budget chooses what it would have chosen without the stop.
    for calculations in [*range(56, options.budget, 40), options.budget]:
        file.write_text("\n".join([
            "name: front", f"seed: {seed}", "objectives:", *objectives, f"pool: {options.data}", "calculator:", "  program: table",
            f"  file: {options.data}", "budget:", f"  calculations: {calculations}", "  initial: 16", "  batch: 8", *lines]) + "\n")
        ended = subprocess.run([options.program, "run", file.name, "--no-cache", "--quiet", "--json"], cwd=file.parent, capture_output=True)
        if ended.returncode != 0:
            sys.exit(f"{file}: exit {ended.returncode}: {ended.stderr.decode()}")
        exported = subprocess.run([options.program, "export", file.name], cwd=file.parent, stdout=subprocess.PIPE, text=True, check=True)
        rows = sorted(csv.DictReader(exported.stdout.splitlines()), key=lambda row: int(row["calculation"]))
        titles = [title(rows[0], name) for name, _ in options.goals]
        values = [[float(row[one]) for one in titles] for row in rows]
        if is_enough(values):
            break
    return [row["smiles"] for row in rows], values


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--goals", nargs=2, required=True, metavar="NAME=min|max")
    parser.add_argument("--acquisitions", nargs="*", default=["log-expected-improvement", "log-window"])
    parser.add_argument("--option", action="append", default=[], metavar="LINE", help="a line of campaign files of further policies")
    parser.add_argument("--windows", nargs=2, metavar="LOWER..UPPER", help="one for each goal; either bound may be left out")
    parser.add_argument("--rival", choices=["qlognehvi"])
    parser.add_argument("--per-atom", metavar="NAME")
    parser.add_argument("--share", type=float, default=0.95)
    parser.add_argument("--budget", type=int, default=400)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5])
    parser.add_argument("--program", default=".build/release/cohobate")
    parser.add_argument("--folder", type=pathlib.Path, help="where the campaigns stay; without it they are removed")
    options = parser.parse_args()
    options.goals = [goal.split("=") for goal in options.goals]
    options.program = str(pathlib.Path(options.program).resolve())
    options.data = options.data.resolve()
    if options.folder:
        options.folder.mkdir(parents=True, exist_ok=True)
        measure(options, options.folder.resolve())
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(options, pathlib.Path(folder))


def measure(options, folder):
    if options.per_atom:
        options.data = with_energy_per_atom(options.data, options.per_atom, folder)
    signs = [-1 if goal == "min" else 1 for _, goal in options.goals]

    def oriented(points):
        return [[sign * value for sign, value in zip(signs, point)] for point in points]

    with open(options.data, newline="") as file:
        reader = csv.DictReader(file)
        titles = [title(reader.fieldnames, name) for name, _ in options.goals]
        rows = [row for row in reader if all(row[one] for one in titles)]
    pool = [[float(row[one]) for one in titles] for row in rows]
    points = oriented(pool)
    medians = [statistics.median(values) for values in zip(*pool)]
    reference = oriented([medians])[0]
    whole = volume(points, reference)
    wanted = options.share * whole
    print(f"{len(pool)} molecules, reference point {medians}, hypervolume {whole:.2f}; calculations to {options.share:.0%} of it\n")
    print("| policy | " + " | ".join(f"seed {seed}" for seed in options.seeds) + " | mean | of random |")
    print("|---|" + "---|" * (len(options.seeds) + 2))

    generator = random.Random(1)
    shuffled = list(points)
    counts = []
    for _ in range(1000):
        generator.shuffle(shuffled)
        counts.append(needed(shuffled, reference, wanted))
    by_chance = statistics.mean(counts)
    print("| random, 1,000 times | " + " | ".join("" for _ in options.seeds) + f" | {by_chance:.0f} | 1 |", flush=True)

    def show(policy, plays):
        counts = [needed(values, reference, wanted) for values in plays]
        late = [volume(values, reference) < wanted for values in plays]
        shown = [f"> {count}" if missed else f"{count}" for count, missed in zip(counts, late)]
        mean = statistics.mean(counts)
        least = "> " if any(late) else ""
        print(f"| {policy} | " + " | ".join(shown) + f" | {least}{mean:.0f} | {least}{mean / by_chance:.2f} |", flush=True)

    def is_enough(values):
        return volume(values, reference) >= wanted

    goals, windows = [], []
    for place, ((name, goal), value) in enumerate(zip(options.goals, medians)):
        goals += [f"  - property: {name}", f"    goal: {'minimize' if goal == 'min' else 'maximize'}", f"    reference: {value}"]
        if options.windows:
            bounds = [bound or "null" for bound in options.windows[place].split("..")]
            windows += [f"  - property: {name}", f"    window: [{bounds[0]}, {bounds[1]}]"]
    policies = [
        (f"`{acquisition}`" + (f", `{line}`" if line else ""), goals, [f"acquisition: {acquisition}"] + ([line] if line else []))
        for line in ["", *options.option] for acquisition in options.acquisitions]
    if options.windows:
        policies += [("two windows" + (f", `{line}`" if line else ""), windows, [line] if line else []) for line in ["", *options.option]]
    first, in_windows = {}, []
    for policy, objectives, lines in policies:
        def has_all(values):
            return is_enough(oriented(values)) and (objectives is goals or len(hits(options, values)) >= options.share * len(hits(options, pool)))

        plays = [campaign(options, objectives, lines, seed, folder, has_all) for seed in options.seeds]
        for seed, (smiles, _) in zip(options.seeds, plays):
            if first.setdefault(seed, smiles[:16]) != smiles[:16]:
                sys.exit(f"{policy}, seed {seed}: other first molecules")
        show(policy, [oriented(values) for _, values in plays])
        if objectives is windows:
            in_windows.append((policy, [values for _, values in plays]))

    if options.rival:
        import front_rival

        smiles = [row["smiles"] for row in rows]
        kernels = front_rival.similarities(smiles)
        places = {front_rival.canonical(one): place for place, one in enumerate(smiles)}

        plays = []
        for seed in options.seeds:
            start = [places[front_rival.canonical(one)] for one in first[seed]]
            order = front_rival.play(kernels, points, reference, start, 8, seed, options.budget, is_enough)
            plays.append([points[one] for one in order])
        show("qLogNEHVI", plays)

    if options.windows:
        show_hits(options, pool, in_windows)


def hits(options, values):
    """The numbers, from 1, of those molecules that are in all windows."""
    bounds = [[float(bound or sign * float("inf")) for bound, sign in zip(window.split(".."), (-1, 1))] for window in options.windows]
    return [
        count for count, point in enumerate(values, 1)
        if all(lower <= value <= upper for value, (lower, upper) in zip(point, bounds))]


def show_hits(options, pool, plays):
    """Prints after how many calculations campaigns have half and a share of the molecules of the windows."""
    count = len(hits(options, pool))
    numbers = [math.ceil(count / 2), math.ceil(options.share * count)]
    print(f"\n{count} molecules are in the windows {' and '.join(options.windows)}; calculations until some are found, over the seeds\n")
    print(f"| policy | half | {options.share:.0%} | found in the end |")
    print("|---|---|---|---|")
    expected = [f"{number * (len(pool) + 1) / (count + 1):.0f}" for number in numbers]
    print(f"| random, expected | {expected[0]} | {expected[1]} | {count * options.budget / len(pool):.1f} |")
    for policy, campaigns in plays:
        found = [hits(options, values) for values in campaigns]
        shown = []
        for number in numbers:
            late = any(len(own) < number for own in found)
            counts = [own[number - 1] if len(own) >= number else len(values) for own, values in zip(found, campaigns)]
            shown.append(f"{'> ' if late else ''}{statistics.mean(counts):.0f}")
        print(f"| {policy} | {shown[0]} | {shown[1]} | {statistics.mean(map(len, found)):.1f} |")


if __name__ == "__main__":
    main()
