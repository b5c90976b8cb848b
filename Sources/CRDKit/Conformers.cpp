#include "Stereochemistry.hpp"

#include <ForceField/ForceField.h>
#include <GraphMol/Conformer.h>
#include <GraphMol/DistGeomHelpers/Embedder.h>
#include <GraphMol/ForceFieldHelpers/MMFF/AtomTyper.h>
#include <GraphMol/ForceFieldHelpers/MMFF/Builder.h>
#include <GraphMol/ForceFieldHelpers/UFF/AtomTyper.h>
#include <GraphMol/ForceFieldHelpers/UFF/Builder.h>
#include <GraphMol/MolOps.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <mutex>
#include <vector>

struct crdkit_conformers {
  struct Conformer {
    double energy;
    std::vector<double> coordinates;
    std::string stereoisomer;
  };
  struct Bond {
    int first, second;
    double order;
  };
  const char *forceField;
  std::vector<std::string> elements;
  std::vector<Bond> bonds;
  std::vector<Conformer> conformers;
};

namespace {

/// Embedding takes time with the cube of the number of atoms.
constexpr unsigned int mostAtoms = 250;
constexpr unsigned int attemptsPerConformer = 20;
/// How often as many conformers as asked for are embedded while too few are of one stereoisomer.
constexpr uint32_t mostRounds = 4;
constexpr int mostRelaxationSteps = 2000;
/// Conformers nearer in energy than this are mirror images or repetitions (kcal/mol).
constexpr double sameEnergy = 0.01;

std::vector<int> embedded(RDKit::ROMol &molecule, int count, int32_t seed) {
  auto parameters = RDKit::DGeomHelpers::ETKDGv3;
  parameters.randomSeed = seed;
  parameters.numThreads = 1;
  parameters.maxIterations = attemptsPerConformer;
  auto found = RDKit::DGeomHelpers::EmbedMultipleConfs(molecule, static_cast<unsigned int>(count), parameters);
  if (found.empty()) {
    // Crowded and bridged molecules often start better from random coordinates.
    parameters.useRandomCoords = true;
    found = RDKit::DGeomHelpers::EmbedMultipleConfs(molecule, static_cast<unsigned int>(count), parameters);
  }
  return found;
}

using Field = std::unique_ptr<ForceFields::ForceField>;

/// Builds force fields of one kind for the conformers of a molecule.
struct FieldBuilder {
  RDKit::ROMol &molecule;
  RDKit::MMFF::MMFFMolProperties properties;

