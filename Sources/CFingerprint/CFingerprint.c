#include "CFingerprint.h"

#include <string.h>

// At the start of the program the best of these that the processor supports is chosen.
#if defined(__x86_64__) && defined(__ELF__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("arch=x86-64-v4", "avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

static inline double min_max(double minimum, double totals) {
  const double maximum = totals - minimum;
  return maximum == 0 ? 1.0 : minimum / maximum;
}

double cfingerprint_similarity(cfingerprint a, cfingerprint b) {
  uint64_t minimum = 0;
  size_t i = 0, j = 0;
  while (i < a.entries && j < b.entries) {
    const uint64_t left = a.identifiers[i], right = b.identifiers[j];
    const uint32_t smaller = a.counts[i] < b.counts[j] ? a.counts[i] : b.counts[j];
    // Without branches, because the next identifier cannot be predicted.
    minimum += left == right ? smaller : 0;
    i += left <= right;
    j += right <= left;
  }
  return min_max((double)minimum, a.total + b.total);
}

// Small counts are added up in bytes, 32 rows per instruction, and carried over before they may overflow.
static inline __attribute__((always_inline)) void carry(uint8_t *narrow, int32_t *wide, size_t rows) {
  for (size_t row = 0; row < rows; ++row) wide[row] += narrow[row];
  memset(narrow, 0, rows);
}

FOR_EACH_PROCESSOR
void cfingerprint_similarities(
  const cfingerprint_block *block, size_t first, size_t last, const uint32_t *features, const uint32_t *counts,
  size_t entries, double total, double *restrict similarities) {
  uint8_t narrow[CFINGERPRINT_BLOCK_ROWS];
  int32_t wide[CFINGERPRINT_BLOCK_ROWS];
  const size_t rows = last - first;
  memset(narrow, 0, rows);
  memset(wide, 0, rows * sizeof *wide);
  uint32_t room = UINT8_MAX;
  for (size_t entry = 0; entry < entries; ++entry) {
    const uint32_t feature = features[entry], count = counts[entry];
    const int32_t column = block->dense_columns[feature];
    if (column >= 0) {
      const uint8_t most = count < UINT8_MAX ? (uint8_t)count : UINT8_MAX;
      if (most > room) {
        carry(narrow, wide, rows);
        room = UINT8_MAX;
      }
      room -= most;
      const uint8_t *restrict dense = block->dense + (size_t)column * block->rows + first;
      for (size_t row = 0; row < rows; ++row) narrow[row] += dense[row] < most ? dense[row] : most;
    } else {
      const uint32_t end = block->starts[feature + 1];
      uint32_t place = block->starts[feature];
      while (place < end && block->listed_rows[place] < first) ++place;
      for (; place < end && block->listed_rows[place] < last; ++place) {
        const uint32_t listed = block->listed_counts[place];
        wide[block->listed_rows[place] - first] += (int32_t)(listed < count ? listed : count);
      }
    }
  }
  const double *restrict totals = block->totals + first;
  for (size_t row = 0; row < rows; ++row)
    similarities[row] = min_max((double)(wide[row] + narrow[row]), totals[row] + total);
}
