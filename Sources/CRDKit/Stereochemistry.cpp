#include "Stereochemistry.hpp"

#include "Coordination.hpp"
#include "Stereoisomers.hpp"

#include <GraphMol/Conformer.h>
#include <GraphMol/MolOps.h>
#include <GraphMol/RingInfo.h>
#include <GraphMol/SmilesParse/SmilesParse.h>
#include <GraphMol/SmilesParse/SmilesWrite.h>

#include <algorithm>
#include <optional>

namespace {

bool isTetrahedral(RDKit::Atom::ChiralType tag) {
  return tag == RDKit::Atom::CHI_TETRAHEDRAL_CW || tag == RDKit::Atom::CHI_TETRAHEDRAL_CCW;
}

bool isCis(RDKit::Bond::BondStereo stereo) {
  return stereo == RDKit::Bond::STEREOZ || stereo == RDKit::Bond::STEREOCIS;
}

/// The permutation of the neighbours that a label such as @SP1 states.
int permutation(const RDKit::Atom &atom) {
  int found = 0;
  atom.getPropIfPresent(RDKit::common_properties::_chiralPermutation, found);
  return found;
}

/// Whether an atom with three neighbours has a configuration that RDKit does not read from coordinates: of such
/// pyramids it reads only sulfur and selenium. Nitrogen usually inverts and has a configuration only where it is
/// stated, in small rings and at bridgeheads.
bool isUnreadPyramid(const RDKit::Atom &atom) {
  const int element = atom.getAtomicNum();
  return (element == 15 || element == 33 || (element == 7 && isTetrahedral(atom.getChiralTag()))) &&
         atom.getTotalDegree() == 3 && atom.getTotalNumHs() <= 1;
}

/// The configuration of such an atom. `hydrogen` is the index of its implied hydrogen, if it has one.
RDKit::Atom::ChiralType pyramid(const RDKit::Atom &atom, const double *coordinates, size_t hydrogen) {
  // In cubic ångström; RDKit's own limit.
  constexpr double flat = 0.1;
  const auto position = [&](size_t index) {
    return RDGeom::Point3D(coordinates[3 * index], coordinates[3 * index + 1], coordinates[3 * index + 2]);
  };
  const auto centre = position(atom.getIdx());
  std::vector<RDGeom::Point3D> sides;
  for (const auto neighbour : atom.getOwningMol().atomNeighbors(&atom))
    sides.push_back(position(neighbour->getIdx()) - centre);
  if (atom.getTotalNumHs() == 1) sides.push_back(position(hydrogen) - centre);
  const double volume = sides.at(0).dotProduct(sides.at(1).crossProduct(sides.at(2)));
  if (volume > flat) return RDKit::Atom::CHI_TETRAHEDRAL_CCW;
  return volume < -flat ? RDKit::Atom::CHI_TETRAHEDRAL_CW : RDKit::Atom::CHI_UNSPECIFIED;
}

/// Sets the configurations of such atoms, and removes those of all others.
void readPyramids(RDKit::RWMol &placed, const double *coordinates) {
  // The implied hydrogens follow the atoms, in the order of the atoms they are bound to.
  size_t hydrogen = placed.getNumAtoms();
  for (auto atom : placed.atoms()) {
    atom->setChiralTag(
      isUnreadPyramid(*atom) ? pyramid(*atom, coordinates, hydrogen) : RDKit::Atom::CHI_UNSPECIFIED);
    hydrogen += atom->getTotalNumHs();
  }
}

/// Whether the stereo atoms that RDKit stores with a double bond are on the same side of it.
bool endsAreOnSameSide(const RDKit::Conformer &conformer, const RDKit::Bond &bond) {
  const auto &ends = bond.getStereoAtoms();
  return crdkit::areOnSameSide(
    conformer, bond, static_cast<unsigned int>(ends[0]), static_cast<unsigned int>(ends[1]));
}

/// Whether a neighbour is above an atom according to the bond's mark; none without a mark.
std::optional<bool> isAbove(const RDKit::Bond &bond, const RDKit::Atom &atom) {
  if (bond.getBondDir() != RDKit::Bond::ENDUPRIGHT && bond.getBondDir() != RDKit::Bond::ENDDOWNRIGHT) return {};
  return (bond.getBondDir() == RDKit::Bond::ENDUPRIGHT) == (bond.getBeginAtom() == &atom);
}

/// Whether the ring neighbour at an end of a double bond is above it; none without a mark there.
std::optional<bool> ringNeighbourIsAbove(const RDKit::Bond &bond, const RDKit::Atom &atom, const std::vector<int> &ring) {
  for (const auto other : bond.getOwningMol().atomBonds(&atom)) {
    const auto above = isAbove(*other, atom);
    if (other == &bond || !above) continue;
    const bool isInRing = std::find(ring.begin(), ring.end(), static_cast<int>(other->getOtherAtomIdx(atom.getIdx()))) != ring.end();
    return isInRing ? *above : !*above;
  }
  return {};
}

}  // namespace

