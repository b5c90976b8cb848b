package import Campaign
import CampaignFile
package import Files
import Foundation
package import Stores

/// A small campaign whose values the tests tell.
extension SmallCampaign {
  /// A campaign by hand on the gap, with the dipole as a property that nothing is wanted of.
  package static func byHand(budget: String = "{calculations: 20, initial: 6, batch: 4}") throws -> SmallCampaign {
    try SmallCampaign(
      text(budget: budget).replacing(
        "{program: table, file: values.csv}", with: "{program: by-hand, properties: {gap: eV, dipole: D}}"))
  }

  package func suggest() async throws(CampaignError) -> Suggestion { try await Suggestion.next(paths) }

  @discardableResult
  package func tell(_ table: String, name: String = "values.csv") async throws(CampaignError) -> TellReport {
    try await TellReport.tell(paths, table: Data(table.utf8), name: name)
  }

  /// What is said to a table that is refused; nil where it is not refused.
  package func refusal(ofTable table: String) async -> CampaignError? {
    do {
      try await tell(table)
      return nil
    } catch {
      return error
    }
  }

  /// A table of the gaps of these molecules.
  package static func table(_ smiles: some Sequence<String>) -> String {
    "smiles,gap\n" + smiles.map { "\($0),\(gap(of: $0))\n" }.joined()
  }

  package var store: CampaignStore { get throws { try CampaignStore.openReadOnly(at: paths.database) } }
}
