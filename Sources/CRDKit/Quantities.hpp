// What filters measure.
#pragma once

#include "Guard.hpp"

namespace crdkit {

/// Builds the tables behind RDKit's descriptors, once, before the first use from any thread.
void startDescriptors();

/// Room for some counts, to be freed by `crdkit_counts_clear`; throws std::bad_alloc.
crdkit_counts allocatedCounts(size_t entries);

}  // namespace crdkit
