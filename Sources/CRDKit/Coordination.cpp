#include "Coordination.hpp"

#include <GraphMol/Chirality.h>
#include <GraphMol/DistGeomHelpers/BoundsMatrixBuilder.h>
#include <GraphMol/ForceFieldHelpers/UFF/AtomTyper.h>
#include <GraphMol/MolOps.h>
#include <GraphMol/PeriodicTable.h>
#include <GraphMol/RingInfo.h>
#include <GraphMol/new_canon.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace {

using crdkit::Arrangement;
using crdkit::Coordination;
using Pairs = std::vector<std::pair<size_t, size_t>>;

constexpr double degrees = M_PI / 180;
/// An upper bound without effect (ångström).
constexpr double far = 1000;
/// Two ligands that share a ring of at most this size with their atom cannot be opposite each other.
constexpr size_t largestBentRing = 7;

bool isMetal(int element) {
  return (element >= 21 && element <= 30) || (element >= 39 && element <= 48) || (element >= 57 && element <= 80) ||
         (element >= 89 && element <= 112);
}

/// Metals that are often square planar with four ligands: Co, Ni, Cu, Rh, Pd, Ag, Ir, Pt, Au.
bool isOftenPlanar(int element) {
  return (element >= 27 && element <= 29) || (element >= 45 && element <= 47) || (element >= 77 && element <= 79);
}

int lonePairs(const RDKit::Atom &atom) {
  double bonds = atom.getTotalNumHs();
  for (const auto bond : atom.getOwningMol().atomBonds(&atom)) {
    const bool isDonor = bond->getBondType() == RDKit::Bond::DATIVE && bond->getBeginAtom() == &atom;
    bonds += isDonor ? 2 : bond->getValenceContrib(&atom);
  }
  const int outer = RDKit::PeriodicTable::getTable()->getNouterElecs(atom.getAtomicNum());
  const double left = outer - atom.getFormalCharge() - bonds - atom.getNumRadicalElectrons();
  return std::max(0, static_cast<int>(std::floor(left / 2)));
}

/// A template: the number of pairs of opposite ligands, and the angle between ligands without an opposite one.
struct Template {
  const char *shape;
  size_t opposite;
  double angle;
};

std::vector<Template> templates(const RDKit::Atom &atom) {
  const size_t ligands = atom.getTotalDegree();
  const int element = atom.getAtomicNum();
  const Template trigonal{"trigonal plane", 0, 120}, tetrahedron{"tetrahedron", 0, 109.47};
  if (isMetal(element)) {
    switch (ligands) {
      case 2: return {{"linear", 1, 0}};
      case 3:
        if (isOftenPlanar(element)) return {trigonal, {"T", 1, 0}};
        return {trigonal};
      case 4:
        if (isOftenPlanar(element)) return {{"square plane", 2, 0}, tetrahedron};
        return {tetrahedron};
      case 5: return {{"trigonal bipyramid", 1, 120}, {"square pyramid", 2, 0}};
      case 6: return {{"octahedron", 3, 0}};
      default: return {};
    }
  }
  const size_t pairs = static_cast<size_t>(lonePairs(atom));
  switch (ligands + pairs) {
    case 5:
      switch (ligands) {
        case 5: return {{"trigonal bipyramid", 1, 120}};
        case 4: return {{"seesaw", 1, 115}};
        case 3: return {{"T", 1, 0}};
        case 2: return {{"linear", 1, 0}};
        default: return {};
      }
    case 6:
      switch (ligands) {
        case 6: return {{"octahedron", 3, 0}};
        case 5: return {{"square pyramid", 2, 0}};
        case 4: return {{"square plane", 2, 0}};
        case 3: return {{"T", 1, 0}};
        case 2: return {{"linear", 1, 0}};
        default: return {};
      }
    case 7:
      switch (ligands) {
        case 7: return {{"pentagonal bipyramid", 1, 0}};
        case 6: return {{"octahedron", 3, 0}};
        default: return {};
      }
    default: return {};
  }
}

