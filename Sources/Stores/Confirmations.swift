/// The outcomes of the calculations that confirm hits, under one protocol.
package struct Confirmations: Sendable {
  private let outcomes: [String: ExtraCalculationDetails]

  /// Reads the outcomes in a record.
  ///
  /// - Parameters:
  ///   - calculator: The name of the confirming calculator.
  ///   - current: How hits are confirmed now; nil for the way in which the last one was, or is to be, confirmed.
  package init(_ store: CampaignStore, calculator: String, current: ProtocolEntry? = nil) throws(StoreError) {
    let own = try store.extraCalculations(.confirm).filter {
      $0.calculation.calculator == calculator && $0.calculation.state != .abandoned
    }
    let number: Int?
    if let current {
      number = try store.recordedNumber(of: current)
    } else {
      number = own.last?.calculation.protocol
    }
    outcomes = Dictionary(
      firstOf: own.filter { $0.calculation.protocol == number }.map { ($0.molecule.smiles, $0) })
  }

  /// The confirming calculation of a molecule, by its canonical SMILES; nil if there is none. It may be pending.
  package func calculation(of smiles: String) -> ExtraCalculationDetails? { outcomes[smiles] }

  /// Whether the confirming calculation of a molecule has ended.
  package func hasEnded(_ smiles: String) -> Bool {
    outcomes[smiles].map { $0.calculation.state != .pending } ?? false
  }

  /// The confirming values of a molecule, by property; empty if there are none.
  package func values(of smiles: String) -> [String: Double] { outcomes[smiles]?.values ?? [:] }
}
