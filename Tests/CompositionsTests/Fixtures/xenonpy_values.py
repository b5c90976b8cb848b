"""Writes xenonpy.csv: the descriptors of fifty formulas by XenonPy 0.6.7 itself.

    pip install numpy pandas scikit-learn pymatgen ruamel.yaml requests tqdm
    pip install --no-deps xenonpy==0.6.7
    python xenonpy_values.py ../../../Sources/CElements/elements.csv > xenonpy.csv

XenonPy keeps its table of elements outside its package: the table given is put there. Of XenonPy only the module of
compositions is imported, because the others need PyTorch. It uses NumPy's `int`, which newer versions do not have.
"""

import pathlib
import sys
import tempfile
import time
import types
import warnings

import numpy as np
import pandas as pd

FORMULAS = """H2O SiO2 Fe2O3 Fe3O4 NaCl La0.7Sr0.3MnO3 Ca(OH)2 Al2(SO4)3 BaTiO3 SrTiO3 PbZr0.52Ti0.48O3 YBa2Cu3O7 YBa2Cu3O6.93
LiFePO4 LiCoO2 LiNi0.8Co0.1Mn0.1O2 Li7La3Zr2O12 Na3Zr2Si2PO12 GaAs GaN InP CdTe CuInSe2 CuIn0.7Ga0.3Se2 Bi2Te3 Bi0.5Sb1.5Te3
PbTe SnSe MoS2 WS2 Mg2Si TiNiSn Ti50Ni50 Fe0.62C0.000953Mn0.000521Si0.00102Cr0.00011Ni0.192Mo0.0176Co0.146 Nd2Fe14B SmCo5
LaNi5 ZrO2 Zr0.92Y0.08O1.96 Ce0.8Gd0.2O1.9 UO2 PuO2 ThO2 He Xe C B4C KAl3Si3O10(OH)2 Ca5(PO4)3F (NH4)2SO4""".split()


def main(table):
    warnings.simplefilter("ignore")
    np.int, np.float, np.bool = int, float, bool
    with tempfile.TemporaryDirectory() as home:
        pathlib.Path.home = classmethod(lambda cls: pathlib.Path(home))
        dataset = pathlib.Path(home) / ".xenonpy" / "dataset"
        dataset.mkdir(parents=True)
        elements = pd.read_csv(table, index_col=0)
        for name in ("elements", "elements_completed"):
            elements.to_pickle(dataset / f"{name}.pd.xz")
        import importlib.util

        package = types.ModuleType("xenonpy.descriptor")
        origin = pathlib.Path(importlib.util.find_spec("xenonpy").origin).parent
        package.__path__ = [str(origin / "descriptor")]
        sys.modules["xenonpy.descriptor"] = package
        from xenonpy.descriptor.compositions import Compositions, GeometricMean, HarmonicMean

        from pymatgen.core.composition import Composition

        read = [Composition(formula) for formula in FORMULAS]
        classic = Compositions(n_jobs=1, featurizers="classic").transform(read, return_type="df")
        # The means are defined for properties that are positive for every element.
        positive = [name for name in elements if (elements[name] > 0).all()]
        means = [
            kind(n_jobs=1).transform(read, return_type="df")[[f"{prefix}:{name}" for name in positive]]
            for kind, prefix in ((GeometricMean, "gmean"), (HarmonicMean, "hmean"))
        ]
        values = pd.concat([classic] + means, axis=1)
        values.insert(0, "formula", FORMULAS)
        values.to_csv(sys.stdout, index=False, float_format="%.17g")
        # The time, for Benchmarks/README.md.
        many = (FORMULAS * 200)[:10000]
        start = time.perf_counter()
        Compositions(n_jobs=1, featurizers="classic").transform(many, return_type="df")
        print(f"{time.perf_counter() - start:.2f} s for {len(many)} formulas", file=sys.stderr)


main(sys.argv[1])
