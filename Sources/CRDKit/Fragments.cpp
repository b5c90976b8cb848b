#include "Pattern.hpp"

#include <GraphMol/SmilesParse/SmilesParse.h>

#include <vector>

struct crdkit_fragments {
  std::vector<std::unique_ptr<RDKit::ROMol>> parsed;
  std::vector<crdkit::Pattern> patterns;
};

crdkit_fragments *crdkit_fragments_new(char **error) {
  return crdkit::guarded(error, static_cast<crdkit_fragments *>(nullptr), [&] { return new crdkit_fragments; });
}

void crdkit_fragments_delete(crdkit_fragments *fragments) { delete fragments; }

int crdkit_fragments_add(crdkit_fragments *fragments, const char *smarts, char **error) {
  return crdkit::guarded(error, -1, [&] {
    std::unique_ptr<RDKit::ROMol> pattern(RDKit::SmartsToMol(smarts));
    if (!pattern || pattern->getNumAtoms() == 0) throw std::invalid_argument("it is not valid SMARTS");
    fragments->patterns.emplace_back(*pattern);
    fragments->parsed.push_back(std::move(pattern));
    return 0;
  });
}

int crdkit_fragments_count(
  const crdkit_fragments *fragments, const crdkit_molecule *molecule, uint32_t *counts, char **error) {
  return crdkit::guarded(error, -1, [&] {
    const crdkit::SearchedMolecule searched(*molecule->value);
    for (const auto &pattern : fragments->patterns) *counts++ = static_cast<uint32_t>(pattern.count(searched));
    return 0;
  });
}
