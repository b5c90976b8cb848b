// Ideal arrangements of the ligands of atoms that are not tetrahedral: hypervalent main-group atoms and metals.
#pragma once

#include "Guard.hpp"

#include <DistGeom/BoundsMatrix.h>

#include <string>
#include <vector>

namespace crdkit {

/// Whether a main-group atom has five or more ligands and lone pairs together, or a metal of the d or f block has two
/// to six ligands.
bool isHypercoordinate(const RDKit::Atom &atom);

/// One arrangement of the ligands of one atom.
struct Arrangement {
  unsigned int centre = 0;
  /// "trigonal bipyramid", "T", … Static.
  const char *shape = "";
  std::vector<unsigned int> ligands;
  /// Angles in degrees between each two ligands, row by row; 0 where the angle is open.
  std::vector<double> angles;
};

/// One arrangement for each hypercoordinate atom.
using Coordination = std::vector<Arrangement>;

/// The distinct arrangements of the ligands, the likeliest first (electronegative ligands opposite each other),
/// restricted to what the molecule states; empty without such atoms, or if one of them has more ligands than the
/// templates cover.
std::vector<Coordination> coordinations(const RDKit::ROMol &molecule, size_t most);

/// The shapes in words, as "T (I1)".
std::string described(const RDKit::ROMol &molecule, const Coordination &coordination);

/// The distance bounds of the molecule with these arrangements, and with E for double bonds in rings that state it.
DistGeom::BoundsMatPtr bounds(const RDKit::ROMol &molecule, const Coordination &coordination);

/// Whether the molecule states E for a double bond in a ring.
bool hasTransRing(const RDKit::ROMol &molecule);

}  // namespace crdkit
