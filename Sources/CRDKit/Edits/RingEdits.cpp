#include "GraphEdits.hpp"

#include <GraphMol/MolOps.h>
#include <GraphMol/RingInfo.h>

#include <algorithm>

using RDKit::Atom;
using RDKit::Bond;
using RDKit::RWMol;

namespace crdkit::edits {

namespace {

/// The distances in bonds from an atom; -1 beyond `most`.
std::vector<int> distances(const RWMol &molecule, int from, int most) {
  std::vector<int> result(molecule.getNumAtoms(), -1);
  std::vector<int> found{from};
  result[from] = 0;
  for (size_t next = 0; next < found.size(); ++next) {
    const int distance = result[found[next]] + 1;
    if (distance > most) break;
    for (const auto neighbour : molecule.atomNeighbors(molecule.getAtomWithIdx(found[next]))) {
      const int index = static_cast<int>(neighbour->getIdx());
      if (result[index] >= 0) continue;
      result[index] = distance;
      found.push_back(index);
    }
  }
  return result;
}

}  // namespace

bool closeRing(RWMol &molecule, Draws &draws) {
  // The size is drawn first; rings of five and six atoms are the most frequent.
  static const std::vector<int> sizes{3, 4, 5, 5, 5, 5, 6, 6, 6, 6, 6, 7};
  const int distance = draws.from(sizes) - 1;
  std::vector<std::pair<int, int>> pairs;
  for (const auto atom : molecule.atoms()) {
    if (room(molecule, *atom) == 0) continue;
    const int from = static_cast<int>(atom->getIdx());
    const auto far = distances(molecule, from, distance);
    for (int to = from + 1; to < static_cast<int>(far.size()); ++to) {
      if (far[to] == distance && room(molecule, *molecule.getAtomWithIdx(to)) > 0) pairs.emplace_back(from, to);
    }
  }
  if (pairs.empty()) return false;
  const auto [from, to] = draws.from(pairs);
  molecule.addBond(from, to, Bond::SINGLE);
  return true;
}

bool openRing(RWMol &molecule, Draws &draws) {
  std::vector<std::pair<unsigned int, unsigned int>> bonds;
  for (const auto bond : molecule.bonds()) {
    if (order(*bond) == 1 && isInRing(molecule, *bond)) {
      bonds.emplace_back(bond->getBeginAtomIdx(), bond->getEndAtomIdx());
    }
  }
  if (bonds.empty()) return false;
  const auto [first, second] = draws.from(bonds);
  molecule.removeBond(first, second);
  return true;
}

bool aromatize(RWMol &molecule, Draws &draws) {
  RDKit::MolOps::symmetrizeSSSR(molecule);
  struct Ring {
    std::vector<int> atoms;
    int start;
  };
  std::vector<Ring> rings;
  for (const auto &atoms : molecule.getRingInfo()->atomRings()) {
    const int size = static_cast<int>(atoms.size());
    if (size != 5 && size != 6) continue;
    bool isBare = true;
    for (int place = 0; place < size; ++place) {
      const auto bond = molecule.getBondBetweenAtoms(atoms[place], atoms[(place + 1) % size]);
      isBare = isBare && order(*bond) == 1;
    }
    if (!isBare) continue;
    // Two or three double bonds, beginning at a start; in a ring of five the atom before it contributes its lone pair.
    for (int start = 0; start < (size == 5 ? 5 : 2); ++start) {
      bool fits = true;
      for (int place = 0; place < (size == 5 ? 4 : 6); ++place) {
        fits = fits && room(molecule, *molecule.getAtomWithIdx(atoms[(start + place) % size])) > 0;
      }
      if (size == 5) {
        const int element = molecule.getAtomWithIdx(atoms[(start + 4) % size])->getAtomicNum();
        fits = fits && (element == 7 || element == 8 || element == 16);
      }
      if (fits) rings.push_back({atoms, start});
    }
  }
  if (rings.empty()) return false;
  const Ring ring = draws.from(rings);
  const int size = static_cast<int>(ring.atoms.size());
  for (int place = 0; place + 1 < size; place += 2) {
    const int first = ring.atoms[(ring.start + place) % size], second = ring.atoms[(ring.start + place + 1) % size];
    molecule.getBondBetweenAtoms(first, second)->setBondType(Bond::DOUBLE);
    molecule.getAtomWithIdx(first)->setChiralTag(Atom::CHI_UNSPECIFIED);
    molecule.getAtomWithIdx(second)->setChiralTag(Atom::CHI_UNSPECIFIED);
  }
  return true;
}

bool fuseBenzene(RWMol &molecule, Draws &draws) {
  // The shared bond is a double bond of the ring, or a single bond that can become one.
  std::vector<Bond *> bonds;
  for (auto bond : molecule.bonds()) {
    const int now = order(*bond);
    if ((now != 1 && now != 2) || !isInRing(molecule, *bond)) continue;
    const int needed = now == 2 ? 1 : 2;
    if (room(molecule, *bond->getBeginAtom()) >= needed && room(molecule, *bond->getEndAtom()) >= needed) {
      bonds.push_back(bond);
    }
  }
  if (bonds.empty()) return false;
  Bond *bond = draws.from(bonds);
  bond->setBondType(Bond::DOUBLE);
  const unsigned int from = bond->getBeginAtomIdx(), to = bond->getEndAtomIdx();
  unsigned int last = from;
  for (int place = 0; place < 4; ++place) {
    // Sometimes a nitrogen.
    const auto atom = molecule.addAtom(new Atom(draws.below(8) == 0 ? 7 : 6), false, true);
    molecule.addBond(last, atom, place % 2 == 0 ? Bond::SINGLE : Bond::DOUBLE);
    last = atom;
  }
  molecule.addBond(last, to, Bond::SINGLE);
  return true;
}

}  // namespace crdkit::edits
