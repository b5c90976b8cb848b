#ifndef CLoops_h
#define CLoops_h

#include <stddef.h>

// Loops that the C compiler turns into vector instructions. They use the four operations alone, never contracted, so
// that every processor gives the same bits, whatever the length of its vectors.

/// values[i] := exp(factor * values[i]), to about one unit in the last place. NaN stays NaN; what is too small for a
/// double becomes 0, what is too great infinity.
void cloops_exponentials(double *values, size_t count, double factor);

#endif
