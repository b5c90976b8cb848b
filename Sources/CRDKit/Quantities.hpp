// The quantities that filters limit.
#pragma once

#include "Guard.hpp"

namespace crdkit {

/// Builds the tables behind RDKit's descriptors, once, before the first use from any thread.
void startDescriptors();

/// Allocates counts, which `crdkit_counts_clear` frees; throws std::bad_alloc.
crdkit_counts allocatedCounts(size_t entries);

}  // namespace crdkit
