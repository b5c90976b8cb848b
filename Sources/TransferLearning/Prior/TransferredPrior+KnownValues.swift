package import GaussianProcess

extension TransferredPrior {
  /// The fewest distinct molecules from whose values a source is made.
  package static let fewestKnownValues = 8

  /// The prior with further sources, whose representations are among its own.
  package func adding(_ further: [SourceModel]) -> TransferredPrior {
    guard !further.isEmpty else { return self }
    return TransferredPrior(choice: choice, sources: sources + further, scalings: scalings)
  }

  /// A source that is certain of the molecules whose values are known, and predicts others with its covariance: a process
  /// with this prior's structural kernel, in which what that kernel cannot describe belongs to each molecule.
  ///
  /// - Parameters:
  ///   - features: the features of the known molecules, by the prior's representations. Of equal ones the first counts.
  ///   - values: their values, exact, in the property's unit.
  /// - Returns: nil with fewer than ``fewestKnownValues`` distinct molecules, or if all values are equal.
  package func source(
    named name: String, property: String, features: [MolecularInput], values: [Double]
  ) throws(TransferLearningError) -> SourceModel? {
    let own = choice.representations
    var seen = DistinctInputs()
    var known: (inputs: [MolecularInput], values: [Double]) = ([], [])
    for (features, value) in zip(features, values) {
      let input = MolecularInput(features: Array(features.features.prefix(own.count)))
      guard seen.insert(input) else { continue }
      known.inputs.append(input)
      known.values.append(value)
    }
    guard known.values.count >= Self.fewestKnownValues, Set(known.values).count > 1 else { return nil }
    do throws(GaussianProcessError) {
      let found = try fitted(kernel(of: choice.structuralModel), to: known.inputs, values: known.values)
      let average = known.values.reduce(0, +) / Double(known.values.count)
      let noise = found.calibration * found.hyperparameters.noise
      // Keeps the matrix positive definite, and is far below what two ways of calculating differ by.
      let least = 1e-4 * found.spread
      let process = try GaussianProcess(
        mean: ConstantMean(average),
        kernel: SumKernel([
          found.process.kernel, ScaledKernel(variance: noise * noise, base: IdentityKernel<MolecularInput>()),
        ]),
        noiseVariance: least * least
      ).conditioned(on: known.inputs, values: known.values)
      return SourceModel(
        name: name, property: property, representations: own, process: process, average: average,
        spread: found.spread)
    } catch {
      throw .process(error)
    }
  }
}

/// The fit of a source. Within a prior, `fit` is another function.
private func fitted(
  _ kernel: SumKernel<MolecularInput>, to inputs: [MolecularInput], values: [Double]
) throws(GaussianProcessError) -> Fit<MolecularInput> {
  try fit(kernel: kernel, inputs: inputs, values: values, settings: .ofSources)
}
