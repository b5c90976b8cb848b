// Small patterns, tried atom by atom. RDKit's own search sets up tables for each search, and looks for recursive patterns in the
// whole molecule: for many small patterns on a small molecule, this is ten times faster.
#pragma once

#include "Guard.hpp"

#include <bitset>
#include <vector>

namespace crdkit {

/// Kinds of atoms, told apart by element, aromaticity, hydrogens up to four or more, and whether they are in a ring.
using AtomKinds = std::bitset<4096>;
/// Kinds of bonds, told apart by their order, and whether they are in a ring.
using BondKinds = std::bitset<10>;

/// A molecule laid out for searching.
struct SearchedMolecule {
  struct Neighbour {
    int atom;
    const RDKit::Bond *bond;
    size_t kind;
  };

  std::vector<const RDKit::Atom *> atoms;
  std::vector<uint16_t> kinds;
  std::vector<std::vector<Neighbour>> neighbours;
  /// The kinds that there are, with the number of their atoms.
  std::vector<std::pair<uint16_t, int>> numbers;

  explicit SearchedMolecule(const RDKit::ROMol &molecule);

  /// How many atoms are of some of these kinds.
  int count(const AtomKinds &kinds) const;
};

/// A compiled SMARTS pattern without chirality. The RDKit pattern that it is made from must outlive it.
class Pattern {
public:
  explicit Pattern(const RDKit::ROMol &pattern);

  /// Kinds among which are all atoms where it can match with its first atom.
  const AtomKinds &kinds() const { return steps.front().condition.kinds; }
  /// Whether it matches with its first atom at `atom`.
  bool matches(const SearchedMolecule &molecule, int atom) const;
  /// The number of different sets of atoms that it matches.
  int count(const SearchedMolecule &molecule) const;
  /// Whether it matches at least `least` different sets of atoms; it stops as soon as that is clear.
  bool occurs(const SearchedMolecule &molecule, int least) const;

private:
  using Query = RDKit::Atom::QUERYATOM_QUERY;

  /// What is asked of an atom.
  struct Condition {
    enum Shape { kindAlone, query, all, any, recursive };
    Shape shape = kindAlone;
    bool isNegated = false;
    /// Kinds among which are all atoms that it allows; exactly those if the shape is `kindAlone`.
    AtomKinds kinds = AtomKinds().set();
    const Query *asked = nullptr;
    std::vector<Condition> parts;
    std::vector<Pattern> pattern;

    Condition() = default;
    explicit Condition(const Query &query);
    bool allows(const SearchedMolecule &molecule, int atom) const;

  private:
    bool allowsUnnegated(const SearchedMolecule &molecule, int atom) const;
  };

  /// What is asked of a bond.
  struct BondCondition {
    const RDKit::Bond *asked;
    /// The kinds that it allows, and those of which it has to be asked.
    BondKinds kinds, open;

    explicit BondCondition(const RDKit::Bond *bond);
    bool allows(const SearchedMolecule::Neighbour &neighbour) const {
      return open[neighbour.kind] ? asked->Match(neighbour.bond) : kinds[neighbour.kind];
    }
  };

  /// An atom of the pattern: bonded to the atom of an earlier step, and to further ones if it closes rings.
  struct Step {
    Condition condition;
    size_t from;
    BondCondition bond;
    std::vector<std::pair<size_t, BondCondition>> closures;
  };

  /// Kinds of which a molecule must have a number of atoms.
  struct Need {
    AtomKinds kinds;
    int number;
  };

  /// Gives every way of matching the steps from `matched.size()` on to `found`, until that returns true.
  template <typename Found>
  bool extend(const SearchedMolecule &molecule, std::vector<int> &matched, const Found &found) const;

  std::vector<Step> steps;
  std::vector<Need> needs;
};

}  // namespace crdkit
