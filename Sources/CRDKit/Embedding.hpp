// Three-dimensional structures by distance geometry: a ladder of methods, from the best to the most tolerant.
#pragma once

#include "Coordination.hpp"

#include <string>
#include <vector>

namespace crdkit {

/// A method of embedding. The next one is tried if it gives no structure with the stereochemistry of the molecule.
enum class EmbeddingStep { etkdg, etkdgFromRandom, etdg, kdg, plain, plainFromRandom, freeNitrogen };

/// All steps in their order.
const std::vector<EmbeddingStep> &embeddingSteps();

/// The name for people: "ETKDGv3". Static.
const char *name(EmbeddingStep step);

/// Stops the embedding in this thread, between two attempts, if it takes too long or is cancelled.
class EmbeddingLimit {
 public:
  /// `shouldStop` may be null. One at a time in each thread.
  EmbeddingLimit(double seconds, int (*shouldStop)(void));
  ~EmbeddingLimit();
  EmbeddingLimit(const EmbeddingLimit &) = delete;
  EmbeddingLimit &operator=(const EmbeddingLimit &) = delete;
  /// Throws `EmbeddingStopped` if it is time to stop.
  static void check();
};

/// Thrown by `EmbeddingLimit::check`.
struct EmbeddingStopped : std::runtime_error {
  /// Whether the time limit was reached; otherwise it was cancelled.
  bool isTooLong;
  EmbeddingStopped(const std::string &reason, bool isTooLong) : std::runtime_error(reason), isTooLong(isTooLong) {}
};

/// Embeds up to `count` structures of a molecule with all its hydrogens, and returns their identifiers. The molecule's
/// earlier structures are removed. `bounds` may be null. There are up to `attempts` attempts for each structure.
std::vector<int> embed(
  RDKit::ROMol &molecule, EmbeddingStep step, int count, int32_t seed, unsigned int attempts,
  const DistGeom::BoundsMatPtr &bounds = nullptr);

}  // namespace crdkit
