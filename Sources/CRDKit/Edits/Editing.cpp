#include "Editing.hpp"
#include "../Reading.hpp"
#include "Recent.hpp"

#include <GraphMol/MolOps.h>
#include <GraphMol/RingInfo.h>
#include <GraphMol/SmilesParse/SmilesWrite.h>

#include <algorithm>

using RDKit::Atom;
using RDKit::Bond;
using RDKit::ROMol;
using RDKit::RWMol;

namespace crdkit::edits {

int usualValence(int element) {
  switch (element) {
    case 5: return 3;   // B
    case 6: return 4;   // C
    case 7: return 3;   // N
    case 8: return 2;   // O
    case 9: return 1;   // F
    case 14: return 4;  // Si
    case 15: return 3;  // P
    case 16: return 2;  // S
    case 17: return 1;  // Cl
    case 34: return 2;  // Se
    case 35: return 1;  // Br
    case 53: return 1;  // I
    default: return 0;
  }
}

bool isOrdinary(const Atom &atom) {
  return atom.getFormalCharge() == 0 && atom.getNumRadicalElectrons() == 0 && atom.getIsotope() == 0
         && usualValence(atom.getAtomicNum()) > 0;
}

std::unique_ptr<RWMol> opened(const ROMol &molecule) {
  auto copy = std::make_unique<RWMol>(molecule);
  RDKit::MolOps::Kekulize(*copy, true);
  for (auto atom : copy->atoms()) {
    if (isOrdinary(*atom)) {
      atom->setNumExplicitHs(0);
      atom->setNoImplicit(false);
    }
    atom->setAtomMapNum(0);
  }
  return copy;
}

std::unique_ptr<RWMol> opened(const std::string &smiles) {
  // Copying a molecule takes a small part of the time of reading it.
  thread_local Recent<std::unique_ptr<const RWMol>> recent;
  return std::make_unique<RWMol>(*recent.of(smiles, [](const std::string &text) {
    const auto molecule = readGraph(text);
    return opened(static_cast<const ROMol &>(*molecule));
  }));
}

int order(const Bond &bond) {
  switch (bond.getBondType()) {
    case Bond::SINGLE: return 1;
    case Bond::DOUBLE: return 2;
    case Bond::TRIPLE: return 3;
    default: return 0;
  }
}

Bond::BondType bondType(int order) { return order == 1 ? Bond::SINGLE : order == 2 ? Bond::DOUBLE : Bond::TRIPLE; }

int bondOrders(const RWMol &molecule, const Atom &atom) {
  int sum = 0;
  for (const auto bond : molecule.atomBonds(&atom)) sum += std::max(order(*bond), 1);
  return sum;
}

int room(const RWMol &molecule, const Atom &atom) {
  if (!isOrdinary(atom)) return 0;
  return std::max(0, usualValence(atom.getAtomicNum()) - bondOrders(molecule, atom));
}

std::vector<int> side(const RWMol &molecule, int from, int without) {
  std::vector<char> seen(molecule.getNumAtoms(), 0);
  seen[from] = seen[without] = 1;
  std::vector<int> found{from};
  for (size_t next = 0; next < found.size(); ++next) {
    for (const auto neighbour : molecule.atomNeighbors(molecule.getAtomWithIdx(found[next]))) {
      const int index = static_cast<int>(neighbour->getIdx());
      if (seen[index]) continue;
      seen[index] = 1;
      found.push_back(index);
    }
  }
  return found;
}

bool isInRing(const RWMol &molecule, const Bond &bond) {
  // In a ring one end can be reached from the other by another path.
  const int from = static_cast<int>(bond.getBeginAtomIdx()), to = static_cast<int>(bond.getEndAtomIdx());
  std::vector<char> seen(molecule.getNumAtoms(), 0);
  seen[from] = 1;
  std::vector<int> found{from};
  for (size_t next = 0; next < found.size(); ++next) {
    for (const auto neighbour : molecule.atomNeighbors(molecule.getAtomWithIdx(found[next]))) {
      const int index = static_cast<int>(neighbour->getIdx());
      if (found[next] == from && index == to) continue;
      if (index == to) return true;
      if (seen[index]) continue;
      seen[index] = 1;
      found.push_back(index);
    }
  }
  return false;
}

void remove(RWMol &molecule, std::vector<int> atoms) {
  std::sort(atoms.begin(), atoms.end(), std::greater<int>());
  for (const int atom : atoms) molecule.removeAtom(static_cast<unsigned int>(atom));
}

namespace {

/// Removes the stereochemistry of double bonds whose neighbours were removed, or whose ends have none.
void forgetLostStereo(RWMol &molecule) {
  for (auto bond : molecule.bonds()) {
    if (bond->getStereo() <= Bond::STEREOANY) continue;
    const auto atoms = bond->getStereoAtoms();
    const bool stays = bond->getBondType() == Bond::DOUBLE && atoms.size() == 2
                       && atoms[0] < static_cast<int>(molecule.getNumAtoms())
                       && atoms[1] < static_cast<int>(molecule.getNumAtoms())
                       && molecule.getBondBetweenAtoms(bond->getBeginAtomIdx(), atoms[0])
                       && molecule.getBondBetweenAtoms(bond->getEndAtomIdx(), atoms[1]);
    if (!stays) {
      bond->setStereo(Bond::STEREONONE);
      bond->getStereoAtoms().clear();
    }
  }
}

/// Structures that RDKit allows but that are not realistic: hydrogen on sulfur or phosphorus of a higher valence, and
/// triple or cumulated double bonds in rings of fewer than eight atoms.
bool couldExist(const RWMol &molecule) {
  for (const auto atom : molecule.atoms()) {
    const int element = atom->getAtomicNum();
    if ((element == 15 || element == 16) && atom->getTotalNumHs() > 0
        && static_cast<int>(atom->getTotalValence()) > usualValence(element)) {
      return false;
    }
  }
  const auto rings = molecule.getRingInfo();
  for (const auto bond : molecule.bonds()) {
    const auto index = bond->getIdx();
    if (rings->numBondRings(index) == 0 || rings->minBondRingSize(index) >= 8) continue;
    if (bond->getBondType() == Bond::TRIPLE) return false;
    if (bond->getBondType() != Bond::DOUBLE) continue;
    for (const auto end : {bond->getBeginAtom(), bond->getEndAtom()}) {
      if (end->getAtomicNum() != 6) continue;
      for (const auto other : molecule.atomBonds(end)) {
        if (other != bond && other->getBondType() == Bond::DOUBLE) return false;
      }
    }
  }
  return true;
}

}  // namespace

std::optional<std::string> closed(RWMol &molecule) {
  if (molecule.getNumAtoms() == 0) return std::nullopt;
  forgetLostStereo(molecule);
  for (auto atom : molecule.atoms()) {
    if (isOrdinary(*atom)) atom->setNumRadicalElectrons(0);
  }
  std::vector<int> component;
  if (RDKit::MolOps::getMolFrags(molecule, component) != 1) return std::nullopt;
  molecule.clearComputedProps();
  RDKit::MolOps::sanitizeMol(molecule);
  for (const auto atom : molecule.atoms()) {
    // An ordinary atom with too few bonds for its hydrogens would otherwise be a radical.
    if (isOrdinary(*atom) && atom->getNumRadicalElectrons() > 0) return std::nullopt;
  }
  RDKit::MolOps::assignStereochemistry(molecule, true, true);
  if (!couldExist(molecule)) return std::nullopt;
  return RDKit::MolToSmiles(molecule);
}

}  // namespace crdkit::edits
