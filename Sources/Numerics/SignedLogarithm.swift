internal import Glibc

/// sign(x) log(1 + |x|): what counts and descriptors that range over decades are brought closer by. It is odd, grows with x,
/// and is x itself where x is small.
package func signedLogarithm(_ x: Double) -> Double { x < 0 ? -log1p(-x) : log1p(x) }
