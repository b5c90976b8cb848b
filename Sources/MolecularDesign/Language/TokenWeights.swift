import Glibc
import Numerics

/// Reusable storage for the weights of the tokens that may follow, at successive positions of a string.
struct TokenWeights {
  var state = WritingState()
  private(set) var weights: [Double]
  private var path: [Int] = []
  /// For each kind of atom, the factor that the rules apply to its weight.
  private var factors: [Double]

  init(_ vocabulary: Vocabulary) {
    weights = Array(repeating: 0, count: vocabulary.count)
    factors = Array(repeating: 0, count: vocabulary.atomKinds.count)
    path.reserveCapacity(32)
  }

  /// Computes the weights of the tokens that may follow the state, and returns their sum: 0 if none may follow.
  mutating func weigh(_ model: LanguageModel) -> Double {
    let vocabulary = model.vocabulary
    for token in weights.indices { weights[token] = 0 }
    // A span borrows the tables instead of copying their references.
    let components = model.components.span
    for place in components.indices {
      components[place].tree.add(
        share: components[place].share, after: state.context, state: state.contextState, to: &weights, path: &path)
    }
    let excess = state.length - model.softLength
    let closing = excess > 0 ? Double(sign: .plus, exponent: min(excess, 200), significand: 1) : 1
    let opening = 1 / closing
    let continuations = state.continuations(vocabulary)
    var total = 0.0
    func scale(_ token: Int, _ allowed: Bool, _ factor: Double) {
      weights[token] *= allowed ? factor : 0
      total += weights[token]
    }
    scale(Int(Vocabulary.end), continuations.allowsEnd, closing)
    scale(Int(Vocabulary.branchOpening), continuations.allowsBranchOpening, opening)
    scale(Int(Vocabulary.branchClosing), continuations.allowsBranchClosing, closing)
    scale(Int(Vocabulary.ringOpening), continuations.allowsRingOpening, opening)
    for place in vocabulary.ringClosings {
      scale(place, state.allowsRingClosing(vocabulary.facts[place], vocabulary), closing)
    }
    let starsCloseSomething = excess > 0 && (continuations.missingStars ?? 0) > 0
    for (kind, fact) in vocabulary.atomKinds.enumerated() {
      factors[kind] = continuations.allows(fact) ? starsCloseSomething && fact.isStar ? closing : 1 : 0
    }
    for place in vocabulary.startAtoms.lowerBound..<vocabulary.count {
      let weight = weights[place] * factors[vocabulary.kindPlaces[place]]
      weights[place] = weight
      total += weight
    }
    return total
  }

  /// Writes tokens, and appends the log-probability of each; returns false at a token that is not allowed.
  mutating func read(_ tokens: ArraySlice<TokenID>, _ model: LanguageModel, _ logProbabilities: inout [Double]) -> Bool
  {
    for token in tokens {
      guard !state.isComplete else { return false }
      let total = weigh(model)
      let weight = weights[Int(token)]
      guard weight > 0 else { return false }
      logProbabilities.append(log(weight / total))
      state.write(token, of: model.vocabulary)
    }
    return true
  }

  /// Draws a token, writes it and appends its log-probability; nil if none may follow. A token may be excluded from the
  /// draw; the log-probability is still the model's.
  mutating func draw(
    _ model: LanguageModel, excluding: TokenID? = nil, stream: inout RandomStream, _ logProbabilities: inout [Double]
  ) -> TokenID? {
    let total = weigh(model)
    var rest = total
    if let excluding {
      weights[Int(excluding)] = 0
      rest = weights.reduce(0, +)
    }
    guard rest > 0 else { return nil }
    let target = stream.uniform() * rest
    var sum = 0.0
    var drawn = 0
    for token in weights.indices where weights[token] > 0 {
      drawn = token
      sum += weights[token]
      if target < sum { break }
    }
    logProbabilities.append(log(weights[drawn] / total))
    state.write(TokenID(drawn), of: model.vocabulary)
    return TokenID(drawn)
  }
}
