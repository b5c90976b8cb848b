#include "Counting.hpp"
#include "Crippen.hpp"
#include "Quantities.hpp"
#include "Stereoisomers.hpp"

#include <GraphMol/Descriptors/Lipinski.h>
#include <GraphMol/Descriptors/MolDescriptors.h>
#include <GraphMol/Descriptors/MolSurf.h>
#include <GraphMol/RingInfo.h>
#include <GraphMol/SmilesParse/SmilesParse.h>

#include <map>
#include <mutex>

namespace {

using namespace RDKit::Descriptors;

double measured(const RDKit::ROMol &molecule, crdkit_quantity quantity) {
  switch (quantity) {
    case CRDKIT_AROMATIC_RINGS: return crdkit::RingCounts(molecule).aromatic.all;
    case CRDKIT_FRACTION_SP3: return calcFractionCSP3(molecule);
    case CRDKIT_STEREOCENTRES: return numAtomStereoCenters(molecule);
    case CRDKIT_UNSPECIFIED_STEREOCENTRES: return numUnspecifiedAtomStereoCenters(molecule);
    case CRDKIT_UNSPECIFIED_DOUBLE_BONDS: return crdkit::countOpen(molecule).doubleBonds;
    case CRDKIT_DONORS: return crdkit::hydrogenBondDonors(molecule);
    case CRDKIT_ACCEPTORS: return crdkit::hydrogenBondAcceptors(molecule);
    case CRDKIT_ROTATABLE_BONDS: return crdkit::rotatableBonds(molecule);
    case CRDKIT_POLAR_SURFACE_AREA: return calcTPSA(molecule);
    case CRDKIT_LOG_P: return crdkit::CrippenContributions(molecule).totalLogP;
  }
  throw std::invalid_argument("there is no such quantity");
}

}  // namespace

void crdkit::startDescriptors() {
  // The first use compiles RDKit's patterns into static tables; no second thread may run then.
  static std::once_flag once;
  std::call_once(once, [] {
    const std::unique_ptr<RDKit::RWMol> molecule(RDKit::SmilesToMol("CC(N)C(=O)Oc1ccccc1"));
    for (int quantity = 0; quantity <= CRDKIT_LOG_P; ++quantity)
      (void)measured(*molecule, static_cast<crdkit_quantity>(quantity));
    (void)calcNumSpiroAtoms(*molecule);
    (void)calcNumBridgeheadAtoms(*molecule);
  });
}

int crdkit_molecule_quantity(
  const crdkit_molecule *molecule, crdkit_quantity quantity, double *value, char **error) {
  return crdkit::guarded(error, -1, [&] {
    crdkit::startDescriptors();
    *value = measured(*molecule->value, quantity);
    return 0;
  });
}

int crdkit_molecule_ring_sizes(const crdkit_molecule *molecule, crdkit_counts *counts, char **error) {
  return crdkit::guarded(error, -1, [&] {
    std::map<uint64_t, uint32_t> sizes;
    for (const auto &ring : molecule->value->getRingInfo()->atomRings()) ++sizes[ring.size()];
    crdkit_counts result = crdkit::allocatedCounts(sizes.size());
    size_t entry = 0;
    for (const auto &[size, count] : sizes) {
      result.identifiers[entry] = size;
      result.counts[entry++] = count;
    }
    *counts = result;
    return 0;
  });
}
