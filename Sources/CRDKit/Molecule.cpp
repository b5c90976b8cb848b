#include "OpenShells.hpp"
#include "Reading.hpp"
#include "RepeatUnit.hpp"

#include <GraphMol/ChemTransforms/ChemTransforms.h>
#include <GraphMol/Descriptors/Crippen.h>
#include <GraphMol/Descriptors/Lipinski.h>
#include <GraphMol/Descriptors/MolDescriptors.h>
#include <GraphMol/Descriptors/MolSurf.h>
#include <GraphMol/MolOps.h>
#include <GraphMol/PeriodicTable.h>
#include <GraphMol/RingInfo.h>
#include <GraphMol/SanitException.h>
#include <GraphMol/SmilesParse/SmilesParse.h>
#include <GraphMol/SmilesParse/SmilesWrite.h>

#include <algorithm>
#include <mutex>
#include <set>
#include <utility>
#include <vector>

using RDKit::RWMol;

namespace {

std::unique_ptr<RWMol> parsed(const std::string &smiles) {
  RDKit::SmilesParserParams parameters;
  parameters.allowCXSMILES = false;
  parameters.parseName = false;
  std::unique_ptr<RWMol> molecule(RDKit::SmilesToMol(smiles, parameters));
  // RDKit throws for errors of sanitisation, but for a syntax error only writes to its log and returns null.
  if (!molecule) throw std::invalid_argument("");
  for (auto atom : molecule->atoms()) atom->setAtomMapNum(0);
  return molecule;
}

/// Whether the SMILES contains stereochemistry, or a hydrogen as a separate atom: `[H]`, `[2H]`.
bool hasStereochemistryOrHydrogens(const std::string &smiles) {
  if (smiles.find_first_of("@/\\") != std::string::npos) return true;
  for (size_t place = smiles.find('['); place != std::string::npos; place = smiles.find('[', place + 1)) {
    const size_t symbol = smiles.find_first_not_of("0123456789", place + 1);
    if (symbol != std::string::npos && smiles[symbol] == 'H') return true;
  }
  return false;
}

/// Converts an index among the heavy atoms to the index among all atoms.
int heavyAtom(const RWMol &molecule, int wanted) {
  int heavy = -1;
  for (auto atom : molecule.atoms()) {
    if (atom->getAtomicNum() > 1 && ++heavy == wanted) return static_cast<int>(atom->getIdx());
  }
  throw std::out_of_range("there is no heavy atom " + std::to_string(wanted) + " among " + std::to_string(heavy + 1));
}

struct Canonical {
  std::string smiles;
  std::unique_ptr<RWMol> molecule;
};

/// Reading and writing RDKit's canonical SMILES again may change it. This is repeated until it no longer changes or a
/// cycle is found; of a cycle the first SMILES in alphabetical order is used.
Canonical fixedPoint(const std::string &smiles) {
  constexpr int mostTurns = 16;
  std::vector<std::string> path{smiles};
  for (int turn = 0; turn < mostTurns; ++turn) {
    auto molecule = crdkit::readGraph(path.back());
    auto next = RDKit::MolToSmiles(*molecule);
    auto seen = std::find(path.begin(), path.end(), next);
    if (seen != path.end()) {
      auto chosen = *std::min_element(seen, path.end());
      if (chosen != path.back()) molecule = crdkit::readGraph(chosen);
      return {chosen, std::move(molecule)};
    }
    path.push_back(next);
  }
  throw std::runtime_error("the canonical SMILES changes each time it is read back");
}

using CString = std::unique_ptr<char, decltype(&std::free)>;

/// Words with one space between them.
CString joined(const std::set<std::string> &words) {
  std::string text;
  for (const auto &word : words) text += (text.empty() ? "" : " ") + word;
  return CString(crdkit::copied(text), &std::free);
}

/// Whether an element is a metal.
bool isMetal(int element) {
  for (const auto &[first, last] : {std::pair{3, 4}, {11, 13}, {19, 31}, {37, 50}, {55, 84}, {87, 118}})
    if (element >= first && element <= last) return true;
  return false;
}

/// How to write the bond of a nitrogen or an oxygen that donates a pair of electrons to a metal, as the end of a message;
/// empty if the atom is another one.
std::string hintForLigand(const RWMol &molecule, unsigned int index) {
  if (index >= molecule.getNumAtoms()) return "";
  const RDKit::Atom *atom = molecule.getAtomWithIdx(index);
  if (atom->getAtomicNum() != 7 && atom->getAtomicNum() != 8) return "";
  for (const RDKit::Atom *other : molecule.atomNeighbors(atom))
    if (isMetal(other->getAtomicNum()))
      return ", and its bond to " + other->getSymbol() + " counts; write a bond that it donates as a dative one, " +
             atom->getSymbol() + "->[" + other->getSymbol() + "], or give it a positive charge";
  return "";
}

}  // namespace

