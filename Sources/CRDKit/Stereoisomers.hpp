// Enumerates the stereoisomers of a molecule whose SMILES leaves double bonds or centres open.
#pragma once

#include "Guard.hpp"

#include <GraphMol/Chirality.h>

#include <vector>

namespace crdkit {

/// The tetrahedral centres and double bonds that the molecule leaves open, except atoms that are not tetrahedral (see
/// `isHypercoordinate`), the nitrogen of amines, which inverts or is fixed by its rings, and double bonds to a
/// pyramidal atom, which rotate freely.
std::vector<RDKit::Chirality::StereoInfo> openStereochemistry(const RDKit::ROMol &molecule);

/// The number of each kind.
struct OpenCounts {
  int centres = 0;
  int doubleBonds = 0;
};
OpenCounts countOpen(const RDKit::ROMol &molecule);

/// Whether a double bond to this atom rotates freely: the sulfur of a sulfilimine is pyramidal, not planar.
bool isPyramidal(const RDKit::Atom &atom);

struct Isomers {
  /// The isomers. Each states every centre and double bond that the molecule leaves open, and keeps the order of the
  /// atoms.
  std::vector<std::unique_ptr<RDKit::RWMol>> molecules;
  /// The number of centres and double bonds that the molecule leaves open.
  size_t open = 0;
  /// Whether there are more isomers than these.
  bool areMore = false;
};

/// Whether two or more open centres are in rings, so that many of their combinations are impossible.
bool areBoundByRings(const RDKit::ROMol &molecule, const std::vector<RDKit::Chirality::StereoInfo> &open);

/// At most `most` isomers, distinct up to mirror images: first those of the given structures (x, y, z per atom,
/// embedded without constraints on what is open, and thus possible), then those with the fewest cis double bonds.
Isomers isomers(const RDKit::ROMol &molecule, size_t most, const std::vector<std::vector<double>> &structures);

}  // namespace crdkit
