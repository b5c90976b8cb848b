// Tests of GaussianProcess.
