#include "Embedding.hpp"
#include "Stereochemistry.hpp"
#include "Stereoisomers.hpp"

#include <ForceField/ForceField.h>
#include <GraphMol/Conformer.h>
#include <GraphMol/ForceFieldHelpers/MMFF/AtomTyper.h>
#include <GraphMol/ForceFieldHelpers/MMFF/Builder.h>
#include <GraphMol/ForceFieldHelpers/UFF/AtomTyper.h>
#include <GraphMol/ForceFieldHelpers/UFF/Builder.h>
#include <GraphMol/MolOps.h>
#include <GraphMol/PeriodicTable.h>
#include <GraphMol/RingInfo.h>
#include <RDGeneral/versions.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

struct crdkit_conformers {
  struct Conformer {
    double energy;
    std::vector<double> coordinates;
    /// The method of embedding.
    const char *step;
    /// The arrangements of hypercoordinate atoms; empty if there are none.
    std::string shape;
  };
  struct Bond {
    int first, second;
    double order;
  };
  const char *forceField = nullptr;
  std::vector<std::string> elements;
  std::vector<Bond> bonds;
  std::vector<Conformer> conformers;
  size_t isomers = 1;
  bool areMoreIsomers = false;
};

namespace {

/// The time for embedding grows with the cube of the number of atoms.
constexpr unsigned int mostAtoms = 250;
/// The time limit for embedding one molecule (seconds).
constexpr double timeLimit = 300;
/// The greatest number of rounds, each of as many conformers as requested, while too few have the stated
/// stereochemistry.
constexpr uint32_t mostRounds = 4;
constexpr int mostRelaxationSteps = 2000;
/// Conformers whose energies differ by less are mirror images or repetitions (kcal/mol).
constexpr double sameEnergy = 0.01;
/// Unrelaxed structures whose distances differ by less are repetitions (root mean square, ångström).
constexpr double sameDistances = 0.1;
/// The most stereoisomers made of a molecule that leaves some open; the number of conformers if that is greater.
constexpr size_t usualIsomers = 8;
/// Distance geometry makes this many attempts for each structure; fewer if rings make some of several isomers
/// impossible.
constexpr unsigned int attemptsPerStructure = 20, attemptsPerIsomer = 6;
/// The greatest number of arrangements of ligands at hypercoordinate atoms.
constexpr size_t mostArrangements = 6;

using Conformer = crdkit_conformers::Conformer;
using Conformers = std::vector<Conformer>;
using Field = std::unique_ptr<ForceFields::ForceField>;

/// Whether an atom is bent although RDKit and MMFF94 treat it as linear: carbon, or N+, with two neighbours and
/// unshared electrons, as in carbenes and in acyl and vinyl radicals. Atoms in rings are already bent, and atoms bound
/// to metals are linear.
bool isBent(const RDKit::Atom &atom) {
  const auto &molecule = atom.getOwningMol();
  const int element = atom.getAtomicNum();
  if ((element != 6 && element != 7) || atom.getTotalDegree() != 2 || atom.getNumRadicalElectrons() == 0) return false;
  if (RDKit::PeriodicTable::getTable()->getNouterElecs(element) - atom.getFormalCharge() != 4) return false;
  if (molecule.getRingInfo()->numAtomRings(atom.getIdx()) > 0) return false;
  for (const auto neighbour : molecule.atomNeighbors(&atom))
    if (crdkit::isHypercoordinate(*neighbour)) return false;
  return true;
}

bool hasBentAtom(const RDKit::ROMol &molecule) {
  for (const auto atom : molecule.atoms())
    if (isBent(*atom)) return true;
  return false;
}

/// The molecule with all hydrogens. Its bent atoms get an angle, because an optimisation that starts from a straight
/// line stays there.
std::unique_ptr<RDKit::ROMol> withHydrogens(const RDKit::ROMol &heavy) {
  std::unique_ptr<RDKit::ROMol> molecule(RDKit::MolOps::addHs(heavy));
  for (auto atom : molecule->atoms())
    if (isBent(*atom)) atom->setHybridization(RDKit::Atom::SP2);
  return molecule;
}

/// Builds force fields of one kind for the conformers of a molecule: MMFF94; UFF if MMFF94 lacks parameters or would
/// straighten a bent atom; or none.
struct FieldBuilder {
  RDKit::ROMol &molecule;
  RDKit::MMFF::MMFFMolProperties properties;
  bool isMMFF, isUFF;

