#include "Pattern.hpp"

#include <GraphMol/QueryAtom.h>
#include <GraphMol/QueryBond.h>
#include <GraphMol/QueryOps.h>

#include <algorithm>

namespace crdkit {

// MARK: Molecules

SearchedMolecule::SearchedMolecule(const RDKit::ROMol &molecule) : neighbours(molecule.getNumAtoms()) {
  for (const auto atom : molecule.atoms()) {
    const auto kind = static_cast<uint8_t>((atom->getAtomicNum() & 127) + (atom->getIsAromatic() ? 128 : 0));
    atoms.push_back(atom);
    kinds.push_back(kind);
    const auto known =
      std::find_if(numbers.begin(), numbers.end(), [kind](const auto &entry) { return entry.first == kind; });
    if (known == numbers.end()) {
      numbers.emplace_back(kind, 1);
    } else {
      ++known->second;
    }
  }
  for (const auto bond : molecule.bonds()) {
    const auto begin = static_cast<int>(bond->getBeginAtomIdx()), end = static_cast<int>(bond->getEndAtomIdx());
    neighbours[begin].push_back({end, bond});
    neighbours[end].push_back({begin, bond});
  }
}

int SearchedMolecule::count(const AtomKinds &wanted) const {
  int sum = 0;
  for (const auto &[kind, number] : numbers) sum += wanted[kind] ? number : 0;
  return sum;
}

// MARK: Conditions

namespace {

/// The kinds that a query for an element allows.
AtomKinds kindsOfElement(const RDKit::Atom::QUERYATOM_QUERY &query) {
  const int value = static_cast<const RDKit::ATOM_EQUALS_QUERY &>(query).getVal();
  if (query.getDescription() == "AtomAtomicNum") return AtomKinds().set(value & 127).set((value & 127) + 128);
  int number = 0;
  bool isAromatic = false;
  RDKit::parseAtomType(value, number, isAromatic);
  return AtomKinds().set((number & 127) + (isAromatic ? 128 : 0));
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
    // What the kind alone says has been asked by then.
    if (shape == all && !isNegated)
      parts.erase(
        std::remove_if(parts.begin(), parts.end(), [](const Condition &part) { return part.shape == kindAlone; }),
        parts.end());
  } else if (name == "AtomType" || name == "AtomAtomicNum") {
    shape = kindAlone;
    kinds = kindsOfElement(from);
    if (isNegated) kinds.flip();
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

// MARK: Patterns

Pattern::Pattern(const RDKit::ROMol &pattern) {
  std::vector<int> places(pattern.getNumAtoms(), -1);
  std::vector<const RDKit::Atom *> order{pattern.getAtomWithIdx(0)};
  std::vector<bool> isUsed(pattern.getNumBonds(), false);
  const auto add = [&](const RDKit::Atom *atom, size_t from, const RDKit::Bond *bond) {
    places[atom->getIdx()] = static_cast<int>(steps.size());
    steps.push_back({atom->hasQuery() ? Condition(*atom->getQuery()) : Condition(), from, bond, {}});
  };
  add(order[0], 0, nullptr);
  // Breadth first: each atom comes after one that it is bonded to.
  for (size_t step = 0; step < order.size(); ++step) {
    for (const auto bond : pattern.atomBonds(order[step])) {
      if (isUsed[bond->getIdx()]) continue;
      isUsed[bond->getIdx()] = true;
      const auto other = bond->getOtherAtom(order[step]);
      if (const int place = places[other->getIdx()]; place >= 0) {
        // The ring closes at the later of the two.
        const auto there = static_cast<size_t>(place);
        steps[std::max(step, there)].closures.emplace_back(std::min(step, there), bond);
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
  for (const auto &[next, bond] : molecule.neighbours[matched[step.from]]) {
    if (std::find(matched.begin(), matched.end(), next) != matched.end()) continue;
    if (!step.condition.kinds[molecule.kinds[next]] || !step.bond->Match(bond)) continue;
    const auto closes = [&, next = next](const std::pair<size_t, const RDKit::Bond *> &closure) {
      for (const auto &neighbour : molecule.neighbours[next])
        if (neighbour.atom == matched[closure.first]) return closure.second->Match(neighbour.bond);
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
