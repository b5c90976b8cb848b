#ifndef CVector_h
#define CVector_h

#include <stddef.h>

// Loops over vectors that BLAS lacks.

/// One step of AdamW over `count` parameters, which sets the gradient to zero:
/// mean += 0.1 (gradient - mean), square += 0.001 (gradient^2 - square),
/// parameter = kept parameter - rate mean / (sqrt(square) + least).
/// The four arrays do not overlap. The bits are those of the four operations and the root, whatever the processor.
void cvector_adam_float(size_t count, float *parameters, float *gradient, float *means, float *squares, float rate,
                        float least, float kept);
/// The same in double precision.
void cvector_adam_double(size_t count, double *parameters, double *gradient, double *means, double *squares,
                         double rate, double least, double kept);

#endif
