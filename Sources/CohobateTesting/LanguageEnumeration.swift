public import MolecularDesign

/// All strings of a model's language with at most a number of atoms, in the order of the vocabulary.
///
/// Their number grows fast: this is for models of a few tokens. Which strings there are is asked of the model token by
/// token, so that the enumeration depends on nothing that a proposal or sampler does.
public func enumeratedStrings(of model: LanguageModel, atomsAtMost limit: Int) -> [ExtendedSMILES] {
  var complete: [ExtendedSMILES] = []
  func extend(_ tokens: [Token], atoms: Int) {
    guard let probabilities = model.nextTokenProbabilities(after: tokens) else { return }
    for (token, probability) in zip(model.vocabulary.tokens, probabilities) where probability > 0 {
      switch token {
      case .end: complete.append(ExtendedSMILES(tokens: tokens + [token]))
      case .atom: if atoms < limit { extend(tokens + [token], atoms: atoms + 1) }
      // A branch needs an atom more, and one after it; a ring needs two atoms more: these bounds end the recursion.
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
