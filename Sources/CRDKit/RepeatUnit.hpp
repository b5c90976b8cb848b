// The ways to cut a polymer's chain into one and the same repeat unit.
#pragma once

#include "Guard.hpp"

#include <string>
#include <vector>

namespace crdkit {

/// The SMILES of the other repeat units of the chain that a repeat unit stands for: of `*CCO*` those are `*COC*` and `*OCC*`.
/// A chain may be cut at any single bond of its backbone that is in no ring. Empty for what is not a repeat unit with two ends,
/// each a plain `*` on a single bond.
std::vector<std::string> otherRepeatUnits(const RDKit::RWMol &unit);

}  // namespace crdkit
