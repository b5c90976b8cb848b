// Chains of a few repeat units, with both ends closed.
#include "RepeatUnit.hpp"

#include <GraphMol/Chirality.h>
#include <GraphMol/MolOps.h>
#include <GraphMol/RingInfo.h>
#include <GraphMol/SmilesParse/SmilesParse.h>
#include <GraphMol/SmilesParse/SmilesWrite.h>

#include <algorithm>
#include <array>
#include <tuple>

using RDKit::Atom;
using RDKit::Bond;
using RDKit::RWMol;

namespace {

/// A centre of the backbone whose configuration the unit leaves open.
struct Centre {
  unsigned int atom;
  /// The parity of its neighbours in the order of its bonds, against the order of the neighbour before it in the chain, the
  /// one after it, and the others by their rank, the highest first.
  bool isOdd;
};

/// The rank of a neighbour by the rules of Cahn, Ingold and Prelog; hydrogens that were made explicit come last.
int rank(const RWMol &ranked, unsigned int atom) {
  unsigned int rank = 0;
  if (atom >= ranked.getNumAtoms()) return -1;
  return ranked.getAtomWithIdx(atom)->getPropIfPresent(RDKit::common_properties::_CIPRank, rank) ? static_cast<int>(rank) : 0;
}

/// Finds the centres, and makes their hydrogens explicit.
std::vector<Centre> openCentres(RWMol &unit, const std::vector<int> &path) {
  RWMol ranked(unit);
  // The two directions of the chain differ.
  ranked.getAtomWithIdx(static_cast<unsigned int>(path.front()))->setIsotope(1);
  ranked.getAtomWithIdx(static_cast<unsigned int>(path.back()))->setIsotope(2);
  RDKit::MolOps::assignStereochemistry(ranked, true, true, true);
  std::vector<unsigned int> atoms;
  std::vector<size_t> places;
  for (size_t place = 1; place + 1 < path.size(); ++place) {
    const auto index = static_cast<unsigned int>(path[place]);
    const auto atom = ranked.getAtomWithIdx(index);
    if (!atom->hasProp(RDKit::common_properties::_ChiralityPossible) || atom->getChiralTag() != Atom::CHI_UNSPECIFIED ||
        ranked.getRingInfo()->numAtomRings(index) > 0 || atom->getDegree() + atom->getTotalNumHs() != 4)
      continue;
    atoms.push_back(index);
    places.push_back(place);
  }
  if (atoms.empty()) return {};
  RDKit::MolOps::addHs(unit, false, false, &atoms);
  std::vector<Centre> centres;
  for (size_t number = 0; number < atoms.size(); ++number) {
    const auto place = places[number];
    std::vector<unsigned int> order;
    for (const auto neighbour : unit.atomNeighbors(unit.getAtomWithIdx(atoms[number]))) order.push_back(neighbour->getIdx());
    if (order.size() != 4) continue;
    const auto before = static_cast<unsigned int>(path[place - 1]), after = static_cast<unsigned int>(path[place + 1]);
    std::vector<unsigned int> others;
    for (const auto atom : order)
      if (atom != before && atom != after) others.push_back(atom);
    if (rank(ranked, others[0]) < rank(ranked, others[1])) std::swap(others[0], others[1]);
    const std::array<unsigned int, 4> wanted{before, after, others[0], others[1]};
    int inversions = 0;
    for (size_t a = 0; a < 4; ++a)
      for (size_t b = a + 1; b < 4; ++b)
        inversions += std::find(order.begin(), order.end(), wanted[a]) > std::find(order.begin(), order.end(), wanted[b]);
    centres.push_back({atoms[number], inversions % 2 == 1});
  }
  return centres;
}

/// SplitMix64, one bit at a time.
class Coin {
  uint64_t state;

public:
  explicit Coin(uint64_t seed) : state(seed) {}

