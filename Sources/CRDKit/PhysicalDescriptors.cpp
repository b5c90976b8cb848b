#include "Counting.hpp"
#include "Crippen.hpp"
#include "Topology.hpp"

#include <GraphMol/Descriptors/ConnectivityDescriptors.h>
#include <GraphMol/Descriptors/Lipinski.h>
#include <GraphMol/Descriptors/MolDescriptors.h>
#include <GraphMol/Descriptors/MolSurf.h>
#include <GraphMol/PartialCharges/GasteigerCharges.h>
#include <GraphMol/PeriodicTable.h>
#include <GraphMol/SmilesParse/SmilesParse.h>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <string>
#include <vector>

namespace {

using namespace RDKit::Descriptors;
using RDKit::ROMol;
using Values = std::vector<double>;

/// Collects descriptors in order. The first molecule determines their names and units.
struct Table {
  struct Row {
    std::string name;
    const char *unit;
  };
  std::vector<Row> *rows;
  Values values;

  void add(const char *name, double value, const char *unit = "") {
    if (rows) rows->push_back({name, unit});
    values.push_back(value);
  }

  void add(const char *name, const Values &many, const char *unit = "") {
    for (size_t place = 0; place < many.size(); ++place)
      add((name + std::to_string(place + 1)).c_str(), many[place], unit);
  }
};

constexpr const char *squareAngstrom = "\xC3\x85\xC2\xB2";

/// Sums `values` over the atoms in each interval between `bounds`, by their `properties`.
Values binned(const Values &bounds, const Values &properties, const Values &values) {
  Values sums(bounds.size() + 1, 0);
  for (size_t atom = 0; atom < values.size(); ++atom)
    sums[std::upper_bound(bounds.begin(), bounds.end(), properties[atom]) - bounds.begin()] += values[atom];
  return sums;
}

/// Gasteiger and Marsili's partial charges; formal charges instead if an element, such as a metal, has no parameters.
Values partialCharges(const ROMol &molecule) {
  Values charges(molecule.getNumAtoms(), 0);
  RDKit::computeGasteigerCharges(molecule, charges);
  if (!std::all_of(charges.begin(), charges.end(), [](double charge) { return std::isfinite(charge); }))
    for (const auto atom : molecule.atoms()) charges[atom->getIdx()] = atom->getFormalCharge();
  return charges;
}

double ratio(double numerator, double denominator) { return denominator == 0 ? 0 : numerator / denominator; }

void addWeights(const ROMol &molecule, Table &table) {
  const auto periodic = RDKit::PeriodicTable::getTable();
  int valence = 0, radical = 0, heteroatoms = 0;
  for (const auto atom : molecule.atoms()) {
    valence += periodic->getNouterElecs(atom->getAtomicNum()) - atom->getFormalCharge()
      + static_cast<int>(atom->getTotalNumHs());
    radical += static_cast<int>(atom->getNumRadicalElectrons());
    heteroatoms += atom->getAtomicNum() != 6 && atom->getAtomicNum() != 1;
  }
  table.add("MolWt", calcAMW(molecule), "g/mol");
  table.add("HeavyAtomMolWt", calcAMW(molecule, true), "g/mol");
  table.add("ExactMolWt", calcExactMW(molecule), "g/mol");
  table.add("HeavyAtomCount", molecule.getNumHeavyAtoms());
  table.add("NumHeteroatoms", heteroatoms);
  table.add("NumValenceElectrons", valence);
  table.add("NumRadicalElectrons", radical);
}

void addSurfaces(const ROMol &molecule, const Values &states, Table &table) {
  const Values charges = partialCharges(molecule);
  const auto [least, most] = std::minmax_element(charges.begin(), charges.end());
  table.add("MaxPartialCharge", *most, "e");
  table.add("MinPartialCharge", *least, "e");
  table.add("MaxAbsPartialCharge", std::max(std::abs(*least), std::abs(*most)), "e");
  table.add("MinAbsPartialCharge", std::min(std::abs(*least), std::abs(*most)), "e");
  const crdkit::CrippenContributions crippen(molecule);
  table.add("MolLogP", crippen.totalLogP);
  table.add("MolMR", crippen.totalRefractivity, "cm\xC2\xB3/mol");
  Values areas(molecule.getNumAtoms(), 0);
  double ofHydrogens = 0;
  table.add("TPSA", calcTPSA(molecule), squareAngstrom);
  table.add("LabuteASA", getLabuteAtomContribs(molecule, areas, ofHydrogens), squareAngstrom);
  // The bounds are RDKit's.
  static const Values charge{-.3, -.25, -.2, -.15, -.1, -.05, 0, .05, .1, .15, .2, .25, .3};
  static const Values refractivity{1.29, 1.82, 2.24, 2.45, 2.75, 3.05, 3.63, 3.8, 4.0};
  static const Values logP{-.4, -.2, 0, .1, .15, .2, .25, .3, .4, .5, .6};
  static const Values state{-.39, .29, .717, 1.165, 1.54, 1.807, 2.05, 4.69, 9.17, 15};
  static const Values area{4.78, 5, 5.41, 5.74, 6, 6.07, 6.45, 7, 11};
  table.add("PEOE_VSA", binned(charge, charges, areas), squareAngstrom);
  table.add("SMR_VSA", binned(refractivity, crippen.refractivity, areas), squareAngstrom);
  table.add("SlogP_VSA", binned(logP, crippen.logP, areas), squareAngstrom);
  table.add("EState_VSA", binned(state, states, areas), squareAngstrom);
  table.add("VSA_EState", binned(area, areas, states));
}

void addTopology(const ROMol &molecule, Table &table) {
  const crdkit::Connectivity connectivity(molecule);
  table.add("Chi0", connectivity.byDegree[0]);
  table.add("Chi1", connectivity.byDegree[1]);
  static constexpr const char *byElectrons[] = {"Chi0n", "Chi1n", "Chi2n", "Chi3n", "Chi4n"};
  static constexpr const char *byValence[] = {"Chi0v", "Chi1v", "Chi2v", "Chi3v", "Chi4v"};
  for (int order = 0; order < 5; ++order) {
    table.add(byElectrons[order], connectivity.byElectrons[order]);
    table.add(byValence[order], connectivity.byValence[order]);
  }
  // Kier's shape indices, with Hall's correction for the size of atoms.
  const double alpha = calcHallKierAlpha(molecule), heavy = molecule.getNumHeavyAtoms(), a = heavy + alpha;
  const auto square = [](double x) { return x * x; };
  const double kappa1 = ratio(a * square(a - 1), square(connectivity.paths[1] + alpha));
  const double kappa2 = ratio((a - 1) * square(a - 2), square(connectivity.paths[2] + alpha));
  const bool isOdd = static_cast<int>(heavy) % 2 == 1;
  const double kappa3 = ratio((isOdd ? a - 1 : a - 2) * square(a - 3), square(connectivity.paths[3] + alpha));
  table.add("HallKierAlpha", alpha);
  table.add("Kappa1", kappa1);
  table.add("Kappa2", kappa2);
  table.add("Kappa3", kappa3);
  table.add("Phi", ratio(kappa1 * kappa2, heavy));
  const auto byOrder = crdkit::Distances::byOrder(molecule);
  table.add("BalabanJ", crdkit::balabanJ(molecule, byOrder));
  table.add("BertzCT", crdkit::bertzComplexity(molecule, byOrder));
}

void addStates(const Values &states, Table &table) {
  const auto [least, most] = std::minmax_element(states.begin(), states.end());
  const auto isLess = [](double a, double b) { return std::abs(a) < std::abs(b); };
  const auto [nearest, farthest] = std::minmax_element(states.begin(), states.end(), isLess);
  table.add("MaxEStateIndex", *most);
  table.add("MinEStateIndex", *least);
  table.add("MaxAbsEStateIndex", std::abs(*farthest));
  table.add("MinAbsEStateIndex", std::abs(*nearest));
}

void addCounts(const ROMol &molecule, Table &table) {
  const crdkit::RingCounts rings(molecule);
  table.add("RingCount", rings.any.all);
  table.add("NumHeterocycles", rings.any.heterocycles);
  table.add("NumAromaticRings", rings.aromatic.all);
  table.add("NumAromaticCarbocycles", rings.aromatic.carbocycles);
  table.add("NumAromaticHeterocycles", rings.aromatic.heterocycles);
  table.add("NumAliphaticRings", rings.aliphatic.all);
  table.add("NumAliphaticCarbocycles", rings.aliphatic.carbocycles);
  table.add("NumAliphaticHeterocycles", rings.aliphatic.heterocycles);
  table.add("NumSaturatedRings", rings.saturated.all);
  table.add("NumSaturatedCarbocycles", rings.saturated.carbocycles);
  table.add("NumSaturatedHeterocycles", rings.saturated.heterocycles);
  table.add("NumSpiroAtoms", calcNumSpiroAtoms(molecule));
  table.add("NumBridgeheadAtoms", calcNumBridgeheadAtoms(molecule));
  table.add("NumAtomStereoCenters", numAtomStereoCenters(molecule));
  table.add("NumUnspecifiedAtomStereoCenters", numUnspecifiedAtomStereoCenters(molecule));
  table.add("FractionCSP3", calcFractionCSP3(molecule));
  table.add("NumRotatableBonds", crdkit::rotatableBonds(molecule));
  table.add("NumAmideBonds", calcNumAmideBonds(molecule));
  table.add("NumHAcceptors", crdkit::hydrogenBondAcceptors(molecule));
  table.add("NumHDonors", calcNumHBD(molecule));
  table.add("NHOHCount", calcLipinskiHBD(molecule));
  table.add("NOCount", calcLipinskiHBA(molecule));
}

Values described(const ROMol &molecule, std::vector<Table::Row> *rows = nullptr) {
  if (molecule.getNumAtoms() == 0) throw std::invalid_argument("it has no atoms");
  Table table{rows, {}};
  addWeights(molecule, table);
  const auto states = crdkit::electrotopologicalStates(molecule, crdkit::Distances::inBonds(molecule));
  addSurfaces(molecule, states, table);
  addStates(states, table);
  addTopology(molecule, table);
  addCounts(molecule, table);
  return table.values;
}

/// The first use also compiles RDKit's patterns into static tables; no second thread may run then.
const std::vector<Table::Row> &rows() {
  static const std::vector<Table::Row> rows = [] {
    std::vector<Table::Row> rows;
    const std::unique_ptr<RDKit::RWMol> molecule(RDKit::SmilesToMol("CC(N)C(=O)Oc1ccccc1"));
    (void)described(*molecule, &rows);
    return rows;
  }();
  return rows;
}

}  // namespace

int crdkit_physical_count(void) {
  return crdkit::guarded(nullptr, 0, [] { return static_cast<int>(rows().size()); });
}

const char *crdkit_physical_name(int index) {
  return crdkit::guarded(nullptr, "", [&] { return rows().at(static_cast<size_t>(index)).name.c_str(); });
}

const char *crdkit_physical_unit(int index) {
  return crdkit::guarded(nullptr, "", [&] { return rows().at(static_cast<size_t>(index)).unit; });
}

int crdkit_molecule_physical(const crdkit_molecule *molecule, double *values, char **error) {
  return crdkit::guarded(error, -1, [&] {
    const auto &names = rows();
    const Values computed = described(*molecule->value);
    for (size_t index = 0; index < computed.size(); ++index)
      if (!std::isfinite(computed[index]))
        throw std::range_error("the descriptor " + names[index].name + " is not a finite number");
    std::copy(computed.begin(), computed.end(), values);
    return 0;
  });
}