std::unique_ptr<RWMol> crdkit::readGraph(const std::string &smiles) {
  if (hasStereochemistryOrHydrogens(smiles)) return parsed(smiles);
  RDKit::SmilesParserParams parameters;
  parameters.allowCXSMILES = false;
  parameters.parseName = false;
  parameters.sanitize = false;
  parameters.removeHs = false;
  std::unique_ptr<RWMol> molecule(RDKit::SmilesToMol(smiles, parameters));
  if (!molecule) throw std::invalid_argument("");
  unsigned int failed = 0;
  try {
    RDKit::MolOps::sanitizeMol(
      *molecule, failed,
      RDKit::MolOps::SANITIZE_ALL & ~(RDKit::MolOps::SANITIZE_SETCONJUGATION | RDKit::MolOps::SANITIZE_SETHYBRIDIZATION |
                                      RDKit::MolOps::SANITIZE_CLEANUPCHIRALITY));
  } catch (const RDKit::AtomValenceException &refused) {
    const std::string hint = hintForLigand(*molecule, refused.getAtomIdx());
    if (hint.empty()) throw;
    throw std::invalid_argument(message(refused) + hint);
  }
  molecule->setProp(RDKit::common_properties::_StereochemDone, 1, true);
  for (auto atom : molecule->atoms()) atom->setAtomMapNum(0);
  return molecule;
}

crdkit_molecule *crdkit_molecule_new(const char *smiles, char **error) {
  return crdkit::guarded(error, static_cast<crdkit_molecule *>(nullptr), [&] {
    return new crdkit_molecule{parsed(smiles)};
  });
}

crdkit_molecule *crdkit_molecule_new_graph(const char *smiles, char **error) {
  return crdkit::guarded(error, static_cast<crdkit_molecule *>(nullptr), [&] {
    return new crdkit_molecule{crdkit::readGraph(smiles)};
  });
}

int crdkit_molecule_complete(crdkit_molecule *molecule, const char *smiles, char **error) {
  return crdkit::guarded(error, -1, [&] {
    if (hasStereochemistryOrHydrogens(smiles)) return 0;
    // What readGraph leaves out, in the order in which RDKit's parser has it.
    RWMol &value = *molecule->value;
    RDKit::MolOps::setConjugation(value);
    RDKit::MolOps::setHybridization(value);
    RDKit::MolOps::assignStereochemistry(value, true, true, true);
    return 0;
  });
}

crdkit_molecule *crdkit_molecule_new_written(const char *smiles, char **written, char **error) {
  return crdkit::guarded(error, static_cast<crdkit_molecule *>(nullptr), [&] {
    auto handle = std::make_unique<crdkit_molecule>(crdkit_molecule{crdkit::readGraph(smiles)});
    *written = crdkit::copied(RDKit::MolToSmiles(*handle->value));
    return handle.release();
  });
}

crdkit_molecule *crdkit_molecule_new_canonical(const char *smiles, char **canonical, char **error) {
  return crdkit::guarded(error, static_cast<crdkit_molecule *>(nullptr), [&] {
    auto found = fixedPoint(smiles);
    // A repeat unit is the same chain wherever it is cut, and however often it is repeated: the first of all cuts of the
    // smallest unit in alphabetical order is used.
    if (std::count(found.smiles.begin(), found.smiles.end(), '*') == 2) {
      const auto units = crdkit::repeatUnits(*found.molecule);
      const auto chosen = std::min_element(units.begin(), units.end());
      if (chosen != units.end() && *chosen != found.smiles) found = fixedPoint(*chosen);
    }
    auto handle = std::make_unique<crdkit_molecule>(crdkit_molecule{std::move(found.molecule)});
    *canonical = crdkit::copied(found.smiles);
    return handle.release();
  });
}

void crdkit_molecule_delete(crdkit_molecule *molecule) { delete molecule; }

char *crdkit_molecule_frame(const crdkit_molecule *molecule, char **error) {
  return crdkit::guarded(error, static_cast<char *>(nullptr), [&] {
    const std::unique_ptr<RDKit::ROMol> frame(RDKit::MurckoDecompose(*molecule->value));
    // As its parts were in another molecule, nothing that was computed of them holds.
    frame->clearComputedProps();
    frame->updatePropertyCache(false);
    RDKit::MolOps::symmetrizeSSSR(*frame);
    RDKit::SmilesWriteParams parameters;
    parameters.doIsomericSmiles = false;
    return crdkit::copied(RDKit::MolToSmiles(*frame, parameters));
  });
}

