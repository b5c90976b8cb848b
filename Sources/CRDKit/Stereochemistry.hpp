// Determines the stereoisomer of a set of coordinates.
#pragma once

#include "Guard.hpp"

namespace crdkit {

/// Whether the coordinates have every double bond and centre that the molecule states. The coordinates are x, y, z per
/// atom, first of the molecule's own atoms, then of its implied hydrogens.
bool hasStatedStereochemistry(const RDKit::ROMol &molecule, const double *coordinates);

/// The molecule at its coordinates, without implied hydrogens: they would make the N-H of an imine a stereo bond, and
/// would have to be removed again.
RDKit::RWMol placed(const RDKit::ROMol &molecule, const double *coordinates);

/// The same, with the configurations of the atoms in these coordinates, whether they are stereocentres or not. The
/// coordinates are those of all atoms.
RDKit::RWMol placedWithConfigurations(const RDKit::ROMol &molecule, const double *coordinates);

/// Whether two neighbours of a double bond, one at each end, are on the same side of it.
bool areOnSameSide(
  const RDKit::Conformer &conformer, const RDKit::Bond &bond, unsigned int atBegin, unsigned int atEnd);

/// States every double bond that the molecule leaves open, with the configuration in its three-dimensional conformer.
void stateDoubleBonds(RDKit::RWMol &molecule);

/// The canonical isomeric SMILES of the molecule with only the stereochemistry of the coordinates.
std::string stereoisomer(const RDKit::ROMol &molecule, const double *coordinates);

}  // namespace crdkit
