#pragma once

#include "Guard.hpp"

#include <vector>

namespace crdkit {

/// The numbers, from 1 to 166, of the MACCS keys of a molecule whose rings are known, in ascending order.
std::vector<int> maccsKeys(const RDKit::ROMol &molecule);

}  // namespace crdkit
