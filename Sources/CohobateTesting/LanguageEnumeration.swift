public import MolecularDesign

/// All strings of a model's language with at most a number of atoms, in the order of the vocabulary.
///
/// Their number grows fast: this is for models with a few tokens. The model is asked token by token, so that the
/// enumeration is independent of proposals and samplers.
public func enumeratedStrings(of model: LanguageModel, atomsAtMost limit: Int) -> [ExtendedSMILES] {
  var complete: [ExtendedSMILES] = []
  func extend(_ tokens: [Token], atoms: Int) {
    guard let probabilities = model.nextTokenProbabilities(after: tokens) else { return }
    for (token, probability) in zip(model.vocabulary.tokens, probabilities) where probability > 0 {
      switch token {
      case .end: complete.append(ExtendedSMILES(tokens: tokens + [token]))
      case .atom: if atoms < limit { extend(tokens + [token], atoms: atoms + 1) }
      // A branch needs one more atom, and one after it; a ring needs two more atoms: these bounds end the recursion.
      case .branchOpening: if atoms + 2 <= limit { extend(tokens + [token], atoms: atoms) }
      case .ringOpening:
        let openHere = tokens.reversed().prefix { $0 == .ringOpening }.count
        if atoms + 2 + openHere <= limit { extend(tokens + [token], atoms: atoms) }
      case .branchClosing, .ringClosing: extend(tokens + [token], atoms: atoms)
      }
    }
  }
  extend([], atoms: 0)
  return complete
}