  explicit FieldBuilder(RDKit::ROMol &molecule)
      : molecule(molecule), properties(molecule, "MMFF94"), isMMFF(properties.isValid() && !hasBentAtom(molecule)),
        isUFF(!isMMFF && RDKit::UFF::getAtomTypes(molecule).second) {}
  const char *name() { return isMMFF ? "MMFF94" : isUFF ? "UFF" : nullptr; }
  Field field(int conformer) {
    if (isMMFF)
      return Field(RDKit::MMFF::constructForceField(molecule, &properties, 100.0, conformer));
    return Field(isUFF ? RDKit::UFF::constructForceField(molecule, 100.0, conformer) : nullptr);
  }
};

std::vector<double> coordinates(const RDKit::Conformer &conformer) {
  std::vector<double> result;
  for (const auto &point : conformer.getPositions()) {
    result.insert(result.end(), {point.x, point.y, point.z});
    if (!std::isfinite(point.x + point.y + point.z)) throw std::runtime_error("the force field diverged");
  }
  return result;
}

bool haveSameDistances(const std::vector<double> &a, const std::vector<double> &b) {
  const auto distance = [](const std::vector<double> &points, size_t first, size_t second) {
    return std::hypot(
      points[first] - points[second], points[first + 1] - points[second + 1], points[first + 2] - points[second + 2]);
  };
  double squares = 0, pairs = 0;
  for (size_t first = 0; first < a.size(); first += 3)
    for (size_t second = 0; second < first; second += 3, ++pairs)
      squares += std::pow(distance(a, first, second) - distance(b, first, second), 2);
  return squares <= sameDistances * sameDistances * std::max(1.0, pairs);
}

/// Makes conformers of one stereoisomer.
class ConformerMaker {
 public:
  ConformerMaker(const RDKit::ROMol &heavy, int32_t seed, unsigned int attempts)
      : attempts(attempts), heavy(heavy), molecule(withHydrogens(heavy)), builder(*molecule), seed(seed),
        coordinations(crdkit::coordinations(*molecule, mostArrangements)) {}

  const RDKit::ROMol &complete() const { return *molecule; }
  const char *forceField() { return builder.name(); }
  bool hasTemplates() const { return !coordinations.empty(); }
  /// The number of embedded structures with a stereochemistry other than the stated one.
  size_t others() const { return otherCount; }

  /// Conformers with ideal arrangements at hypercoordinate atoms, each arrangement at least once; sorted by likelihood
  /// of the arrangement, then by energy.
  Conformers withTemplates(int count) {
    Conformers result;
    const int each = std::max(1, count / static_cast<int>(coordinations.size()));
    for (const auto &coordination : coordinations) {
      const auto bounds = crdkit::bounds(*molecule, coordination);
      for (const auto step : {crdkit::EmbeddingStep::plain, crdkit::EmbeddingStep::plainFromRandom}) {
        auto found = rounds(step, each, bounds, &coordination);
        if (found.empty()) continue;
        std::move(found.begin(), found.end(), std::back_inserter(result));
        break;
      }
    }
    return result;
  }

  /// Conformers by one step of the ladder, sorted by energy.
  Conformers by(crdkit::EmbeddingStep step, int count) {
    if (step == crdkit::EmbeddingStep::freeNitrogen && !freeNitrogen()) return {};
    if (step != crdkit::EmbeddingStep::etkdg && rounds(step, 1, nullptr, nullptr).empty()) {
      // RDKit's own bounds put both ring neighbours of an E double bond on the same side.
      if (step < crdkit::EmbeddingStep::plain || !crdkit::hasTransRing(*molecule)) return {};
      return rounds(step, count, crdkit::bounds(*molecule, {}), nullptr);
    }
    return rounds(step, count, nullptr, nullptr);
  }

 private:
  unsigned int attempts;
  const RDKit::ROMol &heavy;
  std::unique_ptr<RDKit::ROMol> molecule;
  FieldBuilder builder;
  int32_t seed;
  std::vector<crdkit::Coordination> coordinations;
  size_t otherCount = 0;

