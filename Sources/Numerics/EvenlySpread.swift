extension RandomAccessCollection {
  /// At most `most` of the elements, at even distances from the first on; all if there are no more.
  package func evenlySpread(_ most: Int) -> [Element] {
    guard most < count else { return Array(self) }
    return (0..<Swift.max(0, most)).map { self[index(startIndex, offsetBy: $0 * count / most)] }
  }
}
