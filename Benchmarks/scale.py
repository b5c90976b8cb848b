#!/usr/bin/env python3
"""How campaigns would use a cluster of up to 10,000 cores: a simulation of events with costs that are measured here.

    make build
    python3 Benchmarks/scale.py --program .build/release/cohobate

It is a simulation: no cluster of this size was used. It first measures on this machine, by the real program and real pilots, what each part
costs; with --folder the figures stay, and a later run takes those that are there. Then it lets pilots, cores and one controller work through events, and
prints for each number of cores and each length of a calculation the share of the cores' time in calculations, the controller's share of its
time, and which cost limits the busy share: the one without which it grows most.

What is simulated: pilots of 64 cores, each of which does one thing at a time; claims by rename, which fail for names that another pilot took
first; a controller that takes in results one after the other, and writes the tasks that replace them, at most twice as many as there are
cores; at most 1,000 jobs a submission and one submission a minute. The queue starts jobs at once. Lengths vary by a third about their mean. A run
has ten calculations for each core. "A list" is `cohobate calculate`, or a campaign that chooses at random. "A campaign" has as many
molecules in a batch as there are cores, `ahead` one batch, and chooses from a pool; the time of a design grows with the values known and the
batch, by powers fitted to what was measured, and is extrapolated beyond that.
"""

import argparse
import collections
import csv
import heapq
import json
import math
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

import cluster
import own_time

CORES = (64, 640, 2000, 10_000)
LENGTHS = (10, 60, 600)
SLOTS = 64
FOR_EACH_CORE = 10
CONFORMERS = 8

LIST_CAMPAIGN = """\
name: scale
seed: 1
policy: random
objectives: [{{property: v, window: [1, 2]}}]
pool: molecules.smi
calculator: {{program: command, command: [./stub, "{{smiles}}"], properties: {{v: eV}}, time_limit: 60}}
budget: {{calculations: {count}, initial: {count}, batch: 8}}
"""


# What is measured.

def own_seconds(words, folder, environment=None):
    """Runs a command; returns the processor time of its own process without that of the programs that it starts, and the wall time."""
    began, spent = time.monotonic(), 0.0
    with open(folder / "errors.txt", "w+") as errors:
        run = subprocess.Popen(words, cwd=folder, env={**os.environ, **(environment or {})}, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=errors)
        while run.poll() is None:
            try:
                # After the name in brackets come the state and eleven other numbers.
                fields = pathlib.Path(f"/proc/{run.pid}/stat").read_text().rsplit(")", 1)[1].split()
                spent = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
            except (OSError, IndexError):
                pass
            time.sleep(0.02)
        if run.returncode:
            errors.seek(0)
            sys.exit(f"{' '.join(words)}: exit {run.returncode}\n{errors.read()[-2000:]}")
    return spent, time.monotonic() - began


def pilot_seconds(options):
    """The time that one core of a pilot loses between two programs: what it claims, starts and writes."""
    seen = cluster.simulate(options.program, options.compiler, pilots=1, calculations=100, seconds=0.25)
    return (seen.seconds - seen.busy) / (seen.calculations - 1)


def controller_seconds(options):
    """The controller's processor time for each calculation: its task, its result and its rows."""
    spent = []
    for count in (200, 1200):
        with cluster.Folder(options.compiler, pilots=16, calculations=count, seconds=0) as folder:
            (folder.path / "list.yaml").write_text(LIST_CAMPAIGN.format(count=count))
            spent.append(own_seconds(
                [options.program, "run", "list.yaml", "--no-cache", "--machine", "machine.yaml", "--quiet"], folder.path,
                folder.environment)[0])
    return (spent[1] - spent[0]) / 1000


def sync_seconds(_, folder):
    """The time in which the disk under a record takes a transaction."""
    with open(folder / "sync", "wb") as file:
        began = time.monotonic()
        for _ in range(200):
            file.write(b"x" * 4096)
            file.flush()
            os.fsync(file.fileno())
    return (time.monotonic() - began) / 200


def file_seconds(_, folder):
    """The time of a rename that fails, as of a task that another pilot took."""
    began = time.monotonic()
    for number in range(20_000):
        try:
            os.rename(folder / f"none-{number}", folder / "other")
        except OSError:
            pass
    return (time.monotonic() - began) / 20_000


def planning_seconds(options, folder):
    """The processor time for each run of xtb in which conformers are embedded, and what xtb wrote is read."""
    molecules = [smiles for smiles in own_time.drawn(options.program, options.pool, folder) if len(smiles) <= 30]
    spent = []
    for count in (10, 60):
        (folder / "few.smi").write_text("".join(f"{smiles}\n" for smiles in molecules[:count]))
        spent.append(own_seconds(
            [options.program, "calculate", "few.smi", "--program", "xtb", "--set", "method=GFN-FF", "--set", f"conformers={CONFORMERS}",
             "--no-cache", "--output", "values.csv", "--quiet"], folder)[0])
        (folder / "values.csv").unlink()
    return max(0, spent[1] - spent[0]) / 50 / CONFORMERS


