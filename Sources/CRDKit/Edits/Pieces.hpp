#pragma once

#include "Editing.hpp"

/// Molecules, and the attachment points of those that are fragments.
struct crdkit_stock {
  struct End {
    size_t molecule;
    unsigned int atom;
  };

  std::vector<std::unique_ptr<RDKit::ROMol>> molecules;
  /// The dummy atoms by their BRICS environment.
  std::vector<std::vector<End>> ends;
};
