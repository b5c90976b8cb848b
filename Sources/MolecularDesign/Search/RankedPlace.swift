import Numerics

/// A random index in a list sorted from best to worst: uniform among the n best, where the logarithm of n is uniform
/// from a thousandth of all (at least one) to all.
///
/// One in seven is thus of the best thousandth, half of the best hundredth, and one in five of the last nine tenths:
/// the best are preferred, and the others keep the search broad.
func rankedPlace(among count: Int, stream: inout RandomStream) -> Int {
  let share = portableExp(-stream.uniform() * portableLog(1000))
  return stream.uniform(below: max(1, min(count, Int((Double(count) * share).rounded(.up)))))
}
