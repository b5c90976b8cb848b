import Files
import Foundation
import Testing

@Suite struct DecodingProblemTests {
  private struct Document: Decodable {
    let name: String
    let numbers: [Int]
  }

  @Test(arguments: [
    (#"{"numbers": []}"#, "'name' is not there"),
    (#"{"name": "a", "numbers": [1, "b"]}"#, "'numbers.1' is not of the kind"),
    (#"{"name": null, "numbers": []}"#, "'name' has no value"), ("{", "the document cannot be read"),
    ("[]", "the document is not of the kind"),
  ])
  func itIsSaidInWordsForPeople(text: String, words: String) {
    let error = #expect(throws: (any Error).self) { try JSONDecoder().decode(Document.self, from: Data(text.utf8)) }
    #expect(error.map { decodingProblem($0).hasPrefix(words) } == true, "\(error.map { decodingProblem($0) } ?? "")")
  }
}
