#include "Pieces.hpp"
#include "Recent.hpp"

#include <GraphMol/ChemTransforms/MolFragmenter.h>
#include <GraphMol/SmilesParse/SmilesParse.h>
#include <GraphMol/SmilesParse/SmilesWrite.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <sstream>

using RDKit::Bond;
using RDKit::ROMol;
using RDKit::RWMol;

namespace {

/// The environments that BRICS joins (doi:10.1002/cmdc.200800178, figure 3), the smaller number first.
bool canJoin(unsigned int first, unsigned int second) {
  static const std::array<std::vector<unsigned int>, 17> partners{{
    {}, {3, 5, 10}, {}, {4, 13, 14, 15, 16}, {5, 11}, {12, 13, 14, 15, 16}, {13, 14, 15, 16}, {7},
    {9, 10, 13, 14, 15, 16}, {13, 14, 15, 16}, {13, 14, 15, 16}, {13, 14, 15, 16}, {}, {14, 15, 16}, {14, 15, 16},
    {16}, {16}}};
  const auto low = std::min(first, second), high = std::max(first, second);
  if (low >= partners.size()) return false;
  return std::find(partners[low].begin(), partners[low].end(), high) != partners[low].end();
}

std::unique_ptr<ROMol> cut(const ROMol &molecule) {
  // The first use compiles the patterns into static tables; no second thread may run then.
  static std::once_flag once;
  std::call_once(once, [] {
    const std::unique_ptr<ROMol> example(RDKit::SmilesToMol("CCOC(=O)c1ccccc1"));
    delete RDKit::MolFragmenter::fragmentOnBRICSBonds(*example);
  });
  return std::unique_ptr<ROMol>(RDKit::MolFragmenter::fragmentOnBRICSBonds(molecule));
}

std::unique_ptr<ROMol> parsed(const char *smiles) {
  std::unique_ptr<ROMol> molecule(RDKit::SmilesToMol(smiles));
  if (!molecule) throw std::invalid_argument("it is not a SMILES");
  return molecule;
}

/// A molecule that is cut at its BRICS bonds, opened for editing, and its number of atoms: the dummy atoms follow them.
struct CutMolecule {
  unsigned int atoms;
  std::unique_ptr<const RWMol> fragments;
};

const CutMolecule &cutMolecule(const char *smiles) {
  thread_local crdkit::edits::Recent<CutMolecule> recent;
  return recent.of(smiles, [](const std::string &text) {
    const auto whole = parsed(text.c_str());
    return CutMolecule{whole->getNumAtoms(), crdkit::edits::opened(*cut(*whole))};
  });
}

/// The only neighbour of a dummy atom.
unsigned int neighbour(const RWMol &molecule, unsigned int dummy) {
  for (const auto other : molecule.atomNeighbors(molecule.getAtomWithIdx(dummy))) return other->getIdx();
  throw std::invalid_argument("a dummy atom has no neighbour");
}

}  // namespace

char *crdkit_brics_pieces(const char *smiles, char **error) {
  return crdkit::guarded(error, static_cast<char *>(nullptr), [&] {
    const auto molecule = parsed(smiles);
    const auto pieces = cut(*molecule);
    if (pieces->getNumAtoms() == molecule->getNumAtoms()) return crdkit::copied("");
    auto text = RDKit::MolToSmiles(*pieces);
    std::replace(text.begin(), text.end(), '.', '\n');
    return crdkit::copied(text);
  });
}

crdkit_stock *crdkit_stock_new(char **error) {
  return crdkit::guarded(error, static_cast<crdkit_stock *>(nullptr), [&] { return new crdkit_stock; });
}

void crdkit_stock_delete(crdkit_stock *stock) { delete stock; }

int crdkit_stock_add(crdkit_stock *stock, const char *smiles, char **error) {
  return crdkit::guarded(error, -1, [&] {
    auto molecule = parsed(smiles);
    for (const auto atom : molecule->atoms()) {
      // Dummy atoms with a number are the ends of fragments; the number is their environment.
      const auto environment = atom->getIsotope();
      if (atom->getAtomicNum() != 0 || environment == 0 || environment > 16) continue;
      if (stock->ends.size() <= environment) stock->ends.resize(environment + 1);
      stock->ends[environment].push_back({stock->molecules.size(), atom->getIdx()});
    }
    stock->molecules.push_back(std::move(molecule));
    return 0;
  });
}

int crdkit_exchange_piece(
  const char *smiles, const crdkit_stock *pieces, uint64_t seed, char **result, char **error) {
  return crdkit::edits::drawn(result, error, [&]() -> std::optional<std::string> {
    crdkit::edits::Draws draws(seed);
    const auto &[atoms, fragments] = cutMolecule(smiles);
    const unsigned int bonds = (fragments->getNumAtoms() - atoms) / 2;
    if (bonds == 0) return std::nullopt;
    auto molecule = std::make_unique<RWMol>(*fragments);
    // The two dummy atoms of a cut bond are consecutive; each has the environment of the atom it is bound to.
    const auto chosen = static_cast<unsigned int>(draws.below(bonds));
    unsigned int stays = atoms + 2 * chosen, leaves = stays + 1;
    if (draws.below(2) == 1) std::swap(stays, leaves);
    for (unsigned int bond = 0; bond < bonds; ++bond) {
      if (bond == chosen) continue;
      const unsigned int first = atoms + 2 * bond, second = first + 1;
      const auto type = molecule->getBondBetweenAtoms(first, neighbour(*molecule, first))->getBondType();
      molecule->addBond(neighbour(*molecule, first), neighbour(*molecule, second), type);
    }
    const unsigned int environment = molecule->getAtomWithIdx(stays)->getIsotope();
    std::vector<unsigned int> fitting;
    for (unsigned int other = 1; other < pieces->ends.size(); ++other) {
      if (canJoin(environment, other) && !pieces->ends[other].empty()) fitting.push_back(other);
    }
    if (fitting.empty()) return std::nullopt;
    size_t ends = 0;
    for (const auto other : fitting) ends += pieces->ends[other].size();
    size_t place = draws.below(ends);
    size_t list = 0;
    while (place >= pieces->ends[fitting[list]].size()) place -= pieces->ends[fitting[list++]].size();
    const auto end = pieces->ends[fitting[list]][place];
    const auto piece = crdkit::edits::opened(*pieces->molecules[end.molecule]);
    const auto anchor = neighbour(*molecule, stays);
    const auto type = molecule->getBondBetweenAtoms(stays, anchor)->getBondType();
    const auto offset = molecule->getNumAtoms();
    molecule->insertMol(*piece);
    molecule->addBond(anchor, offset + neighbour(*piece, end.atom), type);
    // Removes the substituent on the bond and all dummy atoms of cut bonds, which are replaced by hydrogens.
    std::vector<int> gone;
    for (unsigned int atom = atoms; atom < molecule->getNumAtoms(); ++atom) {
      const auto candidate = molecule->getAtomWithIdx(atom);
      if (candidate->getAtomicNum() == 0 && candidate->getIsotope() > 0) gone.push_back(static_cast<int>(atom));
    }
    const auto lost = crdkit::edits::side(*molecule, static_cast<int>(neighbour(*molecule, leaves)), static_cast<int>(leaves));
    for (const int atom : lost) {
      if (std::find(gone.begin(), gone.end(), atom) == gone.end()) gone.push_back(atom);
    }
    crdkit::edits::remove(*molecule, gone);
    return crdkit::edits::closed(*molecule);
  });
}
