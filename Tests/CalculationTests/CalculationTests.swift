// Tests of Calculation.
