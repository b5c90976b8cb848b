// Indices of the molecular graph, computed from small flat tables instead of RDKit's general path finder: the same
// numbers, some fifty times faster.
#pragma once

#include "Guard.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace crdkit {

/// The length of the shortest path between any two atoms, n × n.
class Distances {
public:
  /// No path: far above any distance, and twice the value still fits.
  static constexpr uint16_t none = 30000;
  /// A bond's length in `byOrder`: a whole number for 1, 3/2, 2 and 3.
  static constexpr int unit = 6;

  /// Lengths as numbers of bonds.
  static Distances inBonds(const RDKit::ROMol &molecule);
  /// Each bond is as long as the reciprocal of its order, in sixths.
  static Distances byOrder(const RDKit::ROMol &molecule);

  int atoms() const { return count; }
  const uint16_t *from(int atom) const { return lengths.data() + static_cast<size_t>(atom) * count; }

private:
  explicit Distances(int atoms);
  void join(int first, int second, uint16_t length);
  void close();

  int count;
  std::vector<uint16_t> lengths;
};

/// Kier and Hall's connectivity indices, and the counts of paths behind the shape indices (Reviews in Computational
/// Chemistry 2 (1991) 367, equations 1 to 16 and 58 to 62). As in RDKit, a ring of three (four) atoms counts as a path
/// of three (four) bonds, and so does a ring of three with a tail, whose first atom then counts twice.
struct Connectivity {
  std::array<double, 2> byDegree{};      ///< orders 0 and 1
  std::array<double, 5> byValence{};     ///< orders 0 to 4, "v": the valence deltas of Kier and Hall
  std::array<double, 5> byElectrons{};   ///< orders 0 to 4, "n": valence electrons, whatever the row
  int paths[4] = {};                     ///< paths of 1, 2, 3 bonds, at the number of bonds

  explicit Connectivity(const RDKit::ROMol &molecule);
};

/// Balaban's J (Chem. Phys. Lett. 89 (1982) 399), with distances by bond order.
double balabanJ(const RDKit::ROMol &molecule, const Distances &byOrder);

/// Bertz's complexity (J. Am. Chem. Soc. 103 (1981) 3599), with aromatic bonds of order 3/2 as in RDKit.
double bertzComplexity(const RDKit::ROMol &molecule, const Distances &byOrder);

/// The electrotopological state of each atom (Hall, Mohney and Kier, J. Chem. Inf. Comput. Sci. 31 (1991) 76).
std::vector<double> electrotopologicalStates(const RDKit::ROMol &molecule, const Distances &inBonds);

/// The order of a bond: 1.5 if it is aromatic.
double order(const RDKit::Bond &bond);

}  // namespace crdkit
