#include "Pieces.hpp"
#include "Recent.hpp"

#include <GraphMol/SmilesParse/SmilesParse.h>
#include <GraphMol/Substruct/SubstructMatch.h>

#include <algorithm>
#include <mutex>

using RDKit::Bond;
using RDKit::ROMol;
using RDKit::RWMol;

namespace {

/// A group that takes part in a reaction: the atom mapped 1 forms the new bond, those mapped 2 leave.
struct Group {
  const char *smarts;
  std::unique_ptr<ROMol> pattern;
};

struct Reaction {
  Group first, second;
};

/// Textbook reactions that join two molecules by a single bond.
std::vector<Reaction> &reactions() {
  static std::vector<Reaction> all;
  static std::once_flag once;
  std::call_once(once, [] {
    const auto add = [](const char *name, const char *first, const char *second) {
      all.push_back({{first, nullptr}, {second, nullptr}});
      for (auto group : {&all.back().first, &all.back().second}) {
        group->pattern.reset(RDKit::SmartsToMol(group->smarts));
        if (!group->pattern) throw std::logic_error(std::string(name) + ": not valid SMARTS: " + group->smarts);
      }
    };
    const char *acid = "[CX3:1](=O)[OX2H1:2]";
    const char *amine = "[NX3;H1,H2;!$(N[C,S]=[O,S,N]);!$(N#*);!$(N-[#7,#8]):1]";
    const char *alcohol = "[OX2H1;$(O[#6]);!$(O[C,S,P]=O):1]";
    const char *arylHalide = "[c:1][Cl,Br,I:2]";
    const char *alkylHalide = "[CX4;H1,H2,H3:1][Cl,Br,I:2]";
    add("amide coupling", acid, amine);
    add("esterification", acid, alcohol);
    add("sulfonamide formation", "[SX4:1](=O)(=O)[Cl,OX2H1:2]", amine);
    add("N-alkylation", alkylHalide, amine);
    add("ether formation", alkylHalide, alcohol);
    add("Buchwald-Hartwig amination", arylHalide, amine);
    add("diaryl ether formation", arylHalide, "[OX2H1;$(Oc):1]");
    add("Suzuki coupling", arylHalide, "[c:1][Cl,Br,I,$(B(O)O):2]");
    add("Heck reaction", arylHalide, "[CX3H2;$(C=C):1]");
    add("Sonogashira coupling", arylHalide, "[CX2H1;$(C#C):1]");
    add("Friedel-Crafts acylation", acid, "[cH1;$(c1cccs1),$(c1ccco1),$(c1ccc([N,O,C])cc1):1]");
    add("reductive amination", "[CX3;H1,H2;$(C[#6]):1]=[OX1:2]", amine);
  });
  return all;
}

/// A match of a group: the atom that forms the bond and those that leave.
struct Site {
  int atom;
  std::vector<int> leaving;
};

std::vector<Site> sites(const ROMol &molecule, const Group &group) {
  std::vector<RDKit::MatchVectType> matches;
  RDKit::SubstructMatch(molecule, *group.pattern, matches, true, true, false, false, 16);
  std::vector<Site> found;
  for (const auto &match : matches) {
    Site site{-1, {}};
    for (const auto &[query, atom] : match) {
      const int role = group.pattern->getAtomWithIdx(query)->getAtomMapNum();
      if (role == 1) site.atom = atom;
      if (role == 2) site.leaving.push_back(atom);
    }
    if (site.atom >= 0) found.push_back(std::move(site));
  }
  return found;
}

/// The part of a molecule that enters the product: without the leaving atoms, and without parts that are connected only
/// to them.
std::pair<std::unique_ptr<RWMol>, int> part(const ROMol &molecule, const Site &site) {
  auto opened = crdkit::edits::opened(molecule);
  std::vector<int> gone;
  for (const int atom : site.leaving) {
    for (const int other : crdkit::edits::side(*opened, atom, site.atom)) gone.push_back(other);
  }
  std::sort(gone.begin(), gone.end());
  gone.erase(std::unique(gone.begin(), gone.end()), gone.end());
  const auto anchor = opened->getAtomWithIdx(static_cast<unsigned int>(site.atom));
  crdkit::edits::remove(*opened, gone);
  const int index = static_cast<int>(anchor->getIdx());
  return {std::move(opened), index};
}

/// A way in which a molecule can react: the group that its partner has, and the places where the molecule has its own.
struct Way {
  const Group *partner;
  std::vector<Site> own;
};

/// A molecule with the ways in which it can react.
struct Reactant {
  std::unique_ptr<const ROMol> molecule;
  std::vector<Way> ways;
};

const Reactant &reactant(const char *smiles) {
  thread_local crdkit::edits::Recent<Reactant> recent;
  return recent.of(smiles, [](const std::string &text) {
    Reactant result{std::unique_ptr<const ROMol>(RDKit::SmilesToMol(text)), {}};
    if (!result.molecule) return result;
    for (const auto &reaction : reactions()) {
      for (const auto &[first, second] : {std::pair{&reaction.first, &reaction.second}, {&reaction.second, &reaction.first}}) {
        if (auto own = sites(*result.molecule, *first); !own.empty()) result.ways.push_back({second, std::move(own)});
      }
    }
    return result;
  });
}

}  // namespace

int crdkit_react(const char *smiles, const crdkit_stock *partners, uint64_t seed, char **result, char **error) {
  return crdkit::edits::drawn(result, error, [&]() -> std::optional<std::string> {
    constexpr int mostPartners = 24;
    crdkit::edits::Draws draws(seed);
    const auto &[molecule, ways] = reactant(smiles);
    if (!molecule || partners->molecules.empty()) return std::nullopt;
    if (ways.empty()) return std::nullopt;
    for (int attempt = 0; attempt < mostPartners; ++attempt) {
      const auto &partner = *draws.from(partners->molecules);
      const Way &way = draws.from(ways);
      const auto others = sites(partner, *way.partner);
      if (others.empty()) continue;
      auto [joined, atom] = part(*molecule, draws.from(way.own));
      const auto [other, otherAtom] = part(partner, draws.from(others));
      const auto offset = joined->getNumAtoms();
      joined->insertMol(*other);
      joined->addBond(atom, offset + otherAtom, Bond::SINGLE);
      return crdkit::edits::closed(*joined);
    }
    return std::nullopt;
  });
}
