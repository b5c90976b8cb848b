import Tables
import Testing

@Suite("The nearest name")
struct NearestNameTests {
  @Test(
    "The distance of two words is the number of letters to change, and neighbours exchanged are one change",
    arguments: [
      ("", "", 0), ("seed", "seed", 0), ("sede", "seed", 1), ("bath", "batch", 1), ("", "abc", 3), ("abc", "", 3),
      ("kitten", "sitting", 3), ("ab", "ba", 1), ("ca", "abc", 3),
    ])
  func editDistances(first: String, second: String, distance: Int) {
    #expect(editDistance(first, second) == distance)
    #expect(editDistance(second, first) == distance)
  }

  @Test(
    "Slips, capitals and other strokes are forgiven, and nothing far is suggested",
    arguments: [
      ("gapp", "gap"), ("GAP", "gap"), ("free energy", "free_energy"), ("free-enrgy", "free_energy"), ("hmo", "homo"),
      ("i", "ip"), ("eap", "ea"), ("gpa", "gap"), ("colour", nil), ("xy", nil), ("", nil),
    ])
  func names(word: String, name: String?) {
    #expect(nearestName(to: word, among: ["lumo", "homo", "gap", "ip", "ea", "free_energy"]) == name)
  }

  @Test("Of equally near names it is the first of the alphabet, however they are listed")
  func ties() {
    #expect(nearestName(to: "xomo", among: ["lomo", "homo"]) == "homo")
    #expect(nearestName(to: "xomo", among: ["homo", "lomo"]) == "homo")
    #expect(suggestion(for: "xomo", among: ["homo"]) == " Did you mean 'homo'?")
    #expect(suggestion(for: "far away", among: ["homo"]).isEmpty)
  }
}
