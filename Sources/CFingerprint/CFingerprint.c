#include "CFingerprint.h"

// The best of these that the processor has is chosen as the program starts: VPOPCNTDQ counts eight words at once, AVX2
// four by table look-up, POPCNT one.
#if defined(__x86_64__) && defined(__ELF__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx512vpopcntdq", "avx2", "popcnt", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

static inline __attribute__((always_inline)) uint64_t shared_bits(cfingerprint a, cfingerprint b) {
  const size_t count = a.word_count < b.word_count ? a.word_count : b.word_count;
  uint64_t bits = 0;
  for (size_t word = 0; word < count; ++word) bits += (uint64_t)__builtin_popcountll(a.words[word] & b.words[word]);
  return bits;
}

static inline __attribute__((always_inline)) double min_max(cfingerprint a, cfingerprint b) {
  const uint64_t minimum = shared_bits(a, b);
  const uint64_t maximum = a.total + b.total - minimum;
  return maximum == 0 ? 1.0 : (double)minimum / (double)maximum;
}

FOR_EACH_PROCESSOR
double cfingerprint_similarity(cfingerprint a, cfingerprint b) { return min_max(a, b); }

FOR_EACH_PROCESSOR
void cfingerprint_similarities(
  const cfingerprint *a, size_t rows, const cfingerprint *b, size_t columns, double *similarities) {
  for (size_t column = 0; column < columns; ++column)
    for (size_t row = 0; row < rows; ++row) similarities[row + column * rows] = min_max(a[row], b[column]);
}
