#include "Counting.hpp"

#include <GraphMol/RingInfo.h>

#include <vector>

namespace crdkit {

using RDKit::Atom;
using RDKit::Bond;
using RDKit::ROMol;

RingCounts::RingCounts(const ROMol &molecule) {
  for (const auto &ring : molecule.getRingInfo()->bondRings()) {
    bool isAromatic = true, isSaturated = true, isCarbocycle = true;
    for (int index : ring) {
      const Bond &bond = *molecule.getBondWithIdx(index);
      isAromatic &= bond.getIsAromatic();
      isSaturated &= bond.getBondType() == Bond::SINGLE && !bond.getIsAromatic();
      isCarbocycle &= bond.getBeginAtom()->getAtomicNum() == 6 && bond.getEndAtom()->getAtomicNum() == 6;
    }
    const auto add = [&](OfKind &kind) {
      ++kind.all;
      ++(isCarbocycle ? kind.carbocycles : kind.heterocycles);
    };
    add(any);
    add(isAromatic ? aromatic : aliphatic);
    if (isSaturated) add(saturated);
  }
}

namespace {

bool isAliphatic(const Atom &atom, int number) { return atom.getAtomicNum() == number && !atom.getIsAromatic(); }

bool isSingle(const Bond &bond) { return bond.getBondType() == Bond::SINGLE && !bond.getIsAromatic(); }

bool isInRing(const ROMol &molecule, const Bond &bond) { return molecule.getRingInfo()->numBondRings(bond.getIdx()) > 0; }

/// Whether some other bond of an atom is double, to one of these aliphatic elements.
template <typename Elements>
bool hasDoubleBond(const ROMol &molecule, const Atom &atom, const Elements &elements, bool outsideRings = false) {
  for (const auto bond : molecule.atomBonds(&atom)) {
    if (bond->getBondType() != Bond::DOUBLE || (outsideRings && isInRing(molecule, *bond))) continue;
    const Atom &other = *bond->getOtherAtom(&atom);
    for (int element : elements)
      if (isAliphatic(other, element)) return true;
  }
  return false;
}

constexpr int nitrogenOxygenPhosphorusSulphur[] = {7, 8, 15, 16};
constexpr int nitrogenOxygenSulphur[] = {7, 8, 16};

/// [$([O,S;H1;v2]-[!$(*=[O,N,P,S])]),$([O,S;H0;v2]),$([O,S;-])]
bool acceptsAsChalcogen(const ROMol &molecule, const Atom &atom) {
  if (atom.getFormalCharge() == -1) return true;
  if (atom.getTotalValence() != 2) return false;
  if (atom.getTotalNumHs(true) == 0) return true;
  if (atom.getTotalNumHs(true) != 1) return false;
  for (const auto bond : molecule.atomBonds(&atom))
    if (isSingle(*bond) && !hasDoubleBond(molecule, *bond->getOtherAtom(&atom), nitrogenOxygenPhosphorusSulphur))
      return true;
  return false;
}

/// [N;v3;!$(N-*=!@[O,N,P,S])]
bool acceptsAsNitrogen(const ROMol &molecule, const Atom &atom) {
  if (atom.getTotalValence() != 3) return false;
  for (const auto bond : molecule.atomBonds(&atom))
    if (isSingle(*bond) && hasDoubleBond(molecule, *bond->getOtherAtom(&atom), nitrogenOxygenPhosphorusSulphur, true))
      return false;
  return true;
}

}  // namespace

/// [$([N;!H0;v3,v4&+1]),$([O,S;H1;+0]),n&H1&+0]
int hydrogenBondDonors(const ROMol &molecule) {
  int count = 0;
  for (const auto atom : molecule.atoms()) {
    const int hydrogens = static_cast<int>(atom->getTotalNumHs(true)), charge = atom->getFormalCharge();
    switch (atom->getAtomicNum()) {
      case 7:
        if (atom->getIsAromatic()) {
          count += hydrogens == 1 && charge == 0;
        } else if (hydrogens > 0) {
          const int valence = atom->getTotalValence();
          count += valence == 3 || (valence == 4 && charge == 1);
        }
        break;
      case 8:
      case 16: count += !atom->getIsAromatic() && hydrogens == 1 && charge == 0; break;
      default: break;
    }
  }
  return count;
}

int hydrogenBondAcceptors(const ROMol &molecule) {
  int count = 0;
  for (const auto atom : molecule.atoms()) {
    switch (atom->getAtomicNum()) {
      case 7:
        count += atom->getIsAromatic() ? atom->getFormalCharge() == 0 && atom->getTotalNumHs(true) == 0
                                       : acceptsAsNitrogen(molecule, *atom);
        break;
      case 8:
      case 16:
        count += atom->getIsAromatic() ? atom->getFormalCharge() == 0 : acceptsAsChalcogen(molecule, *atom);
        break;
      default: break;
    }
  }
  return count;
}

namespace {

/// Neither atom has a triple bond, is terminal, or is a carbon with three equal halogens or methyl groups.
bool mayRotate(const ROMol &molecule, const Atom &atom) {
  if (atom.getDegree() == 1) return false;
  int fluorine = 0, chlorine = 0, bromine = 0, methyl = 0;
  for (const auto bond : molecule.atomBonds(&atom)) {
    if (bond->getBondType() == Bond::TRIPLE) return false;
    if (!isSingle(*bond)) continue;
    const Atom &other = *bond->getOtherAtom(&atom);
    fluorine += other.getAtomicNum() == 9;
    chlorine += other.getAtomicNum() == 17;
    bromine += other.getAtomicNum() == 35;
    methyl += isAliphatic(other, 6) && other.getTotalNumHs(true) == 3;
  }
  // "(F)(F)F" does not restrict the fourth neighbour; the same is true of "([CH3])([CH3])[CH3]".
  return !isAliphatic(atom, 6) || (fluorine < 3 && chlorine < 3 && bromine < 3 && methyl < 3);
}

/// Whether `atom` is a carbon with three neighbours and a double bond that makes its single bond to `other` rigid.
bool isAmideLike(const ROMol &molecule, const Atom &carbon, const Atom &other, const Bond &bond) {
  if (!isAliphatic(carbon, 6) || carbon.getDegree() != 3 || !isSingle(bond) || isInRing(molecule, bond)) return false;
  const bool isNitrogen = other.getAtomicNum() == 7;
  const bool isEnd = other.getDegree() == 1;
  if (
    (isNitrogen || isAliphatic(other, 8) || (isAliphatic(other, 16) && !isEnd))
    && hasDoubleBond(molecule, carbon, nitrogenOxygenSulphur))
    return true;
  if (!isNitrogen || isEnd) return false;
  for (const auto further : molecule.atomBonds(&carbon)) {
    const Atom &end = *further->getOtherAtom(&carbon);
    if (further->getBondType() == Bond::DOUBLE && isAliphatic(end, 7) && end.getFormalCharge() == 1) return true;
  }
  return false;
}

bool isNextToAmide(const ROMol &molecule, const Atom &atom) {
  for (const auto bond : molecule.atomBonds(&atom)) {
    const Atom &other = *bond->getOtherAtom(&atom);
    if (isAmideLike(molecule, atom, other, *bond) || isAmideLike(molecule, other, atom, *bond)) return true;
  }
  return false;
}

}  // namespace

int rotatableBonds(const ROMol &molecule) {
  int count = 0;
  for (const auto bond : molecule.bonds()) {
    const Atom &a = *bond->getBeginAtom(), &b = *bond->getEndAtom();
    if (!(isSingle(*bond) || bond->getIsAromatic()) || isInRing(molecule, *bond)) continue;
    if (!mayRotate(molecule, a) || !mayRotate(molecule, b)) continue;
    count += !isNextToAmide(molecule, a) || !isNextToAmide(molecule, b);
  }
  return count;
}

}  // namespace crdkit
