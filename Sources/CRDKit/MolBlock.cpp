#include "DrawnQueries.hpp"
#include "Stereochemistry.hpp"

#include <GraphMol/Conformer.h>
#include <GraphMol/Depictor/RDDepictor.h>
#include <GraphMol/FileParsers/FileParsers.h>
#include <GraphMol/MolOps.h>
#include <GraphMol/SmilesParse/SmilesWrite.h>

#include <mutex>

namespace {

constexpr unsigned int mostAtoms = 999;

std::string depicted(const RDKit::ROMol &molecule) {
  RDKit::RWMol written(molecule);
  if (written.getNumAtoms() > mostAtoms) throw std::length_error("a V2000 mol block holds at most 999 atoms");
  RDDepict::compute2DCoords(written);
  return RDKit::MolToMolBlock(written);
}

}  // namespace

char *crdkit_molecule_mol_block(
  const crdkit_molecule *molecule, const double *coordinates, size_t coordinate_count, char **error) {
  return crdkit::guarded(error, static_cast<char *>(nullptr), [&] {
    RDKit::RWMol written(*molecule->value);
    RDKit::MolOps::addHs(written);
    const unsigned int atoms = written.getNumAtoms();
    if (coordinate_count != 3 * static_cast<size_t>(atoms))
      throw std::invalid_argument(
        std::to_string(coordinate_count / 3) + " positions were given for its " + std::to_string(atoms) + " atoms");
    if (atoms > mostAtoms) throw std::length_error("a V2000 mol block holds at most 999 atoms");
    auto conformer = std::make_unique<RDKit::Conformer>(atoms);
    conformer->set3D(true);
    for (unsigned int atom = 0; atom < atoms; ++atom) {
      const double *position = coordinates + 3 * static_cast<size_t>(atom);
      conformer->setAtomPos(atom, RDGeom::Point3D(position[0], position[1], position[2]));
    }
    written.addConformer(conformer.release(), true);
    // A double bond left open would be marked as unknown, and readers would then ignore its coordinates.
    crdkit::stateDoubleBonds(written);
    return crdkit::copied(RDKit::MolToMolBlock(written));
  });
}

char *crdkit_molecule_depiction_mol_block(const crdkit_molecule *molecule, char **error) {
  return crdkit::guarded(error, static_cast<char *>(nullptr), [&] {
    // The first use builds RDKit's ring templates; no second thread may run then.
    static std::once_flag once;
    std::call_once(once, [&] { (void)depicted(*molecule->value); });
    return crdkit::copied(depicted(*molecule->value));
  });
}

char *crdkit_molecule_atom_symbols(const crdkit_molecule *molecule, char **error) {
  return crdkit::guarded(error, static_cast<char *>(nullptr), [&] {
    RDKit::RWMol complete(*molecule->value);
    RDKit::MolOps::addHs(complete);
    std::string symbols;
    for (auto atom : complete.atoms()) symbols += (symbols.empty() ? "" : " ") + atom->getSymbol();
    return crdkit::copied(symbols);
  });
}

char *crdkit_mol_block_smiles(const char *block, int most_heavy_atoms, char **error) {
  return crdkit::guarded(error, static_cast<char *>(nullptr), [&] {
    // The first reading is without chemistry, whose time grows faster than the number of atoms.
    const std::unique_ptr<RDKit::RWMol> drawn(RDKit::MolBlockToMol(block, false, false, false));
    if (!drawn || drawn->getNumAtoms() == 0) throw std::invalid_argument("it has no atoms");
    int heavy = 0;
    for (const auto atom : drawn->atoms()) heavy += atom->getAtomicNum() != 1;
    if (heavy > most_heavy_atoms)
      throw std::length_error(
        "it has " + std::to_string(heavy) + " heavy atoms, more than the " + std::to_string(most_heavy_atoms)
        + " that are read");
    if (const auto reason = crdkit::reasonNotOneMolecule(*drawn, block); !reason.empty()) throw std::invalid_argument(reason);
    const std::unique_ptr<RDKit::RWMol> molecule(RDKit::MolBlockToMol(block, true, true, false));
    if (!molecule) throw std::invalid_argument("it is not a mol block");
    for (auto atom : molecule->atoms()) atom->setAtomMapNum(0);
    return crdkit::copied(RDKit::MolToSmiles(*molecule));
  });
}
