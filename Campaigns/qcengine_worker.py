"""QCEngine as a worker: a QCSchema input a line comes in, its result goes out. The argument is QCEngine's name of the program."""
import json
import sys

import qcelemental
import qcengine

for line in sys.stdin:
    question = json.loads(line)
    result = qcengine.compute(question, sys.argv[1], return_dict=True)
    print(qcelemental.util.serialize(result | {"id": question["id"]}, "json"), flush=True)
