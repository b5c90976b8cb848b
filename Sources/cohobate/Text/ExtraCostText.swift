/// What the calculations of a screen or of confirmations came to: `12 molecules calculated, 1 failed, 3 found in the cache,
/// 0.0011 core-hours`.
struct ExtraCostText {
  /// What was done, with its number.
  let done: String
  let failed: Int
  var reused = 0
  /// In seconds; nil if it is not shown.
  let programSeconds: Double?

  var parts: [String] {
    [
      done, failed > 0 ? "\(failed) failed" : nil, reused > 0 ? "\(reused) found in the cache" : nil,
      programSeconds.map { Number.coreHours($0 / 3600) },
    ].compactMap(\.self)
  }

  var text: String { parts.joined(separator: ", ") }
}
