#include "Pattern.hpp"

#include <GraphMol/QueryAtom.h>
#include <GraphMol/QueryBond.h>
#include <GraphMol/QueryOps.h>
#include <GraphMol/RingInfo.h>
#include <GraphMol/SmilesParse/SmilesParse.h>

#include <algorithm>

namespace crdkit {

namespace {

// MARK: Kinds

constexpr unsigned elements = 128, mostHydrogens = 4;

constexpr size_t kind(unsigned element, bool isAromatic, unsigned hydrogens, bool isInRing) {
  return ((std::min(hydrogens, mostHydrogens) * 2 + isInRing) * 2 + isAromatic) * elements + element % elements;
}

/// The kinds for which a condition is true.
template <typename Truth>
AtomKinds kindsWhere(const Truth &isTrue) {
  AtomKinds kinds;
  for (unsigned hydrogens = 0; hydrogens <= mostHydrogens; ++hydrogens)
    for (const bool isInRing : {false, true})
      for (const bool isAromatic : {false, true})
        for (unsigned element = 0; element < elements; ++element)
          kinds[kind(element, isAromatic, hydrogens, isInRing)] = isTrue(element, isAromatic, hydrogens, isInRing);
  return kinds;
}

/// Kinds of bonds: single, double, triple, aromatic and other, each outside and in rings.
size_t kind(const RDKit::Bond &bond) {
  const bool isInRing = bond.getOwningMol().getRingInfo()->numBondRings(bond.getIdx()) > 0;
  const bool isAromatic = bond.getBondType() == RDKit::Bond::AROMATIC;
  const size_t order = isAromatic != bond.getIsAromatic()              ? 4
                       : isAromatic                                    ? 3
                       : bond.getBondType() == RDKit::Bond::SINGLE     ? 0
                       : bond.getBondType() == RDKit::Bond::DOUBLE     ? 1
                       : bond.getBondType() == RDKit::Bond::TRIPLE     ? 2
                                                                       : 4;
  return order + (isInRing ? 5 : 0);
}

/// A bond of each usual kind, to test queries.
const std::vector<std::unique_ptr<RDKit::ROMol>> &usualBonds() {
  static const auto molecules = [] {
    std::vector<std::unique_ptr<RDKit::ROMol>> made;
    for (const auto smiles : {"CC", "C=C", "C#C", "C1CCCCCCC1", "C1=CCCCCCC1", "C1#CCCCCCC1", "c1ccccc1"})
      made.emplace_back(RDKit::SmilesToMol(std::string(smiles)));
    return made;
  }();
  return molecules;
}

/// Whether a query depends only on the kind of a bond.
bool asksForKindAlone(const RDKit::Bond::QUERYBOND_QUERY &query) {
  const std::string &name = query.getDescription();
  if (name == "BondAnd" || name == "BondOr")
    return std::all_of(
      query.beginChildren(), query.endChildren(), [](const auto &child) { return asksForKindAlone(*child); });
  return name == "BondNull" || name == "BondOrder" || name == "SingleOrAromaticBond" || name == "BondInRing";
}

}  // namespace

// MARK: Molecules

SearchedMolecule::SearchedMolecule(const RDKit::ROMol &molecule) : neighbours(molecule.getNumAtoms()) {
  for (const auto atom : molecule.atoms()) {
    const auto own = static_cast<uint16_t>(kind(
      static_cast<unsigned>(atom->getAtomicNum()), atom->getIsAromatic(), atom->getTotalNumHs(true),
      molecule.getRingInfo()->numAtomRings(atom->getIdx()) > 0));
    atoms.push_back(atom);
    kinds.push_back(own);
    const auto known =
      std::find_if(numbers.begin(), numbers.end(), [own](const auto &entry) { return entry.first == own; });
    if (known == numbers.end()) {
      numbers.emplace_back(own, 1);
    } else {
      ++known->second;
    }
  }
  for (const auto bond : molecule.bonds()) {
    const auto begin = static_cast<int>(bond->getBeginAtomIdx()), end = static_cast<int>(bond->getEndAtomIdx());
    neighbours[begin].push_back({end, bond, kind(*bond)});
    neighbours[end].push_back({begin, bond, kind(*bond)});
  }
}

int SearchedMolecule::count(const AtomKinds &wanted) const {
  int sum = 0;
  for (const auto &[own, number] : numbers) sum += wanted[own] ? number : 0;
  return sum;
}

// MARK: Conditions

namespace {

/// The kinds that a query for an element allows.
AtomKinds kindsOfElement(const RDKit::Atom::QUERYATOM_QUERY &query) {
  const int value = static_cast<const RDKit::ATOM_EQUALS_QUERY &>(query).getVal();
  int number = value;
  bool isAromatic = false;
  const bool isOfElement = query.getDescription() == "AtomAtomicNum";
  if (!isOfElement) RDKit::parseAtomType(value, number, isAromatic);
  const auto wanted = static_cast<unsigned>(number) % elements;
  return kindsWhere([&](unsigned element, bool aromatic, unsigned, bool) {
    return element == wanted && (isOfElement || aromatic == isAromatic);
  });
}

}  // namespace

Pattern::Condition::Condition(const Query &from) : isNegated(from.getNegation()), asked(&from) {
  const std::string &name = from.getDescription();
  if (name == "AtomNull" && !isNegated) {
    shape = kindAlone;
  } else if (name == "AtomAnd" || name == "AtomOr") {
    shape = name == "AtomAnd" ? all : any;
    if (shape == any) kinds.reset();
    bool isExact = true;
    for (auto child = from.beginChildren(); child != from.endChildren(); ++child) {
      parts.emplace_back(**child);
      kinds = shape == all ? kinds & parts.back().kinds : kinds | parts.back().kinds;
      isExact &= parts.back().shape == kindAlone;
    }
    if (isExact) {
      shape = kindAlone;
      if (isNegated) kinds.flip();
    } else if (isNegated) {
      kinds.set();
    }
    // The conditions that depend only on the kind have been tested by then.
    if (shape == all && !isNegated)
      parts.erase(
        std::remove_if(parts.begin(), parts.end(), [](const Condition &part) { return part.shape == kindAlone; }),
        parts.end());
  } else if (name == "AtomType" || name == "AtomAtomicNum") {
    shape = kindAlone;
    kinds = kindsOfElement(from);
    if (isNegated) kinds.flip();
  } else if (name == "AtomHCount" || name == "AtomInRing") {
    const int value = static_cast<const RDKit::ATOM_EQUALS_QUERY &>(from).getVal();
    const bool isOfRings = name == "AtomInRing";
    // Counts of hydrogens beyond those that kinds distinguish must be tested.
    const bool isExact = isOfRings || (value >= 0 && value < static_cast<int>(mostHydrogens));
    shape = isExact ? kindAlone : query;
    if (isExact) {
      kinds = kindsWhere([&](unsigned, bool, unsigned hydrogens, bool isInRing) {
        return (isOfRings ? static_cast<int>(isInRing) : static_cast<int>(hydrogens)) == value;
      });
      if (isNegated) kinds.flip();
    }
  } else if (name == "RecursiveStructure") {
    shape = recursive;
    pattern.emplace_back(*static_cast<const RDKit::RecursiveStructureQuery &>(from).getQueryMol());
    if (!isNegated) kinds = pattern.front().kinds();
  } else {
    shape = query;
  }
}

bool Pattern::Condition::allows(const SearchedMolecule &molecule, int atom) const {
  if (!kinds[molecule.kinds[atom]]) return false;
  return shape == kindAlone || allowsUnnegated(molecule, atom) != isNegated;
}

bool Pattern::Condition::allowsUnnegated(const SearchedMolecule &molecule, int atom) const {
  const auto allow = [&](const Condition &part) { return part.allows(molecule, atom); };
  switch (shape) {
    case kindAlone: return true;
    case query: return asked->Match(molecule.atoms[atom]) != isNegated;
    case all: return std::all_of(parts.begin(), parts.end(), allow);
    case any: return std::any_of(parts.begin(), parts.end(), allow);
    case recursive: return pattern.front().matches(molecule, atom);
  }
  return false;
}

Pattern::BondCondition::BondCondition(const RDKit::Bond *bond) : asked(bond) {
  open.set();
  if (!bond || !bond->hasQuery() || !asksForKindAlone(*bond->getQuery())) return;
  for (const auto &molecule : usualBonds()) {
    const auto usual = molecule->getBondWithIdx(0);
    open[kind(*usual)] = false;
    kinds[kind(*usual)] = bond->Match(usual);
  }
}

// MARK: Patterns

Pattern::Pattern(const RDKit::ROMol &pattern) {
  std::vector<int> places(pattern.getNumAtoms(), -1);
  std::vector<const RDKit::Atom *> order{pattern.getAtomWithIdx(0)};
  std::vector<bool> isUsed(pattern.getNumBonds(), false);
  const auto add = [&](const RDKit::Atom *atom, size_t from, const RDKit::Bond *bond) {
    places[atom->getIdx()] = static_cast<int>(steps.size());
    steps.push_back({atom->hasQuery() ? Condition(*atom->getQuery()) : Condition(), from, BondCondition(bond), {}});
  };
  add(order[0], 0, nullptr);
  // Breadth first: each atom follows one that it is bonded to.
  for (size_t step = 0; step < order.size(); ++step) {
    for (const auto bond : pattern.atomBonds(order[step])) {
      if (isUsed[bond->getIdx()]) continue;
      isUsed[bond->getIdx()] = true;
      const auto other = bond->getOtherAtom(order[step]);
      if (const int place = places[other->getIdx()]; place >= 0) {
        // The ring closes at the later of the two atoms.
        const auto there = static_cast<size_t>(place);
        steps[std::max(step, there)].closures.emplace_back(std::min(step, there), BondCondition(bond));
      } else {
        add(other, step, bond);
        order.push_back(other);
      }
    }
  }
  if (steps.size() != pattern.getNumAtoms()) throw std::invalid_argument("the pattern has several components");
  for (const auto &step : steps) {
    const AtomKinds &kinds = step.condition.kinds;
    const auto number = std::count_if(steps.begin(), steps.end(), [&](const Step &other) {
      return (other.condition.kinds & ~kinds).none();
    });
    needs.push_back({kinds, static_cast<int>(number)});
  }
}

template <typename Found>
bool Pattern::extend(const SearchedMolecule &molecule, std::vector<int> &matched, const Found &found) const {
  if (matched.size() == steps.size()) return found(matched);
  const Step &step = steps[matched.size()];
  for (const auto &neighbour : molecule.neighbours[matched[step.from]]) {
    const int next = neighbour.atom;
    if (std::find(matched.begin(), matched.end(), next) != matched.end()) continue;
    if (!step.condition.kinds[molecule.kinds[next]] || !step.bond.allows(neighbour)) continue;
    const auto closes = [&](const std::pair<size_t, BondCondition> &closure) {
      for (const auto &other : molecule.neighbours[next])
        if (other.atom == matched[closure.first]) return closure.second.allows(other);
      return false;
    };
    if (!std::all_of(step.closures.begin(), step.closures.end(), closes)) continue;
    if (!step.condition.allows(molecule, next)) continue;
    matched.push_back(next);
    const bool isEnough = extend(molecule, matched, found);
    matched.pop_back();
    if (isEnough) return true;
  }
  return false;
}

bool Pattern::matches(const SearchedMolecule &molecule, int atom) const {
  if (!steps.front().condition.allows(molecule, atom)) return false;
  if (steps.size() == 1) return true;
  std::vector<int> matched{atom};
  return extend(molecule, matched, [](const std::vector<int> &) { return true; });
}

int Pattern::count(const SearchedMolecule &molecule) const {
  for (const auto &need : needs)
    if (molecule.count(need.kinds) < need.number) return 0;
  const int atoms = static_cast<int>(molecule.atoms.size());
  if (steps.size() == 1) {
    int sum = 0;
    for (int atom = 0; atom < atoms; ++atom) sum += steps.front().condition.allows(molecule, atom);
    return sum;
  }
  std::vector<std::vector<int>> sets;
  std::vector<int> matched;
  for (int atom = 0; atom < atoms; ++atom) {
    if (!steps.front().condition.allows(molecule, atom)) continue;
    matched.assign(1, atom);
    extend(molecule, matched, [&](const std::vector<int> &all) {
      sets.push_back(all);
      std::sort(sets.back().begin(), sets.back().end());
      return false;
    });
  }
  std::sort(sets.begin(), sets.end());
  return static_cast<int>(std::unique(sets.begin(), sets.end()) - sets.begin());
}

bool Pattern::occurs(const SearchedMolecule &molecule, int least) const {
  for (const auto &need : needs)
    if (molecule.count(need.kinds) < need.number) return false;
  const int atoms = static_cast<int>(molecule.atoms.size());
  std::vector<std::vector<int>> sets;
  std::vector<int> matched;
  int found = 0;
  for (int atom = 0; atom < atoms; ++atom) {
    if (!steps.front().condition.allows(molecule, atom)) continue;
    if (steps.size() == 1) {
      if (++found >= least) return true;
      continue;
    }
    matched.assign(1, atom);
    const bool isEnough = extend(molecule, matched, [&](const std::vector<int> &all) {
      if (least == 1) return true;
      auto set = all;
      std::sort(set.begin(), set.end());
      if (std::find(sets.begin(), sets.end(), set) == sets.end()) sets.push_back(std::move(set));
      return static_cast<int>(sets.size()) >= least;
    });
    if (isEnough) return true;
  }
  return false;
}

}  // namespace crdkit
