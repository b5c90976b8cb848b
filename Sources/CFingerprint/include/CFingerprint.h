/// MinMax similarities Σ min(a, b) / Σ max(a, b) of sparse vectors of counts.
///
/// Rows are stored in *blocks*, by feature rather than by molecule: the contribution of a column to all rows of a block
/// is then one stream of additions for each of its features, and features that a row and the column do not share cost
/// nothing. This is exact, and an order of magnitude faster than comparing pair by pair.
#ifndef CFingerprint_h
#define CFingerprint_h

#include <stddef.h>
#include <stdint.h>

/// The greatest number of rows in a block: with their features they fit in the second-level cache.
#define CFINGERPRINT_BLOCK_ROWS 2048

/// A sparse vector of counts: distinct identifiers in ascending order, a positive count for each, and the sum of the counts.
typedef struct {
  const uint64_t *identifiers;
  const uint32_t *counts;
  size_t entries;
  double total;
} cfingerprint;

/// MinMax similarity, from 0 to 1; 1 for two empty vectors.
double cfingerprint_similarity(cfingerprint a, cfingerprint b);

/// Rows by feature. Frequent features are stored with a count for each row, the others as lists of the rows that have them.
typedef struct {
  size_t rows;                      ///< at most CFINGERPRINT_BLOCK_ROWS
  const double *totals;             ///< the total of each row, at most 2³¹ − 1
  const int32_t *dense_columns;     ///< for each feature, its column in `dense`, or −1
  const uint8_t *dense;             ///< `rows` counts a column
  const uint32_t *starts;           ///< for each feature, and once more, the start of its list
  const uint16_t *listed_rows;      ///< the lists: rows in ascending order
  const uint32_t *listed_counts;    ///< and their counts
} cfingerprint_block;

/// The similarities of the rows `first` to below `last` of a block with one column. The column has `entries` distinct
/// features of the block with their counts, and the sum `total` of all its counts, including those of features that no
/// row has.
void cfingerprint_similarities(
  const cfingerprint_block *block, size_t first, size_t last, const uint32_t *features, const uint32_t *counts,
  size_t entries, double total, double *similarities);

#endif
