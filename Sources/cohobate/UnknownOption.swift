import Tables

/// The parser's message about an unknown option.
enum UnknownOption {
  /// The message without its suggestion if the suggested option is not spelled like the given one. The parser suggests
  /// every option that is up to three letters away, such as `--json` for `--foo`.
  static func withoutFarSuggestion(_ message: String) -> String {
    guard let match = message.firstMatch(of: /Unknown option '--?(.+?)'(\. Did you mean '--?(.+?)'\?)/),
      nearestName(to: String(match.output.1), among: [String(match.output.3)]) == nil
    else { return message }
    let suggestion = match.output.2
    return "\(message[..<suggestion.startIndex]).\(message[suggestion.endIndex...])"
  }
}
