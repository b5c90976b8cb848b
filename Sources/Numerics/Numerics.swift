// Matrices, factorisations, log-space normal functions and seeded random streams.
