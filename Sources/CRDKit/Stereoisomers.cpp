#include "Stereoisomers.hpp"

#include "Coordination.hpp"
#include "Stereochemistry.hpp"

#include <GraphMol/MolOps.h>
#include <GraphMol/RingInfo.h>
#include <GraphMol/SmilesParse/SmilesParse.h>
#include <GraphMol/SmilesParse/SmilesWrite.h>

#include <algorithm>
#include <set>

namespace {

using RDKit::Chirality::StereoInfo;
using RDKit::Chirality::StereoType;

/// With more open centres and double bonds than this, the combinations are sampled.
constexpr size_t mostBits = 8;

unsigned int present(const StereoInfo &bond, size_t first) {
  const auto atom = bond.controllingAtoms[first];
  return atom != StereoInfo::NOATOM ? atom : bond.controllingAtoms[first + 1];
}

/// A choice for each open centre (true: clockwise) and double bond (true: cis).
using Choices = std::vector<bool>;

/// The choices in a structure.
Choices chosen(
  const RDKit::ROMol &molecule, const std::vector<StereoInfo> &open, const std::vector<double> &coordinates) {
  const auto placed = crdkit::placedWithConfigurations(molecule, coordinates.data());
  Choices choices;
  for (const auto &element : open) {
    if (element.type == StereoType::Bond_Double)
      choices.push_back(crdkit::areOnSameSide(
        placed.getConformer(), *placed.getBondWithIdx(element.centeredOn), present(element, 0), present(element, 2)));
    else
      choices.push_back(
        placed.getAtomWithIdx(element.centeredOn)->getChiralTag() == RDKit::Atom::CHI_TETRAHEDRAL_CW);
  }
  return choices;
}

/// The molecule with these choices.
std::unique_ptr<RDKit::RWMol> assigned(
  const RDKit::ROMol &molecule, const std::vector<StereoInfo> &open, const Choices &choices) {
  auto isomer = std::make_unique<RDKit::RWMol>(molecule);
  for (size_t index = 0; index < open.size(); ++index) {
    const auto &element = open[index];
    const bool choice = choices[index];
    if (element.type == StereoType::Bond_Double) {
      auto bond = isomer->getBondWithIdx(element.centeredOn);
      bond->setStereoAtoms(present(element, 0), present(element, 2));
      bond->setStereo(choice ? RDKit::Bond::STEREOCIS : RDKit::Bond::STEREOTRANS);
    } else {
      auto atom = isomer->getAtomWithIdx(element.centeredOn);
      atom->setChiralTag(choice ? RDKit::Atom::CHI_TETRAHEDRAL_CW : RDKit::Atom::CHI_TETRAHEDRAL_CCW);
    }
  }
  RDKit::MolOps::assignStereochemistry(*isomer, false, true);
  return isomer;
}

/// The SMILES is read again, because only the reader removes labels of atoms that are not centres given the other
/// choices.
std::string canonical(const RDKit::ROMol &isomer) {
  const std::string text = RDKit::MolToSmiles(isomer);
  const std::unique_ptr<RDKit::RWMol> read(RDKit::SmilesToMol(text));
  return read ? RDKit::MolToSmiles(*read) : text;
}

/// The same text for an isomer and its mirror image.
std::string handless(const RDKit::ROMol &isomer) {
  RDKit::RWMol mirrored(isomer);
  for (auto atom : mirrored.atoms()) {
    if (atom->getChiralTag() == RDKit::Atom::CHI_TETRAHEDRAL_CW)
      atom->setChiralTag(RDKit::Atom::CHI_TETRAHEDRAL_CCW);
    else if (atom->getChiralTag() == RDKit::Atom::CHI_TETRAHEDRAL_CCW)
      atom->setChiralTag(RDKit::Atom::CHI_TETRAHEDRAL_CW);
  }
  RDKit::MolOps::assignStereochemistry(mirrored, false, true);
  return std::min(canonical(isomer), canonical(mirrored));
}

/// Whether an end of a double bond has another double bond.
bool isCumulated(const RDKit::Bond &bond) {
  const auto &molecule = bond.getOwningMol();
  for (const auto end : {bond.getBeginAtom(), bond.getEndAtom()})
    for (const auto other : molecule.atomBonds(end))
      if (other != &bond && other->getBondType() == RDKit::Bond::DOUBLE) return true;
  return false;
}

/// SplitMix64: independent numbers.
uint64_t mixed(uint64_t index) {
  uint64_t bits = (index + 1) * 0x9e3779b97f4a7c15u;
  bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9u;
  bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebu;
  return bits ^ (bits >> 31);
}

/// The combinations to try: all, or a fixed sample, of which the first has every double bond trans.
std::vector<Choices> combinations(const std::vector<StereoInfo> &open) {
  std::vector<Choices> result;
  const uint64_t size = uint64_t(1) << std::min(open.size(), mostBits);
  for (uint64_t index = 0; index < size; ++index) {
    Choices choices;
    for (uint64_t bit = 0; bit < open.size(); ++bit)
      choices.push_back(
        open.size() <= mostBits ? (index >> bit) & 1 : index > 0 && (mixed(index * open.size() + bit) & 1));
    result.push_back(choices);
  }
  return result;
}

int countCis(const RDKit::ROMol &isomer, const std::vector<StereoInfo> &open) {
  return static_cast<int>(std::count_if(open.begin(), open.end(), [&](const auto &element) {
    if (element.type != StereoType::Bond_Double) return false;
    const auto stereo = isomer.getBondWithIdx(element.centeredOn)->getStereo();
    return stereo == RDKit::Bond::STEREOZ || stereo == RDKit::Bond::STEREOCIS;
  }));
}

/// The open tetrahedral centres of P, Si, S, Ge and heavier elements. RDKit's search skips such atoms with four
/// neighbours, because they might not be tetrahedral; its older perception includes them.
std::vector<StereoInfo> openHeavyCentres(const RDKit::ROMol &molecule) {
  RDKit::RWMol flagged(molecule);
  RDKit::MolOps::assignStereochemistry(flagged, false, true, true);
  std::vector<StereoInfo> open;
  for (const auto atom : flagged.atoms()) {
    if (atom->getAtomicNum() <= 12 || atom->getTotalDegree() != 4 || crdkit::isHypercoordinate(*atom)) continue;
    if (atom->getChiralTag() != RDKit::Atom::CHI_UNSPECIFIED) continue;
    if (!atom->hasProp(RDKit::common_properties::_ChiralityPossible)) continue;
    StereoInfo centre;
    centre.type = StereoType::Atom_Tetrahedral;
    centre.centeredOn = atom->getIdx();
    open.push_back(centre);
  }
  return open;
}

}  // namespace

