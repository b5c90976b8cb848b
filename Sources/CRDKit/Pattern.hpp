// Small patterns, matched atom by atom. RDKit's own search sets up tables for each search, and searches the whole
// molecule for recursive patterns; for many small patterns on a small molecule this is ten times faster.
#pragma once

#include "Guard.hpp"

#include <bitset>
#include <vector>

namespace crdkit {

/// Kinds of atoms, distinguished by element, aromaticity, number of hydrogens (four or more as one) and membership in a
/// ring.
using AtomKinds = std::bitset<4096>;
/// Kinds of bonds, distinguished by order and membership in a ring.
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
  /// The kinds that occur, with the number of their atoms.
  std::vector<std::pair<uint16_t, int>> numbers;

  explicit SearchedMolecule(const RDKit::ROMol &molecule);

  /// The number of atoms of some kinds.
  int count(const AtomKinds &kinds) const;
};

/// A compiled SMARTS pattern without chirality. The RDKit pattern from which it is made must outlive it.
class Pattern {
public:
  explicit Pattern(const RDKit::ROMol &pattern);

  /// Kinds that include all atoms at which its first atom can match.
  const AtomKinds &kinds() const { return steps.front().condition.kinds; }
  /// Whether it matches with its first atom at `atom`.
  bool matches(const SearchedMolecule &molecule, int atom) const;
  /// The number of different sets of atoms that it matches.
  int count(const SearchedMolecule &molecule) const;
  /// Whether it matches at least `least` different sets of atoms; it stops as soon as that is clear.
  bool occurs(const SearchedMolecule &molecule, int least) const;

private:
  using Query = RDKit::Atom::QUERYATOM_QUERY;

  /// A condition on an atom.
  struct Condition {
    enum Shape { kindAlone, query, all, any, recursive };
    Shape shape = kindAlone;
    bool isNegated = false;
    /// Kinds that include all allowed atoms; exactly the allowed ones if the shape is `kindAlone`.
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

  /// A condition on a bond.
  struct BondCondition {
    const RDKit::Bond *asked;
    /// The allowed kinds, and those that must be tested further.
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

  /// Kinds of which a molecule must have a minimum number of atoms.
  struct Need {
    AtomKinds kinds;
    int number;
  };

  /// Calls `found` for every way of matching the steps from `matched.size()` on, until it returns true.
  template <typename Found>
  bool extend(const SearchedMolecule &molecule, std::vector<int> &matched, const Found &found) const;

  std::vector<Step> steps;
  std::vector<Need> needs;
};

}  // namespace crdkit
