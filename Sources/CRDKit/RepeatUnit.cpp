#include "RepeatUnit.hpp"

#include <GraphMol/MolOps.h>
#include <GraphMol/RingInfo.h>
#include <GraphMol/SmilesParse/SmilesWrite.h>

#include <algorithm>

using RDKit::Atom;
using RDKit::Bond;
using RDKit::RWMol;

namespace {

bool isEnd(const RWMol &unit, const Atom &atom) {
  if (atom.getAtomicNum() != 0 || atom.getDegree() != 1 || atom.getIsotope() != 0 || atom.getFormalCharge() != 0) return false;
  const auto bond = *unit.getAtomBonds(&atom).first;
  return unit[bond]->getBondType() == Bond::SINGLE;
}

/// The unit whose chain is cut after a place of the path, and joined at the earlier cut.
std::string recut(const RWMol &unit, const std::vector<int> &path, size_t place) {
  RWMol other(unit);
  const auto atom = [&](size_t index) { return static_cast<unsigned int>(path[index]); };
  const unsigned int firstEnd = atom(0), first = atom(1), last = atom(path.size() - 2), lastEnd = atom(path.size() - 1);
  const unsigned int left = atom(place), right = atom(place + 1);
  auto stereo = crdkit::takenDoubleBonds(other);
  crdkit::release(other, firstEnd, first);
  crdkit::release(other, last, lastEnd);
  other.addBond(first, last, Bond::SINGLE);
  crdkit::release(other, left, right);
  other.addBond(left, lastEnd, Bond::SINGLE);
  other.addBond(right, firstEnd, Bond::SINGLE);
  const auto replaced = [&](unsigned int centre, unsigned int side) {
    if (side == firstEnd) side = last;
    else if (side == lastEnd) side = first;
    if (centre == left && side == right) return lastEnd;
    if (centre == right && side == left) return firstEnd;
    return side;
  };
  for (auto &one : stereo) {
    one.beginSide = replaced(one.begin, one.beginSide);
    one.endSide = replaced(one.end, one.endSide);
  }
  crdkit::setDoubleBonds(other, stereo);
  return crdkit::writtenUnit(other);
}

/// The unit of a chain with two backbone pieces, cut at its other bond: the same graph, in which the neighbours of each
/// piece in the chain have changed places.
std::string swapped(const RWMol &unit, const std::vector<int> &path) {
  RWMol other(unit);
  const auto first = static_cast<unsigned int>(path[1]), last = static_cast<unsigned int>(path[path.size() - 2]);
  const auto stereo = crdkit::takenDoubleBonds(other);
  for (const auto index : {first, last}) other.getAtomWithIdx(index)->invertChirality();
  for (const auto &one : stereo) {
    const bool isBeside = std::count_if(path.begin(), path.end(), [&](int index) {
      const auto atom = static_cast<unsigned int>(index);
      return (atom == one.beginSide && (one.begin == first || one.begin == last)) ||
             (atom == one.endSide && (one.end == first || one.end == last));
    }) % 2 == 1;
    const auto opposite = one.stereo == Bond::STEREOCIS ? Bond::STEREOTRANS : Bond::STEREOCIS;
    auto bond = other.getBondBetweenAtoms(one.begin, one.end);
    bond->setStereoAtoms(one.beginSide, one.endSide);
    bond->setStereo(isBeside ? opposite : one.stereo);
  }
  return crdkit::writtenUnit(other);
}

/// The part of the chain between two cuts, each named by the place in the path that it follows; 0 and the last but one are
/// the ends. The ends of the part are labelled by their sides, so that it is read in one direction.
std::string part(const RWMol &unit, const std::vector<int> &path, size_t from, size_t to, bool isLabelled) {
  RWMol other(unit);
  auto stereo = crdkit::takenDoubleBonds(other);
  unsigned int leftEnd = static_cast<unsigned int>(path[0]), rightEnd = static_cast<unsigned int>(path.back());
  const auto cut = [&](size_t place) {
    const auto left = static_cast<unsigned int>(path[place]), right = static_cast<unsigned int>(path[place + 1]);
    crdkit::release(other, left, right);
    const auto afterLeft = other.addAtom(new Atom(0), false, true);
    other.addBond(left, afterLeft, Bond::SINGLE);
    const auto beforeRight = other.addAtom(new Atom(0), false, true);
    other.addBond(right, beforeRight, Bond::SINGLE);
    for (auto &one : stereo) {
      for (const auto &[centre, side] : {std::pair{one.begin, &one.beginSide}, {one.end, &one.endSide}}) {
        if (centre == left && *side == right) *side = afterLeft;
        else if (centre == right && *side == left) *side = beforeRight;
      }
    }
    return std::pair{afterLeft, beforeRight};
  };
  if (from > 0) leftEnd = cut(from).second;
  if (to + 2 < path.size()) rightEnd = cut(to).first;
  if (isLabelled) {
    other.getAtomWithIdx(leftEnd)->setIsotope(1);
    other.getAtomWithIdx(rightEnd)->setIsotope(2);
  }
  crdkit::setDoubleBonds(other, stereo);
  other.clearComputedProps();
  RDKit::MolOps::sanitizeMol(other);
  std::vector<std::vector<int>> indices;
  const auto components = RDKit::MolOps::getMolFrags(other, false, nullptr, &indices);
  for (size_t component = 0; component < components.size(); ++component) {
    const auto &own = indices[component];
    if (std::find(own.begin(), own.end(), path[from + 1]) == own.end()) continue;
    components[component]->setProp(RDKit::common_properties::_StereochemDone, 1, true);
    return RDKit::MolToSmiles(*components[component]);
  }
  throw std::logic_error("a part of a repeat unit has no atoms");
}

/// The smallest number of backbone pieces after which the chain repeats itself, with its direction and configurations.
/// `cuts` are the places of all cuts, the ends included.
size_t period(const RWMol &unit, const std::vector<int> &path, const std::vector<size_t> &cuts) {
  const size_t count = cuts.size() - 1;
  std::vector<std::string> pieces;
  for (size_t piece = 0; piece < count; ++piece) pieces.push_back(part(unit, path, cuts[piece], cuts[piece + 1], true));
  for (size_t length = 1; length < count; ++length) {
    if (count % length == 0 && std::equal(pieces.begin() + static_cast<std::ptrdiff_t>(length), pieces.end(), pieces.begin()))
      return length;
  }
  return count;
}

}  // namespace

