import Synchronization

/// Remembers that the design of an iteration waits for all outcomes, because the campaign might end instead. It only saves time:
/// another run comes to the same decision.
final class WaitingDesign: Sendable {
  private let iteration = Mutex<Int?>(nil)

  /// Notes that this iteration is not designed before all outcomes are known.
  func note(iteration number: Int) { iteration.withLock { $0 = number } }

  /// Whether that was noted of this iteration.
  func isNoted(at number: Int) -> Bool { iteration.withLock { $0 == number } }
}
