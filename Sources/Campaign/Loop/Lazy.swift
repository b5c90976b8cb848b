import Synchronization

/// A value that is made when it is first needed, and kept.
final class Lazy<Value: Sendable>: Sendable {
  private let make: @Sendable () throws -> Value
  private let made = Mutex<Value?>(nil)

  /// - Parameter make: Makes the value; the same each time.
  init(_ make: @escaping @Sendable () throws -> Value) { self.make = make }

  /// The value.
  func value() throws -> Value {
    if let value = made.withLock(\.self) { return value }
    let value = try make()
    made.withLock { $0 = value }
    return value
  }
}
