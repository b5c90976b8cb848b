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
    // The library is told what it would have replaced, and puts it back.
    #expect(Self.set(Self.handler) == before)
    #expect(Self.interruptHandler == before)
    #expect(Self.set(before) == before)
    #expect(Self.interruptHandler == before)
  }

  @Test func anErrorIsNeverPutOnCtrlC() throws {
    let before = Self.interruptHandler
    for _ in 1...2 {
      #expect(Self.set(Self.error) == Self.error)
      #expect(Self.interruptHandler == before)
    }
  }

  /// In a process of its own, whose Ctrl-C is changed.
  @Test func aLibraryPutsBackNothingThatTheProgramHasReplaced() async {
    await #expect(processExitsWith: .success) {
      // It may have been inherited otherwise.
      _ = SignalTests.set(SignalTests.defaultAction)
      #expect(SignalTests.set(SignalTests.ignore) == SignalTests.defaultAction)
      // Ctrl-C comes while the library computes, and the program lets the next one end it.
      #expect(SignalTests.set(SignalTests.handler) == SignalTests.ignore)
      #expect(SignalTests.set(SignalTests.defaultAction) == SignalTests.ignore)
      #expect(SignalTests.set(SignalTests.ignore) == SignalTests.defaultAction)
      #expect(SignalTests.interruptHandler == SignalTests.defaultAction)
      // Once only: what the program asks for later is done.
      #expect(SignalTests.set(SignalTests.ignore) == SignalTests.defaultAction)
      #expect(SignalTests.interruptHandler == SignalTests.ignore)
    }
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
