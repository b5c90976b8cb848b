import Chemistry
import Files
import Foundation
import MolecularDesign
import Numerics
import Prediction

extension DirectDesign {
  /// Throws if the request asks for what only a language model can do.
  func requireSearchOfCompositions() throws(CampaignError) {
    guard request.settings.mode == .search else {
      throw CampaignError(
        .input,
        "The table has compositions, of which no language model could be sampled; leave out --mode, or state --mode search."
      )
    }
    guard request.corpus == nil else {
      throw CampaignError(
        .input, "The table has compositions, and no language model learns from a corpus; leave out --corpus.")
    }
  }

  /// The search by substitution of elements. It takes seconds, and its state is not kept.
  func designedCompositions(
    of table: SourceTable, filter: MoleculeFilter, by predictor: TablePredictor, targets: TargetSet,
    tell: (DirectDesignEvent) -> Void
  ) throws -> DirectDesignReport {
    tell(.stage("searching by substitution of elements"))
    var stream = RandomStreams(seed: request.seed).stream(.design)
    let result = try CompositionDesigner(pool: table.molecules, filter: filter, settings: request.settings).design(
      from: table.molecules, excluding: [], stream: &stream
    ) { molecules, widening in
      try targets.logLikelihoods(predictor.predictions(of: molecules), widening: widening)
    }
    return try report(
      result, temperature: 1, known: Set(table.molecules), names: table.moleculeNames, predictor: predictor,
      targets: targets, minimumDistance: request.minimumDistance ?? filter.minimumDistance, tell: tell)
  }
}
