import Calculation
import Files
import Tables

extension CampaignPaths {
  /// The campaign file and the paths that it names: its corpus and pool, its known molecules, and the texts of its
  /// calculators' settings, such as a table or a script. No output may replace a file at one of them.
  public var inputs: [String] {
    guard let specification = try? CampaignFile(path: file).specification else { return [file] }
    let folder = file.folderOfPath
    let choices = [specification.calculator, specification.screen?.calculator, specification.confirm]
    var paths = [file] + specification.knownFiles.map(\.path)
    for case .file(let path, _)? in [specification.corpus, specification.pool] { paths.append(path) }
    return paths
      + choices.compactMap(\.self).flatMap { choice in
        let setup = CalculatorSetup(choice.settings, relativeTo: folder.isEmpty ? "." : folder)
        return setup.settings.values.values.flatMap(\.texts).map(setup.path)
      }
  }
}

extension JSONValue {
  /// The texts in a value.
  fileprivate var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let values): values.flatMap(\.texts)
    case .map(let values): values.values.flatMap(\.texts)
    case .null, .flag, .number: []
    }
  }
}
