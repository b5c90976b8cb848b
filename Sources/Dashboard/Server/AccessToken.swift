import Glibc

/// A secret of 128 bits from the system, as 32 hexadecimal digits. It decides no result, and so comes from no seed.
package func accessToken() -> String {
  var bytes = [UInt8](repeating: 0, count: 16)
  // It fails only for more than 256 bytes, or without the system call, which each kernel since 2014 has.
  guard unsafe getentropy(&bytes, bytes.count) == 0 else { preconditionFailure("The system gives no random bytes.") }
  return bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}
