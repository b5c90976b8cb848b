public import GaussianProcess

/// The violations of a prior mean's requirements on some inputs, as sentences; empty if it conforms.
///
/// It checks that there is one finite value for each input, and that an input's value does not depend on the other
/// inputs.
public func priorMeanViolations<Input>(_ mean: some PriorMean<Input>, inputs: [Input]) -> [String] {
  var violations: [String] = []
  let together = mean.values(at: inputs)
  guard together.count == inputs.count else {
    return ["There are \(together.count) values for \(inputs.count) inputs."]
  }
  if !mean.values(at: []).isEmpty { violations.append("There are values for no inputs.") }
  let greatest = together.reduce(0) { max($0, abs($1)) }
  for (index, input) in inputs.enumerated() {
    let alone = mean.values(at: [input])
    if alone.count != 1 || !(abs(alone[0] - together[index]) <= 1e-10 * greatest) {
      violations.append("The value at input \(index) is \(alone) alone and \(together[index]) among others.")
    }
  }
  if zip(mean.values(at: inputs.reversed()).reversed(), together).contains(where: {
    !(abs($0 - $1) <= 1e-10 * greatest)
  }) {
    violations.append("The values depend on the order of the inputs.")
  }
  return violations
}
