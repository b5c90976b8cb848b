package import Campaign
import Files
import Synchronization

extension SmallCampaign {
  /// Runs it, and interrupts the run at each event of which this says so.
  ///
  /// - Returns: Whether the run ended for that.
  package func isInterrupted(at isWanted: @escaping @Sendable (CampaignEvent) -> Bool) async throws -> Bool {
    // An unstructured task, so that it is this run that is cancelled and not the test.
    let task = Task {
      try await self.run { event in
        if isWanted(event) { unsafe withUnsafeCurrentTask { unsafe $0?.cancel() } }
      }
    }
    do {
      _ = try await task.value
      return false
    } catch let error as CampaignError where error.kind == .interrupted {
      return true
    }
  }

  /// Runs it to its end, in runs that are each interrupted at this event, counted from 1, as long as they may come
  /// further so.
  ///
  /// - Returns: The number of runs that were interrupted.
  package func runInterrupted(every count: Int) async throws -> Int {
    var interruptions = 0
    // A run must come further than its first notes and plans to be of use.
    while interruptions < (count <= 3 ? 3 : 40) {
      let left = Atomic(count)
      guard try await isInterrupted(at: { _ in left.subtract(1, ordering: .relaxed).newValue == 0 }) else { break }
      interruptions += 1
    }
    try await run()
    return interruptions
  }
}
