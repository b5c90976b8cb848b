// Descriptors that count atoms, bonds and rings.
#pragma once

#include "Guard.hpp"

namespace crdkit {

/// Rings of the smallest set of smallest rings. A ring is aromatic if all its bonds are, saturated if all are single, and
/// aliphatic if it is not aromatic.
struct RingCounts {
  struct OfKind {
    int all = 0, carbocycles = 0, heterocycles = 0;
  };
  OfKind any, aromatic, aliphatic, saturated;

  explicit RingCounts(const RDKit::ROMol &molecule);
};

/// Donors of hydrogen bonds in RDKit's definition.
int hydrogenBondDonors(const RDKit::ROMol &molecule);

/// Acceptors of hydrogen bonds in RDKit's definition.
int hydrogenBondAcceptors(const RDKit::ROMol &molecule);

/// Rotatable bonds in RDKit's strict definition: no amides, no bonds to symmetric ends.
int rotatableBonds(const RDKit::ROMol &molecule);

}  // namespace crdkit
