import Chemistry
import Foundation
public import MolecularDesign
public import Numerics

/// The violations of a proposal's requirements, as sentences; empty if it conforms.
///
/// From each of some strings it draws many times, and checks that
/// - the drawn strings are in the language, with the model's log-probabilities;
/// - the frequencies equal the stated probabilities exp(forward), up to one factor for all strings of a start, which is
///   the same for every start reachable from it (within five standard errors);
/// - the stated probabilities for a pair of strings are always the same, and backward from one is forward from the
///   other;
/// - a proposal preserves the molecule if it says so.
///
/// - Parameters:
///   - model: a model with a language so small that most possible strings are drawn often.
///   - strings: the strings to start from.
///   - draws: the number of draws from each.
public func proposalViolations(
  of proposal: any Proposal, model: LanguageModel, from strings: [ExtendedSMILES], draws: Int,
  stream: inout RandomStream
) -> [String] {
  var violations: [String] = []
  var tallies: [[TokenID]: Tally] = [:]
  var starts: [ScoredString] = []
  for string in strings {
    guard let start = model.vocabulary.encode(string).flatMap({ model.scored($0) }) else {
      violations.append("The start \(string) is not in the model's language.")
      continue
    }
    var tally = Tally()
    for _ in 0..<draws {
      guard let proposed = proposal.propose(from: start, model: model, stream: &stream) else { continue }
      tally.add(proposed)
    }
    starts.append(start)
    tallies[start.tokens] = tally
  }
  func text(_ tokens: [TokenID]) -> String { model.vocabulary.decode(tokens).description }
  for start in starts {
    guard let tally = tallies[start.tokens] else { continue }
    let factor = tally.factor(draws: draws)
    for (target, count) in tally.inOrder {
      let pair = "\(text(start.tokens)) to \(text(target))"
      if count.isInconsistent { violations.append("The probabilities stated for \(pair) are not always the same.") }
      if model.scored(target) != count.proposed.string {
        violations.append("The new string of \(pair) does not carry the model's log-probabilities.")
      }
      if proposal.preservesMolecule, molecule(start.tokens, model) != molecule(target, model) {
        violations.append("\(proposal.name) says that it preserves the molecule, but goes from \(pair).")
      }
      let expected = factor * exp(count.proposed.forwardLogProbability)
      let error = (expected * (1 - min(expected, 1)) / Double(draws)).squareRoot()
      if abs(Double(count.number) / Double(draws) - expected) > 5 * error + 3 / Double(draws) {
        violations.append(
          "From \(pair) it went with frequency \(Double(count.number) / Double(draws)), but stated \(expected).")
      }
      guard let back = tallies[target] else { continue }
      let factorBack = back.factor(draws: draws)
      if let stated = back.counts[start.tokens]?.proposed.forwardLogProbability {
        if abs(stated - count.proposed.backwardLogProbability) > 1e-9 {
          violations.append(
            "Going back on \(pair) was stated as \(count.proposed.backwardLogProbability), not \(stated).")
        }
        if abs(log(factorBack / factor)) > 8 / Double(draws).squareRoot() {
          violations.append("The factor missing on \(pair) is not the same there (\(factor)) and back (\(factorBack)).")
        }
      } else if exp(count.proposed.backwardLogProbability) * factorBack > 30 / Double(draws) {
        violations.append("Going back on \(pair) was stated as possible, but never happened.")
      }
    }
  }
  return violations
}

private func molecule(_ tokens: [TokenID], _ model: LanguageModel) -> Molecule? {
  try? Molecule(smiles: model.vocabulary.decode(tokens).smiles)
}

/// The draws from one start.
private struct Tally {
  struct Count {
    let proposed: Proposed
    var number = 0
    var isInconsistent = false
  }

  private(set) var counts: [[TokenID]: Count] = [:]

  mutating func add(_ proposed: Proposed) {
    var count = counts[proposed.string.tokens] ?? Count(proposed: proposed)
    count.number += 1
    if abs(count.proposed.forwardLogProbability - proposed.forwardLogProbability) > 1e-9
      || abs(count.proposed.backwardLogProbability - proposed.backwardLogProbability) > 1e-9
    {
      count.isInconsistent = true
    }
    counts[proposed.string.tokens] = count
  }

  var inOrder: [(target: [TokenID], count: Count)] {
    counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key, $0.value) }
  }

  /// The factor omitted from the stated probabilities, estimated from strings that were drawn often.
  func factor(draws: Int) -> Double {
    let often = inOrder.filter { $0.count.number >= 20 }
    let frequency = Double(often.reduce(0) { $0 + $1.count.number }) / Double(draws)
    return frequency / often.reduce(0) { $0 + exp($1.count.proposed.forwardLogProbability) }
  }
}