char *crdkit_molecule_rooted_smiles(const crdkit_molecule *molecule, int atom, char **error) {
  return crdkit::guarded(error, static_cast<char *>(nullptr), [&] {
    // RDKit roots only molecules of one component; the other components follow in canonical form.
    std::vector<std::vector<int>> indices;
    const auto components = RDKit::MolOps::getMolFrags(*molecule->value, false, nullptr, &indices);
    const int root = heavyAtom(*molecule->value, atom);
    std::string rooted, others;
    for (size_t component = 0; component < components.size(); ++component) {
      const auto &own = indices[component];
      const auto place = std::find(own.begin(), own.end(), root);
      if (place == own.end()) {
        others += "." + RDKit::MolToSmiles(*components[component]);
      } else {
        RDKit::SmilesWriteParams parameters;
        parameters.rootedAtAtom = static_cast<int>(place - own.begin());
        rooted = RDKit::MolToSmiles(*components[component], parameters);
      }
    }
    return crdkit::copied(rooted + others);
  });
}

int crdkit_molecule_composition(const crdkit_molecule *molecule, crdkit_composition *composition, char **error) {
  return crdkit::guarded(error, -1, [&] {
    const RWMol &value = *molecule->value;
    crdkit_composition result{};
    std::set<std::string> symbols;
    for (auto atom : value.atoms()) {
      const int hydrogens = static_cast<int>(atom->getTotalNumHs());
      if (hydrogens > 0) symbols.insert("H");
      if (atom->getAtomicNum() > 0) symbols.insert(atom->getSymbol());
      result.charge += atom->getFormalCharge();
      result.electrons += atom->getAtomicNum() + hydrogens - atom->getFormalCharge();
      result.heavy_atoms += atom->getAtomicNum() > 1;
      result.atoms += 1 + hydrogens;
      result.dummy_atoms += atom->getAtomicNum() == 0;
      result.isotope_labels += atom->getIsotope() != 0;
    }
    std::vector<int> component;
    result.components = static_cast<int>(RDKit::MolOps::getMolFrags(value, component));
    for (const auto &ring : value.getRingInfo()->atomRings()) {
      result.rings += 1;
      result.largest_ring = std::max(result.largest_ring, static_cast<int>(ring.size()));
    }
    result.molecular_weight = RDKit::Descriptors::calcAMW(value);
    const crdkit::OpenShells shells = crdkit::openShells(value);
    result.radical_electrons = shells.radicalElectrons;
    result.f_electrons = shells.fElectrons;
    CString formula(crdkit::copied(RDKit::Descriptors::calcMolFormula(value)), &std::free);
    CString elements = joined(symbols), pairs = joined(shells.pairs), metals = joined(shells.metals);
    result.elements = elements.release();
    result.paired_elements = pairs.release();
    result.open_shell_metals = metals.release();
    result.formula = formula.release();
    *composition = result;
    return 0;
  });
}

void crdkit_composition_clear(crdkit_composition *composition) {
  std::free(composition->formula);
  std::free(composition->elements);
  std::free(composition->paired_elements);
  std::free(composition->open_shell_metals);
  composition->formula = nullptr;
  composition->elements = nullptr;
  composition->paired_elements = nullptr;
  composition->open_shell_metals = nullptr;
}

int crdkit_molecule_descriptors(const crdkit_molecule *molecule, crdkit_descriptors *descriptors, char **error) {
  return crdkit::guarded(error, -1, [&] {
    const auto computed = [](const RDKit::ROMol &value) {
      crdkit_descriptors result{};
      result.log_p = RDKit::Descriptors::calcClogP(value);
      result.tpsa = RDKit::Descriptors::calcTPSA(value);
      result.hydrogen_bond_donors = static_cast<int>(RDKit::Descriptors::calcNumHBD(value));
      result.hydrogen_bond_acceptors = static_cast<int>(RDKit::Descriptors::calcNumHBA(value));
      result.rotatable_bonds = static_cast<int>(RDKit::Descriptors::calcNumRotatableBonds(value));
      return result;
    };
    // The first use compiles RDKit's patterns into static tables; no second thread may run then.
    static std::once_flag once;
    std::call_once(once, [&] { (void)computed(*parsed("CC(N)C(=O)Oc1ccccc1")); });
    *descriptors = computed(*molecule->value);
    return 0;
  });
}
