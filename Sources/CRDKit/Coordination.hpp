// Where the ligands of an atom are that is no tetrahedron: hypervalent main-group atoms and metals.
#pragma once

#include "Guard.hpp"

#include <DistGeom/BoundsMatrix.h>

#include <string>
#include <vector>

namespace crdkit {

/// Whether ligands and lone pairs of a main-group atom are five or more, or a metal of the d or f block has two to six ligands.
bool isHypercoordinate(const RDKit::Atom &atom);

/// One arrangement of the ligands of one atom.
struct Arrangement {
  unsigned int centre = 0;
  /// "trigonal bipyramid", "T", … Static.
  const char *shape = "";
  std::vector<unsigned int> ligands;
  /// Angles in degrees between each two ligands, row by row; 0 where it is left open.
  std::vector<double> angles;
};

/// One arrangement for each hypercoordinate atom.
using Coordination = std::vector<Arrangement>;

/// The distinct ways to arrange the ligands, the likeliest first (electronegative ligands opposite each other); empty without such
/// atoms, or where one of them has more ligands than there are templates for. What the molecule states of it is kept to.
std::vector<Coordination> coordinations(const RDKit::ROMol &molecule, size_t most);

/// The shapes in words, as "T (I1)".
std::string described(const RDKit::ROMol &molecule, const Coordination &coordination);

/// The distance bounds of the molecule with these arrangements, and with E where it states E in rings.
DistGeom::BoundsMatPtr bounds(const RDKit::ROMol &molecule, const Coordination &coordination);

/// Whether the molecule states E for a double bond in a ring.
bool hasTransRing(const RDKit::ROMol &molecule);

}  // namespace crdkit
