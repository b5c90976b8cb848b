import ArgumentParser
import CachedCalculation

/// The file of the cache.
struct CacheFileOptions: ParsableArguments {
  @Option(
    name: .customLong("cache"),
    help: ArgumentHelp(
      "The cache of calculations. Default: $COHOBATE_CACHE, or calculations.sqlite in ~/.cache/cohobate.",
      valueName: "file"), completion: .file())
  var file: String?

  func validate() throws { try requireName(file, of: "--cache") }

  /// The given file, else the default one.
  var path: String { file ?? CacheLocation.usual() }
}

/// For commands that calculate.
struct CacheOptions: ParsableArguments {
  @OptionGroup var place: CacheFileOptions

  @Flag(name: .customLong("no-cache"), help: "Calculate everything, and store nothing for other campaigns.")
  var isOff = false

  func validate() throws {
    if isOff, place.file != nil { throw ValidationError("--cache and --no-cache exclude each other.") }
  }

  /// The cache's file; nil to use none.
  var path: String? { isOff ? nil : place.path }
}
