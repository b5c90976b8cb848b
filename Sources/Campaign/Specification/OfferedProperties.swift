import Calculation
import Tables

/// What a calculator gives, and what it gives only where it is wanted.
struct OfferedProperties {
  /// What it gives anyhow.
  let given: [Property]
  /// What it gives besides where it is asked for, at the price of further runs perhaps.
  let onDemand: [Property]

  /// Asks the calculator of a name, under these settings, for each property that is known.
  init(of name: String, _ setup: CalculatorSetup = CalculatorSetup()) {
    func properties(wanted: [String]) -> [Property] {
      var setup = setup
      setup.wanted = wanted
      return (try? Calculators.make(name: name, setup))?.properties ?? []
    }
    given = properties(wanted: [])
    var offered = given
    for property in Property.known where !offered.contains(where: { $0.name == property.name }) {
      offered += properties(wanted: [property.name]).filter { found in !offered.contains { $0.name == found.name } }
    }
    onDemand = Array(offered.dropFirst(given.count))
  }

  /// The names of all of them, for a message: "it gives gap, homo; where asked for also ip, ea."
  var text: String {
    "it gives \(given.map(\.name).joined(separator: ", "))"
      + (onDemand.isEmpty ? "." : "; where it is asked for them, also \(onDemand.map(\.name).joined(separator: ", ")).")
  }

  /// The sentences' end about a name that is not among them.
  func refusal(of word: String) -> String { text + suggestion(for: word, among: (given + onDemand).map(\.name)) }
}
