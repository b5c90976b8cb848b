import Chemistry
import Glibc
import Testing

/// RDKit's own handler of Ctrl-C never replaces the program's.
@Suite struct SignalTests {
  private typealias Handler = @convention(c) (Int32) -> Void
  private typealias Signal = @convention(c) (Int32, Int) -> Int

  private static let defaultAction = 0
  private static let ignore = 1
  private static let error = -1

  @Test func aLibraryCannotPutAHandlerOnCtrlC() throws {
    #expect(try !Molecule(smiles: "CCCC").conformers(count: 1, seed: 1).isEmpty)
    let before = Self.interruptHandler
    for handler in [Self.handler, Self.ignore, Self.defaultAction] {
      // The library is told what it would have replaced.
      #expect(Self.set(handler) == before)
      #expect(Self.interruptHandler == before)
    }
  }

  @Test func anErrorIsNeverPutOnCtrlC() throws {
    let before = Self.interruptHandler
    for _ in 1...2 {
      #expect(Self.set(Self.error) == Self.error)
      #expect(Self.interruptHandler == before)
    }
  }

  /// In a process of its own, whose Ctrl-C is changed. Some versions of RDKit put back what they found, and others do not.
  @Test func theProgramChoosesWhatCtrlCDoesAlsoAfterAnEmbedding() async {
    await #expect(processExitsWith: .success) {
      for disposition in [SignalTests.ignore, SignalTests.defaultAction, SignalTests.ignore, SignalTests.defaultAction]
      {
        SignalTests.choose(disposition)
        _ = try Molecule(smiles: "CCCC").conformers(count: 1, seed: 1)
        #expect(SignalTests.interruptHandler == disposition)
      }
    }
  }

  /// Sets the disposition as the program does.
  private static func choose(_ disposition: Int) {
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = unsafeBitCast(disposition, to: __sighandler_t?.self)
    unsafe sigaction(SIGINT, &action, nil)
  }

  /// Calls the function that the libraries find; nil if there is none.
  private static func set(_ handler: Int) -> Int? {
    guard let address = unsafe dlsym(nil, "signal") else { return nil }
    let function = unsafe unsafeBitCast(address, to: Signal.self)
    return function(SIGINT, handler)
  }

  /// The address of a function that does nothing.
  private static var handler: Int {
    let handler: Handler = { _ in }
    return unsafe unsafeBitCast(handler, to: Int.self)
  }

  /// The address of the function that Ctrl-C calls.
  private static var interruptHandler: Int {
    var action = sigaction()
    unsafe sigaction(SIGINT, nil, &action)
    return unsafe unsafeBitCast(action.__sigaction_handler, to: Int.self)
  }
}
