// The common parts of all edits: opening a molecule for editing, and writing it as SMILES.
#pragma once

#include "../Guard.hpp"
#include "Draws.hpp"

#include <optional>
#include <string>
#include <vector>

namespace crdkit::edits {

/// A molecule in Kekulé form whose ordinary atoms fill their valence with hydrogens. Throws if the text is not a
/// molecule.
std::unique_ptr<RDKit::RWMol> opened(const std::string &smiles);

/// As above, for a molecule that was read before.
std::unique_ptr<RDKit::RWMol> opened(const RDKit::ROMol &molecule);

/// Whether an atom's hydrogens may change: it has no charge, no unpaired electron and no stated isotope, and is an
/// organic element.
bool isOrdinary(const RDKit::Atom &atom);

/// The sum of the orders of an atom's bonds, in Kekulé form.
int bondOrders(const RDKit::RWMol &molecule, const RDKit::Atom &atom);

/// How many more bond orders an ordinary atom can take, which is its number of hydrogens; 0 for other atoms.
int room(const RDKit::RWMol &molecule, const RDKit::Atom &atom);

/// The usual valence of an organic element; 0 for others.
int usualValence(int element);

/// The order of a bond in Kekulé form: 1, 2, 3; 0 for other kinds of bonds.
int order(const RDKit::Bond &bond);
RDKit::Bond::BondType bondType(int order);

/// Whether a bond is in a ring of the present graph.
bool isInRing(const RDKit::RWMol &molecule, const RDKit::Bond &bond);

/// The atoms that can be reached from one without passing through another.
std::vector<int> side(const RDKit::RWMol &molecule, int from, int without);

/// Removes atoms, given in any order.
void remove(RDKit::RWMol &molecule, std::vector<int> atoms);

/// The SMILES of an edited molecule; none unless it is one component and realistic. It is usually the canonical one, so that a
/// known molecule need not be read again.
std::optional<std::string> closed(RDKit::RWMol &molecule);

/// Runs an edit: returns 1 with a result, 0 without one. A structure that RDKit rejects counts as no result.
template <typename Body>
int drawn(char **result, char **error, Body body) noexcept {
  try {
    start();
    const std::optional<std::string> text = body();
    if (!text) return 0;
    *result = copied(*text);
    return 1;
  } catch (const std::bad_alloc &) {
    report(error, "memory ran out");
    return -1;
  } catch (...) {
    return 0;
  }
}

}  // namespace crdkit::edits
