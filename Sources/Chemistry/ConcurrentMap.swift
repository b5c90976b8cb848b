import Dispatch

/// The results of a pure function of 0..<count, computed on all cores, in the order of the index.
package func concurrentMap<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
  guard count > 1 else { return (0..<count).map(body) }
  // Small chunks, so that no core is left with all the slow ones.
  let pieceLength = max(1, min(16, count / 8))
  let pieceCount = (count + pieceLength - 1) / pieceLength
  return unsafe [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
    let slots = unsafe Slots(base: buffer.baseAddress)
    DispatchQueue.concurrentPerform(iterations: pieceCount) { piece in
      for index in (piece * pieceLength)..<min((piece + 1) * pieceLength, count) {
        unsafe slots.base.unsafelyUnwrapped.advanced(by: index).initialize(to: body(index))
      }
    }
    initialized = count
  }
}

/// Shared among the pieces, which write to different slots: hence the unchecked conformance.
@safe private struct Slots<Result>: @unchecked Sendable {
  let base: UnsafeMutablePointer<Result>?
}

extension Array {
  /// The values of results, or the first failure among them.
  package func values<Value, Failure>() throws(Failure) -> [Value] where Element == Result<Value, Failure> {
    var values: [Value] = []
    values.reserveCapacity(count)
    for result in self { values.append(try result.get()) }
    return values
  }
}
