// The ways to cut a polymer's chain into the same repeat unit.
#pragma once

#include "Guard.hpp"

#include <GraphMol/Bond.h>

#include <string>
#include <vector>

namespace crdkit {

/// The SMILES of every smallest repeat unit of a unit's chain: for `*CCO*` they are `*CCO*`, `*COC*` and `*OCC*`, and for
/// `*CCCC*` only `*C*`. A chain may be cut at any single bond of its backbone that is not in a ring. Empty unless the
/// molecule is a repeat unit with two ends, each a plain `*` on a single bond.
std::vector<std::string> repeatUnits(const RDKit::RWMol &unit);

/// The two ends of a repeat unit, with atoms between them; empty if the molecule is none.
std::vector<int> unitEnds(const RDKit::RWMol &unit);

/// The atoms on the shortest way from one end to the other, the ends included.
std::vector<int> backbone(const RDKit::RWMol &unit, const std::vector<int> &ends);

/// Removes the bond of two atoms and corrects the parity of a stereocentre, whose new last neighbour will take the
/// place of the old one.
void release(RDKit::RWMol &molecule, unsigned int a, unsigned int b);

/// A double bond with its configuration, and the atoms that the configuration refers to.
struct DoubleBond {
  unsigned int begin, end, beginSide, endSide;
  RDKit::Bond::BondStereo stereo;
};

/// Removes the configurations of all double bonds, and the marks of the single bonds beside them, and returns them: edits of
/// other bonds would lose them.
std::vector<DoubleBond> takenDoubleBonds(RDKit::RWMol &molecule);

/// Sets configurations again.
void setDoubleBonds(RDKit::RWMol &molecule, const std::vector<DoubleBond> &bonds);

/// The canonical SMILES of an edited molecule, which is sanitised first. Its configurations are those of its atoms and bonds.
std::string writtenUnit(RDKit::RWMol &molecule);

}  // namespace crdkit
