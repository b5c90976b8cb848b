#!/usr/bin/env python3
"""Gaps of well-known polymers by GFN2-xTB, extrapolated from chains, beside experimental ones.

Writes a table in Markdown: the gaps of the chains, the limit of the line in 1/n with its standard error, and the experimental
gap. The last line says whether the order of the limits is that of experiment.
"""

import argparse
import json
import re
import subprocess

# Experimental gaps in eV, rounded. Conjugated polymers: J. Roncali, Chem. Rev. 1997, 97, 173, doi:10.1021/cr950257t, and
# references there; polyethylene: K. J. Less and E. G. Wilson, J. Phys. C 1973, 6, 3110, doi:10.1088/0022-3719/6/21/011.
POLYMERS = [
    ("trans-polyacetylene", "*/C=C/*", 1.5),
    ("polythiophene", "*c1ccc(*)s1", 2.0),
    ("poly(p-phenylene vinylene)", "*/C=C/c1ccc(*)cc1", 2.5),
    ("poly(p-phenylene)", "*c1ccc(*)cc1", 3.2),
    ("polyethylene", "*C*", 8.8),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default=".build/release/cohobate")
    parser.add_argument("--units", default="2, 4, 6")
    parser.add_argument("--cache", help="the cache of calculations; default: the usual one")
    options = parser.parse_args()
    command = [options.program, "calculate", *(smiles for _, smiles, _ in POLYMERS), "--json", "--quiet"]
    command += ["--set", "conformers=1", "--set", "oligomer={units: [%s]}" % options.units]
    if options.cache:
        command += ["--cache", options.cache]
    report = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    print("| polymer | gaps of chains of %s units, eV | limit, eV | experiment, eV |" % options.units)
    print("|---|---|---|---|")
    limits = []
    for (name, _, experiment), row in zip(POLYMERS, report["rows"]):
        gap = row["values"]["gap"]
        series = next(match for note in row["notes"] if (match := re.search(r"gap ([-\d., ]+);", note)))
        chains = ", ".join("%.2f" % float(value) for value in series[1].split(","))
        limits.append(gap["value"])
        print("| %s | %s | %.2f ± %.2f | %.1f |" % (name, chains, gap["value"], gap["uncertainty"], experiment))
    print("The order is %s." % ("that of experiment" if limits == sorted(limits) else "not that of experiment"))


if __name__ == "__main__":
    main()
