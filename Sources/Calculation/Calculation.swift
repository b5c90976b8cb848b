// Calculators, executors, failure classes and the calculation stage.
