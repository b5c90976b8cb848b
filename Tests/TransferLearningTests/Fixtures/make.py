"""Writes format1.model, a source model as the first format has it, and the payloads of processes in their codings, by the
descriptions alone.

    python3 make.py

The network is max(0, x0 - 0.5) and max(0, x1) in its hidden layer, on inputs as they are, and gives 3 + 2 (h0 - h1).
"""

import base64
import hashlib
import json
import struct
from pathlib import Path


def text(words):
    return struct.pack("<I", len(words.encode())) + words.encode()


def doubles(*numbers):
    return struct.pack(f"<Q{len(numbers)}d", len(numbers), *numbers)


def floats(*numbers):
    return struct.pack(f"<Q{len(numbers)}f", len(numbers), *numbers)


payload = struct.pack("<5I", 1, 2, 1, 2, 1) + text("relu") + text("identity")
# Column by column: the weights of input 0, of input 1, the biases; then the output's.
payload += floats(1, 0, 0, 1, -0.5, 0, 1, -1, 0)
payload += doubles(0, 0) + doubles(1, 1) + doubles(-10, -10) + doubles(10, 10)
payload += doubles(3) + doubles(2)
payload += doubles(0.5, 1) + doubles(0.25, 0)

head = {
    "createdAt": "2026-11-23T03:10:00Z",
    "errors": {
        "count": 100, "coverage": 0.6875, "folds": 5, "logDensity": -0.5, "meanAbsoluteError": 0.25, "rSquared": 0.875,
        "rootMeanSquareError": 0.5,
    },
    "kind": "neural-network",
    "programVersion": "0.1.0",
    "property": {"name": "gap", "summary": "The gap between HOMO and LUMO.", "unit": "eV"},
    "provenance": {"digest": "00ff", "distinctMolecules": 99, "file": "gaps.csv", "rows": 100},
    "representation": {"name": "morgan-counts", "version": "1"},
    "seed": "18446744073709551615",
    "settings": '{"epochs":24}',
    "trainingSize": 90,
}
head = json.dumps(head, separators=(",", ":"), sort_keys=True).encode()
document = b"CohoMdl\n" + struct.pack("<II", 1, len(head)) + head + struct.pack("<Q", len(payload)) + payload
Path(__file__).with_name("format1.model").write_bytes(document + hashlib.sha256(document).digest())

# Processes whose kernel is 1 + MinMax on MACCS keys: of two molecules without a key in common, K = d^2 [[2, 1], [1, 2]].
common = {
    "coordinates": [0.0],
    "model": {"terms": [{"comparison": {"minMax": {}}, "representation": "maccs"}]},
    "molecules": ["CCO", "FF"],
    "scalings": [{"averages": [], "deviations": []}],
}


def write(name, version, **processes):
    text = json.dumps({**processes, "version": version}, separators=(",", ":"), sort_keys=True)
    Path(__file__).with_name(name).write_text(text)


# The second coding: an exact process on some of the data, filed as sparse. The values have an average of 0 and a standard
# deviation of d = 2, so that K has the eigenvalues 12 (sum) and 4 (difference), and C = K + 1.
root = 2**0.5
write("process2.json", 2, process={**common, "calibration": 1.0, "noise": 1.0, "values": [root, -root]})
value = root * 4 / (4 + 1) / 2
total, difference = 12**2 / (12 + 1) / 4, 4**2 / (4 + 1) / 4
print("process2", [value, -value], [(total + difference) / 2, (total - difference) / 2, (total + difference) / 2])

# The third: A = [[4, 1], [1, 3]] and p = [1, 2] at the inducing molecules, where V = L^T with K = L L^T = [[8, 4], [4, 8]].
triangle = struct.pack("<3d", 4, 1, 3)
write("sparse3.json", 3, sparse={
    **common, "approximation": {
        "averageUnexplainedShare": 0.125, "comparedInputs": 3, "comparedObservations": 7, "deviationRatio": 1.25,
        "greatestUnexplainedShare": 0.5, "meanDifference": 0.25, "standardizedMeanDifference": 0.75,
    },
    "average": 0.5, "centre": 1.0, "deviation": 2.0, "information": base64.b64encode(triangle).decode(), "jitter": 0.0,
    "noise": 0.25, "observations": 10, "projected": [1.0, 2.0], "spread": 2.0,
})
inverse = [[3 / 11, -1 / 11], [-1 / 11, 4 / 11]]
lower = [[8**0.5, 0], [4 / 8**0.5, 6**0.5]]
weights = [inverse[i][0] * 1 + inverse[i][1] * 2 for i in range(2)]
values = [(1 + lower[i][0] * weights[0] + lower[i][1] * weights[1] - 0.5) / 2 for i in range(2)]
rest = [[(i == j) - inverse[i][j] for j in range(2)] for i in range(2)]
explained = [
    sum(lower[i][k] * rest[k][l] * lower[j][l] for k in range(2) for l in range(2)) / 4 for i, j in ((0, 0), (0, 1), (1, 1))
]
print("sparse3", values, explained)
