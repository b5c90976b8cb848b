#include "CLoops.h"
#include "EachProcessor.h"
#include "Exponential.h"

FOR_EACH_PROCESSOR
void cloops_squared_exponential(double *squares, size_t count) {
  for (size_t i = 0; i < count; ++i) squares[i] = exponential(-0.5 * squares[i]);
}

FOR_EACH_PROCESSOR
void cloops_matern12(double *squares, size_t count) {
  for (size_t i = 0; i < count; ++i) squares[i] = exponential(-__builtin_sqrt(squares[i]));
}

FOR_EACH_PROCESSOR
void cloops_matern32(double *squares, size_t count) {
  const double root3 = __builtin_sqrt(3.0);
  for (size_t i = 0; i < count; ++i) {
    const double r = __builtin_sqrt(squares[i]);
    squares[i] = exponential(-root3 * r) * (1 + root3 * r);
  }
}

FOR_EACH_PROCESSOR
void cloops_matern52(double *squares, size_t count) {
  const double root5 = __builtin_sqrt(5.0), third = 5.0 / 3.0;
  for (size_t i = 0; i < count; ++i) {
    const double s = squares[i], r = __builtin_sqrt(s);
    squares[i] = exponential(-root5 * r) * (1 + root5 * r + third * s);
  }
}
