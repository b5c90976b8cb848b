import Dashboard
import Testing

@Suite("Names of pages")
struct PageNameTests {
  @Test(
    "A name in an address is read as the page that it was written for",
    arguments: [
      PageName.campaign, .iteration(0), .iteration(12), .molecules, .molecule(3), .model, .space, .front, .library,
      .failures, .compare, .record,
    ])
  func roundTrip(_ name: PageName) { #expect(PageName(name.text) == name) }

  @Test(
    "Anything else is no page",
    arguments: ["", "iteration-", "molecule--1", "molecule-01", "../0", "molecule-1-2", "Campaign"])
  func refused(_ text: String) { #expect(PageName(text) == nil) }
}
