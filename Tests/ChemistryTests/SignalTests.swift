import Chemistry
import Glibc
import Testing

/// RDKit's own handler of Ctrl-C never replaces the program's.
@Suite struct SignalTests {
  private typealias Handler = @convention(c) (Int32) -> Void
  private typealias Signal = @convention(c) (Int32, Handler) -> UnsafeRawPointer?

  @Test func aLibraryCannotPutAHandlerOnCtrlC() throws {
    #expect(try !Molecule(smiles: "CCCC").conformers(count: 1, seed: 1).isEmpty)
    // The function that the libraries find.
    let found = unsafe dlsym(nil, "signal")
    let address = unsafe try #require(found)
    let function = unsafe unsafeBitCast(address, to: Signal.self)
    let before = interruptHandler
    #expect(unsafe function(SIGINT, { _ in }) == UnsafeRawPointer(bitPattern: -1))
    #expect(interruptHandler == before)
  }

  /// The address of the function that Ctrl-C calls.
  private var interruptHandler: Int {
    var action = sigaction()
    unsafe sigaction(SIGINT, nil, &action)
    return unsafe unsafeBitCast(action.__sigaction_handler, to: Int.self)
  }
}
