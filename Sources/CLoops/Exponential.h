#ifndef Exponential_h
#define Exponential_h

#include <stdint.h>
#include <string.h>

// Adding this to a double of magnitude below 2^51 rounds it to an integer, which is then in the last bits.
static const double rounder = 0x1.8p52;

/// 2^k for an integer k from −1022 to 1023 to which the rounder was added.
static inline __attribute__((always_inline)) double power_of_two(double rounded) {
  uint64_t bits;
  memcpy(&bits, &rounded, sizeof bits);
  bits = (bits << 52) + (UINT64_C(1023) << 52);
  double power;
  memcpy(&power, &bits, sizeof power);
  return power;
}

static inline __attribute__((always_inline)) double exponential(double x) {
  // Beyond these the result is infinity or 0. A NaN fails both comparisons and stays.
  x = x > 710.0 ? 710.0 : x;
  x = x < -746.0 ? -746.0 : x;
  const double doublings = (x * 0x1.71547652b82fep0 + rounder) - rounder;
  // ln 2 in two parts; the first ends in 21 zeros, so that its product with the doublings is exact.
  const double r = (x - doublings * 0x1.62e42fee00000p-1) - doublings * 0x1.a39ef35793c76p-33;
  // exp r for |r| ≤ ln 2 / 2: Taylor's series to the 13th order leaves 4e-18.
  double series = 1.0 / 6227020800.0;
  series = series * r + 1.0 / 479001600.0;
  series = series * r + 1.0 / 39916800.0;
  series = series * r + 1.0 / 3628800.0;
  series = series * r + 1.0 / 362880.0;
  series = series * r + 1.0 / 40320.0;
  series = series * r + 1.0 / 5040.0;
  series = series * r + 1.0 / 720.0;
  series = series * r + 1.0 / 120.0;
  series = series * r + 1.0 / 24.0;
  series = series * r + 1.0 / 6.0;
  series = series * r + 0.5;
  series = 1.0 + (r + r * r * series);
  // Two factors, because a single power of two cannot reach subnormal numbers.
  const double half = (doublings * 0.5 + rounder) - rounder;
  return series * power_of_two(half + rounder) * power_of_two((doublings - half) + rounder);
}

#endif
