import Glibc

/// A secret of 128 bits from the system, as 32 hexadecimal digits. It decides no result, and so comes from no seed.
package func accessToken() -> String {
  var bytes = [UInt8](repeating: 0, count: 16)
  var filled = 0
  while filled < bytes.count {
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe getrandom(buffer.baseAddress.map { unsafe $0 + filled }, buffer.count - filled, 0)
    }
    // A signal may interrupt it.
    if count > 0 { filled += count }
  }
  return bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}
