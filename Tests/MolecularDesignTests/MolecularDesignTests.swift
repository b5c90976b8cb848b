// Tests of MolecularDesign.
