/// Several processes for one property, with weights that sum to 1: Bayesian model averaging.
///
/// Predictions are mixtures of the members' normal ones: their variance combines the members' variances and the
/// disagreement of their means.
public struct ProcessMixture<Input: Sendable>: Sendable {
  /// A process and its weight.
  public struct Member: Sendable {
    /// The weight, from 0 to 1.
    public let weight: Double
    /// The process, conditioned on the data, or on transformed ones.
    public let process: GaussianProcess<Input>
    /// The transformation of the property's values to those of the process.
    public let transformation: ValueTransformation

    /// Creates a member.
    public init(weight: Double, process: GaussianProcess<Input>, transformation: ValueTransformation = .identity) {
      self.weight = weight
      self.process = process
      self.transformation = transformation
    }
  }

  /// The processes, at least one, with weights that sum to 1.
  public let members: [Member]

  /// Creates a mixture of processes with positive weights, which are scaled to sum to 1.
  public init(_ members: [Member]) {
    precondition(
      !members.isEmpty && members.allSatisfy { $0.weight > 0 }, "A mixture needs members of positive weight.")
    let total = members.reduce(0) { $0 + $1.weight }
    self.members = members.map {
      Member(weight: $0.weight / total, process: $0.process, transformation: $0.transformation)
    }
  }

  /// Creates a mixture of a single process.
  public init(_ process: GaussianProcess<Input>) {
    self.init([Member(weight: 1, process: process)])
  }

  /// The prediction at each input.
  ///
  /// - Parameter includingNoise: whether to predict an observation rather than the process.
  public func predict(_ inputs: [Input], includingNoise: Bool = false) -> [Prediction] {
    average(
      members.map { member in
        member.process.predict(inputs, includingNoise: includingNoise).map(member.transformation.original)
      })
  }

  /// The mixture of the members' predictions, one list from each.
  package func average(_ predictions: [[Prediction]]) -> [Prediction] {
    guard predictions.count > 1 else { return predictions[0] }
    return predictions[0].indices.map { index in
      Prediction(mixing: zip(members, predictions).map { ($0.weight, $1[index]) })
    }
  }
}
