import Files
import Foundation
import Tables

/// "Did you mean 'da.yaml'?" after a space, for the end of a message about a missing campaign file; empty if no
/// campaign file beside it has a similar name.
package func campaignFileSuggestion(for path: String) -> String {
  let folder = path.folderOfPath
  let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? [])
    .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
  let wanted = path.nameOfPath
  let sameStem = names.first { $0.withoutPathExtension == wanted.withoutPathExtension }
  guard let name = sameStem ?? nearestName(to: wanted, among: names), name != wanted else { return "" }
  let place = folder.isEmpty || folder == "/" ? folder : folder + "/"
  return " Did you mean '\(place)\(name)'?"
}
