import Calculation
import Files
import Tables

extension CampaignPaths {
  /// The campaign file and the paths that it names: its corpus, its known molecules, and the texts of the calculator's
  /// settings, such as a table or a script. No output may replace a file at one of them.
  public var inputs: [String] {
    guard let specification = try? CampaignFile(path: file).specification else { return [file] }
    let folder = file.folderOfPath
    let setup = CalculatorSetup(specification.calculator.settings, relativeTo: folder.isEmpty ? "." : folder)
    var paths = [file] + specification.knownFiles.map(\.path)
    if case .file(let path, _) = specification.corpus { paths.append(path) }
    return paths + setup.settings.values.values.flatMap(\.texts).map(setup.path)
  }
}

extension CalculatorSettings.Value {
  /// The texts in a value.
  fileprivate var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let values): values.flatMap(\.texts)
    case .map(let values): values.values.flatMap(\.texts)
    case .flag, .number: []
    }
  }
}
