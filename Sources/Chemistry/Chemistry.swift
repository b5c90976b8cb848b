// Molecules, fingerprints, conformers, drawings and filters over RDKit.
