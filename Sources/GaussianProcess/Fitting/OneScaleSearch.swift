internal import Glibc
internal import Numerics

/// A kernel whose only hyper-parameter is an output scale: its Gram matrix is computed only once.
private protocol ScaledByOneScale {
  /// The unscaled Gram matrix of some of the inputs, and the scale's prior; nil if there are other hyper-parameters.
  func gram<Input>(of inputs: [Input]) -> (gram: Matrix, prior: LogNormalPrior)?
}

extension ScaledKernel: ScaledByOneScale {
  fileprivate func gram<Other>(of inputs: [Other]) -> (gram: Matrix, prior: LogNormalPrior)? {
    guard let prior, base.hyperparameters.isEmpty, let inputs = inputs as? [Base.Input] else { return nil }
    return (base.block(inputs, inputs), prior)
  }
}

/// The most probable output scale and noise of a kernel that has no other hyper-parameters, for values without known
/// noise of their own; nil for any other kernel.
///
/// An eigendecomposition makes every evaluation cheap, and a grid finds all maxima. With many points this is done on a
/// subset, followed by a search on all by factorisations, each of which takes a fraction of the time of a
/// decomposition.
func mostProbableOfOneScale<Input>(
  _ kernel: some Kernel<Input>, inputs: [Input], values: [Double], settings: FitSettings
) throws(GaussianProcessError) -> HyperparameterSearch? {
  guard let scaled = kernel as? any ScaledByOneScale else { return nil }
  let first = inputs.indices.evenlySpread(settings.pointsToBeginWith)
  guard let some = scaled.gram(of: first.map { inputs[$0] }) else { return nil }
  let begun = try mostProbable(
    some.gram, standardizedValues: first.map { values[$0] }, outputScale: some.prior, settings: settings)
  let last = inputs.indices.evenlySpread(settings.pointsToEndWith)
  guard last.count > first.count, let all = scaled.gram(of: last.map { inputs[$0] }) else { return begun }
  let posterior = OneScalePosterior(
    gram: all.gram, values: last.map { values[$0] }, outputScale: all.prior, settings: settings)
  let bounds = [all.prior, settings.noise].map { Hyperparameter.Prior.logNormal($0).bounds }
  let found = boundedMaximum(
    start: begun.point, lower: bounds.map(\.lower), upper: bounds.map(\.upper), evaluations: settings.evaluations,
    tolerance: toleranceOfMany
  ) { point, slopes in
    guard let (value, gradient, _) = posterior.evaluate(point[0], point[1]) else { return -.infinity }
    slopes = gradient
    return value
  }
  guard let end = posterior.evaluate(found.point[0], found.point[1]) else { throw .notPositiveDefiniteAnywhere }
  return HyperparameterSearch(
    point: found.point, value: end.value, mean: end.mean, evaluations: begun.evaluations + found.evaluations + 1)
}

/// The posterior density of an output scale s and a noise σ over a Gram matrix K, by a factorisation of C = s² K + σ²
/// I.
///
/// The derivatives need only the trace t of the inverse, with α = C⁻¹ r for the residuals r: the one by ln σ is σ² (α·α
/// − t), and the one by ln s, since tr C⁻¹ K s² = n − σ² t, is α·r − σ² α·α − n + σ² t.
private struct OneScalePosterior {
  let gram: Matrix
  let values: [Double]
  let outputScale: LogNormalPrior
  let settings: FitSettings

  func evaluate(_ logScale: Double, _ logNoise: Double) -> (value: Double, gradient: [Double], mean: Double)? {
    let (signal, noise) = (exp(2 * logScale), exp(2 * logNoise))
    var covariance = signal * gram
    covariance.addToDiagonal(noise)
    guard let factor = try? CholeskyFactor(covariance) else { return nil }
    let mean = factor.mostProbableMean(of: values, deviation: settings.meanDeviation)
    let residuals = values.map { $0 - mean }
    let weights = factor.solve(residuals)
    let distance = zip(residuals, weights).reduce(0) { $0 + $1.0 * $1.1 }
    let square = weights.reduce(0) { $0 + $1 * $1 }
    let count = Double(values.count)
    let trace = factor.inverseDiagonal.reduce(0, +)
    var value = count * logNormalDensity(0) - 0.5 * (factor.logDeterminant + distance)
    if settings.meanDeviation > 0 { value -= 0.5 * mean * mean / (settings.meanDeviation * settings.meanDeviation) }
    let scalePrior = Hyperparameter.Prior.logNormal(outputScale).logDensity(at: logScale)
    let noisePrior = Hyperparameter.Prior.logNormal(settings.noise).logDensity(at: logNoise)
    return (
      value + scalePrior.value + noisePrior.value,
      [
        distance - noise * square - count + noise * trace + scalePrior.slope,
        noise * (square - trace) + noisePrior.slope,
      ], mean
    )
  }
}

extension CholeskyFactor {
  /// The most probable mean of values with this covariance; 0 if its prior deviation is 0.
  func mostProbableMean(of values: [Double], deviation: Double) -> Double {
    guard deviation > 0 else { return 0 }
    let solved = solve(Array(repeating: 1, count: values.count))
    let numerator = zip(solved, values).reduce(0) { $0 + $1.0 * $1.1 }
    return numerator / (1 / (deviation * deviation) + solved.reduce(0, +))
  }
}

/// The most probable output scale and noise, by an eigendecomposition of the unscaled Gram matrix. The search begins at
/// the best point of a grid, since there may be two maxima (all is noise; nothing is noise).
private func mostProbable(
  _ gram: Matrix, standardizedValues: [Double], outputScale: LogNormalPrior, settings: FitSettings
) throws(GaussianProcessError) -> HyperparameterSearch {
  let decomposition: SymmetricEigendecomposition
  do {
    decomposition = try SymmetricEigendecomposition(gram)
  } catch {
    throw .numerics(error)
  }
  let posterior = HyperparameterPosterior(
    decomposition: decomposition, standardizedValues: standardizedValues, outputScale: outputScale, settings: settings)
  let bounds = [outputScale, settings.noise].map { Hyperparameter.Prior.logNormal($0).bounds }
  let steps = 8
  func node(_ dimension: Int, _ step: Int) -> Double {
    let (lower, upper) = bounds[dimension]
    return lower + (upper - lower) * (Double(step) + 0.5) / Double(steps)
  }
  var start = [log(outputScale.median), log(settings.noise.median)]
  var best = posterior.evaluate(start[0], start[1]).value
  for row in 0..<steps {
    for column in 0..<steps {
      let value = posterior.evaluate(node(0, row), node(1, column)).value
      if value > best { (start, best) = ([node(0, row), node(1, column)], value) }
    }
  }
  let found = boundedMaximum(
    start: start, lower: bounds.map(\.lower), upper: bounds.map(\.upper), evaluations: settings.evaluations
  ) { point, slopes in
    let (value, gradient) = posterior.evaluate(point[0], point[1])
    slopes = [gradient.0, gradient.1]
    return value
  }
  return HyperparameterSearch(
    point: found.point, value: found.value, mean: posterior.bestMean(found.point[0], found.point[1]),
    evaluations: found.evaluations + steps * steps + 1)
}
