/// The progress of drawing from the language model, and the rule for giving up.
struct Drawing {
  private let wanted: Int
  private let settings: DesignSettings
  private var drawn = 0
  /// The number of strings drawn up to the last one that gave a new molecule.
  private var drawnAtLastNew = 0

  /// Starts drawing for `wanted` molecules.
  init(wanted: Int, settings: DesignSettings) {
    (self.wanted, self.settings) = (wanted, settings)
  }

  /// Whether no more than the usual number of strings has been drawn.
  var isWithinFirst: Bool { drawn < wanted * settings.drawsPerMolecule }

  /// Whether more draws would hardly give anything: if a model has long given nothing new, all that it draws has been
  /// seen.
  var isHopeless: Bool {
    drawn >= max(settings.drawsAtMost, wanted * settings.drawsPerMolecule)
      || drawn - drawnAtLastNew >= max(settings.drawsAtMost / 10, wanted * settings.drawsPerMolecule)
  }

  /// The number of strings to draw next: few at first, then enough to use all cores.
  func next(missing: Int) -> Int { isWithinFirst ? min(max(64, missing), 1024) : 1024 }

  /// Counts strings, and the new molecules among them.
  mutating func count(_ strings: Int, new: Int) {
    drawn += strings
    if new > 0 { drawnAtLastNew = drawn }
  }
}
