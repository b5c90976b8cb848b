package import CampaignFile
package import Files
package import SourceModels
package import TransferLearning

/// The source models of a campaign.
package struct CampaignSources {
  /// The models; none without a library.
  package let models: [SourceModel]
  /// Identifies them; nil if there are none.
  package let digest: String?
  /// A warning that models are left out because this program computes their features in another way; nil if none are.
  package let warning: String?

  /// Reads the models that the campaign file asks for. The built-in library is left out if this program cannot use it and
  /// the file does not ask for it.
  ///
  /// - Parameter open: Opens a library by name.
  /// - Throws: `CampaignError` of kind `.input` if the file asks for models that do not exist or cannot be used.
  package init(
    _ file: CampaignFile, open: (String) throws(CampaignError) -> ModelLibrary = ModelLibrary.init(named:)
  ) throws(CampaignError) {
    let choice = file.specification.surrogate
    guard let name = choice.library else {
      (models, digest, warning) = ([], nil, nil)
      return
    }
    let library = try open(name)
    let unusable = try library.unusableCount(properties: choice.sources)
    if library.isBuiltIn, unusable > 0, !file.asksForLibrary {
      (models, digest) = ([], nil)
      warning =
        "The built-in library was trained on features that this program's RDKit computes in another way, and is left out; "
        + "`make library` trains it again."
      return
    }
    models = try library.sourceModels(properties: choice.sources)
    digest = try library.digest(properties: choice.sources)
    warning =
      unusable == 0
      ? nil
      : "\(unusable) of the library's models use features that this program, or its RDKit, computes in another way, "
        + "and are left out; `cohobate pretrain` trains them again."
  }
}
