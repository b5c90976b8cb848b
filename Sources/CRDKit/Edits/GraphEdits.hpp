// The edits of one molecule. Each changes it according to its draws, or returns false if the draws find nothing to
// change.
#pragma once

#include "Editing.hpp"

namespace crdkit::edits {

/// The elements of new atoms.
using Elements = std::vector<int>;

bool changeElement(RDKit::RWMol &molecule, const Elements &elements, Draws &draws);
bool appendAtom(RDKit::RWMol &molecule, const Elements &elements, Draws &draws);
bool insertAtom(RDKit::RWMol &molecule, const Elements &elements, Draws &draws);
bool deleteAtom(RDKit::RWMol &molecule, Draws &draws);
bool changeBond(RDKit::RWMol &molecule, Draws &draws);
bool closeRing(RDKit::RWMol &molecule, Draws &draws);
bool openRing(RDKit::RWMol &molecule, Draws &draws);
bool aromatize(RDKit::RWMol &molecule, Draws &draws);
bool fuseBenzene(RDKit::RWMol &molecule, Draws &draws);
bool moveSubstituent(RDKit::RWMol &molecule, Draws &draws);

}  // namespace crdkit::edits
