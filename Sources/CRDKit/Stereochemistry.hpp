// Which stereoisomer a set of coordinates is.
#pragma once

#include "Guard.hpp"

namespace crdkit {

/// Whether the coordinates have every double bond and centre that the molecule states. They are x, y, z per atom and begin
/// with the molecule's own atoms; the hydrogens that are not atoms of it follow.
bool hasStatedStereochemistry(const RDKit::ROMol &molecule, const double *coordinates);

/// The molecule at its coordinates, without implied hydrogens: these would make the N-H of an imine a stereo bond, and would have
/// to be removed again.
RDKit::RWMol placed(const RDKit::ROMol &molecule, const double *coordinates);

/// The same, with the configurations that the atoms have there, whether they are stereocentres or not. The coordinates are those of
/// all atoms.
RDKit::RWMol placedWithConfigurations(const RDKit::ROMol &molecule, const double *coordinates);

/// Whether two neighbours of a double bond, one at each end, are on the same side of it.
bool areOnSameSide(
  const RDKit::Conformer &conformer, const RDKit::Bond &bond, unsigned int atBegin, unsigned int atEnd);

/// States every double bond that the molecule leaves open, as its three-dimensional conformer has it.
void stateDoubleBonds(RDKit::RWMol &molecule);

/// The canonical isomeric SMILES of the molecule with the stereochemistry of the coordinates, and of them alone.
std::string stereoisomer(const RDKit::ROMol &molecule, const double *coordinates);

}  // namespace crdkit