bool crdkit::isPyramidal(const RDKit::Atom &atom) {
  const int element = atom.getAtomicNum();
  return atom.getTotalDegree() == 3 && (element == 16 || element == 34 || element == 52);
}

std::vector<StereoInfo> crdkit::openStereochemistry(const RDKit::ROMol &molecule) {
  RDKit::RWMol searched(molecule), marked(molecule);
  // The reader's own perception excludes cumulenes, and with them all bonds of rings.
  RDKit::MolOps::findPotentialStereoBonds(marked);
  std::vector<StereoInfo> open;
  for (const auto &element : RDKit::Chirality::findPotentialStereo(searched, false)) {
    if (element.specified == RDKit::Chirality::StereoSpecified::Specified) continue;
    if (element.type == StereoType::Atom_Tetrahedral) {
      const auto &atom = *molecule.getAtomWithIdx(element.centeredOn);
      const bool isAmine = atom.getAtomicNum() == 7 && atom.getTotalDegree() < 4;
      // Some versions of RDKit list SiH2.
      const bool hasEqualHydrogens = atom.getTotalNumHs(true) > 1;
      if (!isAmine && !hasEqualHydrogens && !isHypercoordinate(atom)) open.push_back(element);
    } else if (element.type == StereoType::Bond_Double) {
      const auto bond = marked.getBondWithIdx(element.centeredOn);
      const bool isInRing = molecule.getRingInfo()->numBondRings(element.centeredOn) > 0;
      if ((bond->getStereo() == RDKit::Bond::STEREOANY || (isInRing && !isCumulated(*bond))) && !isPyramidal(*bond->getBeginAtom()) &&
          !isPyramidal(*bond->getEndAtom()))
        open.push_back(element);
    }
  }
  for (const auto &centre : openHeavyCentres(molecule)) {
    const bool isKnown = std::any_of(open.begin(), open.end(), [&](const auto &element) {
      return element.type == centre.type && element.centeredOn == centre.centeredOn;
    });
    if (!isKnown) open.push_back(centre);
  }
  return open;
}

crdkit::OpenCounts crdkit::countOpen(const RDKit::ROMol &molecule) {
  OpenCounts counts;
  for (const auto &element : openStereochemistry(molecule))
    ++(element.type == StereoType::Bond_Double ? counts.doubleBonds : counts.centres);
  return counts;
}

bool crdkit::areBoundByRings(const RDKit::ROMol &molecule, const std::vector<StereoInfo> &open) {
  return std::count_if(open.begin(), open.end(), [&](const auto &element) {
           return element.type == StereoType::Atom_Tetrahedral &&
                  molecule.getRingInfo()->numAtomRings(element.centeredOn) > 0;
         }) > 1;
}

crdkit::Isomers crdkit::isomers(
  const RDKit::ROMol &molecule, size_t most, const std::vector<std::vector<double>> &structures) {
  const auto open = openStereochemistry(molecule);
  Isomers result;
  result.open = open.size();
  if (open.empty()) {
    result.molecules.push_back(std::make_unique<RDKit::RWMol>(molecule));
    return result;
  }
  std::vector<std::pair<int, std::unique_ptr<RDKit::RWMol>>> found;
  std::set<std::string> known;
  const auto add = [&](std::unique_ptr<RDKit::RWMol> isomer, bool isPossible) {
    if (!known.insert(handless(*isomer)).second) return;
    const int rank = isPossible ? -1 : countCis(*isomer, open);
    found.emplace_back(rank, std::move(isomer));
  };
  for (const auto &structure : structures) add(assigned(molecule, open, chosen(molecule, open, structure)), true);
  for (const auto &choices : combinations(open)) add(assigned(molecule, open, choices), false);
  std::stable_sort(found.begin(), found.end(), [](auto &a, auto &b) { return a.first < b.first; });
  result.areMore = open.size() > mostBits || found.size() > most;
  for (auto &entry : found) {
    if (result.molecules.size() == most) break;
    result.molecules.push_back(std::move(entry.second));
  }
  return result;
}
