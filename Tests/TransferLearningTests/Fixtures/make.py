"""Writes format1.model: a source model as the first format has it, by the format's description alone.

    python3 make.py

The network is max(0, x0 - 0.5) and max(0, x1) in its hidden layer, on inputs as they are, and gives 3 + 2 (h0 - h1).
"""

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
