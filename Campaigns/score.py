"""The radius of gyration (Å, all atoms of equal weight) of the molecule in an XYZ file: how compact it is."""
import json
import math
import sys

with open(sys.argv[1]) as file:
    atoms = [[float(x) for x in line.split()[1:4]] for line in file.read().splitlines()[2:] if line.strip()]
centre = [sum(axis) / len(atoms) for axis in zip(*atoms)]
radius = math.sqrt(sum(math.dist(atom, centre) ** 2 for atom in atoms) / len(atoms))
print(json.dumps({"properties": {"radius_of_gyration": radius}}))
