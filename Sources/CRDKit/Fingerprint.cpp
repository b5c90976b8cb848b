#include "MACCS.hpp"
#include "Quantities.hpp"

#include <DataStructs/ExplicitBitVect.h>
#include <GraphMol/Fingerprints/AtomPairs.h>
#include <GraphMol/Fingerprints/MACCS.h>
#include <GraphMol/Fingerprints/MorganFingerprints.h>
#include <GraphMol/SmilesParse/SmilesParse.h>

#include <mutex>

crdkit_counts crdkit::allocatedCounts(size_t entries) {
  std::unique_ptr<void, decltype(&std::free)> identifiers(std::malloc(entries * sizeof(uint64_t) + 1), &std::free);
  std::unique_ptr<void, decltype(&std::free)> counts(std::malloc(entries * sizeof(uint32_t) + 1), &std::free);
  if (!identifiers || !counts) throw std::bad_alloc();
  return {
    static_cast<uint64_t *>(identifiers.release()), static_cast<uint32_t *>(counts.release()), entries};
}

namespace {

/// Takes over a vector from RDKit, with elements in ascending order.
template <typename Index>
int store(RDKit::SparseIntVect<Index> *vector, crdkit_counts *result) {
  const std::unique_ptr<RDKit::SparseIntVect<Index>> owned(vector);
  const auto &elements = owned->getNonzeroElements();
  crdkit_counts counts = crdkit::allocatedCounts(elements.size());
  size_t entry = 0;
  for (const auto &[index, count] : elements) {
    counts.identifiers[entry] = static_cast<uint64_t>(index);
    counts.counts[entry++] = static_cast<uint32_t>(count);
  }
  *result = counts;
  return 0;
}

int storeEnvironments(
  const RDKit::ROMol &molecule, crdkit_environments kind, unsigned int radius, unsigned int size, crdkit_counts *result) {
  switch (kind) {
    case CRDKIT_MORGAN:
      return store(
        size ? RDKit::MorganFingerprints::getHashedFingerprint(molecule, radius, size)
             : RDKit::MorganFingerprints::getFingerprint(molecule, radius),
        result);
    case CRDKIT_ATOM_PAIRS:
      return store(
        size ? RDKit::AtomPairs::getHashedAtomPairFingerprint(molecule, size)
             : RDKit::AtomPairs::getAtomPairFingerprint(molecule),
        result);
    case CRDKIT_TOPOLOGICAL_TORSIONS:
      return store(
        size ? RDKit::AtomPairs::getHashedTopologicalTorsionFingerprint(molecule, size)
             : RDKit::AtomPairs::getTopologicalTorsionFingerprint(molecule),
        result);
  }
  throw std::invalid_argument("there is no such kind of environment");
}

}  // namespace

int crdkit_molecule_environments(
  const crdkit_molecule *molecule, crdkit_environments kind, unsigned int radius, size_t size, crdkit_counts *counts,
  char **error) {
  return crdkit::guarded(error, -1, [&] {
    return storeEnvironments(*molecule->value, kind, radius, static_cast<unsigned int>(size), counts);
  });
}

namespace {

/// Keys, each with a count of 1.
crdkit_counts keys(const std::vector<int> &numbers) {
  crdkit_counts result = crdkit::allocatedCounts(numbers.size());
  for (size_t entry = 0; entry < numbers.size(); ++entry) {
    result.identifiers[entry] = static_cast<uint64_t>(numbers[entry]);
    result.counts[entry] = 1;
  }
  return result;
}

}  // namespace

int crdkit_molecule_maccs(const crdkit_molecule *molecule, crdkit_counts *counts, char **error) {
  return crdkit::guarded(error, -1, [&] {
    *counts = keys(crdkit::maccsKeys(*molecule->value));
    return 0;
  });
}

int crdkit_molecule_maccs_by_rdkit(const crdkit_molecule *molecule, crdkit_counts *counts, char **error) {
  return crdkit::guarded(error, -1, [&] {
    const auto found = [](const RDKit::ROMol &value) {
      return std::unique_ptr<ExplicitBitVect>(RDKit::MACCSFingerprints::getFingerprintAsBitVect(value));
    };
    // The first use compiles RDKit's patterns into static tables; no second thread may run then.
    static std::once_flag once;
    std::call_once(once, [&] { (void)found(*std::unique_ptr<RDKit::ROMol>(RDKit::SmilesToMol("CC(N)C(=O)Oc1ccccc1"))); });
    IntVect bits;
    found(*molecule->value)->getOnBits(bits);
    *counts = keys(bits);
    return 0;
  });
}

void crdkit_counts_clear(crdkit_counts *counts) {
  std::free(counts->identifiers);
  std::free(counts->counts);
  *counts = {};
}