  explicit FieldBuilder(RDKit::ROMol &molecule) : molecule(molecule), properties(molecule, "MMFF94") {
    if (properties.isValid()) return;
    if (!RDKit::UFF::getAtomTypes(molecule).second)
      throw std::runtime_error("neither MMFF94 nor UFF has parameters for all its atoms");
  }
  const char *name() { return properties.isValid() ? "MMFF94" : "UFF"; }
  Field field(int conformer) {
    return Field(
      properties.isValid() ? RDKit::MMFF::constructForceField(molecule, &properties, 100.0, conformer)
                           : RDKit::UFF::constructForceField(molecule, 100.0, conformer));
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

using Conformers = std::vector<crdkit_conformers::Conformer>;

/// Embeds and relaxes `count` more conformers. ETKDG sometimes turns a stated double bond over, and no force field turns it
/// back: those are left out. Returns how many were embedded.
size_t addConformers(
  Conformers &found, const RDKit::ROMol &heavy, RDKit::ROMol &molecule, FieldBuilder &builder, int count, int32_t seed) {
  const auto identifiers = embedded(molecule, count, seed);
  for (int identifier : identifiers) {
    auto field = builder.field(identifier);
    field->initialize();
    (void)field->minimize(mostRelaxationSteps);
    auto positions = coordinates(molecule.getConformer(identifier));
    if (!crdkit::hasStatedStereochemistry(heavy, positions.data())) continue;
    auto stereoisomer = crdkit::stereoisomer(heavy, positions.data());
    found.push_back({field->calcEnergy(), std::move(positions), std::move(stereoisomer)});
  }
  return identifiers.size();
}

/// Conformers by energy, all of the same stereoisomer as the lowest.
Conformers conformersOfOneStereoisomer(
  const RDKit::ROMol &heavy, RDKit::ROMol &molecule, FieldBuilder &builder, int count, int32_t seed) {
  const auto lower = [](auto &a, auto &b) { return a.energy < b.energy; };
  Conformers found, chosen;
  size_t tried = 0;
  for (uint32_t round = 0; round < mostRounds; ++round) {
    // RDKit seeds each conformer with a small multiple of the seed, so that the rounds' seeds must not be near each other.
    const uint32_t roundSeed = (static_cast<uint32_t>(seed) + round * 0x3504f333u) & 0x7fffffffu;
    tried += addConformers(found, heavy, molecule, builder, count, static_cast<int32_t>(roundSeed));
    if (tried == 0) throw std::runtime_error("no three-dimensional structure was found by distance geometry (ETKDGv3)");
    chosen.clear();
    if (found.empty()) continue;
    const auto &lowest = *std::min_element(found.begin(), found.end(), lower);
    std::copy_if(found.begin(), found.end(), std::back_inserter(chosen), [&](auto &conformer) {
      return conformer.stereoisomer == lowest.stereoisomer;
    });
    if (chosen.size() == tried || chosen.size() >= static_cast<size_t>(count)) break;
  }
  if (chosen.empty())
    throw std::runtime_error(
      "none of the " + std::to_string(tried) + " structures that were embedded has the stereochemistry of the SMILES");
  std::stable_sort(chosen.begin(), chosen.end(), lower);
  const auto isSame = [](auto &a, auto &b) { return b.energy - a.energy < sameEnergy; };
  chosen.erase(std::unique(chosen.begin(), chosen.end(), isSame), chosen.end());
  if (chosen.size() > static_cast<size_t>(count)) chosen.erase(chosen.begin() + count, chosen.end());
  return chosen;
}

std::unique_ptr<crdkit_conformers> conformers(const RDKit::ROMol &heavy, int count, int32_t seed) {
  std::unique_ptr<RDKit::ROMol> molecule(RDKit::MolOps::addHs(heavy));
  if (molecule->getNumAtoms() > mostAtoms)
    throw std::length_error(
      std::to_string(molecule->getNumAtoms()) + " atoms with hydrogens are more than the " + std::to_string(mostAtoms) +
      " that conformers are made for");
  auto result = std::make_unique<crdkit_conformers>();
  FieldBuilder builder(*molecule);
  result->forceField = builder.name();
  result->conformers = conformersOfOneStereoisomer(heavy, *molecule, builder, count, seed);
  for (auto atom : molecule->atoms()) result->elements.push_back(atom->getSymbol());
  for (auto bond : molecule->bonds())
    result->bonds.push_back({
      static_cast<int>(bond->getBeginAtomIdx()), static_cast<int>(bond->getEndAtomIdx()), bond->getBondTypeAsDouble()});
  return result;
}

}  // namespace

crdkit_conformers *crdkit_conformers_new(const crdkit_molecule *molecule, int count, int32_t seed, char **error) {
  return crdkit::guarded(error, static_cast<crdkit_conformers *>(nullptr), [&] {
    // The first use builds RDKit's parameter tables; no second thread may be there then. MMFF94 lacks selenium, so that H2Se makes UFF's.
    static std::once_flag once;
    std::call_once(once, [] {
      for (int element : {6, 34}) {
        RDKit::RWMol single;
        single.addAtom(new RDKit::Atom(element), true, true);
        RDKit::MolOps::sanitizeMol(single);
        (void)conformers(single, 1, 1);
      }
    });
    return conformers(*molecule->value, count, seed).release();
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

double crdkit_conformers_energy(const crdkit_conformers *conformers, int conformer) {
  return conformers->conformers[static_cast<size_t>(conformer)].energy;
}
