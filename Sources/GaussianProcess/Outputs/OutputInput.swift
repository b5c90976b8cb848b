/// One of several outputs at an input, at which a process of several outputs has a value.
public struct OutputInput<Input: Sendable>: Sendable {
  /// The index of the output, from 0.
  public let output: Int
  /// The input.
  public let input: Input
  /// The number of an observation, which distinguishes its noise from that of others at an equal input; nil for the
  /// process itself, without noise.
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
