// The ways to cut a polymer's chain into the same repeat unit.
#pragma once

#include "Guard.hpp"

#include <string>
#include <vector>

namespace crdkit {

/// The SMILES of the other repeat units of the same chain: for `*CCO*` they are `*COC*` and `*OCC*`. A chain may be cut
/// at any single bond of its backbone that is not in a ring. Empty unless the molecule is a repeat unit with two ends,
/// each a plain `*` on a single bond.
std::vector<std::string> otherRepeatUnits(const RDKit::RWMol &unit);

}  // namespace crdkit
