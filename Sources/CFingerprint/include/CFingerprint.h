/// Similarities of count fingerprints by AND and popcount.
///
/// A fingerprint is a row of 64-bit words in *levels* of equal length: bit i of level k says that count i is greater than
/// k. Then Σ min(a, b) is the number of bits that two fingerprints share, over the levels that both have.
#ifndef CFingerprint_h
#define CFingerprint_h

#include <stddef.h>
#include <stdint.h>

/// A fingerprint: its words, how many they are, and how many bits are set.
typedef struct {
  const uint64_t *words;
  size_t word_count;
  uint64_t total;
} cfingerprint;

/// MinMax similarity Σ min(a, b) / Σ max(a, b), between 0 and 1; that of two empty fingerprints is 1.
double cfingerprint_similarity(cfingerprint a, cfingerprint b);

/// All pairs: `similarities[row + column * rows]` is that of `a[row]` and `b[column]`.
void cfingerprint_similarities(
  const cfingerprint *a, size_t rows, const cfingerprint *b, size_t columns, double *similarities);

#endif
