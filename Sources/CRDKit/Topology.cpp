#include "Topology.hpp"

#include <GraphMol/PeriodicTable.h>

#include <algorithm>
#include <cmath>

namespace crdkit {

double order(const RDKit::Bond &bond) { return bond.getIsAromatic() ? 1.5 : bond.getBondTypeAsDouble(); }

// MARK: Distances

Distances::Distances(int atoms) : count(atoms), lengths(static_cast<size_t>(atoms) * atoms, none) {
  for (int atom = 0; atom < atoms; ++atom) lengths[static_cast<size_t>(atom) * atoms + atom] = 0;
}

void Distances::join(int first, int second, uint16_t length) {
  lengths[static_cast<size_t>(first) * count + second] = length;
  lengths[static_cast<size_t>(second) * count + first] = length;
}

/// Floyd and Warshall's algorithm, which is vectorised for short integers.
void Distances::close() {
  for (int middle = 0; middle < count; ++middle) {
    const uint16_t *beyond = from(middle);
    for (int start = 0; start < count; ++start) {
      uint16_t *row = lengths.data() + static_cast<size_t>(start) * count;
      const uint16_t before = row[middle];
      if (before == none || start == middle) continue;
      for (int end = 0; end < count; ++end) {
        const auto through = static_cast<uint16_t>(before + beyond[end]);
        row[end] = std::min(row[end], through);
      }
    }
  }
}

Distances Distances::inBonds(const RDKit::ROMol &molecule) {
  Distances distances(static_cast<int>(molecule.getNumAtoms()));
  for (const auto bond : molecule.bonds()) distances.join(bond->getBeginAtomIdx(), bond->getEndAtomIdx(), 1);
  distances.close();
  return distances;
}

Distances Distances::byOrder(const RDKit::ROMol &molecule) {
  Distances distances(static_cast<int>(molecule.getNumAtoms()));
  for (const auto bond : molecule.bonds()) {
    uint16_t length = unit;
    if (bond->getIsAromatic()) {
      length = unit * 2 / 3;
    } else if (bond->getBondType() == RDKit::Bond::DOUBLE) {
      length = unit / 2;
    } else if (bond->getBondType() == RDKit::Bond::TRIPLE) {
      length = unit / 3;
    }
    distances.join(bond->getBeginAtomIdx(), bond->getEndAtomIdx(), length);
  }
  distances.close();
  return distances;
}

// MARK: Connectivity

namespace {

/// The bonds among heavy atoms as lists of neighbours in ascending order.
struct Neighbours {
  std::vector<std::vector<int>> of;

  explicit Neighbours(const RDKit::ROMol &molecule) : of(molecule.getNumAtoms()) {
    for (const auto bond : molecule.bonds()) {
      if (bond->getBeginAtom()->getAtomicNum() <= 1 || bond->getEndAtom()->getAtomicNum() <= 1) continue;
      of[bond->getBeginAtomIdx()].push_back(static_cast<int>(bond->getEndAtomIdx()));
      of[bond->getEndAtomIdx()].push_back(static_cast<int>(bond->getBeginAtomIdx()));
    }
    for (auto &list : of) std::sort(list.begin(), list.end());
  }

