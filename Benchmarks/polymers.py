#!/usr/bin/env python3
"""Gaps of well-known polymers by GFN2-xTB, extrapolated from chains, beside experimental ones.

Writes a table in Markdown: the gaps of the chains, the limit of the line in 1/n with its standard error, and the experimental
gap. A line says whether the order of the limits is that of experiment. A second table compares the chains with published
absorptions of the oligomers themselves.
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

# Wavelengths of absorption in nm by the number of units: of polyenes H(CH=CH)nH as R. Glaser quotes them from P. Y. Bruice, Organic
# Chemistry, 3rd edition (glaserr.missouri.edu/vitpub/papers/bruice3e/chapter12-UV/ethene.html); of quater- and sexithiophene in
# dichloromethane those at which doi:10.1039/c4cc09206f gives quantum yields.
ABSORPTIONS = {
    "trans-polyacetylene": {1: 165, 2: 217, 3: 256, 4: 290},
    "polythiophene": {4: 392, 6: 436},
}


def compare_oligomers(gaps):
    """Prints the oligomers' absorptions beside the gaps of the chains, which are by polymer and number of units."""
    print("| oligomer | absorption, eV | GFN2-xTB, eV | difference, eV |")
    print("|---|---|---|---|")
    pairs = []
    for polymer, wavelengths in ABSORPTIONS.items():
        for units, wavelength in wavelengths.items():
            if units in gaps[polymer]:
                absorbed, gap = 1239.842 / wavelength, gaps[polymer][units]
                pairs.append((absorbed, gap))
                print("| %s, %d units | %.2f | %.2f | %.2f |" % (polymer, units, absorbed, gap, gap - absorbed))
    ordered = [gap for _, gap in sorted(pairs)]
    print("The order is %s." % ("that of experiment" if ordered == sorted(ordered) else "not that of experiment"))


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
    limits, gaps = [], {}
    units = [int(number) for number in options.units.split(",")]
    for (name, _, experiment), row in zip(POLYMERS, report["rows"]):
        gap = row["values"]["gap"]
        series = next(match for note in row["notes"] if (match := re.search(r"gap ([-\d., ]+);", note)))
        values = [float(value) for value in series[1].split(",")]
        gaps[name] = dict(zip(units, values))
        chains = ", ".join("%.2f" % value for value in values)
        limits.append(gap["value"])
        print("| %s | %s | %.2f ± %.2f | %.1f |" % (name, chains, gap["value"], gap["uncertainty"], experiment))
    print("The order is %s." % ("that of experiment" if limits == sorted(limits) else "not that of experiment"))
    compare_oligomers(gaps)


if __name__ == "__main__":
    main()
