// Reads SMILES without properties that are not needed.
#pragma once

#include "Guard.hpp"

namespace crdkit {

/// The same molecule as from RDKit's parser, without the properties that only conformers and descriptors need: no
/// conjugation or hybridisation, and no stereochemistry if the SMILES writes none. Its canonical SMILES, rings,
/// hydrogens and radicals are the same. Throws RDKit's exception for a molecule that cannot be sanitised, and
/// `std::invalid_argument` for invalid SMILES.
std::unique_ptr<RDKit::RWMol> readGraph(const std::string &smiles);

}  // namespace crdkit
