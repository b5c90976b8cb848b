// The random numbers of one edit: SplitMix64 (doi 10.1145/2660193.2660195) from its seed, with integer arithmetic only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace crdkit::edits {

class Draws {
 public:
  explicit Draws(uint64_t seed) : state_(seed) {}

  uint64_t next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31);
  }

  /// A number from 0 to below the bound, which must not be 0.
  size_t below(size_t bound) { return static_cast<size_t>((static_cast<unsigned __int128>(next()) * bound) >> 64); }

  template <typename Element>
  const Element &from(const std::vector<Element> &elements) {
    return elements[below(elements.size())];
  }

  template <typename Element>
  void shuffle(std::vector<Element> &elements) {
    for (size_t last = elements.size(); last > 1; --last) std::swap(elements[last - 1], elements[below(last)]);
  }

 private:
  uint64_t state_;
};

}  // namespace crdkit::edits
