#!/usr/bin/env python3
"""Draws the hits of campaigns against the number of calculations, one line for each campaign.

    python3 Benchmarks/compare_policies.py Campaigns/quickstart.yaml --seeds 2026 1 2
    python3 Benchmarks/hits_curve.py Workdir/compare --property gap --window 1.0 1.6 --output Documentation/hits.svg

FOLDER has the databases that compare_policies.py leaves there, POLICY-SEED.sqlite. A hit is a value inside the window.
Needs only Python's standard library.
"""

import argparse
import pathlib
import sqlite3

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 320, 52, 96, 16, 44
COLOURS = {"surrogate": "#1f6fb4", "random": "#8a8a8a"}


def curve(file, name, window):
    """The number of hits after each calculation, from 0 on."""
    database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    rows = database.execute(
        "SELECT o.value FROM calculation k LEFT JOIN observation o ON o.calculation = k.id AND o.property = ?"
        " WHERE k.state IN ('succeeded', 'failed') ORDER BY k.id", (name,))
    hits = [0]
    for (value,) in rows:
        hits.append(hits[-1] + (value is not None and window[0] <= value <= window[1]))
    return hits


def ticks(greatest):
    """Round numbers from 0 to the greatest value, about five of them."""
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if greatest / s <= 5)
    return range(0, int(greatest) + 1, step)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--property", default="gap")
    parser.add_argument("--window", type=float, nargs=2, default=[1.0, 1.6])
    parser.add_argument("--output", type=pathlib.Path, default=pathlib.Path("hits.svg"))
    options = parser.parse_args()

    curves = [
        (policy, file.stem, curve(file, options.property, options.window))
        for policy in COLOURS
        for file in sorted(options.folder.glob(f"{policy}-*.sqlite"))
    ]
    if not curves:
        parser.error(f"There are no databases in '{options.folder}' that are named after a policy.")
    most = max(len(hits) for _, _, hits in curves) - 1
    top = max(max(hits) for _, _, hits in curves) or 1

    def x(count):
        return LEFT + (WIDTH - LEFT - RIGHT) * count / most

    def y(hits):
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * hits / top

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
        ' font-family="sans-serif" font-size="13" fill="#333333">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
    ]
    for value in ticks(top):
        out.append(f'<path d="M{LEFT} {y(value):.1f}H{WIDTH - RIGHT}" stroke="#e4e4e4"/>')
        out.append(f'<text x="{LEFT - 8}" y="{y(value) + 4:.1f}" text-anchor="end">{value}</text>')
    for value in ticks(most):
        out.append(f'<text x="{x(value):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{value}</text>')
    out.append(f'<text x="{x(most / 2):.1f}" y="{HEIGHT - 8}" text-anchor="middle">calculations</text>')
    out.append(
        f'<text transform="translate(14 {y(top / 2):.1f}) rotate(-90)" text-anchor="middle">hits</text>')
    ends = {policy: [] for policy in COLOURS}
    for policy, _, hits in curves:
        path = f"M{x(0):.1f} {y(0):.1f}"
        for count in range(1, len(hits)):
            if hits[count] != hits[count - 1]:
                path += f"H{x(count):.1f}V{y(hits[count]):.1f}"
        path += f"H{x(len(hits) - 1):.1f}"
        out.append(f'<path d="{path}" fill="none" stroke="{COLOURS[policy]}" stroke-width="1.8"/>')
        ends[policy].append(hits[-1])
    for policy, values in ends.items():
        if values:
            label = y(sum(values) / len(values)) + 4
            out.append(f'<text x="{WIDTH - RIGHT + 8}" y="{label:.1f}" fill="{COLOURS[policy]}">{policy}</text>')
    out.append("</svg>")
    options.output.write_text("\n".join(out) + "\n")
    for policy, stem, hits in curves:
        print(f"{stem}: {hits[-1]} hits of {len(hits) - 1}")


if __name__ == "__main__":
    main()
