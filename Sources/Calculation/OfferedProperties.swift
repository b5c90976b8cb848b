import Tables

/// The properties of a calculator, including those that it gives only on request.
package struct OfferedProperties {
  /// The properties that it always gives.
  package let given: [Property]
  /// The properties that it gives only on request, perhaps at the cost of further runs.
  package let onDemand: [Property]

  /// Asks the calculator with this name, under these settings, for each known property.
  package init(of name: String, _ setup: CalculatorSetup = CalculatorSetup()) {
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

  /// The names of all of them, for a message: "it gives gap, homo; on request also ip, ea."
  package var text: String {
    "it gives \(given.map(\.name).joined(separator: ", "))"
      + (onDemand.isEmpty ? "." : "; on request also \(onDemand.map(\.name).joined(separator: ", ")).")
  }

  /// The end of a sentence about a name that is not among them.
  package func refusal(of word: String) -> String {
    text + suggestion(for: word, among: (given + onDemand).map(\.name))
  }
}
