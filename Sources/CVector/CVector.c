#include "CVector.h"

// The best of these that the processor has is chosen as the program starts. No product is fused with a sum (see
// Package.swift), so that all give the same bits.
#if defined(__x86_64__) && defined(__ELF__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

#define ADAM(NAME, REAL, ROOT)                                                                                        \
  FOR_EACH_PROCESSOR                                                                                                  \
  void NAME(size_t count, REAL *restrict parameters, REAL *restrict gradient, REAL *restrict means,                   \
            REAL *restrict squares, REAL rate, REAL least, REAL kept) {                                               \
    for (size_t place = 0; place < count; ++place) {                                                                  \
      const REAL slope = gradient[place];                                                                             \
      means[place] += (REAL)0.1 * (slope - means[place]);                                                             \
      squares[place] += (REAL)0.001 * (slope * slope - squares[place]);                                               \
      parameters[place] = kept * parameters[place] - rate * means[place] / (ROOT(squares[place]) + least);            \
      gradient[place] = 0;                                                                                            \
    }                                                                                                                 \
  }

ADAM(cvector_adam_float, float, __builtin_sqrtf)
ADAM(cvector_adam_double, double, __builtin_sqrt)