std::vector<int> crdkit::unitEnds(const RWMol &unit) {
  std::vector<int> ends;
  for (const auto atom : unit.atoms()) {
    if (atom->getAtomicNum() != 0) continue;
    if (!isEnd(unit, *atom) || ends.size() == 2) return {};
    ends.push_back(static_cast<int>(atom->getIdx()));
  }
  if (ends.size() != 2) return {};
  return RDKit::MolOps::getShortestPath(unit, ends[0], ends[1]).size() > 2 ? ends : std::vector<int>{};
}

std::vector<int> crdkit::backbone(const RWMol &unit, const std::vector<int> &ends) {
  const auto list = RDKit::MolOps::getShortestPath(unit, ends[0], ends[1]);
  return {list.begin(), list.end()};
}

void crdkit::release(RWMol &molecule, unsigned int a, unsigned int b) {
  for (const unsigned int index : {a, b}) {
    const auto other = index == a ? b : a;
    auto atom = molecule.getAtomWithIdx(index);
    unsigned int place = 0, count = 0;
    for (const auto neighbour : molecule.atomNeighbors(atom)) {
      if (neighbour->getIdx() == other) place = count;
      ++count;
    }
    if ((count - 1 - place) % 2 == 1) atom->invertChirality();
  }
  molecule.removeBond(a, b);
}

std::vector<crdkit::DoubleBond> crdkit::takenDoubleBonds(RWMol &molecule) {
  std::vector<DoubleBond> found;
  for (auto bond : molecule.bonds()) {
    const auto sides = bond->getStereoAtoms();
    if (bond->getStereo() > Bond::STEREOANY && sides.size() == 2) {
      const bool isCis = bond->getStereo() == Bond::STEREOZ || bond->getStereo() == Bond::STEREOCIS;
      found.push_back(
        {bond->getBeginAtomIdx(), bond->getEndAtomIdx(), static_cast<unsigned int>(sides[0]),
         static_cast<unsigned int>(sides[1]), isCis ? Bond::STEREOCIS : Bond::STEREOTRANS});
    }
    bond->setBondDir(Bond::NONE);
    bond->setStereo(Bond::STEREONONE);
    bond->getStereoAtoms().clear();
  }
  return found;
}

void crdkit::setDoubleBonds(RWMol &molecule, const std::vector<DoubleBond> &bonds) {
  for (const auto &one : bonds) {
    auto bond = molecule.getBondBetweenAtoms(one.begin, one.end);
    bond->setStereoAtoms(one.beginSide, one.endSide);
    bond->setStereo(one.stereo);
  }
}

std::string crdkit::writtenUnit(RWMol &molecule) {
  molecule.clearComputedProps();
  RDKit::MolOps::sanitizeMol(molecule);
  molecule.setProp(RDKit::common_properties::_StereochemDone, 1, true);
  return RDKit::MolToSmiles(molecule);
}

std::vector<std::string> crdkit::repeatUnits(const RWMol &unit) {
  const auto ends = unitEnds(unit);
  if (ends.empty()) return {};
  const auto path = backbone(unit, ends);
  // The cuts follow these places of the path: the end before the first atom, bonds of the backbone, the other end.
  std::vector<size_t> cuts{0};
  for (size_t place = 1; place + 2 < path.size(); ++place) {
    const auto bond =
      unit.getBondBetweenAtoms(static_cast<unsigned int>(path[place]), static_cast<unsigned int>(path[place + 1]));
    if (bond->getBondType() == Bond::SINGLE && unit.getRingInfo()->numBondRings(bond->getIdx()) == 0) cuts.push_back(place);
  }
  cuts.push_back(path.size() - 2);
  std::vector<int> components;
  const bool isWhole = RDKit::MolOps::getMolFrags(unit, components) == 1;
  const size_t count = cuts.size() - 1, length = isWhole ? period(unit, path, cuts) : count;
  if (length < count) {
    std::vector<std::string> units;
    for (size_t first = 0; first < length; ++first)
      units.push_back(part(unit, path, cuts[first], cuts[first + length], false));
    return units;
  }
  std::vector<std::string> units{RDKit::MolToSmiles(unit)};
  for (size_t cut = 1; cut < count; ++cut)
    // In a chain of two atoms the new bond replaces the cut one.
    units.push_back(path.size() == 4 ? swapped(unit, path) : recut(unit, path, cuts[cut]));
  return units;
}
