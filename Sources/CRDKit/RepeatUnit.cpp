#include "RepeatUnit.hpp"

#include <GraphMol/MolOps.h>
#include <GraphMol/RingInfo.h>
#include <GraphMol/SmilesParse/SmilesWrite.h>

#include <algorithm>

namespace {

using RDKit::Atom;
using RDKit::Bond;
using RDKit::RWMol;

/// A double bond with its configuration, and the atoms that the configuration refers to.
struct DoubleBond {
  unsigned int begin, end, beginSide, endSide;
  Bond::BondStereo stereo;
};

bool isEnd(const RWMol &unit, const Atom &atom) {
  if (atom.getAtomicNum() != 0 || atom.getDegree() != 1 || atom.getIsotope() != 0 || atom.getFormalCharge() != 0) return false;
  const auto bond = *unit.getAtomBonds(&atom).first;
  return unit[bond]->getBondType() == Bond::SINGLE;
}

/// The two ends; empty if there are not exactly two.
std::vector<int> ends(const RWMol &unit) {
  std::vector<int> ends;
  for (const auto atom : unit.atoms()) {
    if (atom->getAtomicNum() != 0) continue;
    if (!isEnd(unit, *atom) || ends.size() == 2) return {};
    ends.push_back(static_cast<int>(atom->getIdx()));
  }
  return ends.size() == 2 ? ends : std::vector<int>{};
}

/// Removes the bond of two atoms and corrects the parity of a stereocentre, whose new last neighbour will take the
/// place of the old one.
void release(RWMol &unit, unsigned int a, unsigned int b) {
  for (const unsigned int index : {a, b}) {
    const auto other = index == a ? b : a;
    auto atom = unit.getAtomWithIdx(index);
    unsigned int place = 0, count = 0;
    for (const auto neighbour : unit.atomNeighbors(atom)) {
      if (neighbour->getIdx() == other) place = count;
      ++count;
    }
    if ((count - 1 - place) % 2 == 1) atom->invertChirality();
  }
  unit.removeBond(a, b);
}

std::vector<DoubleBond> doubleBonds(const RWMol &unit) {
  std::vector<DoubleBond> found;
  for (const auto bond : unit.bonds()) {
    const auto &sides = bond->getStereoAtoms();
    if (bond->getStereo() <= Bond::STEREOANY || sides.size() != 2) continue;
    const bool isCis = bond->getStereo() == Bond::STEREOZ || bond->getStereo() == Bond::STEREOCIS;
    found.push_back(
      {bond->getBeginAtomIdx(), bond->getEndAtomIdx(), static_cast<unsigned int>(sides[0]),
       static_cast<unsigned int>(sides[1]), isCis ? Bond::STEREOCIS : Bond::STEREOTRANS});
  }
  return found;
}

/// The unit whose chain is cut between `left` and `right`, and joined at the earlier cut.
std::string recut(const RWMol &unit, const std::vector<int> &path, size_t place) {
  RWMol other(unit);
  const auto atom = [&](size_t index) { return static_cast<unsigned int>(path[index]); };
  const unsigned int firstEnd = atom(0), first = atom(1), last = atom(path.size() - 2), lastEnd = atom(path.size() - 1);
  const unsigned int left = atom(place), right = atom(place + 1);
  auto stereo = doubleBonds(other);
  // The configurations are set again below; the marks of the single bonds beside them are removed.
  for (auto bond : other.bonds()) {
    bond->setBondDir(Bond::NONE);
    bond->setStereo(Bond::STEREONONE);
    bond->getStereoAtoms().clear();
  }
  release(other, firstEnd, first);
  release(other, last, lastEnd);
  other.addBond(first, last, Bond::SINGLE);
  release(other, left, right);
  other.addBond(left, lastEnd, Bond::SINGLE);
  other.addBond(right, firstEnd, Bond::SINGLE);
  const auto replaced = [&](unsigned int centre, unsigned int side) {
    if (side == firstEnd) side = last;
    else if (side == lastEnd) side = first;
    if (centre == left && side == right) return lastEnd;
    if (centre == right && side == left) return firstEnd;
    return side;
  };
  for (const auto &one : stereo) {
    auto bond = other.getBondBetweenAtoms(one.begin, one.end);
    bond->setStereoAtoms(replaced(one.begin, one.beginSide), replaced(one.end, one.endSide));
    bond->setStereo(one.stereo);
  }
  other.clearComputedProps();
  RDKit::MolOps::sanitizeMol(other);
  other.setProp(RDKit::common_properties::_StereochemDone, 1, true);
  return RDKit::MolToSmiles(other);
}

}  // namespace

std::vector<std::string> crdkit::otherRepeatUnits(const RWMol &unit) {
  const auto stars = ends(unit);
  if (stars.empty()) return {};
  const auto list = RDKit::MolOps::getShortestPath(unit, stars[0], stars[1]);
  const std::vector<int> path(list.begin(), list.end());
  std::vector<std::string> others;
  for (size_t place = 1; place + 2 < path.size(); ++place) {
    const auto bond =
      unit.getBondBetweenAtoms(static_cast<unsigned int>(path[place]), static_cast<unsigned int>(path[place + 1]));
    if (bond->getBondType() != Bond::SINGLE || unit.getRingInfo()->numBondRings(bond->getIdx()) > 0) continue;
    // In a chain of two atoms the new bond replaces the cut one: the unit is reversed and stays the same.
    if (path.size() == 4) continue;
    others.push_back(recut(unit, path, place));
  }
  return others;
}
