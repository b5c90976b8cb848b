import Campaign
import Compositions

/// A suggestion that was declined, or is suggested again, for people.
struct DeclineText {
  private let decline: Decline

  init(_ decline: Decline) { self.decline = decline }

  var lines: [String] {
    var lines = [
      decline.isDeclined
        ? "Declined: molecule \(decline.molecule), \(materialText(decline.smiles))\(decline.reason.map { " (\($0))" } ?? "")."
        : "Suggested again: molecule \(decline.molecule), \(materialText(decline.smiles)).",
      "Still pending: \(decline.pending).",
    ]
    if let message = decline.endMessage { lines.append("The campaign has ended. \(message)") }
    return lines
  }
}
