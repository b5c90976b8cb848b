// What a mol block can draw that is no single molecule.
#pragma once

#include "Guard.hpp"

#include <string>

namespace crdkit {

/// Why a drawing is a query, a set of molecules or another molecule than its atoms say, as the end of a sentence; empty where it is
/// the molecule that is drawn. RDKit reads such drawings, and its SMILES of them lack what made them queries.
///
/// @param drawn what RDKit reads of the block before any chemistry.
std::string reasonNotOneMolecule(const RDKit::RWMol &drawn, const std::string &block);

}  // namespace crdkit
