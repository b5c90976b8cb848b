import Calculation
import Foundation

/// The program of librsvg that makes a drawing in pixels from SVG. It need not be installed.
public enum PixelProgram {
  /// Its name.
  public static let name = "rsvg-convert"
  /// How to get it.
  public static let remedy = "Debian has it in the package librsvg2-bin"

  /// The folders of `PATH`.
  public static var usualSearchPath: String { ProcessInfo.processInfo.environment["PATH"] ?? "" }

  /// Where it is; nil where no folder has it.
  public static func path(in searchPath: String = usualSearchPath) -> String? { Program.find(name, in: searchPath) }
}
