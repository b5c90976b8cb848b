/// The names of the random streams: each use of random numbers has a stream of its own.
///
/// A stream is seeded by its name, so that the rows of a record depend on the raw values: they never change, and a new
/// use has a new name. `Documentation/method.md` lists them under "Randomness".
package enum StreamName: String, Sendable, CaseIterable {
  /// The random writings of the corpus that a language model learns from.
  case languageModel = "language model"
  /// The batches before the surrogate has data: from the pool, then from the language model.
  case initial
  /// The batches of `policy: random`, and a campaign's first look whether there are any candidates for them.
  case random
  /// The sampler or the search of an iteration, and of `design`.
  case design
  /// An acquisition function that draws, in an iteration.
  case acquisition
  /// An acquisition function that draws, for the candidates of a screen.
  case screen
  /// The samples of what the batch of an iteration is expected to bring.
  case expectedGain = "expected gain"
  /// The molecules of a large pool that the surrogate examines at random, in an iteration.
  case preselection
  /// The strings of `corpus sample`, one stream for each.
  case sample
  /// The first of the inducing inputs of a sparse process.
  case inducingInputs = "inducing inputs"
  /// The folds of a network's cross-validation, for each source model.
  case folds
  /// The trainings of a network's cross-validation, for each source model.
  case crossValidation = "cross-validation"
  /// The training of a network, for each source model.
  case training
}

extension RandomStreams {
  /// The stream of a use.
  ///
  /// - Parameter model: the name of the source model, where each has a stream of its own.
  package func stream(
    _ use: StreamName, of model: String? = nil, iteration: Int = 0, index: Int = 0
  ) -> RandomStream {
    stream(model.map { "\($0), \(use.rawValue)" } ?? use.rawValue, iteration: iteration, index: index)
  }
}
