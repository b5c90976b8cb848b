// Tests of Chemistry.