/// Electronegativity by Pauling.
double electronegativity(int element) {
  switch (element) {
    case 1: return 2.20;
    case 6: return 2.55;
    case 7: return 3.04;
    case 8: return 3.44;
    case 9: return 3.98;
    case 14: return 1.90;
    case 15: return 2.19;
    case 16: return 2.58;
    case 17: return 3.16;
    case 34: return 2.55;
    case 35: return 2.96;
    case 53: return 2.66;
    default: return 2.0;
  }
}

bool sharesSmallRing(const RDKit::ROMol &molecule, unsigned int centre, unsigned int first, unsigned int second) {
  for (const auto &ring : molecule.getRingInfo()->atomRings()) {
    const auto has = [&](unsigned int atom) {
      return std::find(ring.begin(), ring.end(), static_cast<int>(atom)) != ring.end();
    };
    if (ring.size() <= largestBentRing && has(centre) && has(first) && has(second)) return true;
  }
  return false;
}

/// All choices of `wanted` disjoint, allowed pairs of `ligands` ligands.
template <typename Allowed>
void choosePairs(
  size_t ligands, size_t wanted, size_t from, Pairs &chosen, std::set<size_t> &taken, std::vector<Pairs> &all,
  const Allowed &allowed) {
  if (chosen.size() == wanted) {
    all.push_back(chosen);
    return;
  }
  for (size_t first = from; first < ligands; ++first) {
    if (taken.count(first)) continue;
    for (size_t second = first + 1; second < ligands; ++second) {
      if (taken.count(second) || !allowed(first, second)) continue;
      chosen.emplace_back(first, second);
      taken.insert({first, second});
      choosePairs(ligands, wanted, first + 1, chosen, taken, all, allowed);
      taken.erase(first);
      taken.erase(second);
      chosen.pop_back();
    }
  }
}

Arrangement arranged(
  unsigned int centre, const std::vector<unsigned int> &ligands, const Template &shape, const Pairs &opposite) {
  Arrangement result{centre, shape.shape, ligands, std::vector<double>(ligands.size() * ligands.size(), 0)};
  std::set<size_t> paired;
  for (const auto &[first, second] : opposite) paired.insert({first, second});
  for (size_t first = 0; first < ligands.size(); ++first) {
    for (size_t second = 0; second < ligands.size(); ++second) {
      if (first == second) continue;
      const std::pair<size_t, size_t> both(std::min(first, second), std::max(first, second));
      const bool isOpposite = std::find(opposite.begin(), opposite.end(), both) != opposite.end();
      const bool isNextToPair = paired.count(first) || paired.count(second);
      result.angles[first * ligands.size() + second] = isOpposite ? 180 : isNextToPair ? 90 : shape.angle;
    }
  }
  return result;
}

/// The arrangement of an atom's ligands that the SMILES states by a label such as @SP1; empty if it states none.
std::vector<Arrangement> stated(const RDKit::Atom &atom, const std::vector<unsigned int> &ligands) {
  const auto &molecule = atom.getOwningMol();
  if (!RDKit::Chirality::hasNonTetrahedralStereo(&atom)) return {};
  int permutation = 0;
  if (!atom.getPropIfPresent(RDKit::common_properties::_chiralPermutation, permutation) || permutation == 0) return {};
  const char *shape = "";
  switch (atom.getChiralTag()) {
    case RDKit::Atom::CHI_SQUAREPLANAR: shape = "square plane"; break;
    case RDKit::Atom::CHI_TRIGONALBIPYRAMIDAL: shape = "trigonal bipyramid"; break;
    case RDKit::Atom::CHI_OCTAHEDRAL: shape = "octahedron"; break;
    default: return {};
  }
  Arrangement result{atom.getIdx(), shape, ligands, {}};
  for (const auto first : ligands)
    for (const auto second : ligands)
      result.angles.push_back(
        first == second ? 0
                        : RDKit::Chirality::getIdealAngleBetweenLigands(
                            &atom, molecule.getAtomWithIdx(first), molecule.getAtomWithIdx(second)));
  return {result};
}

