#!/usr/bin/env python3
"""Measures how much of the cores' time a campaign spends in its calculator, with and without designs ahead.

    make build
    python3 Benchmarks/cores.py Campaigns/quickstart.yaml --ahead 0 8

Each campaign runs without a cache in a folder of its own. The first share is the sum of the attempts' wall times, as the record has them, over the cores times
the wall time of the whole command, start and designs included; "in the campaign" takes the time from the first attempt's start to the last one's end. The rest
says where cores had no attempt: before the first one, between them (while another core had one, or none had), and at the end. The processor share is that of
the calculator's programs. Run it on an idle machine. Needs Python's standard library and the campaign's calculator.
"""

import argparse
import datetime
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import time


def text_with(template, ahead):
    """The campaign file with `budget.ahead`."""
    text, count = re.subn(r"(?m)^budget:\s*$", f"budget:\n  ahead: {ahead}", template)
    if count != 1:
        sys.exit("The campaign file must have one line 'budget:' with its keys below it.")
    return text


def attempts(database):
    """The starts and ends of all attempts, in seconds."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    rows = connection.execute("SELECT startedAt, wallSeconds FROM attempt WHERE startedAt IS NOT NULL").fetchall()
    connection.close()
    spans = []
    for started, seconds in rows:
        start = datetime.datetime.fromisoformat(started.replace("Z", "+00:00")).replace(tzinfo=datetime.timezone.utc).timestamp()
        spans.append((start, start + seconds))
    return sorted(spans)


def idle(spans, cores):
    """The core-seconds without an attempt while another core had one, and while none had, between the first start and the last start; and after that."""
    changes = sorted([(start, 1) for start, _ in spans] + [(end, -1) for _, end in spans])
    last_start = max(start for start, _ in spans)
    some, none, after, running, before = 0.0, 0.0, 0.0, 0, changes[0][0]
    for when, change in changes:
        missing = max(0, cores - running) * (when - before)
        if before >= last_start:
            after += missing
        elif running:
            some += missing
        else:
            none += missing
        running, before = running + change, when
    return some, none, after


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("campaign", type=pathlib.Path)
    parser.add_argument("--program", default=".build/release/cohobate")
    parser.add_argument("--ahead", type=int, nargs="+", default=[0, 8])
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    program, cores = str(pathlib.Path(options.program).resolve()), options.jobs
    template = options.campaign.read_text()
    print("| ahead | wall, s | cores in the calculator | in the campaign | processor | before the first | another core has one | none has one | "
          "at the end |\n|---|---|---|---|---|---|---|---|---|")
    for ahead in options.ahead:
        with tempfile.TemporaryDirectory(prefix="cohobate-cores-") as temporary:
            folder = pathlib.Path(temporary)
            (folder / "campaign.yaml").write_text(text_with(template, ahead))
            began, clock = time.time(), time.monotonic()
            process = subprocess.Popen([program, "run", "campaign.yaml", "--no-cache", "--quiet", "--jobs", str(cores)], cwd=folder,
                                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
            # The usage of the process has that of its programs, whose keepers it waited for.
            own, inside = 0.0, 0.0
            while process.poll() is None:
                try:
                    fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
                    own, inside = [sum(map(int, fields[place:place + 2])) / os.sysconf("SC_CLK_TCK") for place in (11, 13)]
                except (OSError, IndexError, ValueError):
                    pass
                time.sleep(0.05)
            wall = time.monotonic() - clock
            if process.returncode:
                sys.exit(f"exit {process.returncode}")
            spans = attempts(folder / "campaign.sqlite")
        spent = sum(end - start for start, end in spans)
        first, last = spans[0][0], max(end for _, end in spans)
        some, none, after = idle(spans, cores)
        print(f"| {ahead} | {wall:.1f} | {spent / (cores * wall):.1%} | {spent / (cores * (last - first)):.1%} | {inside / (cores * wall):.1%} (own "
              f"{own:.0f} s) | {first - began:.1f} s | {some / cores:.1f} s | {none / cores:.1f} s | {after / cores + wall - (last - began):.1f} s |",
              flush=True)


if __name__ == "__main__":
    main()
