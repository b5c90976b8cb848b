import Dispatch
import Files
import Glibc
import Synchronization

/// Turns the first Ctrl-C (or a termination request, or a closed terminal) into a call. If the work has not ended
/// shortly afterwards, the program exits: all its files are complete at any instant, and the programs that it started
/// end with it. A second Ctrl-C ends the program at once, and so does one after this value is gone.
///
/// Other parts help. `cohobate-keeper` stops a program when Cohobate ends in any way. `CRDKit/Signals.c` keeps RDKit
/// from catching SIGINT itself. `EmbeddingLimit` (`CRDKit/Embedding.hpp`) ends an embedding whose task is cancelled.
struct Interruption: ~Copyable {
  private static let numbers = [SIGINT, SIGTERM, SIGHUP]
  private let sources: [any DispatchSourceSignal]
  private let work: Work

  /// - Parameters:
  ///   - sentence: The message if the work does not end in time.
  ///   - grace: The time that the work has to end by itself, with a more informative message.
  ///   - handler: Asks the work to end.
  init(
    saying sentence: String = "Interrupted.", grace: DispatchTimeInterval = .milliseconds(900),
    _ handler: @escaping @Sendable () -> Void
  ) {
    // A queue other than those whose threads the work may keep busy.
    let queue = DispatchQueue.global(qos: .userInteractive)
    let work = Work()
    self.work = work
    sources = Self.numbers.map { number in
      Self.set(SIG_IGN, on: number)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        Self.set(SIG_DFL, on: number)
        handler()
        queue.asyncAfter(deadline: .now() + grace) { work.exitUnlessEnded(saying: sentence) }
      }
      source.resume()
      return source
    }
  }

  deinit {
    work.end()
    for source in sources { source.cancel() }
    for number in Self.numbers { Self.set(SIG_DFL, on: number) }
  }

  /// Not by `signal`, whose calls for Ctrl-C have no effect (`CRDKit/Signals.c`).
  private static func set(_ disposition: __sighandler_t?, on number: Int32) {
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = disposition
    action.sa_flags = SA_RESTART
    unsafe sigaction(number, &action, nil)
  }

  /// The interrupted work.
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
