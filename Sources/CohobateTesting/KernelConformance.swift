public import GaussianProcess
public import Numerics

/// The violations of a kernel's requirements on some inputs, as sentences; empty if it conforms.
///
/// It checks symmetry, that blocks and variances equal the single covariances, that the Gram matrix is positive
/// semi-definite, and that the covariances as a function of the hyper-parameters, which a fit uses, agree with the
/// kernel and with finite differences. The inputs should be diverse, and some of them equal.
public func kernelViolations<Input>(_ kernel: some Kernel<Input>, inputs: [Input]) -> [String] {
  var violations: [String] = []
  let gram = kernel.block(inputs, inputs)
  guard gram.rows == inputs.count, gram.columns == inputs.count else {
    return ["The block of \(inputs.count) inputs with themselves is \(gram.rows)×\(gram.columns)."]
  }
  guard gram.storage.allSatisfy(\.isFinite) else { return ["Some covariances are not finite."] }
  let greatest = gram.storage.reduce(0) { max($0, abs($1)) }
  func differ(_ a: Double, _ b: Double) -> Bool { abs(a - b) > 1e-12 * greatest }

  for (column, right) in inputs.enumerated() {
    for (row, left) in inputs.enumerated() {
      let scalar = kernel.covariance(left, right)
      if differ(gram[row, column], scalar) {
        violations.append("The block gives \(gram[row, column]) for inputs \(row) and \(column), the kernel \(scalar).")
      }
      if differ(scalar, kernel.covariance(right, left)) {
        violations.append("The covariance of inputs \(row) and \(column) depends on their order.")
      }
    }
  }
  // A block need not be square, and rows must not be confused with columns.
  let strip = kernel.block(Array(inputs.prefix(1)), inputs)
  if strip.rows != min(1, inputs.count) || strip.columns != inputs.count
    || zip(strip.storage, gram.transposed.storage).contains(where: differ)
  {
    violations.append("The block of the first input with all is not the first row of the block of all.")
  }
  let (rows, columns) = (inputs.indices.dropFirst(), inputs.indices.dropLast(2))
  let part = kernel.blocks(over: inputs).block(rows, columns)
  if part.rows != rows.count || part.columns != columns.count
    || zip(part.storage, columns.flatMap { column in rows.map { gram[$0, column] } }).contains(where: differ)
  {
    violations.append("The block of a range of the inputs with another is not that part of the block of all.")
  }
  let (without, nothing) = (kernel.block([], inputs), kernel.block(inputs, []))
  if without.rows != 0 || without.columns != inputs.count || nothing.rows != inputs.count || nothing.columns != 0 {
    violations.append("The block of no inputs with all does not have the right shape.")
  }
  let variances = kernel.variances(inputs)
  if variances.count != inputs.count || zip(variances, gram.diagonal).contains(where: differ) {
    violations.append("The variances are not the diagonal of the block.")
  }
  do {
    let least = try SymmetricEigendecomposition(gram).values.first ?? 0
    if least < -1e-10 * greatest * Double(inputs.count) {
      violations.append("The Gram matrix is not positive semi-definite: its least eigenvalue is \(least).")
    }
  } catch {
    violations.append(error.description)
  }
  return violations + fitViolations(kernel, inputs: inputs, tolerance: 1e-12 * greatest)
}

/// The violations of the covariances as a function of the hyper-parameters.
private func fitViolations<Input>(_ kernel: some Kernel<Input>, inputs: [Input], tolerance: Double) -> [String] {
  var violations: [String] = []
  let covariance = kernel.over(inputs)
  let point = kernel.coordinates.enumerated().map { $1 + 0.1 * Double($0 + 1) }
  let moved = kernel.with(coordinates: point)
  if zip(moved.coordinates, point).contains(where: { abs($0 - $1) > 1e-12 }) {
    violations.append("The kernel does not take the hyper-parameters that it is given.")
  }
  let evaluation = covariance.evaluate(point)
  if zip(evaluation.matrix.storage, moved.block(inputs, inputs).storage).contains(where: { abs($0 - $1) > tolerance }) {
    violations.append("The covariances over fixed inputs are not those of the kernel with the same hyper-parameters.")
  }
  var weights = Matrix(rows: inputs.count, columns: inputs.count)
  for row in inputs.indices {
    for column in inputs.indices {
      weights[row, column] = 1 / Double(1 + row + column) - 0.3 * Double((row * column) % 3)
    }
  }
  let slopes = evaluation.slopes(weights)
  guard slopes.count == point.count else {
    return violations + ["There are \(slopes.count) derivatives for \(point.count) hyper-parameters."]
  }
  for index in point.indices {
    let step = 1e-5
    func value(_ change: Double) -> Double {
      var other = point
      other[index] += change
      return weights.innerProduct(covariance.evaluate(other).matrix)
    }
    let difference = (value(step) - value(-step)) / (2 * step)
    if abs(slopes[index] - difference) > 1e-6 * max(1, abs(difference)) {
      violations.append(
        "The derivative by hyper-parameter \(index) is \(slopes[index]), by differences \(difference).")
    }
  }
  return violations
}

/// The violations of the requirements on a kernel's random features on some inputs, as sentences; empty if they
/// conform.
///
/// It checks that a feature map gives the same features for the same stream, and that inner products of features,
/// averaged over independent maps, are the covariances to within six standard errors.
public func featureViolations<Input>(_ kernel: some Kernel<Input>, inputs: [Input], from stream: inout RandomStream)
  throws(GaussianProcessError) -> [String]
{
  guard let example = inputs.first else { return [] }
  var violations: [String] = []
  var (first, second) = (stream, stream)
  let one = try kernel.features(draws: 8, like: example, from: &first).values(at: inputs)
  let other = try kernel.features(draws: 8, like: example, from: &second).values(at: inputs)
  if one != other { violations.append("The same stream gives different features.") }

  let maps = 200
  var sum = Matrix(rows: inputs.count, columns: inputs.count)
  var squares = sum
  for _ in 0..<maps {
    let features = try kernel.features(draws: 8, like: example, from: &stream)
    let values = features.values(at: inputs)
    if values.rows != features.count { return violations + ["There are \(values.rows) of \(features.count) features."] }
    let products = Matrix.transposedProduct(values, values)
    sum += products
    squares += products.elementwiseProduct(products)
  }
  let gram = kernel.block(inputs, inputs)
  let greatest = gram.storage.reduce(0) { max($0, abs($1)) }
  for column in inputs.indices {
    for row in inputs.indices {
      let mean = sum[row, column] / Double(maps)
      let variance = max(0, squares[row, column] / Double(maps) - mean * mean)
      let error = (variance / Double(maps - 1)).squareRoot()
      if abs(mean - gram[row, column]) > 6 * error + 1e-9 * greatest {
        violations.append(
          "The features of inputs \(row) and \(column) have an inner product of \(mean) on average, with a standard error "
            + "of \(error), and the kernel a covariance of \(gram[row, column]).")
      }
    }
  }
  return violations
}
