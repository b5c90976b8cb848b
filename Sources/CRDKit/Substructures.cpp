#include "Guard.hpp"

#include <GraphMol/FilterCatalog/FilterCatalog.h>
#include <GraphMol/SmilesParse/SmilesParse.h>
#include <GraphMol/Substruct/SubstructMatch.h>

struct crdkit_pattern {
  std::unique_ptr<RDKit::ROMol> value;
};

crdkit_pattern *crdkit_pattern_new(const char *smarts, char **error) {
  return crdkit::guarded(error, static_cast<crdkit_pattern *>(nullptr), [&] {
    RDKit::SmartsParserParams parameters;
    parameters.allowCXSMILES = false;
    parameters.parseName = false;
    std::unique_ptr<RDKit::ROMol> pattern(RDKit::SmartsToMol(smarts, parameters));
    if (!pattern || pattern->getNumAtoms() == 0) throw std::invalid_argument("it is not valid SMARTS");
    return new crdkit_pattern{std::move(pattern)};
  });
}

void crdkit_pattern_delete(crdkit_pattern *pattern) { delete pattern; }

int crdkit_pattern_matches(const crdkit_pattern *pattern, const crdkit_molecule *molecule, char **error) {
  return crdkit::guarded(error, -1, [&] {
    RDKit::SubstructMatchParameters parameters;
    parameters.maxMatches = 1;
    parameters.useChirality = true;
    return RDKit::SubstructMatch(*molecule->value, *pattern->value, parameters).empty() ? 0 : 1;
  });
}

namespace {

template <RDKit::FilterCatalogParams::FilterCatalogs set>
const RDKit::FilterCatalog &catalogue() {
  // Initialised once, under the lock of a static local variable.
  static const RDKit::FilterCatalog catalogue{RDKit::FilterCatalogParams(set)};
  return catalogue;
}

const RDKit::FilterCatalog &catalogue(crdkit_catalogue kind) {
  using Parameters = RDKit::FilterCatalogParams;
  switch (kind) {
    case CRDKIT_PAINS: return catalogue<Parameters::PAINS>();
    case CRDKIT_PAINS_A: return catalogue<Parameters::PAINS_A>();
    case CRDKIT_PAINS_B: return catalogue<Parameters::PAINS_B>();
    case CRDKIT_PAINS_C: return catalogue<Parameters::PAINS_C>();
    case CRDKIT_BRENK: return catalogue<Parameters::BRENK>();
    case CRDKIT_NIH: return catalogue<Parameters::NIH>();
    case CRDKIT_ZINC: return catalogue<Parameters::ZINC>();
  }
  throw std::invalid_argument("there is no such filter catalogue");
}

}  // namespace

int crdkit_catalogue_first_match(
  crdkit_catalogue kind, const crdkit_molecule *molecule, char **name, char **error) {
  return crdkit::guarded(error, -1, [&] {
    const auto match = catalogue(kind).getFirstMatch(*molecule->value);
    if (!match) return 0;
    *name = crdkit::copied(match->getDescription());
    return 1;
  });
}
