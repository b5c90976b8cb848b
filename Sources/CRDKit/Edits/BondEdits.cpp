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
