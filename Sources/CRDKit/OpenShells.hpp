// The unpaired electrons that a SMILES states, and those that it leaves open.
#pragma once

#include "Guard.hpp"

#include <set>
#include <string>

namespace crdkit {

struct OpenShells {
  /// Electrons of radical centres.
  int radicalElectrons = 0;
  /// Electrons in the f shells of lanthanides and actinides.
  int fElectrons = 0;
  /// Elements of atoms with two unshared electrons that are treated as a pair, such as the carbon of a carbene.
  std::set<std::string> pairs;
  /// Elements of the d block with one to nine d electrons.
  std::set<std::string> metals;
};

/// RDKit counts an electron for each bond that an atom lacks. Here the rule differs in two ways:
///
/// 1. An atom of the d or f block, and what is bound to one, has no radical electrons: its valence is not fixed.
/// 2. An atom with at most four outer electrons keeps two of its unshared electrons as its s² pair. So carbenes,
///    isonitriles written C=N-, SnCl2 and BH are closed shells, CH has one unpaired electron, and a carbon atom two.
///    Nitrenes and oxygen atoms keep two.
///
/// One more is counted if the number of paired electrons would otherwise be odd, unless there is a metal that may have
/// it.
OpenShells openShells(const RDKit::ROMol &molecule);

}  // namespace crdkit