RDKit::RWMol crdkit::placed(const RDKit::ROMol &molecule, const double *coordinates) {
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

RDKit::RWMol crdkit::placedWithConfigurations(const RDKit::ROMol &molecule, const double *coordinates) {
  auto result = placed(molecule, coordinates);
  readPyramids(result, coordinates);
  RDKit::MolOps::assignChiralTypesFrom3D(result, -1, false);
  return result;
}

bool crdkit::areOnSameSide(
  const RDKit::Conformer &conformer, const RDKit::Bond &bond, unsigned int atBegin, unsigned int atEnd) {
  const auto &begin = conformer.getAtomPos(bond.getBeginAtomIdx());
  const auto &end = conformer.getAtomPos(bond.getEndAtomIdx());
  const auto axis = end - begin;
  const auto first = axis.crossProduct(conformer.getAtomPos(atBegin) - begin);
  const auto second = axis.crossProduct(conformer.getAtomPos(atEnd) - end);
  return first.dotProduct(second) > 0;
}

bool crdkit::hasStatedStereochemistry(const RDKit::ROMol &molecule, const double *coordinates) {
  const auto found = placedWithConfigurations(molecule, coordinates);
  for (auto atom : molecule.atoms()) {
    // The bonds, and thus the neighbours, have the same order in both, so the tags have the same meaning.
    const auto stated = atom->getChiralTag();
    const auto &placed = *found.getAtomWithIdx(atom->getIdx());
    if (isTetrahedral(stated) && placed.getChiralTag() != stated) return false;
    if (stated > RDKit::Atom::CHI_OTHER && permutation(*atom) > 0 &&
        (placed.getChiralTag() != stated || permutation(placed) != permutation(*atom)))
      return false;
  }
  for (auto bond : molecule.bonds()) {
    const auto stated = bond->getStereo();
    const auto &ends = bond->getStereoAtoms();
    if (stated <= RDKit::Bond::STEREOANY || ends.size() != 2) continue;
    if (endsAreOnSameSide(found.getConformer(), *bond) != isCis(stated)) return false;
  }
  return true;
}

void crdkit::stateDoubleBonds(RDKit::RWMol &molecule) {
  RDKit::MolOps::findPotentialStereoBonds(molecule);
  for (auto bond : molecule.bonds()) {
    const auto &ends = bond->getStereoAtoms();
    if (isPyramidal(*bond->getBeginAtom()) || isPyramidal(*bond->getEndAtom())) {
      bond->setStereo(RDKit::Bond::STEREONONE);
    } else if (bond->getStereo() == RDKit::Bond::STEREOANY && ends.size() == 2) {
      const bool isZ = endsAreOnSameSide(molecule.getConformer(), *bond);
      bond->setStereo(isZ ? RDKit::Bond::STEREOZ : RDKit::Bond::STEREOE);
    }
  }
}

std::string crdkit::stereoisomer(const RDKit::ROMol &molecule, const double *coordinates) {
  auto found = placed(molecule, coordinates);
  readPyramids(found, coordinates);
  // This also removes atoms that look like centres but are not, such as the nitrogen of an amine.
  RDKit::MolOps::detectBondStereochemistry(found);
  RDKit::MolOps::assignChiralTypesFrom3D(found, -1, false);
  RDKit::MolOps::assignStereochemistry(found, true, true, true);
  // For an atom that is not tetrahedral, only what the SMILES states is read.
  for (auto atom : found.atoms())
    if (molecule.getAtomWithIdx(atom->getIdx())->getChiralTag() <= RDKit::Atom::CHI_OTHER &&
        (atom->getChiralTag() > RDKit::Atom::CHI_OTHER || isHypercoordinate(*atom)))
      atom->setChiralTag(RDKit::Atom::CHI_UNSPECIFIED);
  // RDKit skips some double bonds of conjugated chains.
  stateDoubleBonds(found);
  return RDKit::MolToSmiles(found);
}

/// Throws if the number of coordinates does not match the molecule's atoms.
static void requirePositions(const RDKit::ROMol &molecule, size_t coordinate_count) {
  const unsigned int atoms = molecule.getNumAtoms(false);
  if (coordinate_count != 3 * static_cast<size_t>(atoms))
    throw std::invalid_argument(
      std::to_string(coordinate_count / 3) + " positions were given for its " + std::to_string(atoms) + " atoms");
}

char *crdkit_molecule_stereoisomer(
  const crdkit_molecule *molecule, const double *coordinates, size_t coordinate_count, char **error) {
  return crdkit::guarded(error, static_cast<char *>(nullptr), [&] {
    requirePositions(*molecule->value, coordinate_count);
    return crdkit::copied(crdkit::stereoisomer(*molecule->value, coordinates));
  });
}

int crdkit_molecule_has_stated_stereochemistry(
  const crdkit_molecule *molecule, const double *coordinates, size_t coordinate_count, char **error) {
  return crdkit::guarded(error, -1, [&] {
    requirePositions(*molecule->value, coordinate_count);
    return crdkit::hasStatedStereochemistry(*molecule->value, coordinates) ? 1 : 0;
  });
}

int crdkit_molecule_open_stereochemistry(
  const crdkit_molecule *molecule, int *centres, int *double_bonds, char **error) {
  return crdkit::guarded(error, -1, [&] {
    const auto counts = crdkit::countOpen(*molecule->value);
    *centres = counts.centres;
    *double_bonds = counts.doubleBonds;
    return 0;
  });
}

int crdkit_smiles_has_dropped_e(const char *smiles, char **error) {
  return crdkit::guarded(error, -1, [&] {
    RDKit::SmilesParserParams parameters;
    parameters.allowCXSMILES = false;
    parameters.parseName = false;
    parameters.sanitize = false;
    parameters.removeHs = false;
    const std::unique_ptr<RDKit::RWMol> molecule(RDKit::SmilesToMol(smiles, parameters));
    if (!molecule) throw std::invalid_argument("it is not a SMILES");
    RDKit::MolOps::findSSSR(*molecule);
    for (const auto &ring : molecule->getRingInfo()->atomRings()) {
      if (ring.size() > 7) continue;
      for (const auto bond : molecule->bonds()) {
        const auto has = [&](unsigned int atom) {
          return std::find(ring.begin(), ring.end(), static_cast<int>(atom)) != ring.end();
        };
        if (bond->getBondType() != RDKit::Bond::DOUBLE || !has(bond->getBeginAtomIdx()) || !has(bond->getEndAtomIdx()))
          continue;
        const auto first = ringNeighbourIsAbove(*bond, *bond->getBeginAtom(), ring);
        const auto second = ringNeighbourIsAbove(*bond, *bond->getEndAtom(), ring);
        if (first && second && *first != *second) return 1;
      }
    }
    return 0;
  });
}
