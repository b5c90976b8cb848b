import Campaign
import Testing

@Suite("Reading a section of a campaign file")
struct YAMLSectionTests {
  @Test(
    "The distance of two words is the number of letters to change",
    arguments: [
      ("", "", 0), ("seed", "seed", 0), ("sede", "seed", 2), ("bath", "batch", 1), ("", "abc", 3), ("abc", "", 3),
      ("kitten", "sitting", 3),
    ])
  func editDistances(first: String, second: String, distance: Int) {
    #expect(editDistance(first, second) == distance)
    #expect(editDistance(second, first) == distance)
  }
}