  /// Removes the stated arrangement of nitrogen with three ligands, which distance geometry cannot enforce in a ring of
  /// three: the structures that have it are chosen afterwards. False if no nitrogen has one.
  bool freeNitrogen() {
    bool isAny = false;
    for (auto atom : molecule->atoms()) {
      const bool isStated = atom->getChiralTag() != RDKit::Atom::ChiralType::CHI_UNSPECIFIED;
      if (atom->getAtomicNum() != 7 || atom->getDegree() != 3 || !isStated) continue;
      atom->setChiralTag(RDKit::Atom::ChiralType::CHI_UNSPECIFIED);
      isAny = true;
    }
    return isAny;
  }

  /// Relaxes a structure. The arrangement of ligands is kept fixed, because force fields do not describe it well.
  double relax(int identifier, const crdkit::Coordination *coordination) {
    const auto field = builder.field(identifier);
    if (!field) return 0;
    if (coordination) {
      std::set<int> fixed;
      for (const auto &arrangement : *coordination) {
        fixed.insert(static_cast<int>(arrangement.centre));
        for (const auto ligand : arrangement.ligands) fixed.insert(static_cast<int>(ligand));
      }
      if (fixed.size() == molecule->getNumAtoms()) return 0;
      field->fixedPoints().assign(fixed.begin(), fixed.end());
    }
    field->initialize();
    (void)field->minimize(mostRelaxationSteps);
    return field->calcEnergy();
  }

  /// Embeds and relaxes until there are `count` conformers with the stated stereochemistry: distance geometry sometimes
  /// inverts a stated double bond, and no force field restores it.
  Conformers rounds(
    crdkit::EmbeddingStep step, int count, const DistGeom::BoundsMatPtr &bounds,
    const crdkit::Coordination *coordination) {
    Conformers found;
    size_t tried = 0;
    for (uint32_t round = 0; round < mostRounds; ++round) {
      // RDKit seeds each conformer with a small multiple of the seed, so the seeds of the rounds must be far apart.
      const uint32_t roundSeed = (static_cast<uint32_t>(seed) + round * 0x3504f333u) & 0x7fffffffu;
      const auto identifiers = crdkit::embed(*molecule, step, count, static_cast<int32_t>(roundSeed), attempts, bounds);
      tried += identifiers.size();
      for (const int identifier : identifiers) {
        crdkit::EmbeddingLimit::check();
        const double energy = relax(identifier, coordination);
        auto positions = coordinates(molecule->getConformer(identifier));
        if (!crdkit::hasStatedStereochemistry(heavy, positions.data())) continue;
        found.push_back(
          {energy, std::move(positions), crdkit::name(step),
           coordination ? crdkit::described(*molecule, *coordination) : std::string()});
      }
      if (tried == 0 || found.size() == tried || found.size() >= static_cast<size_t>(count)) break;
    }
    if (found.empty()) otherCount += tried;
    return distinct(std::move(found), count);
  }