std::vector<Arrangement> arrangements(
  const RDKit::ROMol &molecule, const RDKit::Atom &atom, const std::vector<unsigned int> &ranks) {
  std::vector<unsigned int> ligands;
  for (const auto neighbour : molecule.atomNeighbors(&atom)) ligands.push_back(neighbour->getIdx());
  if (auto only = stated(atom, ligands); !only.empty()) return only;
  std::vector<std::pair<double, Arrangement>> found;
  std::set<std::pair<std::string, std::vector<std::pair<unsigned int, unsigned int>>>> known;
  double bonus = 0;
  for (const auto &shape : templates(atom)) {
    std::vector<Pairs> all;
    Pairs chosen;
    std::set<size_t> taken;
    choosePairs(ligands.size(), shape.opposite, 0, chosen, taken, all, [&](size_t first, size_t second) {
      return !sharesSmallRing(molecule, atom.getIdx(), ligands[first], ligands[second]);
    });
    for (const auto &opposite : all) {
      std::vector<std::pair<unsigned int, unsigned int>> kind;
      double merit = bonus;
      for (const auto &[first, second] : opposite) {
        kind.push_back(std::minmax(ranks[ligands[first]], ranks[ligands[second]]));
        for (const auto place : {first, second})
          merit += electronegativity(molecule.getAtomWithIdx(ligands[place])->getAtomicNum());
      }
      std::sort(kind.begin(), kind.end());
      if (known.insert({shape.shape, kind}).second)
        found.emplace_back(merit, arranged(atom.getIdx(), ligands, shape, opposite));
    }
    // The shapes of an atom are in the order of its templates.
    bonus -= 100;
  }
  std::stable_sort(found.begin(), found.end(), [](auto &a, auto &b) { return a.first > b.first; });
  std::vector<Arrangement> result;
  for (auto &entry : found) result.push_back(std::move(entry.second));
  return result;
}

double bondLength(const RDKit::ROMol &molecule, const DistGeom::BoundsMatrix &bounds, unsigned int a, unsigned int b) {
  const double topological = (bounds.getLowerBound(a, b) + bounds.getUpperBound(a, b)) / 2;
  // Without parameters the bounds are wide.
  if (bounds.getUpperBound(a, b) - bounds.getLowerBound(a, b) < 0.2) return topological;
  const auto table = RDKit::PeriodicTable::getTable();
  return table->getRcovalent(molecule.getAtomWithIdx(a)->getAtomicNum()) +
         table->getRcovalent(molecule.getAtomWithIdx(b)->getAtomicNum());
}

void setBounds(DistGeom::BoundsMatrix &bounds, unsigned int a, unsigned int b, double lower, double upper) {
  bounds.setUpperBound(a, b, far);
  bounds.setLowerBound(a, b, lower);
  bounds.setUpperBound(a, b, upper);
}

/// Removes the bounds of all pairs of atoms whose shortest path contains an atom.
void free(DistGeom::BoundsMatrix &bounds, const double *paths, unsigned int atoms, unsigned int through) {
  const auto path = [&](unsigned int a, unsigned int b) { return paths[a * atoms + b]; };
  for (unsigned int a = 0; a < atoms; ++a) {
    for (unsigned int b = 0; b < a; ++b) {
      if (a == through || b == through || path(a, b) > 900) continue;
      if (std::abs(path(a, through) + path(through, b) - path(a, b)) < 0.5)
        setBounds(bounds, a, b, std::min(1.8, bounds.getLowerBound(a, b)), far);
    }
  }
}

