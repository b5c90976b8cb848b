#include "GraphEdits.hpp"

#include <GraphMol/MolOps.h>
#include <GraphMol/RingInfo.h>

#include <algorithm>
#include <utility>

using RDKit::Atom;
using RDKit::Bond;
using RDKit::RWMol;

namespace crdkit::edits {

namespace {

/// The remaining part of a molecule, and the atoms whose bonds were cut: one, or two of a ring.
struct Part {
  std::unique_ptr<RWMol> molecule;
  std::vector<int> ends;
};

/// Keeps the part that is connected to some atoms once bonds are cut.
Part kept(std::unique_ptr<RWMol> molecule, const std::vector<int> &ends, const std::vector<int> &others) {
  std::vector<const Atom *> atoms;
  for (const int end : ends) atoms.push_back(molecule->getAtomWithIdx(static_cast<unsigned int>(end)));
  remove(*molecule, others);
  Part part{std::move(molecule), {}};
  for (const auto atom : atoms) part.ends.push_back(static_cast<int>(atom->getIdx()));
  return part;
}

/// One of the two parts after cutting a single bond outside rings.
std::optional<Part> partOfChain(const char *smiles, Draws &draws) {
  auto molecule = opened(std::string(smiles));
  std::vector<const Bond *> bonds;
  for (const auto bond : molecule->bonds()) {
    if (order(*bond) == 1 && !isInRing(*molecule, *bond)) bonds.push_back(bond);
  }
  if (bonds.empty()) return std::nullopt;
  const Bond *bond = draws.from(bonds);
  int stays = static_cast<int>(bond->getBeginAtomIdx()), goes = static_cast<int>(bond->getEndAtomIdx());
  if (draws.below(2) == 1) std::swap(stays, goes);
  const auto others = side(*molecule, goes, stays);
  molecule->removeBond(static_cast<unsigned int>(stays), static_cast<unsigned int>(goes));
  return kept(std::move(molecule), {stays}, others);
}

/// One of the two parts after cutting two single bonds of a ring, with two different ends.
std::optional<Part> partOfRing(const char *smiles, Draws &draws) {
  auto molecule = opened(std::string(smiles));
  RDKit::MolOps::symmetrizeSSSR(*molecule);
  const auto &rings = molecule->getRingInfo()->bondRings();
  if (rings.empty()) return std::nullopt;
  std::vector<std::pair<int, int>> bonds;
  for (const int index : draws.from(rings)) {
    const auto bond = molecule->getBondWithIdx(static_cast<unsigned int>(index));
    if (order(*bond) == 1) bonds.emplace_back(bond->getBeginAtomIdx(), bond->getEndAtomIdx());
  }
  if (bonds.size() < 2) return std::nullopt;
  draws.shuffle(bonds);
  for (int place = 0; place < 2; ++place) {
    molecule->removeBond(static_cast<unsigned int>(bonds[place].first), static_cast<unsigned int>(bonds[place].second));
  }
  int first = bonds[0].first, lost = bonds[0].second;
  if (draws.below(2) == 1) std::swap(first, lost);
  const auto others = side(*molecule, lost, first);
  const auto isOther = [&](int atom) { return std::find(others.begin(), others.end(), atom) != others.end(); };
  // Bonds of other rings may still connect the two parts.
  const bool isFirstLost = isOther(bonds[1].first), isSecondLost = isOther(bonds[1].second);
  if (isFirstLost == isSecondLost) return std::nullopt;
  const int second = isFirstLost ? bonds[1].second : bonds[1].first;
  if (first == second) return std::nullopt;
  return kept(std::move(molecule), {first, second}, others);
}

}  // namespace

}  // namespace crdkit::edits

int crdkit_crossover_smiles(const char *first, const char *second, uint64_t seed, char **result, char **error) {
  return crdkit::edits::drawn(result, error, [&]() -> std::optional<std::string> {
    namespace edits = crdkit::edits;
    edits::Draws draws(seed);
    const bool isOfRings = draws.below(2) == 0;
    const auto part = [&](const char *smiles) {
      return isOfRings ? edits::partOfRing(smiles, draws) : edits::partOfChain(smiles, draws);
    };
    auto one = part(first);
    if (!one) return std::nullopt;
    const auto other = part(second);
    if (!other) return std::nullopt;
    const auto offset = static_cast<int>(one->molecule->getNumAtoms());
    one->molecule->insertMol(*other->molecule);
    for (size_t end = 0; end < one->ends.size(); ++end) {
      one->molecule->addBond(
        static_cast<unsigned int>(one->ends[end]), static_cast<unsigned int>(offset + other->ends[end]), Bond::SINGLE);
    }
    return edits::closed(*one->molecule);
  });
}
