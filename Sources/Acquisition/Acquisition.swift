// Objectives, acquisition functions and the choice of a batch.
