#include "OpenShells.hpp"

#include <GraphMol/PeriodicTable.h>

#include <cmath>

namespace {

bool isOfFBlock(int number) { return (number > 57 && number < 72) || (number > 89 && number < 104); }

/// The group of an element of the d block, from 3 to 12; 0 for others.
int dBlockGroup(int number) {
  if (number >= 21 && number <= 30) return number - 18;
  if (number >= 39 && number <= 48) return number - 36;
  if (number == 57 || number == 89) return 3;
  if (number >= 72 && number <= 80) return number - 68;
  if (number >= 104 && number <= 112) return number - 100;
  return 0;
}

bool isTransitionMetal(const RDKit::Atom &atom) {
  return dBlockGroup(atom.getAtomicNum()) > 0 || isOfFBlock(atom.getAtomicNum());
}

bool isBoundToTransitionMetal(const RDKit::ROMol &molecule, const RDKit::Atom &atom) {
  for (auto neighbour : molecule.atomNeighbors(&atom)) {
    if (isTransitionMetal(*neighbour)) return true;
  }
  return false;
}

/// The number of d electrons, from the formal charge and the bonds; the electrons of dative bonds are the ligand's.
int dElectrons(const RDKit::ROMol &molecule, const RDKit::Atom &atom) {
  double bonds = atom.getTotalNumHs();
  for (auto bond : molecule.atomBonds(&atom)) {
    const auto type = bond->getBondType();
    const bool isDative = type == RDKit::Bond::DATIVE || type == RDKit::Bond::DATIVEL || type == RDKit::Bond::DATIVER ||
                          type == RDKit::Bond::DATIVEONE || type == RDKit::Bond::ZERO;
    if (!isDative) bonds += bond->getBondTypeAsDouble();
  }
  const int group = dBlockGroup(atom.getAtomicNum());
  // Only an isolated neutral atom has two of them in its s shell.
  if (atom.getDegree() == 0 && bonds == 0 && atom.getFormalCharge() == 0) return group - 2;
  return group - atom.getFormalCharge() - static_cast<int>(std::lround(bonds));
}

}  // namespace

crdkit::OpenShells crdkit::openShells(const RDKit::ROMol &molecule) {
  OpenShells shells;
  bool hasMetal = false;
  int openMetals = 0;
  bool hasChoice = false;
  int electrons = 0;
  for (auto atom : molecule.atoms()) {
    const int number = atom->getAtomicNum();
    const int charge = atom->getFormalCharge();
    electrons += number + static_cast<int>(atom->getTotalNumHs()) - charge;
    if (isTransitionMetal(*atom)) {
      hasMetal = true;
      if (isOfFBlock(number)) {
        shells.fElectrons += number - (number < 72 ? 57 : 89);
      } else if (const int d = dElectrons(molecule, *atom); d > 0 && d < 10) {
        shells.metals.insert(atom->getSymbol());
        // One electron, or one hole, is unpaired in every state of one metal.
        openMetals += 1;
        hasChoice |= openMetals > 1 || (d > 1 && d < 9);
      }
      continue;
    }
    int unshared = static_cast<int>(atom->getNumRadicalElectrons());
    if (unshared == 0 || isBoundToTransitionMetal(molecule, *atom)) continue;
    const int outer = RDKit::PeriodicTable::getTable()->getNouterElecs(number) - charge;
    if (unshared >= 2 && outer <= 4) {
      unshared -= 2;
      if (outer == 4) shells.pairs.insert(atom->getSymbol());
    }
    shells.radicalElectrons += unshared;
  }
  if (!hasChoice) shells.metals.clear();
  if (!hasMetal && (electrons - shells.radicalElectrons) % 2 != 0) shells.radicalElectrons += 1;
  return shells;
}
