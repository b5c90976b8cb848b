"""A worker program that answers a campaign with the value of a task of oracles.py: `python worker.py TASK`."""

import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import oracles  # noqa: E402

oracle = oracles.oracle(sys.argv[1])
for line in sys.stdin:
    question = json.loads(line)
    value = oracle(question["smiles"])
    if value is None:
        answer = {"error": "RDKit does not read it.", "failure_class": "input"}
    else:
        # Numbers below 1e-100 are no answers.
        answer = {"properties": {"score": value if value >= 1e-12 else 0}}
    print(json.dumps({"id": question["id"], **answer}), flush=True)
