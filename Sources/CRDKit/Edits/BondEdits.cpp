#include "GraphEdits.hpp"

#include <algorithm>

using RDKit::Bond;
using RDKit::RWMol;

namespace crdkit::edits {

bool changeBond(RWMol &molecule, Draws &draws) {
  struct Change {
    Bond *bond;
    int order;
  };
  std::vector<Change> changes;
  for (auto bond : molecule.bonds()) {
    const int now = order(*bond);
    if (now == 0 || !isOrdinary(*bond->getBeginAtom()) || !isOrdinary(*bond->getEndAtom())) continue;
    const int more = std::min(room(molecule, *bond->getBeginAtom()), room(molecule, *bond->getEndAtom()));
    for (int other = 1; other <= std::min(3, now + more); ++other) {
      if (other != now) changes.push_back({bond, other});
    }
  }
  if (changes.empty()) return false;
  const Change change = draws.from(changes);
  change.bond->setBondType(bondType(change.order));
  change.bond->setStereo(Bond::STEREONONE);
  return true;
}

}  // namespace crdkit::edits

int crdkit_crossover_smiles(const char *first, const char *second, uint64_t seed, char **result, char **error) {
  return crdkit::edits::drawn(result, error, [&]() -> std::optional<std::string> {
    crdkit::edits::Draws draws(seed);
    /// A part of a molecule that hangs on a bond to be made anew: the molecule, the parts' atoms, and the one that had the
    /// bond.
    struct Part {
      std::unique_ptr<RWMol> molecule;
      int atom;
    };
    const auto part = [&](const char *smiles) -> std::optional<Part> {
      auto molecule = crdkit::edits::opened(std::string(smiles));
      std::vector<const Bond *> bonds;
      for (const auto bond : molecule->bonds()) {
        if (crdkit::edits::order(*bond) == 1 && !crdkit::edits::isInRing(*molecule, *bond)) bonds.push_back(bond);
      }
      if (bonds.empty()) return std::nullopt;
      const Bond *bond = draws.from(bonds);
      int kept = static_cast<int>(bond->getBeginAtomIdx()), lost = static_cast<int>(bond->getEndAtomIdx());
      if (draws.below(2) == 1) std::swap(kept, lost);
      const auto others = crdkit::edits::side(*molecule, lost, kept);
      molecule->removeBond(kept, lost);
      const auto atom = molecule->getAtomWithIdx(kept);
      crdkit::edits::remove(*molecule, others);
      return Part{std::move(molecule), static_cast<int>(atom->getIdx())};
    };
    auto one = part(first);
    if (!one) return std::nullopt;
    const auto other = part(second);
    if (!other) return std::nullopt;
    const auto offset = one->molecule->getNumAtoms();
    one->molecule->insertMol(*other->molecule);
    one->molecule->addBond(one->atom, offset + other->atom, Bond::SINGLE);
    return crdkit::edits::closed(*one->molecule);
  });
}