def design_seconds(options, folder, values, batch):
    """The processor time in which a batch is designed, after values are known, from a pool of some thousands."""
    pool = own_time.drawn(options.program, options.pool, folder)
    known = random.Random(2).sample(pool, values)
    scores = sorted(map(own_time.score, pool))
    place = own_time.fresh(folder / f"design-{values}-{batch}")
    (place / "campaign.yaml").write_text(
        own_time.POOL_CAMPAIGN.format(lower=round(scores[0] - 1, 4), upper=scores[len(scores) // 50])
        .replace("calculations: 80, initial: 16, batch: 8", f"calculations: 1000000, initial: 16, batch: {batch}"))
    own_time.write(place / "pool.csv", [["smiles"], *([smiles] for smiles in pool)])
    own_time.write(place / "known.csv", [["smiles", "score"], *([smiles, own_time.score(smiles)] for smiles in known)])
    own_time.measure(options.program, "tell", "campaign.yaml", "known.csv", folder=place)
    return own_time.measure(options.program, "suggest", "campaign.yaml", "--output", "batch.csv", folder=place).processor


def measured(options):
    """All costs, in seconds."""
    with tempfile.TemporaryDirectory(prefix="cohobate-scale-") as temporary:
        folder = (options.folder or pathlib.Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        kept = folder / "costs.json"
        costs = json.loads(kept.read_text()) if kept.exists() else {}

        def note(name, measure, *further):
            if name not in costs:
                costs[name] = measure(options, *further)
                kept.write_text(json.dumps(costs, indent=2) + "\n")
            print(f"{name}: {costs[name]:.3g} s", file=sys.stderr, flush=True)

        note("pilot", pilot_seconds)
        note("controller", controller_seconds)
        note("sync", sync_seconds, folder)
        note("file", file_seconds, folder)
        note("planning", planning_seconds, folder)
        for values, batch in ((500, 64), (1000, 64), (2000, 64), (500, 640)):
            note(f"design {values} {batch}", design_seconds, folder, values, batch)
        return costs


def fitted_design(costs, cores):
    """The time of a design by the number of values and the batch: a power of the values, and a line in the batch."""
    points = {tuple(map(int, name.split()[1:])): value / cores for name, value in costs.items() if name.startswith("design ")}
    along = sorted((values, seconds) for (values, batch), seconds in points.items() if batch == 64)
    (low, first), (high, last) = along[-2], along[-1]
    power = max(1, math.log(last / first) / math.log(high / low))
    across = sorted((batch, seconds) for (values, batch), seconds in points.items() if values == 500)
    slope = max(0, (across[-1][1] - across[0][1]) / (across[-1][0] - across[0][0]))
    least = along[0][1]
    return power, lambda values, batch: max(least, last * (values / high) ** power) + slope * (batch - 64)


# What is simulated.

Costs = collections.namedtuple("Costs", "pilot controller claim design submission")


class Cluster:
    """One run: cores in pilots, and a controller."""

    def __init__(self, cores, seconds, costs, has_designs):
        self.cores, self.seconds, self.costs, self.has_designs = cores, seconds, costs, has_designs
        self.random = random.Random(1)
        self.pilots = math.ceil(cores / SLOTS)
        self.free = [0.0] * self.pilots
        self.idle = collections.deque()
        self.events, self.count = [], 0
        self.controller, self.controller_busy = 0.0, 0.0
        self.total = FOR_EACH_CORE * cores
        # Designed and not written, in the spool folder, in the hands of pilots, and done.
        self.designed = self.total if not has_designs else min(self.total, 2 * cores)
        self.unwritten, self.waiting, self.running, self.done = self.designed, 0, 0, 0
        self.busy, self.is_designing, self.designing_time = 0.0, False, 0.0

    def at(self, when, what, *of):
        self.count += 1
        heapq.heappush(self.events, (when, self.count, what, of))

    def run(self):
        """The share of the cores' time in calculations, the controller's, and that of the designs."""
        for core in range(self.cores):
            pilot = core // SLOTS
            self.at(self.costs.submission * (pilot // 1000), self.ask, pilot)
        self.write(0.0)
        now = 0.0
        while self.done < self.total and self.events:
            now, _, what, of = heapq.heappop(self.events)
            what(now, *of)
        return self.busy / (self.cores * now), self.controller_busy / now, self.designing_time / now

    def serve(self, now, seconds):
        """The controller does something once it is free; returns when that is done."""
        self.controller = max(now, self.controller) + seconds
        self.controller_busy += seconds
        return self.controller

    def write(self, now):
        """Writes a task if there is one and the folder has room."""
        if self.unwritten and self.waiting + self.running < 2 * self.cores:
            self.unwritten -= 1
            self.running += 1
            self.at(self.serve(now, self.costs.controller / 2), self.written)

    def written(self, now):
        self.running -= 1
        self.waiting += 1
        self.write(now)
        if self.idle:
            self.at(now, self.ask, self.idle.popleft())

    def ask(self, now, pilot):
        """A core takes a task; its pilot does one thing at a time."""
        if not self.waiting:
            self.idle.append(pilot)
            return
        self.waiting -= 1
        self.running += 1
        begin = max(now, self.free[pilot]) + self.costs.pilot + self.costs.claim * (self.pilots - 1)
        self.free[pilot] = begin
        length = max(0.1 * self.seconds, self.random.gauss(self.seconds, self.seconds / 3))
        self.busy += length
        self.at(begin + length, self.ended, pilot)

    def ended(self, now, pilot):
        self.at(self.serve(now, self.costs.controller / 2), self.taken)
        self.ask(now, pilot)

    def taken(self, now):
        self.running -= 1
        self.done += 1
        self.write(now)
        unfinished = self.designed - self.done
        if self.has_designs and not self.is_designing and self.designed < self.total and unfinished <= self.cores:
            self.is_designing = True
            seconds = self.costs.design(self.done, self.cores) if self.costs.design else 0
            self.designing_time += seconds
            self.at(now + seconds, self.design_ended)

    def design_ended(self, now):
        self.is_designing = False
        new = min(self.cores, self.total - self.designed)
        self.designed += new
        self.unwritten += new
        self.write(now)


NAMES = {"pilot": "starting programs", "controller": "the controller", "claim": "claims", "design": "designs", "submission": "submissions"}


def row(cores, seconds, costs, has_designs):
    """The shares, and the cost that limits."""
    shares = Cluster(cores, seconds, costs, has_designs).run()
    gains = {}
    for name in NAMES:
        if name == "design" and not has_designs:
            continue
        without = costs._replace(**{name: None if name == "design" else 0})
        gains[name] = Cluster(cores, seconds, without, has_designs).run()[0] - shares[0]
    name, gain = max(gains.items(), key=lambda item: item[1])
    return shares, f"{NAMES[name]} (without: {shares[0] + gain:.0%})" if gain > 0.01 else "the last calculations of all"


def table(title, costs):
    print(f"\n{title}\n")
    print("| cores | a calculation | a list: busy | controller | what limits | a campaign: busy | controller | designs | what limits |")
    print("|---|---|---|---|---|---|---|---|---|")
    for cores in CORES:
        for seconds in LENGTHS:
            (busy, controller, _), limit = row(cores, seconds, costs, False)
            (with_designs, other, designs), other_limit = row(cores, seconds, costs, True)
            length = f"{seconds} s" if seconds < 60 else f"{seconds // 60} min"
            print(f"| {cores:,} | {length} | {busy:.0%} | {controller:.0%} | {limit} | {with_designs:.0%} | {other:.0%} | {designs:.0%} | "
                  f"{other_limit} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=".build/release/cohobate")
    parser.add_argument("--compiler", default="cc", help="of C, for the programs that wait")
    parser.add_argument("--folder", type=pathlib.Path, help="where the costs and the pool stay; default: a temporary folder")
    parser.add_argument("--pool", type=int, default=4000, help="the molecules from which designs choose")
    parser.add_argument("--controller-cores", type=int, default=2, help="cores that share the embedding of conformers and the designs")
    parser.add_argument("--file-ms", type=float, default=1, help="what the second table assumes of a file operation on a shared disk")
    options = parser.parse_args()
    options.program = str(pathlib.Path(options.program).resolve())
    seconds = measured(options)
    power, design = fitted_design(seconds, options.controller_cores)
    print("| what is measured | seconds |\n|---|---|")
    for name, value in seconds.items():
        print(f"| {name} | {value:.3g} |")
    print(f"| power of the values in a design | {power:.2f} |")
    alone = Costs(
        pilot=seconds["pilot"], controller=seconds["controller"] + seconds["sync"] + seconds["planning"] / options.controller_cores, claim=seconds["file"], design=design,
        submission=60)
    table("A simulation: the spool folder on a disk as fast as this machine's", alone)
    extra = options.file_ms / 1000
    # A claim, a task read, a result written, synced and renamed; a result listed, read and renamed, a task written and renamed.
    shared = alone._replace(pilot=alone.pilot + 5 * extra, controller=alone.controller + 5 * extra, claim=alone.claim + extra)
    table(f"A simulation: {options.file_ms:g} ms for each operation on a file in the spool folder", shared)


if __name__ == "__main__":
    main()
