// Wildman and Crippen's atom contributions (J. Chem. Inf. Comput. Sci. 39 (1999) 868).
#pragma once

#include "Guard.hpp"

#include <vector>

namespace crdkit {

/// Contributions to log P and to molar refractivity (cm3/mol), by RDKit's table of patterns. RDKit searches the
/// molecule with each pattern and, for the sums, once more with explicit hydrogens. Here each atom is tested against
/// the patterns of its element, and a hydrogen's type follows from its neighbour: this gives the same numbers an order
/// of magnitude faster.
struct CrippenContributions {
  std::vector<double> logP;          ///< of each atom in the graph
  std::vector<double> refractivity;
  double totalLogP = 0;              ///< implicit hydrogens included
  double totalRefractivity = 0;

  explicit CrippenContributions(const RDKit::ROMol &molecule);
};

}  // namespace crdkit
