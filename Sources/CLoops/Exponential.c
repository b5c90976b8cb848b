#include "CLoops.h"
#include "EachProcessor.h"
#include "Exponential.h"

FOR_EACH_PROCESSOR
void cloops_exponentials(double *values, size_t count, double factor) {
  for (size_t i = 0; i < count; ++i) values[i] = exponential(factor * values[i]);
}
