import Synchronization

/// A value that is made when it is first needed, and kept. Others who need it meanwhile wait for it.
package final class Lazy<Value: Sendable, Failure: Error>: Sendable {
  private let make: @Sendable () throws(Failure) -> Value
  private let made = Mutex<Value?>(nil)

  /// - Parameter make: Makes the value. It is called again only if it threw, and must not ask for the value itself.
  package init(_ make: @escaping @Sendable () throws(Failure) -> Value) { self.make = make }

  /// The value.
  /// - Throws: What making it throws.
  package func value() throws(Failure) -> Value {
    try made.withLock { (made) throws(Failure) -> Value in
      if let made { return made }
      let value = try make()
      made = value
      return value
    }
  }
}