  bool areBonded(int a, int b) const { return std::binary_search(of[a].begin(), of[a].end(), b); }
};

/// A delta to the power of -1/2; 0 if it is undefined (a borate's delta is negative).
double weight(double delta) { return delta > 0 ? 1 / std::sqrt(delta) : 0; }

/// Sums of the products of weights along all paths of 0 to 4 bonds.
std::array<double, 5> sumsOfProducts(const Neighbours &neighbours, const std::vector<double> &w) {
  std::array<double, 5> sums{};
  const int atoms = static_cast<int>(w.size());
  std::vector<double> around(atoms, 0);
  for (int atom = 0; atom < atoms; ++atom) {
    sums[0] += w[atom];
    for (int other : neighbours.of[atom]) around[atom] += w[other];
  }
  // The squared weights of all common neighbours except `middle`.
  const auto common = [&](int a, int b, int middle) {
    double squares = 0;
    for (int other : neighbours.of[a])
      if (other != middle && neighbours.areBonded(other, b)) squares += w[other] * w[other];
    return squares;
  };
  for (int b = 0; b < atoms; ++b) {
    const auto &list = neighbours.of[b];
    for (size_t i = 0; i < list.size(); ++i) {
      const int a = list[i];
      if (a > b) {  // bonds: the middles of paths of three
        sums[1] += w[a] * w[b];
        sums[3] += w[a] * w[b] * ((around[a] - w[b]) * (around[b] - w[a]) - common(a, b, -1));
      }
      for (size_t j = i + 1; j < list.size(); ++j) {  // pairs of bonds: the middles of paths of four
        const int c = list[j];
        const bool closed = neighbours.areBonded(a, c);
        const double product = w[a] * w[b] * w[c];
        sums[2] += product;
        const double before = around[a] - w[b] - (closed ? w[c] : 0), after = around[c] - w[b] - (closed ? w[a] : 0);
        sums[4] += product * (before * after - common(a, c, b));
        if (closed) {
          if (b < a) sums[3] += product;  // a ring of three, once
          sums[4] += product * w[b] * (around[b] - w[a] - w[c]);  // the same with a tail
        }
        for (int opposite : neighbours.of[a])  // a ring of four, once
          if (b < a && opposite > b && neighbours.areBonded(opposite, c)) sums[4] += product * w[opposite];
      }
    }
  }
  return sums;
}

}  // namespace

Connectivity::Connectivity(const RDKit::ROMol &molecule) {
  const auto table = RDKit::PeriodicTable::getTable();
  const Neighbours neighbours(molecule);
  std::vector<double> byRow, electrons;
  int rings = 0;
  for (const auto atom : molecule.atoms()) {
    const int index = static_cast<int>(atom->getIdx()), number = atom->getAtomicNum();
    const int outer = table->getNouterElecs(number), hydrogens = static_cast<int>(atom->getTotalNumHs());
    byDegree[0] += weight(atom->getDegree());
    electrons.push_back(weight(outer - hydrogens));
    byRow.push_back(
      number <= 1 ? 0 : number <= 10 ? weight(outer - hydrogens) : weight(double(outer - hydrogens) / (number - outer - 1)));
    const auto &list = neighbours.of[index];
    const int degree = static_cast<int>(list.size());
    paths[2] += degree * (degree - 1) / 2;
    for (size_t i = 0; i < list.size(); ++i)
      for (size_t j = i + 1; j < list.size(); ++j)
        if (index < list[i] && neighbours.areBonded(list[i], list[j])) ++rings;
  }
  for (const auto bond : molecule.bonds()) {
    const int a = static_cast<int>(bond->getBeginAtomIdx()), b = static_cast<int>(bond->getEndAtomIdx());
    byDegree[1] += weight(double(bond->getBeginAtom()->getDegree()) * bond->getEndAtom()->getDegree());
    if (!neighbours.areBonded(a, b)) continue;
    paths[1] += 1;
    paths[3] += (static_cast<int>(neighbours.of[a].size()) - 1) * (static_cast<int>(neighbours.of[b].size()) - 1);
  }
  paths[3] -= 2 * rings;  // each was found from three bonds
  byValence = sumsOfProducts(neighbours, byRow);
  byElectrons = sumsOfProducts(neighbours, electrons);
}

// MARK: Indices of distances

double balabanJ(const RDKit::ROMol &molecule, const Distances &byOrder) {
  const int atoms = byOrder.atoms(), bonds = static_cast<int>(molecule.getNumBonds());
  constexpr double apart = 1e8;  // RDKit's distance between atoms in different components
  std::vector<double> sums(atoms, 0);
  for (int atom = 0; atom < atoms; ++atom) {
    const uint16_t *row = byOrder.from(atom);
    int64_t near = 0, far = 0;
    for (int other = 0; other < atoms; ++other) row[other] == Distances::none ? ++far : near += row[other];
    sums[atom] = static_cast<double>(near) / Distances::unit + apart * static_cast<double>(far);
  }
  double sum = 0;
  for (const auto bond : molecule.bonds()) sum += 1 / std::sqrt(sums[bond->getBeginAtomIdx()] * sums[bond->getEndAtomIdx()]);
  const int cycles = bonds - atoms + 1;
  return cycles + 1 == 0 ? 0 : bonds / static_cast<double>(cycles + 1) * sum;
}

namespace {

/// n log2 n, a term of Shannon's entropy.
double timesLogarithm(double number) { return number > 0 ? number * std::log2(number) : 0; }

/// Classes of atoms with the same distances to all others.
std::vector<uint64_t> classes(const Distances &distances) {
  constexpr int most = 100;  // of the nearest atoms, as in RDKit
  const int atoms = distances.atoms();
  std::vector<std::pair<std::vector<uint16_t>, int>> rows(atoms);
  for (int atom = 0; atom < atoms; ++atom) {
    auto &row = rows[atom].first;
    row.assign(distances.from(atom), distances.from(atom) + atoms);
    std::sort(row.begin(), row.end());
    row.resize(std::min(atoms, most));
    rows[atom].second = atom;
  }
  std::sort(rows.begin(), rows.end());
  std::vector<uint64_t> classes(atoms);
  for (int place = 0; place < atoms; ++place) {
    const bool isNew = place > 0 && rows[place].first != rows[place - 1].first;
    classes[rows[place].second] = place == 0 ? 1 : classes[rows[place - 1].second] + isNew;
  }
  return classes;
}

}  // namespace

double bertzComplexity(const RDKit::ROMol &molecule, const Distances &byOrder) {
  const int atoms = byOrder.atoms();
  if (atoms < 2) return 0;
  const auto symmetry = classes(byOrder);
  // Connections are pairs of bonds at an atom, and pairs of bonds between the same two atoms.
  std::vector<std::pair<uint64_t, double>> connections;
  std::array<int, 128> elements{};
  for (const auto atom : molecule.atoms()) {
    ++elements[atom->getAtomicNum()];
    std::vector<std::pair<uint64_t, double>> bonds;
    for (const auto bond : molecule.atomBonds(atom))
      bonds.emplace_back(symmetry[bond->getOtherAtomIdx(atom->getIdx())], order(*bond));
    for (size_t i = 0; i < bonds.size(); ++i) {
      for (size_t j = i + 1; j < bonds.size(); ++j) {
        const auto [low, high] = std::minmax(bonds[i].first, bonds[j].first);
        connections.emplace_back(
          (symmetry[atom->getIdx()] << 32) | (low << 16) | high, bonds[i].second * bonds[j].second);
      }
    }
  }
  for (const auto bond : molecule.bonds()) {
    const double times = order(*bond);
    if (times <= 1) continue;
    const auto [low, high] = std::minmax(symmetry[bond->getBeginAtomIdx()], symmetry[bond->getEndAtomIdx()]);
    connections.emplace_back((low << 16) | high, times * (times - 1) / 2);
  }
  if (connections.empty()) connections.emplace_back(0, 1);
  std::sort(connections.begin(), connections.end());
  double total = 0, alike = 0;
  for (size_t place = 0; place < connections.size();) {
    const uint64_t kind = connections[place].first;
    double number = 0;
    for (; place < connections.size() && connections[place].first == kind; ++place) number += connections[place].second;
    total += number;
    alike += timesLogarithm(number);
  }
  double complexity = 2 * timesLogarithm(total) - alike + timesLogarithm(atoms);
  for (int number : elements) complexity -= timesLogarithm(number);
  return complexity;
}

std::vector<double> electrotopologicalStates(const RDKit::ROMol &molecule, const Distances &inBonds) {
  const auto table = RDKit::PeriodicTable::getTable();
  const int atoms = inBonds.atoms();
  std::vector<double> intrinsic(atoms, 0);
  for (const auto atom : molecule.atoms()) {
    if (atom->getDegree() == 0) continue;
    const int number = atom->getAtomicNum();
    const int row = number <= 2 ? 1 : number <= 10 ? 2 : number <= 18 ? 3 : number <= 36 ? 4 : number <= 54 ? 5
      : number <= 86 ? 6 : 7;
    const int electrons = table->getNouterElecs(number) - static_cast<int>(atom->getTotalNumHs());
    intrinsic[atom->getIdx()] = (4.0 / (row * row) * electrons + 1) / atom->getDegree();
  }
  std::vector<double> states = intrinsic;
  for (int atom = 0; atom < atoms; ++atom) {
    const uint16_t *row = inBonds.from(atom);
    for (int other = 0; other < atoms; ++other) {
      if (row[other] == Distances::none) continue;
      const double distance = row[other] + 1.0;
      states[atom] += (intrinsic[atom] - intrinsic[other]) / (distance * distance);
    }
  }
  return states;
}

}  // namespace crdkit
