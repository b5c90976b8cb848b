import Calculation

/// The task on the worker's command line.
enum WorkerCommand {
  /// Print the library's version.
  case version
  /// Answer questions.
  case answer(TightBinding)

  /// An invalid command line; the sentence says why.
  struct Misunderstanding: Error, CustomStringConvertible {
    let description: String
  }

  /// Reads the arguments after the program's name.
  init(_ arguments: [String]) throws(Misunderstanding) {
    if arguments == ["--version"] {
      self = .version
      return
    }
    var method = LibXTBSettings.Method.gfn2
    var solvent: String?
    var rest = arguments[...]
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { throw Misunderstanding(description: "'\(option)' needs a value.") }
      switch option {
      case "--method":
        guard let known = LibXTBSettings.Method(rawValue: value) else {
          let names = LibXTBSettings.Method.allCases.map(\.rawValue).joined(separator: ", ")
          throw Misunderstanding(description: "There is no method '\(value)'; there are: \(names).")
        }
        method = known
      case "--solvent": solvent = value
      default:
        throw Misunderstanding(
          description: "There is no option '\(option)'; there are: --method, --solvent and, alone, --version.")
      }
    }
    self = .answer(TightBinding(method: method, solvent: solvent))
  }
}
