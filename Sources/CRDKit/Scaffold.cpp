#include "Guard.hpp"

#include <GraphMol/MolOps.h>
#include <GraphMol/QueryOps.h>
#include <GraphMol/SmilesParse/SmilesParse.h>
#include <GraphMol/Substruct/SubstructMatch.h>

#include <algorithm>
#include <vector>

struct crdkit_scaffold {
  std::unique_ptr<RDKit::RWMol> value;
  /// For each atom of the scaffold, the greatest number of heavy neighbours of the matched atom; empty for any number.
  std::vector<unsigned int> mostNeighbours;
};

namespace {

using RDKit::Atom;
using RDKit::ROMol;
using RDKit::RWMol;

/// Whether a text has features of SMARTS only. RDKit reads some of them as SMILES too, with another meaning.
bool isSMARTS(const char *text) { return std::strpbrk(text, "~;,&!$") || std::strstr(text, "[#"); }

/// Reads SMILES, with perceived aromaticity; otherwise SMARTS.
std::unique_ptr<RWMol> parsed(const char *text) {
  if (!isSMARTS(text)) try {
    RDKit::SmilesParserParams parameters;
    parameters.allowCXSMILES = false;
    parameters.parseName = false;
    std::unique_ptr<RWMol> molecule(RDKit::SmilesToMol(text, parameters));
    if (molecule) return molecule;
  } catch (const std::exception &) {
  }
  RDKit::SmartsParserParams parameters;
  parameters.allowCXSMILES = false;
  parameters.parseName = false;
  return std::unique_ptr<RWMol>(RDKit::SmartsToMol(text, parameters));
}

/// Whether an atom is written `*`, with or without a map number.
bool isAnything(const Atom &atom) {
  return atom.getAtomicNum() == 0 && (!atom.hasQuery() || atom.getQuery()->getDescription() == "AtomNull");
}

bool isHeavy(const Atom &atom) { return atom.getAtomicNum() != 1; }

unsigned int heavyNeighbours(const ROMol &molecule, const Atom &atom) {
  unsigned int count = 0;
  for (const auto neighbour : molecule.atomNeighbors(&atom)) count += isHeavy(*neighbour);
  return count;
}

bool hasStereo(const ROMol &molecule, const Atom &atom) {
  if (atom.getChiralTag() != Atom::CHI_UNSPECIFIED) return true;
  for (const auto bond : molecule.atomBonds(&atom))
    if (bond->getStereo() > RDKit::Bond::STEREOANY) return true;
  return false;
}

}  // namespace

crdkit_scaffold *crdkit_scaffold_new(const char *text, char **error) {
  return crdkit::guarded(error, static_cast<crdkit_scaffold *>(nullptr), [&] {
    auto scaffold = std::make_unique<crdkit_scaffold>();
    scaffold->value = parsed(text);
    if (!scaffold->value || scaffold->value->getNumAtoms() == 0)
      throw std::invalid_argument("it is neither SMILES nor SMARTS");
    RWMol &value = *scaffold->value;
    std::vector<int> component;
    if (RDKit::MolOps::getMolFrags(value, component) != 1) throw std::invalid_argument("it has several components");
    std::vector<Atom *> ends;
    for (const auto atom : value.atoms()) {
      if (!isAnything(*atom)) continue;
      if (atom->getDegree() == 1) {
        ends.push_back(atom);
      } else if (!atom->hasQuery()) {
        throw std::invalid_argument("a '*' marks where it may be substituted, and must have exactly one bond");
      }
    }
    if (ends.empty()) return scaffold.release();
    if (ends.size() == value.getNumAtoms()) throw std::invalid_argument("it has no atoms besides '*'");
    for (const auto end : ends)
      for (const auto atom : value.atomNeighbors(end))
        if (hasStereo(value, *atom))
          throw std::invalid_argument("stereochemistry cannot be stated where it may be substituted; leave it out there");
    std::vector<unsigned int> most;
    for (const auto atom : value.atoms())
      if (std::find(ends.begin(), ends.end(), atom) == ends.end()) most.push_back(heavyNeighbours(value, *atom));
    value.beginBatchEdit();
    for (const auto end : ends) value.removeAtom(end);
    value.commitBatchEdit();
    scaffold->mostNeighbours = std::move(most);
    return scaffold.release();
  });
}

void crdkit_scaffold_delete(crdkit_scaffold *scaffold) { delete scaffold; }

int crdkit_scaffold_matches(const crdkit_scaffold *scaffold, const crdkit_molecule *molecule, char **error) {
  return crdkit::guarded(error, -1, [&] {
    RDKit::SubstructMatchParameters parameters;
    parameters.maxMatches = 1;
    parameters.useChirality = true;
    const auto &most = scaffold->mostNeighbours;
    if (!most.empty()) {
      // Called for each match before it is accepted.
      parameters.extraFinalCheck = [&](const ROMol &found, const std::vector<unsigned int> &places) {
        for (size_t atom = 0; atom < places.size(); ++atom)
          if (heavyNeighbours(found, *found.getAtomWithIdx(places[atom])) > most[atom]) return false;
        return true;
      };
    }
    return RDKit::SubstructMatch(*molecule->value, *scaffold->value, parameters).empty() ? 0 : 1;
  });
}
