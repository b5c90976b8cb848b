import ArgumentParser
import Tables

/// An unknown word on the command line in the place of a command.
struct UnknownCommand: Error, CustomStringConvertible {
  /// The preceding commands: `cohobate models`.
  private let path: String
  private let word: String
  private let known: [String]

  /// Finds one among the arguments; nil if there is none. The word after `help` is checked too.
  init?(in arguments: some Collection<String>, of root: any ParsableCommand.Type) {
    var words = arguments[...]
    if words.first == "help" { words = words.dropFirst() }
    var command = root
    var path = root._commandName
    while let word = words.first, !word.hasPrefix("-"), !command.configuration.subcommands.isEmpty {
      guard let next = command.configuration.subcommands.first(where: { $0._commandName == word }) else {
        guard word != "help" else { return nil }
        self.path = path
        self.word = word
        known = command.configuration.subcommands.map { $0._commandName }
        return
      }
      command = next
      path += " \(word)"
      words = words.dropFirst()
    }
    return nil
  }

  /// The word, a suggestion, and where the commands are listed.
  var description: String {
    let place = path.split(separator: " ").dropFirst().joined(separator: " ")
    return
      "There is no command '\((place.isEmpty ? "" : place + " ") + word)'.\(suggestion(for: word, among: known)) "
      + "'\(path) --help' lists the commands."
  }
}
