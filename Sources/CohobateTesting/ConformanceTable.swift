/// The answers of several calculators, as a table in Markdown: one line per calculator, one column per question, and
/// below it why questions do not apply, and the violations.
public func conformanceTable(
  _ calculators: [(name: String, answers: [CalculatorQuestion: CalculatorAnswer])]
) -> String {
  let questions = CalculatorQuestion.allCases
  var lines = [
    "| | \(questions.map(\.rawValue).joined(separator: " | ")) |",
    "|---|\(questions.map { _ in "---" }.joined(separator: "|"))|",
  ]
  var remarks: [String] = []
  for (name, answers) in calculators {
    var cells: [String] = []
    var reasons: [(reason: String, questions: [String])] = []
    for question in questions {
      switch answers[question] {
      case .right: cells.append("yes")
      case .wrong(let sentences):
        cells.append("NO")
        remarks += sentences.map { "- \(name), \(question.rawValue): \($0)" }
      case .notApplicable(let reason):
        cells.append("–")
        if let place = reasons.firstIndex(where: { $0.reason == reason }) {
          reasons[place].questions.append(question.rawValue)
        } else {
          reasons.append((reason, [question.rawValue]))
        }
      case nil: cells.append("not asked")
      }
    }
    remarks += reasons.map { "- \(name), \($0.questions.joined(separator: ", ")): \($0.reason)" }
    lines.append("| \(name) | \(cells.joined(separator: " | ")) |")
  }
  return (lines + (remarks.isEmpty ? [] : [""]) + remarks).joined(separator: "\n") + "\n"
}
