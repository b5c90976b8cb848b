/// How far something is, as a bar: `[#####     ]`.
struct ProgressBar {
  let done: Int
  let total: Int

  /// The bar in so many columns, the brackets besides. It is full only when all is done.
  func text(width: Int = 20) -> String {
    let full = total > 0 ? width * min(done, total) / total : width
    return "[\(String(repeating: "#", count: full))\(String(repeating: " ", count: width - full))]"
  }
}
