import Foundation
import Testing

/// Expects that none of the processes runs any more, within a time that only a failure uses up. A process that has died
/// but that nobody has asked after yet is gone.
func expectGone(_ identifiers: String, count: Int, sourceLocation: SourceLocation = #_sourceLocation)
  async throws
{
  let processes = identifiers.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
  #expect(processes.count == count, sourceLocation: sourceLocation)
  func runs(_ process: Int) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
    let state = status.drop { $0 != ")" }.dropFirst(2).first
    return state != "Z" && state != "X"
  }
  let deadline = ContinuousClock.now + .seconds(20)
  while processes.contains(where: runs), ContinuousClock.now < deadline { await Task.yield() }
  #expect(processes.filter(runs).isEmpty, sourceLocation: sourceLocation)
}
