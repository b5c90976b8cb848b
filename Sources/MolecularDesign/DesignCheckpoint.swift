import Numerics

/// A design run saved between two steps.
///
/// It stores the particles as tokens of the language model's vocabulary and the molecules as SMILES. It can only be
/// resumed with the same model, filter and settings, which the caller must ensure.
public struct DesignCheckpoint: Sendable, Codable {
  struct Molecule: Sendable, Codable {
    let smiles: String
    let parent: Int?
    let move: String
    let rejection: Rejection?
    let terms: [Double]
  }

  struct Rejection: Sendable, Codable {
    let kind: String
    let reason: String
  }

  struct Sampler: Sendable, Codable {
    let temperature: Double
    let logEvidence: Double
    let logWeights: [Double]
    let tokens: [[TokenID]]
    let molecules: [Int?]
  }

  let molecules: [Molecule]
  let counts: DesignCounts
  let steps: [StepInfo]
  let widenings: Int
  let stream: RandomStream
  let sampler: Sampler?
  /// The state of a search; nil if the run samples.
  package let search: SearchState?
}
