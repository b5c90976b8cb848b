#include "Crippen.hpp"

#include "Pattern.hpp"

#include <GraphMol/Descriptors/Crippen.h>

#include <array>

namespace crdkit {

namespace {

struct Contribution {
  double logP = 0;
  double refractivity = 0;
};

/// RDKit's table, with the patterns that apply to each kind of atom.
class Table {
public:
  static const Table &shared() {
    static const Table table;
    return table;
  }

  Contribution of(const SearchedMolecule &molecule, int index) const {
    const RDKit::Atom &atom = *molecule.atoms[index];
    if (atom.getAtomicNum() == 1) {
      if (const auto &bonded = molecule.neighbours[index]; !bonded.empty())
        return ofHydrogen(atom.getOwningMol(), *molecule.atoms[bonded.front().atom], &atom);
      return hydrogens[atom.getTotalNumHs() > 0 ? 1 : 0];  // [HH], or bare
    }
    for (int place : places[molecule.kinds[index]])
      if (entries[place].pattern.matches(molecule, index)) return entries[place].contribution;
    return {};
  }

  /// The contribution of a hydrogen bonded to `atom`; `self` is the hydrogen if it is in the graph.
  Contribution ofHydrogen(const RDKit::ROMol &molecule, const RDKit::Atom &atom, const RDKit::Atom *self) const {
    return hydrogens[hydrogenType(molecule, atom, self)];
  }

private:
  struct Entry {
    Pattern pattern;
    Contribution contribution;
  };

  /// The patterns HS and H1 to H4.
  static size_t hydrogenType(const RDKit::ROMol &molecule, const RDKit::Atom &atom, const RDKit::Atom *self) {
    switch (atom.getAtomicNum()) {
      case 1:
      case 6: return 1;
      case 7: return 3;
      case 8: break;
      default: return 2;
    }
    if (atom.getIsAromatic()) return 0;
    // On an oxygen the type depends on its other neighbours: first whether one of them makes it H2, then H3, then H4.
    if (atom.getTotalNumHs() + (self ? 0 : -1) > 0) return 2;
    bool isThree = false, isFour = false;
    for (const auto bond : molecule.atomBonds(&atom)) {
      const RDKit::Atom &other = *bond->getOtherAtom(&atom);
      if (&other == self) continue;
      switch (other.getAtomicNum()) {
        case 6:
          if (other.getIsAromatic() || other.getTotalDegree() == 4) return 2;
          for (const auto further : molecule.atomBonds(&other)) {
            const RDKit::Atom &end = *further->getOtherAtom(&other);
            const bool counts = end.getAtomicNum() == 6 || end.getAtomicNum() == 7
              || ((end.getAtomicNum() == 8 || end.getAtomicNum() == 16) && !end.getIsAromatic());
            isFour |= counts && &end != &atom && further->getBondType() == RDKit::Bond::DOUBLE;
          }
          break;
        case 7: isThree = true; break;
        case 8:
        case 16: isFour |= !other.getIsAromatic(); break;
        default: return 2;
      }
    }
    return isThree ? 3 : isFour ? 4 : 0;
  }

  Table() {
    for (const auto &row : *RDKit::Descriptors::CrippenParamCollection::getParams()) {
      const Contribution contribution{row.logp, row.mr};
      if (row.label[0] == 'H' && row.label != "Hal") {
        hydrogens[row.label == "HS" ? 0 : row.label[1] - '0'] = contribution;
        continue;
      }
      entries.push_back({Pattern(*row.dp_pattern), contribution});
      for (size_t kind = 0; kind < places.size(); ++kind)
        if (entries.back().pattern.kinds()[kind]) places[kind].push_back(static_cast<int>(entries.size()) - 1);
    }
  }

  std::vector<Entry> entries;
  std::array<std::vector<int>, AtomKinds().size()> places;
  std::array<Contribution, 5> hydrogens;
};

}  // namespace

CrippenContributions::CrippenContributions(const RDKit::ROMol &molecule) {
  const Table &table = Table::shared();
  const SearchedMolecule searched(molecule);
  for (const auto atom : molecule.atoms()) {
    const Contribution own = table.of(searched, static_cast<int>(atom->getIdx()));
    logP.push_back(own.logP);
    refractivity.push_back(own.refractivity);
    totalLogP += own.logP;
    totalRefractivity += own.refractivity;
    if (const unsigned int hydrogens = atom->getTotalNumHs()) {
      const Contribution each = table.ofHydrogen(molecule, *atom, nullptr);
      totalLogP += hydrogens * each.logP;
      totalRefractivity += hydrogens * each.refractivity;
    }
  }
}

}  // namespace crdkit
