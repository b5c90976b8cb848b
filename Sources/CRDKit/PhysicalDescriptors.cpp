#include "Guard.hpp"

#include <GraphMol/Descriptors/MolDescriptors.h>

int crdkit_physical_count(void) { return 1; }
const char *crdkit_physical_name(int) { return "MolWt"; }
const char *crdkit_physical_unit(int) { return "g/mol"; }
int crdkit_molecule_physical(const crdkit_molecule *molecule, double *values, char **error) {
  return crdkit::guarded(error, -1, [&] {
    values[0] = RDKit::Descriptors::calcAMW(*molecule->value);
    return 0;
  });
}
