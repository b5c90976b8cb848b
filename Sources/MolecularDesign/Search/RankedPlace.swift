import Numerics

/// A place among so many that are sorted, the best first: the logarithm of its number is uniform, so that the best ten are
/// drawn as often as the next ninety.
func rankedPlace(among count: Int, stream: inout RandomStream) -> Int {
  min(count - 1, Int(portableExp(stream.uniform() * portableLog(Double(count)))) - 1)
}
