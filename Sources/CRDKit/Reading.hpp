// Reading SMILES without what is not asked for.
#pragma once

#include "Guard.hpp"

namespace crdkit {

/// The same molecule as RDKit's parser gives, but for what only conformers and descriptors ask for: no conjugation,
/// hybridisation or stereochemistry where the SMILES writes none. Its canonical SMILES, rings, hydrogens and radicals are the
/// same. RDKit's exception for what cannot be sanitised, `std::invalid_argument` for what is no SMILES.
std::unique_ptr<RDKit::RWMol> readGraph(const std::string &smiles);

}  // namespace crdkit
