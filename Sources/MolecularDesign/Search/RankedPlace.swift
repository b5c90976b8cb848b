import Numerics

/// A place in a sorted list, the best first: each of the n best as likely as another, where the logarithm
/// of n is uniform, from a thousandth of all, but at least one, to all.
///
/// One in seven is thus of the best thousandth, half of the best hundredth, and one in five of the last nine tenths: the best
/// lead, and what is behind them keeps the search broad.
func rankedPlace(among count: Int, stream: inout RandomStream) -> Int {
  let share = portableExp(-stream.uniform() * portableLog(1000))
  return stream.uniform(below: max(1, min(count, Int((Double(count) * share).rounded(.up)))))
}
