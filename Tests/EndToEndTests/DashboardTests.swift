import Foundation
import Glibc
import Stores
import Testing

/// The dashboard and the report in a real browser.
@Suite(.serialized) struct DashboardTests {
  /// Starts the dashboard of a campaign, and gives its address with the token.
  private func dashboard(_ arguments: [String], in folder: TemporaryFolder) throws -> (
    program: RunningProgram, address: String
  ) {
    let program = try RunningProgram(["dashboard"] + arguments + ["--port", "0"], in: folder)
    let line = try #require(program.nextLine())
    return (
      program,
      try #require(line.wholeMatch(of: /Open (http:\/\/127\.0\.0\.1:\d+\/\?token=[0-9a-f]{32})/).map { String($0.1) })
    )
  }

  /// Expects that a page was shown without errors, by nothing but its own server.
  private func expectQuiet(_ browser: Browser, from origin: String, _ page: String) async throws {
    #expect(try await browser.console() == [], "\(page)")
    let outside = try await browser.requestedAddresses().filter { !$0.hasPrefix(origin) && !$0.hasPrefix("data:") }
    #expect(outside == [], "\(page)")
  }

  @Test func everyPageOfAFinishedCampaignIsShownAndLeadsToTheReason() async throws {
    let campaign = try TableCampaign()
    #expect(try campaign.run().cause == .exited(0))
    let (program, address) = try dashboard([TableCampaign.fileName], in: campaign.folder)
    let browser = try await Browser()
    try await browser.open(address)
    let origin = String(address.prefix { $0 != "?" })
    // The token is no longer in the address.
    #expect(try await browser.evaluate("return location.href") as? String == origin + "0/campaign")
    for page in [
      "campaign", "iteration-0", "iteration-1", "molecules", "molecule-1", "model", "space", "library", "failures",
      "record",
    ] {
      try await browser.open("\(origin)0/\(page)")
      #expect(try await browser.evaluate("return document.querySelectorAll('main h1').length") as? Int == 1, "\(page)")
      try await expectQuiet(browser, from: origin, page)
    }
    // By clicks alone: from a point of a plot to the molecule's page.
    try await browser.open(origin + "0/campaign")
    _ = try await browser.evaluate(
      "document.querySelector('#values-0 svg a circle').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
    #expect(try await browser.waits(for: "location.pathname.includes('/molecule-')"))
    let text = try #require(try await browser.evaluate("return document.querySelector('main').innerText") as? String)
    #expect(text.contains("Why it was chosen") && text.contains("Was the model right about it?"))
    // A table is sorted by a click on its head, and filtered by what is typed.
    try await browser.open(origin + "0/molecules")
    _ = try await browser.evaluate("document.querySelectorAll('#molecules th')[3].click()")
    let values = try #require(
      try await browser.evaluate(
        "return [...document.querySelectorAll('#molecules tbody tr')].map(row => row.cells[3].dataset.v)")
        as? [String])
    let numbers = values.compactMap { Double($0) }
    #expect(numbers.count > 5 && numbers == numbers.sorted())
    try await expectQuiet(browser, from: origin, "molecules")
    #expect(program.end(by: SIGINT).cause == .exited(0))
  }

  @Test func aRunningCampaignIsFollowed() async throws {
    let campaign = try TableCampaign()
    let (program, address) = try dashboard([TableCampaign.fileName], in: campaign.folder)
    let browser = try await Browser()
    try await browser.open(address)
    let text = try #require(try await browser.evaluate("return document.querySelector('main').innerText") as? String)
    #expect(text.contains("There is no campaign database"))
    #expect(try campaign.run().cause == .exited(0))
    #expect(try await browser.waits(for: "document.querySelector('main').innerText.includes('All 40 calculations')"))
    #expect(try await browser.console().filter { !$0.contains("events") } == [])
    #expect(program.end(by: SIGTERM).cause == .exited(0))
  }

