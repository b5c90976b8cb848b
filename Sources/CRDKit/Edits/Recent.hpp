// What was made of the texts of lately edited molecules.
#pragma once

#include <string>
#include <unordered_map>
#include <utility>

namespace crdkit::edits {

/// The values of the last texts, each made once. A molecule that is edited at all is mostly edited many times.
///
/// It belongs to one thread, and takes a megabyte or two of it. Only speed depends on which values are present.
template <typename Value>
class Recent {
 public:
  /// The value of a text, which stays until the next call; `make` makes it from the text. What `make` throws is passed on.
  template <typename Make>
  const Value &of(const std::string &text, Make make) {
    const auto found = present_.find(text);
    if (found != present_.end()) return found->second;
    const auto before = earlier_.find(text);
    Value value = before != earlier_.end() ? std::move(before->second) : make(text);
    if (before != earlier_.end()) earlier_.erase(before);
    if (present_.size() >= most) {
      earlier_ = std::move(present_);
      present_.clear();
    }
    return present_.emplace(text, std::move(value)).first->second;
  }

 private:
  /// At least so many are kept, and at most twice as many.
  static constexpr size_t most = 96;
  std::unordered_map<std::string, Value> present_, earlier_;
};

}  // namespace crdkit::edits
