// Tests of Numerics.
