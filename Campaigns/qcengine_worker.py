"""QCEngine as a worker: a QCSchema input a line comes in, its result goes out. The argument is QCEngine's name of the program."""
import json
import sys

import qcelemental
import qcengine

for line in sys.stdin:
    result = qcengine.compute(json.loads(line), sys.argv[1], return_dict=True)
    print(qcelemental.util.serialize(result, "json"), flush=True)