  @Test func everyPageOfAnEmptyAFailedAndATwoGoalCampaignIsShown() async throws {
    let campaign = try TableCampaign()
    let folder = campaign.folder
    let values = try String(contentsOfFile: folder.file("values.csv"), encoding: .utf8).split(separator: "\n")
    let two = ["smiles,gap,size"] + values.dropFirst().map { "\($0),\($0.count)" }
    try folder.write(two.joined(separator: "\n") + "\n", to: "two.csv")
    let window = "  - property: gap\n    window: [2.0, 2.6]\n"
    try folder.write(
      TableCampaign.text(name: "two").replacing(
        window, with: "  - {property: gap, goal: minimize}\n  - {property: size, goal: minimize}\n"
      ).replacing("values.csv", with: "two.csv"), to: "two.yaml")
    // Nothing that is proposed has a value.
    try folder.write("smiles,gap\nC,1.0\n", to: "none.csv")
    try folder.write(
      TableCampaign.text(name: "failed", calculations: 12).replacing("values.csv", with: "none.csv"), to: "failed.yaml")
    for name in ["failed", "two"] {
      #expect(try Program.run(["run", "\(name).yaml", "--quiet"], in: folder).cause != .exited(2), "\(name)")
    }
    try LargeRecord.writeEmpty("empty", to: folder.file("empty.sqlite")).close()
    let (program, address) = try dashboard(["."], in: folder)
    let browser = try await Browser(width: 360, height: 700)
    try await browser.open(address)
    let origin = String(address.prefix { $0 != "?" })
    for (number, expected) in ["empty", "failed", "two"].enumerated() {
      try await browser.open("\(origin)\(number)/campaign")
      let title = try #require(try await browser.evaluate("return document.title") as? String)
      #expect(title == "Campaign · \(expected)")
      let links = try #require(
        try await browser.evaluate(
          "return [...document.querySelectorAll('nav[aria-label=Pages] a')].map(link => link.href)")
          as? [String])
      #expect(
        links.contains { $0.hasSuffix("/compare") } && links.contains { $0.hasSuffix("/front") } == (expected == "two"))
      for link in links {
        try await browser.open(link)
        #expect(
          try await browser.evaluate("return document.querySelectorAll('main h1').length") as? Int == 1, "\(link)")
        #expect(
          try await browser.evaluate("return document.documentElement.scrollWidth <= innerWidth") as? Bool == true,
          "\(link)")
        try await expectQuiet(browser, from: origin, link)
      }
    }
    #expect(program.end(by: SIGINT).cause == .exited(0))
  }

  @Test func aThousandCalculationsAreShownADrawingWhenItIsSeen() async throws {
    let folder = try TemporaryFolder()
    try LargeRecord.write("large", to: folder.file("large.sqlite"))
    let (program, address) = try dashboard(["large.sqlite"], in: folder)
    let browser = try await Browser()
    try await browser.open(address)
    let origin = String(address.prefix { $0 != "?" })
    for page in ["campaign", "iteration-49", "molecule-3039", "model", "failures", "record"] {
      try await browser.open("\(origin)0/\(page)")
      try await expectQuiet(browser, from: origin, page)
    }
    try await browser.open(origin + "0/molecules")
    let seen = "[...document.querySelectorAll('#molecules tbody tr:not([hidden]) use')]"
    #expect(try await browser.evaluate("return \(seen).length") as? Int == 50)
    // From the last page of the table on, drawings have to be asked for.
    _ = try await browser.evaluate(
      "document.querySelector('#molecules th').click(); document.querySelector('#molecules th').click()")
    #expect(
      try await browser.waits(
        for: "\(seen).length === 50 && \(seen).every(use => document.querySelector(use.getAttribute('href')))"))
    // On the map, a candidate is found under the pointer, and circled points become a table.
    try await browser.open(origin + "0/space")
    let pointer = """
      const svg = document.querySelector('#map svg.plot'), box = svg.getBoundingClientRect();
      const send = (kind, x, y) => (kind === 'pointermove' ? svg.querySelector('canvas') : svg).dispatchEvent(new PointerEvent(kind, {
        bubbles: true, pointerId: 1, clientX: box.left + box.width * x, clientY: box.top + box.height * y}));
      svg.setPointerCapture = () => {};
      """
    #expect(
      try await browser.evaluate(
        pointer + """
          for (let x = 0.2; x < 0.9; x += 0.01) for (let y = 0.2; y < 0.8; y += 0.01) {
            send('pointermove', x, y);
            if (!document.getElementById('tip').hidden) return document.getElementById('tip').textContent;
          }
          """) as? String != nil)
    let count = try await browser.evaluate(
      pointer + """
        [...document.querySelectorAll('#map button')].find(button => button.textContent === 'Select').click();
        send('pointerdown', 0.15, 0.05); send('pointermove', 0.95, 0.05); send('pointermove', 0.95, 0.8); send('pointermove', 0.15, 0.8);
        send('pointerup', 0.15, 0.8);
        return document.querySelectorAll('.selection tbody tr').length;
        """)
    #expect((count as? Int ?? 0) > 500)
    try await expectQuiet(browser, from: origin, "space")
    #expect(program.end(by: SIGINT).cause == .exited(0))
  }

  @Test func aReportOpensFromADiskAndAsksForNothing() async throws {
    let campaign = try TableCampaign()
    #expect(try campaign.run().cause == .exited(0))
    let written = try Program.run(["report", TableCampaign.fileName], in: campaign.folder)
    #expect(written.cause == .exited(0) && written.errors.contains("The report was written to search.html"))
    let again = try Program.run(["report", TableCampaign.fileName], in: campaign.folder)
    #expect(again.cause == .exited(2) && again.complaint?.contains("--force") == true)
    let address = "file://" + campaign.folder.file("search.html")
    let browser = try await Browser(width: 360, height: 700)
    for page in ["campaign", "molecules", "molecule-1", "model", "space", "library", "failures", "record"] {
      try await browser.open("about:blank")
      try await browser.open("\(address)#\(page)")
      let shown = try await browser.evaluate(
        "return [...document.querySelectorAll('.page')].filter(page => page.offsetParent).map(page => page.id)")
      #expect(shown as? [String] == [page])
      // No page is wider than a narrow screen.
      #expect(
        try await browser.evaluate("return document.documentElement.scrollWidth <= innerWidth") as? Bool == true,
        "\(page)")
      try await expectQuiet(browser, from: "file:", page)
    }
  }
}
