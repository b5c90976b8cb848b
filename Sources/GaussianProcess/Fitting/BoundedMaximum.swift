internal import CNLopt

/// The greatest value of a smooth function in a box, found from a start by NLopt's limited-memory BFGS.
///
/// The search ends by the change of the argument or the number of evaluations (checked between line searches), never by
/// time. The best evaluated point is returned, so that the result is never worse than the start.
///
/// - Parameters:
///   - tolerance: the relative change of the argument at which the search ends.
///   - function: takes a point and the gradient to fill, and returns the value.
package func boundedMaximum(
  start: [Double], lower: [Double], upper: [Double], evaluations: Int, tolerance: Double = 1e-7,
  _ function: ([Double], inout [Double]) -> Double
) -> (point: [Double], value: Double, evaluations: Int) {
  withoutActuallyEscaping(function) { function in
    let search = Search(function: function, best: start)
    var point = start
    var value = 0.0
    let dimension = UInt32(start.count)
    withExtendedLifetime(search) {
      let optimizer = unsafe nlopt_create(NLOPT_LD_LBFGS, dimension)
      defer { unsafe nlopt_destroy(optimizer) }
      unsafe nlopt_set_lower_bounds(optimizer, lower)
      unsafe nlopt_set_upper_bounds(optimizer, upper)
      unsafe nlopt_set_maxeval(optimizer, Int32(evaluations))
      unsafe nlopt_set_xtol_rel(optimizer, tolerance)
      unsafe nlopt_set_max_objective(optimizer, evaluate, Unmanaged.passUnretained(search).toOpaque())
      // A failure (if rounding ends a line search, for example) still leaves the best point seen, so the status is
      // ignored.
      unsafe _ = nlopt_optimize(optimizer, &point, &value)
    }
    return (search.best, search.bestValue, search.evaluations)
  }
}

/// The state of NLopt's callback.
private final class Search {
  let function: ([Double], inout [Double]) -> Double
  var best: [Double]
  var bestValue = -Double.infinity
  var evaluations = 0

  init(function: @escaping ([Double], inout [Double]) -> Double, best: [Double]) {
    self.function = function
    self.best = best
  }
}

private func evaluate(
  dimension: UInt32, point: UnsafePointer<Double>?, gradient: UnsafeMutablePointer<Double>?,
  data: UnsafeMutableRawPointer?
) -> Double {
  guard let point = unsafe point, let data = unsafe data else { return -.infinity }
  let search = unsafe Unmanaged<Search>.fromOpaque(data).takeUnretainedValue()
  let arguments = unsafe Array(UnsafeBufferPointer(start: point, count: Int(dimension)))
  var slopes = [Double](repeating: 0, count: Int(dimension))
  let value = search.function(arguments, &slopes)
  if let gradient = unsafe gradient {
    for index in slopes.indices { unsafe gradient[index] = slopes[index] }
  }
  search.evaluations += 1
  if value > search.bestValue { (search.best, search.bestValue) = (arguments, value) }
  return value
}
