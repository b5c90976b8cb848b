internal import Foundation

/// A problem with the arguments, for people.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// One line of output: the task, its size, its wall time, the time of all cores together, and the peak memory of the
/// process so far.
struct Measurement: Encodable {
  let what: String
  let size: Int
  let seconds: Double
  let processorSeconds: Double
  let peakMegabytes: Double

  /// Runs a task once and prints its time.
  static func print<Result>(_ what: String, size: Int, _ body: () throws -> Result) rethrows -> Result {
    let (start, processorStart) = (ContinuousClock.now, clock())
    let result = try body()
    let processorTicks = clock() - processorStart
    let line = Measurement(
      what: what, size: size, seconds: (ContinuousClock.now - start) / .seconds(1),
      processorSeconds: Double(processorTicks) / Double(CLOCKS_PER_SEC), peakMegabytes: peakMegabytes)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    if let data = try? encoder.encode(line) { Swift.print(String(decoding: data, as: UTF8.self)) }
    return result
  }

  /// VmHWM: the peak memory of the process, in 10⁶ bytes.
  private static var peakMegabytes: Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return line.split(separator: " ").compactMap { Double($0) }.first.map { $0 * 1.024e-3 } ?? .nan
  }
}
