/// A progress bar: `[#####     ]`.
package struct ProgressBar {
  private let done: Int
  private let total: Int

  package init(done: Int, total: Int) {
    (self.done, self.total) = (done, total)
  }

  /// The bar in `width` columns, without the brackets. It is full only when all is done.
  package func text(width: Int = 20) -> String {
    let full = total > 0 ? width * min(done, total) / total : width
    return "[\(String(repeating: "#", count: full))\(String(repeating: " ", count: width - full))]"
  }
}
