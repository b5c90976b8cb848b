// Three-dimensional structures by distance geometry: a ladder of methods, from the best to the most tolerant.
#pragma once

#include "Coordination.hpp"

#include <string>
#include <vector>

namespace crdkit {

/// A method of embedding. The next is tried where one gives no structure with the stereochemistry of the molecule.
enum class EmbeddingStep { etkdg, etkdgFromRandom, etdg, kdg, plain, plainFromRandom };

/// All steps in their order.
const std::vector<EmbeddingStep> &embeddingSteps();

/// The name for people: "ETKDGv3". Static.
const char *name(EmbeddingStep step);

/// Stops the embedding that runs in this thread, between two of its attempts, when it takes too long or is no longer wanted.
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
  /// Whether the time ran out; otherwise it was no longer wanted.
  bool isTooLong;
  EmbeddingStopped(const std::string &reason, bool isTooLong) : std::runtime_error(reason), isTooLong(isTooLong) {}
};

/// Embeds up to `count` structures of a molecule with all its hydrogens, and returns their identifiers. The molecule's earlier
/// structures are dropped. `bounds` may be null. Each structure is tried `attempts` times.
std::vector<int> embed(
  RDKit::ROMol &molecule, EmbeddingStep step, int count, int32_t seed, unsigned int attempts,
  const DistGeom::BoundsMatPtr &bounds = nullptr);

}  // namespace crdkit
