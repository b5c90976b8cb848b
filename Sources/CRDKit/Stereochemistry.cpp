#include "Stereochemistry.hpp"

#include <GraphMol/Conformer.h>
#include <GraphMol/MolOps.h>
#include <GraphMol/SmilesParse/SmilesWrite.h>

namespace {

/// The molecule without implied hydrogens at its coordinates: hydrogens then neither make an imine's N-H a stereo bond nor
/// have to be removed again.
RDKit::RWMol placed(const RDKit::ROMol &molecule, const double *coordinates) {
  RDKit::RWMol result(molecule);
  result.clearConformers();
  auto conformer = std::make_unique<RDKit::Conformer>(result.getNumAtoms());
  conformer->set3D(true);
  for (unsigned int atom = 0; atom < result.getNumAtoms(); ++atom) {
    const double *position = coordinates + 3 * static_cast<size_t>(atom);
    conformer->setAtomPos(atom, RDGeom::Point3D(position[0], position[1], position[2]));
  }
  result.addConformer(conformer.release(), true);
  return result;
}

bool isTetrahedral(RDKit::Atom::ChiralType tag) {
  return tag == RDKit::Atom::CHI_TETRAHEDRAL_CW || tag == RDKit::Atom::CHI_TETRAHEDRAL_CCW;
}

bool isCis(RDKit::Bond::BondStereo stereo) {
  return stereo == RDKit::Bond::STEREOZ || stereo == RDKit::Bond::STEREOCIS;
}

/// A sulfilimine's sulfur, for one: a double bond to it is no plane, and turns.
bool isPyramidal(const RDKit::Atom &atom) {
  const int element = atom.getAtomicNum();
  return atom.getTotalDegree() == 3 && (element == 16 || element == 34 || element == 52);
}

/// Whether two neighbours of a double bond are on the same side of it.
bool onSameSide(const RDKit::Conformer &conformer, const RDKit::Bond &bond, int atBegin, int atEnd) {
  const auto &begin = conformer.getAtomPos(bond.getBeginAtomIdx());
  const auto &end = conformer.getAtomPos(bond.getEndAtomIdx());
  const auto axis = end - begin;
  const auto first = axis.crossProduct(conformer.getAtomPos(static_cast<unsigned int>(atBegin)) - begin);
  const auto second = axis.crossProduct(conformer.getAtomPos(static_cast<unsigned int>(atEnd)) - end);
  return first.dotProduct(second) > 0;
}

}  // namespace

bool crdkit::hasStatedStereochemistry(const RDKit::ROMol &molecule, const double *coordinates) {
  auto found = placed(molecule, coordinates);
  RDKit::MolOps::assignChiralTypesFrom3D(found);
  for (auto atom : molecule.atoms()) {
    // Bonds and so neighbours have the same order in both, so that the tags have the same meaning.
    const auto stated = atom->getChiralTag();
    if (isTetrahedral(stated) && found.getAtomWithIdx(atom->getIdx())->getChiralTag() != stated) return false;
  }
  for (auto bond : molecule.bonds()) {
    const auto stated = bond->getStereo();
    const auto &ends = bond->getStereoAtoms();
    if (stated <= RDKit::Bond::STEREOANY || ends.size() != 2) continue;
    if (onSameSide(found.getConformer(), *bond, ends[0], ends[1]) != isCis(stated)) return false;
  }
  return true;
}

std::string crdkit::stereoisomer(const RDKit::ROMol &molecule, const double *coordinates) {
  auto found = placed(molecule, coordinates);
  // Also drops what has the shape of a centre but is none, such as an amine's nitrogen.
  RDKit::MolOps::assignStereochemistryFrom3D(found);
  // It passes over some double bonds of conjugated chains: those are marked here, and decided below.
  RDKit::MolOps::findPotentialStereoBonds(found);
  for (auto bond : found.bonds()) {
    const auto &ends = bond->getStereoAtoms();
    if (isPyramidal(*bond->getBeginAtom()) || isPyramidal(*bond->getEndAtom())) {
      bond->setStereo(RDKit::Bond::STEREONONE);
    } else if (bond->getStereo() == RDKit::Bond::STEREOANY && ends.size() == 2) {
      const bool isZ = onSameSide(found.getConformer(), *bond, ends[0], ends[1]);
      bond->setStereo(isZ ? RDKit::Bond::STEREOZ : RDKit::Bond::STEREOE);
    }
  }
  return RDKit::MolToSmiles(found);
}

char *crdkit_molecule_stereoisomer(
  const crdkit_molecule *molecule, const double *coordinates, size_t coordinate_count, char **error) {
  return crdkit::guarded(error, static_cast<char *>(nullptr), [&] {
    const unsigned int atoms = molecule->value->getNumAtoms(false);
    if (coordinate_count != 3 * static_cast<size_t>(atoms))
      throw std::invalid_argument(
        std::to_string(coordinate_count / 3) + " positions were given for its " + std::to_string(atoms) + " atoms");
    return crdkit::copied(crdkit::stereoisomer(*molecule->value, coordinates));
  });
}
