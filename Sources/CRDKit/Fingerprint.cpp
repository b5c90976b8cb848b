#include "Guard.hpp"

#include <GraphMol/Fingerprints/MorganFingerprints.h>

int crdkit_molecule_morgan_counts(
  const crdkit_molecule *molecule, unsigned int radius, uint32_t *counts, size_t size, char **error) {
  return crdkit::guarded(error, -1, [&] {
    std::unique_ptr<RDKit::SparseIntVect<std::uint32_t>> fingerprint(
      RDKit::MorganFingerprints::getHashedFingerprint(*molecule->value, radius, static_cast<unsigned int>(size)));
    std::fill(counts, counts + size, 0);
    for (const auto &[index, count] : fingerprint->getNonzeroElements()) counts[index] = static_cast<uint32_t>(count);
    return 0;
  });
}
