#ifndef CLoops_h
#define CLoops_h

#include <stddef.h>

// Loops that the C compiler vectorises. They use only the four operations and the square root, never contracted, so
// that every processor gives the same bits, whatever the length of its vectors.

/// values[i] := exp(factor * values[i]), to about one unit in the last place. NaN stays NaN; underflow gives 0,
/// overflow infinity.
void cloops_exponentials(double *values, size_t count, double factor);

/// squares[i] := the radial covariance at this squared distance s = r²: exp(-s/2), exp(-r), (1 + √3 r) exp(-√3 r) or
/// (1 + √5 r + 5s/3) exp(-√5 r).
void cloops_squared_exponential(double *squares, size_t count);
void cloops_matern12(double *squares, size_t count);
void cloops_matern32(double *squares, size_t count);
void cloops_matern52(double *squares, size_t count);

/// One step of AdamW over `count` parameters, which sets the gradient to zero: mean += 0.1 (gradient - mean), square +=
/// 0.001 (gradient^2 - square), parameter = kept parameter - rate mean / (sqrt(square) + least). The four arrays do not
/// overlap. The result is the same on every processor, bit for bit.
void cloops_adam_float(size_t count, float *parameters, float *gradient, float *means, float *squares, float rate,
                        float least, float kept);
/// The same in double precision.
void cloops_adam_double(size_t count, double *parameters, double *gradient, double *means, double *squares,
                         double rate, double least, double kept);

#endif