  /// The `count` conformers of lowest energy, without repetitions.
  Conformers distinct(Conformers found, int count) {
    std::stable_sort(found.begin(), found.end(), [](auto &a, auto &b) { return a.energy < b.energy; });
    if (builder.name() && found.size() > 0 && found.back().energy != 0) {
      const auto isSame = [](auto &a, auto &b) { return b.energy - a.energy < sameEnergy; };
      found.erase(std::unique(found.begin(), found.end(), isSame), found.end());
    } else {
      Conformers kept;
      for (auto &conformer : found) {
        const bool isKnown = std::any_of(kept.begin(), kept.end(), [&](auto &other) {
          return haveSameDistances(conformer.coordinates, other.coordinates);
        });
        if (!isKnown) kept.push_back(std::move(conformer));
      }
      found = std::move(kept);
    }
    if (found.size() > static_cast<size_t>(count)) found.erase(found.begin() + count, found.end());
    return found;
  }
};

using Makers = std::vector<std::unique_ptr<ConformerMaker>>;

/// The message if no step of the ladder gave a structure.
std::string failure(const RDKit::ROMol &molecule, size_t others, bool hasTemplates) {
  const std::string reader = std::string("RDKit ") + RDKit::rdkitVersion;
  if (others > 0)
    return "none of the " + std::to_string(others) + " structures that " + reader +
           " embedded has the stereochemistry of the SMILES";
  std::string crowded;
  for (const auto atom : molecule.atoms())
    if (crowded.empty() && atom->getDegree() > 4 && !hasTemplates)
      crowded = "; it has no template for the " + std::to_string(atom->getDegree()) + " ligands of " +
                atom->getSymbol() + std::to_string(atom->getIdx() + 1);
  return reader + " found no three-dimensional structure by ETKDGv3, ETDG, KDG or plain distance geometry, also not from "
                  "random coordinates" + crowded;
}

/// Conformers of all isomers, lowest energy first; each isomer that can be embedded has at least one.
Conformers ofAll(const Makers &makers, int count, const std::vector<crdkit::EmbeddingStep> &steps) {
  const int number = static_cast<int>(makers.size());
  const auto share = [&](size_t maker) {
    return std::max(1, count / number + (static_cast<int>(maker) < count % number ? 1 : 0));
  };
  Conformers result;
  const auto add = [&](Conformers found) { std::move(found.begin(), found.end(), std::back_inserter(result)); };
  for (size_t maker = 0; maker < makers.size(); ++maker)
    if (makers[maker]->hasTemplates()) add(makers[maker]->withTemplates(share(maker)));
  for (const auto step : steps) {
    if (!result.empty()) break;
    for (size_t maker = 0; maker < makers.size(); ++maker) add(makers[maker]->by(step, share(maker)));
  }
  // Energies with fixed arrangements do not tell which arrangement is likelier.
  if (!result.empty() && result.front().shape.empty())
    std::stable_sort(result.begin(), result.end(), [](auto &a, auto &b) { return a.energy < b.energy; });
  return result;
}

using Structures = std::vector<std::vector<double>>;

/// Structures of a molecule whose rings allow few of its isomers, embedded without any constraint on what is open.
Structures possibleStructures(const RDKit::ROMol &heavy, int count, int32_t seed) {
  Structures result;
  const auto molecule = withHydrogens(heavy);
  for (const int identifier : crdkit::embed(*molecule, crdkit::EmbeddingStep::etkdg, count, seed, attemptsPerIsomer))
    result.push_back(coordinates(molecule->getConformer(identifier)));
  return result;
}

std::unique_ptr<crdkit_conformers> conformers(const RDKit::ROMol &heavy, int count, int32_t seed, bool isOneIsomer) {
  const unsigned int atoms = heavy.getNumAtoms(false);
  if (atoms > mostAtoms)
    throw std::length_error(
      std::to_string(atoms) + " atoms with hydrogens are more than the " + std::to_string(mostAtoms) +
      " that conformers are made for");
  auto result = std::make_unique<crdkit_conformers>();
  const size_t most = std::max(usualIsomers, static_cast<size_t>(count));
  const bool areBound = crdkit::areBoundByRings(heavy, crdkit::openStereochemistry(heavy));
  const auto isomers = crdkit::isomers(
    heavy, most, areBound ? possibleStructures(heavy, static_cast<int>(most / 2), seed) : Structures());
  const unsigned int attempts = areBound ? attemptsPerIsomer : attemptsPerStructure;
  Makers makers;
  for (const auto &isomer : isomers.molecules)
    makers.push_back(std::make_unique<ConformerMaker>(*isomer, seed, attempts));
  result->isomers = makers.size();
  result->areMoreIsomers = isomers.areMore;
  if (isOneIsomer && makers.size() > 1) {
    // One conformer of each isomer shows which has the lowest energy.
    std::optional<size_t> lowest;
    double energy = 0;
    for (size_t index = 0; index < makers.size(); ++index) {
      const auto found = makers[index]->by(crdkit::EmbeddingStep::etkdg, 1);
      if (found.empty() || (lowest && found.front().energy >= energy)) continue;
      lowest = index;
      energy = found.front().energy;
    }
    if (lowest) {
      std::swap(makers.front(), makers[*lowest]);
      makers.erase(makers.begin() + 1, makers.end());
    }
  }
  if (makers.size() > 1) {
    result->conformers = ofAll(makers, count, {crdkit::EmbeddingStep::etkdg});
    if (result->conformers.empty()) {
      // None of the isomers is possible: distance geometry chooses one itself.
      result->isomers = 1;
      makers.clear();
      makers.push_back(std::make_unique<ConformerMaker>(heavy, seed, attemptsPerStructure));
    }
  }
  if (result->conformers.empty()) result->conformers = ofAll(makers, count, crdkit::embeddingSteps());
  if (result->conformers.empty()) {
    size_t others = 0;
    for (const auto &maker : makers) others += maker->others();
    throw std::runtime_error(failure(makers.front()->complete(), others, makers.front()->hasTemplates()));
  }
  const auto &molecule = makers.front()->complete();
  result->forceField = makers.front()->forceField();
  for (auto atom : molecule.atoms()) result->elements.push_back(atom->getSymbol());
  for (auto bond : molecule.bonds())
    result->bonds.push_back({
      static_cast<int>(bond->getBeginAtomIdx()), static_cast<int>(bond->getEndAtomIdx()), bond->getBondTypeAsDouble()});
  return result;
}

}  // namespace

