internal import Glibc

/// sign(x) log(1 + |x|), which compresses counts and descriptors that range over decades. It is odd and increasing, and
/// approaches x for small x.
package func signedLogarithm(_ x: Double) -> Double { x < 0 ? -log1p(-x) : log1p(x) }
