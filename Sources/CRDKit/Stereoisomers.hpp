// The stereoisomers of a molecule whose SMILES leaves double bonds or centres open.
#pragma once

#include "Guard.hpp"

#include <GraphMol/Chirality.h>

#include <vector>

namespace crdkit {

/// The tetrahedral centres and double bonds that the molecule does not state. Left out: atoms that are no tetrahedron
/// (see `isHypercoordinate`), the nitrogen of amines, which inverts or is held by its rings, and double bonds to a pyramidal
/// atom, which turn freely.
std::vector<RDKit::Chirality::StereoInfo> openStereochemistry(const RDKit::ROMol &molecule);

/// How many there are of each kind.
struct OpenCounts {
  int centres = 0;
  int doubleBonds = 0;
};
OpenCounts countOpen(const RDKit::ROMol &molecule);

/// Whether the other end of a double bond to this atom turns freely: a sulfilimine's sulfur is pyramidal, and no plane.
bool isPyramidal(const RDKit::Atom &atom);

struct Isomers {
  /// Each states every centre and double bond that the molecule leaves open, and has its atoms in their order.
  std::vector<std::unique_ptr<RDKit::RWMol>> molecules;
  /// How many centres and double bonds the molecule leaves open.
  size_t open = 0;
  /// Whether there are more than these.
  bool areMore = false;
};

/// Whether two open centres or more are in rings, so that many combinations of them are impossible.
bool areBoundByRings(const RDKit::ROMol &molecule, const std::vector<RDKit::Chirality::StereoInfo> &open);

/// At most `most` isomers, distinct up to mirror images: first those of the structures given (x, y, z per atom, embedded without
/// regard to what is open, and so possible), then those with the fewest cis double bonds.
Isomers isomers(const RDKit::ROMol &molecule, size_t most, const std::vector<std::vector<double>> &structures);

}  // namespace crdkit
