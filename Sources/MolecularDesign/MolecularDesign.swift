// The chemical language model, proposals, sequential Monte Carlo and the designer.
