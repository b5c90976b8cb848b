#ifndef CLoops_h
#define CLoops_h

#include <stddef.h>

// Loops that the C compiler turns into vector instructions. They use the four operations and the root alone, never contracted, so
// that every processor gives the same bits, whatever the length of its vectors.

/// values[i] := exp(factor * values[i]), to about one unit in the last place. NaN stays NaN; what is too small for a
/// double becomes 0, what is too great infinity.
void cloops_exponentials(double *values, size_t count, double factor);

/// One step of AdamW over `count` parameters, which sets the gradient to zero:
/// mean += 0.1 (gradient - mean), square += 0.001 (gradient^2 - square),
/// parameter = kept parameter - rate mean / (sqrt(square) + least).
/// The four arrays do not overlap. The bits are those of the four operations and the root, whatever the processor.
void cloops_adam_float(size_t count, float *parameters, float *gradient, float *means, float *squares, float rate,
                        float least, float kept);
/// The same in double precision.
void cloops_adam_double(size_t count, double *parameters, double *gradient, double *means, double *squares,
                         double rate, double least, double kept);

#endif
