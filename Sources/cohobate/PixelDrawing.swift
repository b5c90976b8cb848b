import Files
import Foundation
import Workbench

/// A drawing in pixels, made from SVG by librsvg's program, which need not be installed.
enum PixelDrawing {
  private static let program = PixelProgram.name
  /// Pixels of the drawing for one of the SVG: 300 to the inch, which journals ask for.
  private static let zoom = "3.125"

  /// The PNG of an SVG.
  ///
  /// - Throws: `CampaignError` if the program is not there, or if it fails.
  static func png(_ svg: String) throws(CampaignError) -> Data {
    guard let path = PixelProgram.path() else {
      throw CampaignError(
        .input,
        "PNG needs \(program), which is not installed: \(PixelProgram.remedy). --format svg needs nothing."
      )
    }
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "cohobate-drawing-\(UUID().uuidString)")
    defer { try? files.removeItem(at: folder) }
    do {
      try files.createDirectory(at: folder, withIntermediateDirectories: true)
      let (input, output) = (folder.appending(path: "drawing.svg"), folder.appending(path: "drawing.png"))
      try svg.write(to: input, atomically: false, encoding: .utf8)
      let process = Process()
      process.executableURL = URL(filePath: path)
      process.arguments = [
        "--format", "png", "--zoom", zoom, "--output", output.path(percentEncoded: false),
        input.path(percentEncoded: false),
      ]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      let words = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      guard process.terminationStatus == 0, let bytes = try? Data(contentsOf: output) else {
        throw CampaignError(
          .failure, "\(program) made no PNG: \(words.trimmingCharacters(in: .whitespacesAndNewlines)) Use --format svg."
        )
      }
      return bytes
    } catch let error as CampaignError {
      throw error
    } catch {
      throw CampaignError(.failure, "\(program) could not be used: \(error.localizedDescription)")
    }
  }
}
