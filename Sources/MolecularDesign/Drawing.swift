/// How far drawing from the language model has come, and when it is given up.
struct Drawing {
  private let wanted: Int
  private let settings: DesignSettings
  private var drawn = 0
  /// How many strings had been drawn when the last of them gave a molecule not seen before.
  private var drawnAtLastNew = 0

  /// Drawing for `wanted` molecules.
  init(wanted: Int, settings: DesignSettings) {
    (self.wanted, self.settings) = (wanted, settings)
  }

  /// Whether no more than the usual number of strings has been drawn.
  var isWithinFirst: Bool { drawn < wanted * settings.drawsPerMolecule }

  /// Whether so much was drawn that more would hardly give anything: of a model that has given nothing new for long, all that it
  /// draws has been seen.
  var isHopeless: Bool {
    drawn >= max(settings.drawsAtMost, wanted * settings.drawsPerMolecule)
      || drawn - drawnAtLastNew >= max(settings.drawsAtMost / 10, wanted * settings.drawsPerMolecule)
  }

  /// How many strings are drawn next: few at first, then as many as serve all cores.
  func next(missing: Int) -> Int { isWithinFirst ? min(max(64, missing), 1024) : 1024 }

  /// Counts strings, and the molecules among them that were not seen before.
  mutating func count(_ strings: Int, new: Int) {
    drawn += strings
    if new > 0 { drawnAtLastNew = drawn }
  }
}
