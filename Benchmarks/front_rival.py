"""The rival of a campaign on two goals: qLogNEHVI of BoTorch on the molecules of a pool.

qLogNoisyExpectedHypervolumeImprovement (Ament et al. 2023, arXiv 2310.20708; of qNEHVI: Daulton, Balandat and Bakshy 2021, arXiv
2105.08195) chooses a batch molecule by molecule, each with those chosen before as pending (`optimize_acqf_discrete`). It compares the
128 molecules of the greatest expected hypervolume improvement in closed form: pending ones only make a value smaller. Each goal has an
exact process of its own with the kernel of `surrogate: {model: fingerprints}`: s₁² MinMax on the counts of Morgan environments up to
radius 3, folded to 2,048, and s₂² MinMax on the counts of RDKit's 85 fragments. s₁, s₂, the noise (with BoTorch's prior) and the constant
mean are fitted before each batch, to standardised values. An input of the kernel is the number of a molecule in the pool, whose
similarities are computed once.
"""

import warnings

import numpy as np
import torch
from botorch.acquisition.multi_objective.analytic import ExpectedHypervolumeImprovement
from botorch.acquisition.multi_objective.logei import qLogNoisyExpectedHypervolumeImprovement
from botorch.fit import fit_gpytorch_mll
from botorch.models import ModelListGP, SingleTaskGP
from botorch.optim import optimize_acqf_discrete
from botorch.sampling import SobolQMCNormalSampler
from botorch.utils.multi_objective.box_decompositions import FastNondominatedPartitioning
from gpytorch.kernels import Kernel, ScaleKernel
from gpytorch.mlls import SumMarginalLogLikelihood
from rdkit import Chem
from rdkit.Chem import Fragments, rdFingerprintGenerator

warnings.filterwarnings("ignore", module="botorch")


def canonical(smiles):
    return Chem.MolToSmiles(Chem.MolFromSmiles(smiles))


def similarities(smiles):
    """For Morgan counts and for fragment counts the MinMax similarities Σ min / Σ max of all pairs of molecules."""
    molecules = [Chem.MolFromSmiles(one) for one in smiles]
    morgan = rdFingerprintGenerator.GetMorganGenerator(radius=3, fpSize=2048)
    groups = [getattr(Fragments, name) for name in sorted(dir(Fragments)) if name.startswith("fr_")]
    return [
        min_max(np.array([morgan.GetCountFingerprintAsNumPy(one) for one in molecules])),
        min_max(np.array([[group(one) for group in groups] for one in molecules]))]


def min_max(counts):
    # Σ min(a, b) is the sum over the levels 1, 2, … of the features that both have at least so often: products of matrices of 0 and 1.
    shared = sum(
        (level @ level.T).astype(float) for level in (
            (counts[:, counts.max(axis=0) >= height] >= height).astype(np.float32) for height in range(1, counts.max() + 1)))
    totals = counts.sum(axis=1, dtype=float)
    either = totals[:, None] + totals[None, :] - shared
    return torch.tensor(np.where(either > 0, shared / np.maximum(either, 1), 1.0))


class PoolKernel(Kernel):
    """A kernel whose inputs are rows of a matrix of covariances."""

    def __init__(self, matrix):
        super().__init__()
        self.matrix = matrix

    def forward(self, x1, x2, diag=False, **_):
        rows, columns = x1[..., 0].long(), x2[..., 0].long()
        return self.matrix[rows, columns] if diag else self.matrix[rows[..., :, None], columns[..., None, :]]


def fitted(kernels, chosen, values):
    """Independent processes for the goals, of the values of the chosen molecules."""
    inputs = torch.tensor(chosen, dtype=torch.double)[:, None]
    model = ModelListGP(*(
        SingleTaskGP(
            inputs, values[chosen, goal, None], covar_module=ScaleKernel(PoolKernel(kernels[0])) + ScaleKernel(PoolKernel(kernels[1])))
        for goal in range(values.shape[1])))
    fit_gpytorch_mll(SumMarginalLogLikelihood(model.likelihood, model))
    return model


def play(kernels, points, reference, first, batch, seed, budget, is_enough):
    """The numbers of the molecules in the order in which they are chosen, the first ones included, until it is enough or the budget is
    spent. Greater values of `points` are better."""
    torch.manual_seed(seed)
    values = torch.tensor(points, dtype=torch.double)
    chosen = list(first)
    while len(chosen) < budget and not is_enough([points[one] for one in chosen]):
        model = fitted(kernels, chosen, values)
        known = torch.tensor(chosen, dtype=torch.double)[:, None]
        acquisition = qLogNoisyExpectedHypervolumeImprovement(
            model=model, ref_point=reference, X_baseline=known, prune_baseline=True,
            sampler=SobolQMCNormalSampler(torch.Size([128]), seed=seed))
        free = torch.tensor(sorted(set(range(len(points))) - set(chosen)), dtype=torch.double)[:, None]
        boxes = FastNondominatedPartitioning(torch.tensor(reference, dtype=torch.double), values[chosen])
        improvement = ExpectedHypervolumeImprovement(model, reference, boxes)
        with torch.no_grad():
            promising = free[improvement(free[:, None]).topk(min(128, len(free))).indices]
        best, _ = optimize_acqf_discrete(acquisition, q=min(batch, budget - len(chosen)), choices=promising)
        chosen += [int(one) for one in best[:, 0]]
    return chosen
