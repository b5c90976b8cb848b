import Foundation
import Glibc
import Testing

/// The first look of a new user, with the mouse alone, at a campaign that has just been started.
@Suite struct DashboardTrialTests {
  /// The quickstart with smaller molecules and fewer calculations, which takes a minute.
  private func quickstart() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let file = URL(fileURLWithPath: #filePath).appending(path: "../../../Campaigns/quickstart.yaml").standardized
    let text = try String(contentsOf: file, encoding: .utf8)
    let small = text.replacing("heavy_atoms: [6, 22]", with: "heavy_atoms: [4, 9]")
      .replacing("window: [1.0, 1.6]", with: "window: [2.0, 4.0]")
      .replacing("conformers: 4", with: "conformers: 1").replacing("calculations: 80", with: "calculations: 20")
      .replacing("initial: 16", with: "initial: 12")
    try #require(small.contains("[4, 9]") && small.contains("calculations: 20") && small.contains("conformers: 1"))
    try folder.write(small, to: "quickstart.yaml")
    return folder
  }

  @Test func fromAFreshQuickstartToWhyAndWhetherTheModelWasRight() async throws {
    let folder = try quickstart()
    let dashboard = try RunningProgram(["dashboard", "quickstart.yaml", "--port", "0"], in: folder)
    let line = try #require(dashboard.nextLine())
    let browser = try await Browser()
    try await browser.open(String(try #require(line.split(separator: " ").last)))
    let run = try RunningProgram(["run", "quickstart.yaml", "--quiet"], in: folder)
    // The page follows the campaign: drawings come by themselves, and at last its end.
    let isDone = "[...document.querySelectorAll('dl.facts dt')].some(name => name.textContent === 'from begin to end')"
    var waits = 0
    while try await !browser.waits(for: isDone), waits < 24 { waits += 1 }
    #expect(run.end().cause == .exited(0))
    #expect(try await browser.waits(for: isDone))
    let clock = ContinuousClock()
    let start = clock.now
    // Which molecule of the last batch, and then why: three clicks.
    try await browser.click("#table-iterations tbody tr:last-of-type a")
    #expect(try await browser.waits(for: "document.querySelector('h1').textContent.startsWith('Iteration')"))
    try await browser.click(".cards li a")
    #expect(try await browser.waits(for: "location.pathname.includes('/molecule-')"))
    let text = try #require(try await browser.evaluate("return document.querySelector('main').innerText") as? String)
    #expect(text.contains(/It was chosen in iteration \d+: rank \d+ of \d+ by log-window/), "\(text)")
    #expect(text.contains(/Rank \d+ by log-window, acquisition value/), "\(text)")
    #expect(
      text.contains(
        /gap: [\d.]+ ± [\d.]+ eV predicted when chosen, [\d.]+ eV calculated, [+−\-][\d.]+ standard deviations from the prediction\. (Yes|Nearly|No):/
      ), "\(text)")
    // Whether the model is right in general, and back to the beginning.
    try await browser.click("nav[aria-label=Pages] a[href*=model]")
    #expect(try await browser.waits(for: "document.querySelector('#parity-0 circle, #left-out-0 circle')"))
    try await browser.click("nav[aria-label=Pages] a[href*=campaign]")
    #expect(try await browser.waits(for: "document.querySelector('#values-0 circle')"))
    #expect(clock.now - start < .seconds(120))
    #expect(try await browser.console() == [])
    #expect(dashboard.end(by: SIGINT).cause == .exited(0))
  }
}