  bool toss() {
    state += 0x9e3779b97f4a7c15;
    uint64_t mixed = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return ((mixed ^ (mixed >> 31)) >> 63) == 1;
  }
};

/// Lets no configuration refer to a hydrogen at an end: it is that of the other neighbour, and there is none without one.
void leaveHydrogens(const RWMol &chain, std::vector<crdkit::DoubleBond> &bonds) {
  std::vector<crdkit::DoubleBond> left;
  for (auto one : bonds) {
    bool stays = true;
    for (const auto &[centre, partner, side] :
         {std::tuple{one.begin, one.end, &one.beginSide}, {one.end, one.begin, &one.endSide}}) {
      if (chain.getAtomWithIdx(*side)->getAtomicNum() != 1) continue;
      stays = false;
      for (const auto other : chain.atomNeighbors(chain.getAtomWithIdx(centre))) {
        if (other->getIdx() == partner || other->getAtomicNum() == 1) continue;
        *side = other->getIdx();
        one.stereo = one.stereo == Bond::STEREOCIS ? Bond::STEREOTRANS : Bond::STEREOCIS;
        stays = true;
      }
      if (!stays) break;
    }
    if (stays) left.push_back(one);
  }
  bonds = left;
}

/// Replaces an end by hydrogen or by a methyl group.
void close(RWMol &chain, unsigned int end, crdkit_chain_ends ends) {
  auto atom = chain.getAtomWithIdx(end);
  atom->setAtomicNum(ends == CRDKIT_ENDS_METHYL ? 6 : 1);
  atom->setNoImplicit(false);
}

}  // namespace

int crdkit_molecule_has_two_ends(const crdkit_molecule *molecule) {
  try {
    return crdkit::unitEnds(*molecule->value).empty() ? 0 : 1;
  } catch (...) {
    return 0;
  }
}

char *crdkit_molecule_oligomer(
  const crdkit_molecule *molecule, int units, crdkit_chain_ends ends, crdkit_tacticity tacticity, uint64_t seed,
  char **error) {
  return crdkit::guarded(error, static_cast<char *>(nullptr), [&] {
    RWMol unit(*molecule->value);
    const auto stars = crdkit::unitEnds(unit);
    if (stars.empty()) throw std::invalid_argument("it is no repeat unit, which has two ends '*' on single bonds");
    if (units < 1) throw std::invalid_argument("an oligomer has at least one unit");
    std::vector<int> components;
    if (RDKit::MolOps::getMolFrags(unit, components) > 1) throw std::invalid_argument("it has several components");
    const auto path = crdkit::backbone(unit, stars);
    const auto centres = tacticity == CRDKIT_TACTICITY_OPEN ? std::vector<Centre>{} : openCentres(unit, path);
    const auto ownBonds = crdkit::takenDoubleBonds(unit);
    const auto size = unit.getNumAtoms();
    const auto index = [&](size_t place) { return static_cast<unsigned int>(path[place]); };
    const unsigned int firstEnd = index(0), first = index(1), last = index(path.size() - 2), lastEnd = index(path.size() - 1);
    Coin coin(seed);
    RWMol chain;
    std::vector<crdkit::DoubleBond> bonds;
    for (unsigned int copy = 0; copy < static_cast<unsigned int>(units); ++copy) {
      for (const auto &centre : centres) {
        const bool isInverted = tacticity == CRDKIT_SYNDIOTACTIC ? copy % 2 == 1 : tacticity == CRDKIT_ATACTIC && coin.toss();
        unit.getAtomWithIdx(centre.atom)->setChiralTag(
          isInverted != centre.isOdd ? Atom::CHI_TETRAHEDRAL_CW : Atom::CHI_TETRAHEDRAL_CCW);
      }
      chain.insertMol(unit);
      const auto offset = copy * size;
      // The ends inside the chain are replaced by the atoms that they stand for.
      const bool hasBefore = copy > 0, hasAfter = copy + 1 < static_cast<unsigned int>(units);
      const auto inChain = [&](unsigned int atom) {
        if (atom == firstEnd && hasBefore) return last + offset - size;
        if (atom == lastEnd && hasAfter) return first + offset + size;
        return atom + offset;
      };
      for (const auto &one : ownBonds)
        bonds.push_back({one.begin + offset, one.end + offset, inChain(one.beginSide), inChain(one.endSide), one.stereo});
      if (!hasBefore) continue;
      crdkit::release(chain, last + offset - size, lastEnd + offset - size);
      crdkit::release(chain, firstEnd + offset, first + offset);
      chain.addBond(last + offset - size, first + offset, Bond::SINGLE);
    }
    close(chain, firstEnd, ends);
    close(chain, lastEnd + (static_cast<unsigned int>(units) - 1) * size, ends);
    leaveHydrogens(chain, bonds);
    crdkit::setDoubleBonds(chain, bonds);
    const auto text = crdkit::writtenUnit(chain);
    // The ends that were replaced have no bonds, and are components of their own.
    std::string written;
    for (size_t start = 0; start <= text.size();) {
      const auto dot = std::min(text.find('.', start), text.size());
      if (const auto component = text.substr(start, dot - start); component != "*") written = component;
      start = dot + 1;
    }
    return crdkit::copied(written);
  });
}
