// Kernels, prior means, processes, posteriors and their fitting.