crdkit_conformers *crdkit_conformers_new(
  const crdkit_molecule *molecule, int count, int32_t seed, int one_isomer, int (*should_stop)(void), int *stopped,
  char **error) {
  *stopped = 0;
  return crdkit::guarded(error, static_cast<crdkit_conformers *>(nullptr), [&] {
    // The first use builds RDKit's parameter tables; no second thread may run then. MMFF94 lacks selenium, so H2Se
    // builds the tables of UFF.
    static std::once_flag once;
    std::call_once(once, [] {
      for (int element : {6, 34}) {
        RDKit::RWMol single;
        single.addAtom(new RDKit::Atom(element), true, true);
        RDKit::MolOps::sanitizeMol(single);
        (void)conformers(single, 1, 1, false);
      }
    });
    const crdkit::EmbeddingLimit limit(timeLimit, should_stop);
    try {
      return conformers(*molecule->value, count, seed, one_isomer != 0).release();
    } catch (const crdkit::EmbeddingStopped &stop) {
      *stopped = stop.isTooLong ? 1 : 2;
      throw;
    }
  });
}

void crdkit_conformers_delete(crdkit_conformers *conformers) { delete conformers; }

int crdkit_conformers_count(const crdkit_conformers *conformers) {
  return static_cast<int>(conformers->conformers.size());
}

int crdkit_conformers_atoms(const crdkit_conformers *conformers) {
  return static_cast<int>(conformers->elements.size());
}

int crdkit_conformers_bonds(const crdkit_conformers *conformers) { return static_cast<int>(conformers->bonds.size()); }

const char *crdkit_conformers_force_field(const crdkit_conformers *conformers) { return conformers->forceField; }

int crdkit_conformers_isomers(const crdkit_conformers *conformers, int *are_more) {
  *are_more = conformers->areMoreIsomers;
  return static_cast<int>(conformers->isomers);
}

const char *crdkit_conformers_step(const crdkit_conformers *conformers, int conformer) {
  return conformers->conformers[static_cast<size_t>(conformer)].step;
}

const char *crdkit_conformers_shape(const crdkit_conformers *conformers, int conformer) {
  return conformers->conformers[static_cast<size_t>(conformer)].shape.c_str();
}

const char *crdkit_conformers_element(const crdkit_conformers *conformers, int atom) {
  return conformers->elements[static_cast<size_t>(atom)].c_str();
}

void crdkit_conformers_bond(const crdkit_conformers *conformers, int bond, int *first, int *second, double *order) {
  const auto &chosen = conformers->bonds[static_cast<size_t>(bond)];
  *first = chosen.first;
  *second = chosen.second;
  *order = chosen.order;
}

void crdkit_conformers_coordinates(const crdkit_conformers *conformers, int conformer, double *coordinates) {
  const auto &chosen = conformers->conformers[static_cast<size_t>(conformer)].coordinates;
  std::copy(chosen.begin(), chosen.end(), coordinates);
}
