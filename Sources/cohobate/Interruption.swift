import Campaign
import Dispatch
import Glibc
import Synchronization

/// Turns the first Ctrl-C (or a termination request, or a closed terminal) into a call. If the work has not ended a moment later,
/// the program exits: everything that it writes is whole at any instant, and the programs that it started end with it. A second
/// Ctrl-C ends the program at once, as does one that comes when this value is gone.
struct Interruption: ~Copyable {
  private static let numbers = [SIGINT, SIGTERM, SIGHUP]
  /// So long the work has to end by itself, with a sentence that says more.
  private static let grace = DispatchTimeInterval.milliseconds(900)

  private let sources: [any DispatchSourceSignal]
  private let work: Work

  /// - Parameters:
  ///   - sentence: What to say where the work does not end in time.
  ///   - handler: Asks the work to end.
  init(saying sentence: String = "Interrupted.", _ handler: @escaping @Sendable () -> Void) {
    // Not a queue that the work's threads may all be busy on.
    let queue = DispatchQueue.global(qos: .userInteractive)
    let work = Work()
    self.work = work
    sources = Self.numbers.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        signal(number, SIG_DFL)
        handler()
        queue.asyncAfter(deadline: .now() + Self.grace) { work.exitUnlessEnded(saying: sentence) }
      }
      source.resume()
      return source
    }
  }

  deinit {
    work.end()
    for source in sources { source.cancel() }
    for number in Self.numbers { signal(number, SIG_DFL) }
  }

  /// What is interrupted.
  private final class Work: Sendable {
    private let hasEnded = Mutex(false)

    func end() { hasEnded.withLock { $0 = true } }

    func exitUnlessEnded(saying sentence: String) {
      hasEnded.withLock { hasEnded in
        guard !hasEnded else { return }
        CampaignError.whileNothingIsWritten {
          Terminal.line("")
          Terminal.line(sentence)
          _exit(CampaignError.interrupted.exitStatus)
        }
      }
    }
  }
}
