#include "CLoops.h"
#include "EachProcessor.h"

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

ADAM(cloops_adam_float, float, __builtin_sqrtf)
ADAM(cloops_adam_double, double, __builtin_sqrt)