void arrange(const RDKit::ROMol &molecule, DistGeom::BoundsMatrix &bounds, const Arrangement &arrangement) {
  const auto &ligands = arrangement.ligands;
  std::vector<double> lengths;
  for (const auto ligand : ligands) {
    lengths.push_back(bondLength(molecule, bounds, arrangement.centre, ligand));
    setBounds(bounds, arrangement.centre, ligand, lengths.back() - 0.01, lengths.back() + 0.01);
  }
  for (size_t first = 0; first < ligands.size(); ++first) {
    for (size_t second = 0; second < first; ++second) {
      const double angle = arrangement.angles[first * ligands.size() + second];
      const double a = lengths[first], b = lengths[second];
      const auto distance = [&](double degree) {
        return std::sqrt(a * a + b * b - 2 * a * b * std::cos(degree * degrees));
      };
      // Two atoms of one small ring are as far apart as the ring allows.
      const bool isRing = sharesSmallRing(molecule, arrangement.centre, ligands[first], ligands[second]);
      if (molecule.getBondBetweenAtoms(ligands[first], ligands[second])) continue;
      if (angle == 0)
        setBounds(bounds, ligands[first], ligands[second], distance(65), distance(150));
      else
        setBounds(
          bounds, ligands[first], ligands[second], distance(angle - (isRing ? 30 : 4)),
          distance(std::min(180.0, angle + (isRing ? 15 : 4))));
    }
  }
}

bool isTransInRing(const RDKit::Bond &bond) {
  const auto stereo = bond.getStereo();
  return bond.getStereoAtoms().size() == 2 && bond.getOwningMol().getRingInfo()->numBondRings(bond.getIdx()) > 0 &&
         stereo > RDKit::Bond::STEREOANY;
}

/// The neighbour of an end of a double bond in the same ring; -1 if there is none.
int ringNeighbour(const std::vector<int> &ring, int end, int other) {
  const auto place = std::find(ring.begin(), ring.end(), end);
  const size_t index = static_cast<size_t>(place - ring.begin());
  const int before = ring[(index + ring.size() - 1) % ring.size()], after = ring[(index + 1) % ring.size()];
  return before == other ? after : before;
}

/// The smallest ring of a double bond, if its two ring neighbours are stated to be on opposite sides; otherwise empty.
std::vector<int> transRing(const RDKit::Bond &bond) {
  if (bond.getBondType() != RDKit::Bond::DOUBLE || !isTransInRing(bond)) return {};
  const int begin = static_cast<int>(bond.getBeginAtomIdx()), end = static_cast<int>(bond.getEndAtomIdx());
  const auto &rings = bond.getOwningMol().getRingInfo()->bondRings();
  const auto &atoms = bond.getOwningMol().getRingInfo()->atomRings();
  std::vector<int> smallest;
  for (size_t ring = 0; ring < rings.size(); ++ring) {
    const auto &bonds = rings[ring];
    if (std::find(bonds.begin(), bonds.end(), static_cast<int>(bond.getIdx())) == bonds.end()) continue;
    if (smallest.empty() || atoms[ring].size() < smallest.size()) smallest = atoms[ring];
  }
  if (smallest.empty()) return {};
  const auto &stated = bond.getStereoAtoms();
  bool isTrans = bond.getStereo() == RDKit::Bond::STEREOE || bond.getStereo() == RDKit::Bond::STEREOTRANS;
  if (ringNeighbour(smallest, begin, end) != stated[0]) isTrans = !isTrans;
  if (ringNeighbour(smallest, end, begin) != stated[1]) isTrans = !isTrans;
  return isTrans ? smallest : std::vector<int>();
}

