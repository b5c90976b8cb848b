/// One of several outputs at an input: what a process of several outputs has values of.
public struct OutputInput<Input: Sendable>: Sendable {
  /// Which output, from 0.
  public let output: Int
  /// Where.
  public let input: Input
  /// The number of an observation, by which its noise is told from that of others at an equal input; nil where the
  /// process itself is meant, without noise.
  public let observation: Int?

  /// An output at an input.
  public init(output: Int, input: Input, observation: Int? = nil) {
    self.output = output
    self.input = input
    self.observation = observation
  }
}

extension OutputInput: Equatable where Input: Equatable {}
extension OutputInput: Hashable where Input: Hashable {}
