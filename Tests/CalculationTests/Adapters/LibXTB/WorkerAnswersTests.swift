import Calculation
import Chemistry
import Testing

/// What the worker says to questions that make no sense: an error each, and it lives on.
@Suite struct WorkerAnswersTests {
  @Test func nonsenseIsAnsweredAndTheNextQuestionToo() async throws {
    func question(_ elements: String, _ coordinates: String, charge: Int = 0, unpaired: Int = 0) -> String {
      """
      {"id":7,"smiles":"C","charge":\(charge),"unpaired_electrons":\(unpaired),"elements":[\(elements)],\
      "coordinates":[\(coordinates)],"properties":["gap"]}
      """
    }
    let monoxide = question("\"C\",\"O\"", "0,0,0,0,0,1.13")
    let cases: [(String, String?)] = [
      (monoxide, nil), ("", "input"), ("no JSON", "input"), ("{}", "input"),
      (question("\"U\"", "0,0,0"), "input"), (question("", ""), "input"), (question("\"C\"", "0,0"), "input"),
      (question("\"C\",\"O\"", "0,0,0,0,0,0"), "input"), (question("\"C\",\"O\"", "0,0,0,0,0,500"), "convergence"),
      (question("\"C\",\"O\"", "0,0,0,0,0,1.13", charge: 99), "input"),
      (question("\"C\",\"O\"", "0,0,0,0,0,1.13", charge: .min), "input"),
      (question("\"C\",\"O\"", "0,0,0,0,0,1.13", unpaired: 1), "input"),
      (question("\"C\",\"O\"", "0,0,0,0,0,1.13", unpaired: .max), "input"), (monoxide, nil),
    ]
    let (answers, status) = try await libxtbAnswers(to: cases.map(\.0))
    #expect(status == 0 && answers.count == cases.count)
    for (answer, (question, failureClass)) in zip(answers, cases) {
      if let failureClass {
        #expect(answer.contains("\"failure_class\":\"\(failureClass)\""), "\(question): \(answer)")
      } else {
        #expect(answer.contains("\"gap\":"), "\(question): \(answer)")
      }
    }
    #expect(answers.first == answers.last)
  }

  @Test func aCommandLineThatMakesNoSenseIsRefused() async throws {
    for arguments in [["--method", "GFN7"], ["--solvent"], ["--fast", "yes"]] {
      let (answers, status) = try await libxtbAnswers(to: [], arguments: arguments)
      #expect(answers == [] && status == 1)
    }
  }
}
