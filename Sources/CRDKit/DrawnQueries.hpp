// Finds mol blocks that do not describe a single molecule.
#pragma once

#include "Guard.hpp"

#include <string>

namespace crdkit {

/// Why a drawing is a query, a set of molecules or another molecule than its atoms say, as the end of a sentence; empty
/// if it is the drawn molecule. RDKit reads such drawings, but its SMILES lack the parts that make them queries.
///
/// @param drawn the molecule as RDKit reads it from the block, before any chemistry.
std::string reasonNotOneMolecule(const RDKit::RWMol &drawn, const std::string &block);

}  // namespace crdkit
