#include "GraphEdits.hpp"

#include <GraphMol/PeriodicTable.h>

#include <sstream>

using RDKit::Atom;
using RDKit::Bond;
using RDKit::RWMol;

namespace crdkit::edits {

namespace {

/// The elements that can have a valence, with their multiplicities.
Elements fitting(const Elements &elements, int valence, int besides = 0) {
  Elements result;
  for (const int element : elements) {
    if (element != besides && usualValence(element) >= valence) result.push_back(element);
  }
  return result;
}

std::vector<Atom *> withRoom(const RWMol &molecule, int least) {
  std::vector<Atom *> atoms;
  for (auto atom : molecule.atoms()) {
    if (room(molecule, *atom) >= least) atoms.push_back(atom);
  }
  return atoms;
}

}  // namespace

bool changeElement(RWMol &molecule, const Elements &elements, Draws &draws) {
  std::vector<Atom *> atoms;
  for (auto atom : molecule.atoms()) {
    if (isOrdinary(*atom)) atoms.push_back(atom);
  }
  if (atoms.empty()) return false;
  Atom *atom = draws.from(atoms);
  const Elements others = fitting(elements, bondOrders(molecule, *atom), atom->getAtomicNum());
  if (others.empty()) return false;
  atom->setAtomicNum(draws.from(others));
  atom->setChiralTag(Atom::CHI_UNSPECIFIED);
  return true;
}

bool appendAtom(RWMol &molecule, const Elements &elements, Draws &draws) {
  const auto atoms = withRoom(molecule, 1);
  if (atoms.empty() || elements.empty()) return false;
  Atom *atom = draws.from(atoms);
  // Mostly a single bond, sometimes as high an order as possible.
  const int most = room(molecule, *atom);
  const size_t draw = draws.below(8);
  const int wanted = std::min(most, draw < 6 ? 1 : draw == 6 ? 2 : 3);
  const Elements others = fitting(elements, wanted);
  if (others.empty()) return false;
  const auto index = molecule.addAtom(new Atom(draws.from(others)), false, true);
  molecule.addBond(atom->getIdx(), index, bondType(wanted));
  return true;
}

bool insertAtom(RWMol &molecule, const Elements &elements, Draws &draws) {
  std::vector<std::pair<unsigned int, unsigned int>> bonds;
  for (const auto bond : molecule.bonds()) {
    if (order(*bond) == 1) bonds.emplace_back(bond->getBeginAtomIdx(), bond->getEndAtomIdx());
  }
  const Elements others = fitting(elements, 2);
  if (bonds.empty() || others.empty()) return false;
  const auto [first, second] = draws.from(bonds);
  molecule.removeBond(first, second);
  const auto index = molecule.addAtom(new Atom(draws.from(others)), false, true);
  molecule.addBond(first, index, Bond::SINGLE);
  molecule.addBond(index, second, Bond::SINGLE);
  return true;
}

bool deleteAtom(RWMol &molecule, Draws &draws) {
  std::vector<Atom *> atoms;
  for (auto atom : molecule.atoms()) {
    if (isOrdinary(*atom) && (atom->getDegree() == 1 || atom->getDegree() == 2)) atoms.push_back(atom);
  }
  if (atoms.empty() || molecule.getNumAtoms() < 2) return false;
  Atom *atom = draws.from(atoms);
  std::vector<unsigned int> neighbours;
  for (const auto neighbour : molecule.atomNeighbors(atom)) neighbours.push_back(neighbour->getIdx());
  if (neighbours.size() == 2) {
    if (molecule.getBondBetweenAtoms(neighbours[0], neighbours[1])) return false;
    molecule.addBond(neighbours[0], neighbours[1], Bond::SINGLE);
  }
  molecule.removeAtom(atom->getIdx());
  return true;
}

bool moveSubstituent(RWMol &molecule, Draws &draws) {
  struct Branch {
    unsigned int stays, leaves;
  };
  std::vector<Branch> branches;
  for (const auto bond : molecule.bonds()) {
    if (order(*bond) != 1 || isInRing(molecule, *bond)) continue;
    branches.push_back({bond->getBeginAtomIdx(), bond->getEndAtomIdx()});
    branches.push_back({bond->getEndAtomIdx(), bond->getBeginAtomIdx()});
  }
  if (branches.empty()) return false;
  const Branch branch = draws.from(branches);
  std::vector<unsigned int> places;
  for (const int index : side(molecule, static_cast<int>(branch.stays), static_cast<int>(branch.leaves))) {
    const auto place = static_cast<unsigned int>(index);
    if (place != branch.stays && room(molecule, *molecule.getAtomWithIdx(place)) > 0) places.push_back(place);
  }
  if (places.empty()) return false;
  molecule.removeBond(branch.stays, branch.leaves);
  molecule.addBond(draws.from(places), branch.leaves, Bond::SINGLE);
  return true;
}

}  // namespace crdkit::edits

int crdkit_edit_smiles(
  const char *smiles, crdkit_edit edit, const char *elements, uint64_t seed, char **result, char **error) {
  return crdkit::edits::drawn(result, error, [&]() -> std::optional<std::string> {
    const auto molecule = crdkit::edits::opened(std::string(smiles));
    crdkit::edits::Elements numbers;
    std::istringstream symbols(elements);
    for (std::string symbol; symbols >> symbol;) {
      numbers.push_back(RDKit::PeriodicTable::getTable()->getAtomicNumber(symbol));
    }
    crdkit::edits::Draws draws(seed);
    const auto edited = [&] {
      switch (edit) {
        case CRDKIT_EDIT_ELEMENT: return crdkit::edits::changeElement(*molecule, numbers, draws);
        case CRDKIT_EDIT_APPEND: return crdkit::edits::appendAtom(*molecule, numbers, draws);
        case CRDKIT_EDIT_INSERT: return crdkit::edits::insertAtom(*molecule, numbers, draws);
        case CRDKIT_EDIT_DELETE: return crdkit::edits::deleteAtom(*molecule, draws);
        case CRDKIT_EDIT_BOND: return crdkit::edits::changeBond(*molecule, draws);
        case CRDKIT_EDIT_RING_CLOSE: return crdkit::edits::closeRing(*molecule, draws);
        case CRDKIT_EDIT_RING_OPEN: return crdkit::edits::openRing(*molecule, draws);
        case CRDKIT_EDIT_AROMATIZE: return crdkit::edits::aromatize(*molecule, draws);
        case CRDKIT_EDIT_FUSE: return crdkit::edits::fuseBenzene(*molecule, draws);
        case CRDKIT_EDIT_MOVE: return crdkit::edits::moveSubstituent(*molecule, draws);
      }
      return false;
    };
    return edited() ? crdkit::edits::closed(*molecule) : std::nullopt;
  });
}