/// Puts the two ring neighbours of an E double bond on opposite sides, twisted as in rings of eight and nine atoms.
void twist(const RDKit::ROMol &molecule, DistGeom::BoundsMatrix &bounds, const RDKit::Bond &bond) {
  const auto ring = transRing(bond);
  if (ring.empty()) return;
  for (const int a : ring)
    for (const int b : ring) {
      const auto first = static_cast<unsigned int>(a), second = static_cast<unsigned int>(b);
      if (a < b && !molecule.getBondBetweenAtoms(first, second) &&
          RDKit::MolOps::getDistanceMat(molecule)[first * molecule.getNumAtoms() + second] > 2.5)
        setBounds(bounds, first, second, 2.2, far);
    }
  const int begin = static_cast<int>(bond.getBeginAtomIdx()), end = static_cast<int>(bond.getEndAtomIdx());
  const auto first = static_cast<unsigned int>(ringNeighbour(ring, begin, end));
  const auto second = static_cast<unsigned int>(ringNeighbour(ring, end, begin));
  setBounds(bounds, first, second, 3.3, 3.95);
}

}  // namespace

bool crdkit::isHypercoordinate(const RDKit::Atom &atom) {
  const size_t ligands = atom.getTotalDegree();
  if (atom.getAtomicNum() < 3 || ligands < 2) return false;
  if (isMetal(atom.getAtomicNum())) return ligands >= 2;
  return ligands + static_cast<size_t>(lonePairs(atom)) >= 5;
}

std::vector<Coordination> crdkit::coordinations(const RDKit::ROMol &molecule, size_t most) {
  std::vector<Coordination> result;
  std::vector<unsigned int> ranks;
  for (const auto atom : molecule.atoms()) {
    if (!isHypercoordinate(*atom)) continue;
    if (ranks.empty()) RDKit::Canon::rankMolAtoms(molecule, ranks, false);
    const auto choices = arrangements(molecule, *atom, ranks);
    if (choices.empty()) return {};
    if (result.empty()) result.emplace_back();
    std::vector<Coordination> longer;
    for (const auto &choice : choices)
      for (const auto &before : result) {
        if (longer.size() == most) break;
        longer.push_back(before);
        longer.back().push_back(choice);
      }
    result = std::move(longer);
  }
  return result;
}

std::string crdkit::described(const RDKit::ROMol &molecule, const Coordination &coordination) {
  std::string text;
  for (const auto &arrangement : coordination) {
    const auto atom = molecule.getAtomWithIdx(arrangement.centre);
    text += (text.empty() ? "" : ", ") + std::string(arrangement.shape) + " at " + atom->getSymbol() +
            std::to_string(arrangement.centre + 1);
    std::string pairs;
    for (size_t first = 0; first < arrangement.ligands.size(); ++first)
      for (size_t second = 0; second < first; ++second) {
        if (arrangement.angles[first * arrangement.ligands.size() + second] < 179) continue;
        const auto name = [&](size_t ligand) {
          return molecule.getAtomWithIdx(arrangement.ligands[ligand])->getSymbol() +
                 std::to_string(arrangement.ligands[ligand] + 1);
        };
        pairs += (pairs.empty() ? "" : ", ") + name(second) + " opposite " + name(first);
      }
    if (!pairs.empty()) text += " (" + pairs + ")";
  }
  return text;
}

DistGeom::BoundsMatPtr crdkit::bounds(const RDKit::ROMol &molecule, const Coordination &coordination) {
  const unsigned int atoms = molecule.getNumAtoms();
  DistGeom::BoundsMatPtr result(new DistGeom::BoundsMatrix(atoms));
  RDKit::DGeomHelpers::initBoundsMat(result);
  RDKit::DGeomHelpers::setTopolBounds(molecule, result, false, true);
  const double *paths = RDKit::MolOps::getDistanceMat(molecule);
  for (const auto &arrangement : coordination) free(*result, paths, atoms, arrangement.centre);
  for (const auto &arrangement : coordination) arrange(molecule, *result, arrangement);
  for (const auto bond : molecule.bonds()) twist(molecule, *result, *bond);
  return result;
}

bool crdkit::hasTransRing(const RDKit::ROMol &molecule) {
  for (const auto bond : molecule.bonds())
    if (!transRing(*bond).empty()) return true;
  return false;
}
