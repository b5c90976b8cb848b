import Foundation
import Glibc
import Testing

/// What people see and use on the pages, in a real browser: contrast, plots, tables, the mouse, and no scripts.
@Suite(.serialized) struct DashboardLookTests {
  /// The pages of a finished campaign.
  private static let pages = [
    "campaign", "iteration-0", "iteration-1", "molecules", "molecule-1", "model", "space", "library", "failures",
    "record",
  ]

  /// A dashboard of a finished campaign, whose folder it keeps.
  private struct Shown {
    let campaign: TableCampaign
    let program: RunningProgram
    /// The address of its pages, up to their names.
    let root: String

    init() throws {
      let campaign = try TableCampaign()
      let ending = try campaign.run()
      #expect(ending.cause == .exited(0))
      let program = try RunningProgram(
        ["dashboard", TableCampaign.fileName, "--port", "0", "--no-token"], in: campaign.folder)
      let line = try #require(program.nextLine())
      let address = try #require(line.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+\//).map { String($0.output) })
      (self.campaign, self.program, root) = (campaign, program, address + "0/")
    }

    func end() { #expect(program.end(by: SIGINT).cause == .exited(0)) }
  }

  /// The texts of the page whose contrast with their ground is too small, and the colours of marks that are.
  private static let lowContrasts = #"""
    const read = text => { const parts = (text.match(/[\d.]+/g) || []).map(Number); return parts.length < 3 ? null : [...parts, 1].slice(0, 4); };
    const over = (one, other) => [0, 1, 2].map(place => one[place] * one[3] + other[place] * (1 - one[3])).concat(1);
    const ground = element => {
      const layers = [];
      for (let at = element; at; at = at.parentElement) {
        const colour = read(getComputedStyle(at).backgroundColor);
        if (colour && colour[3] > 0) layers.push(colour);
        if (colour && colour[3] === 1) break;
      }
      return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
    };
    const light = colour => {
      const [r, g, b] = colour.slice(0, 3).map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one, other) => { const [a, b] = [light(one), light(other)].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); };
    const low = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let count = 0;
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement, text = walker.currentNode.textContent.trim();
      if (!text || !element.getClientRects().length || ["SCRIPT", "STYLE"].includes(element.tagName)) continue;
      const style = getComputedStyle(element), colour = read(element.ownerSVGElement ? style.fill : style.color), below = ground(element);
      const ratio = contrast(over(colour, below), below);
      count++;
      if (ratio < 4.5) low.push(`${element.tagName}.${element.getAttribute("class")} '${text}': ${ratio.toFixed(2)}`);
    }
    // Atoms in drawings are text, and marks and lines have to be seen.
    const root = getComputedStyle(document.documentElement), page = read(getComputedStyle(document.body).backgroundColor);
    const sample = document.body.appendChild(document.createElement("span"));
    for (const [names, least] of [["k n o h s x", 4.5], ["hit miss told good passed", 3]]) for (const name of names.split(" ")) {
      sample.style.color = root.getPropertyValue("--" + name);
      const ratio = contrast(read(getComputedStyle(sample).color), page);
      if (ratio < least) low.push(`--${name}: ${ratio.toFixed(2)}`);
    }
    sample.remove();
    return count > 5 ? low : ["only " + count + " texts"];
    """#

  @Test func everyTextHasAContrastOfFourAndAHalf() async throws {
    let browser = try await Browser()
    let shown = try Shown()
    for isDark in [false, true] {
      try await browser.prefer(dark: isDark)
      for page in Self.pages {
        try await browser.open(shown.root + page)
        #expect(
          try await browser.evaluate("return matchMedia('(prefers-color-scheme: dark)').matches") as? Bool == isDark)
        #expect(try await browser.evaluate(Self.lowContrasts) as? [String] == [], "\(page), dark: \(isDark)")
      }
    }
    shown.end()
  }

  @Test func everyPlotIsExplainedZoomedHoveredAndSaved() async throws {
    let browser = try await Browser()
    let shown = try Shown()
    var plots = 0
    for page in Self.pages {
      try await browser.open(shown.root + page)
      // What is saved is kept here in the place of a file.
      _ = try await browser.evaluate(
        """
        window.saved = [];
        URL.createObjectURL = blob => { blob.text().then(text => saved.push(text)); return "data:,"; };
        HTMLAnchorElement.prototype.click = () => {};
        """)
      let faults = try await browser.evaluate(
        #"""
        const faults = [], figures = [...document.querySelectorAll("figure.plot svg.plot")].map(svg => svg.closest("figure"));
        for (const figure of figures) {
          const svg = figure.querySelector("svg.plot"), area = svg.querySelector("svg.area"), name = svg.dataset.name;
          const buttons = [...figure.querySelectorAll("button")], button = text => buttons.find(one => one.textContent === text);
          if (!/\. A bad sign: .+\.$/.test(figure.querySelector("figcaption").textContent.replace(/ Of \d+ points.*$/, "")))
            faults.push(name + ": " + figure.querySelector("figcaption").textContent);
          for (const text of ["+", "−", "Whole", "CSV"]) if (!button(text)) faults.push(`${name}: no ${text}`);
          // Something is said wherever there is something to say.
          const box = svg.getBoundingClientRect(), tip = document.getElementById("tip");
          const dot = area.querySelector(".points circle");
          const where = dot ? dot.getBoundingClientRect() : {left: box.left + box.width / 2, top: box.top + box.height / 2, width: 0, height: 0};
          (dot || svg).dispatchEvent(new PointerEvent("pointermove", {
            bubbles: true, clientX: where.left + where.width / 2, clientY: where.top + where.height / 2}));
          if (tip.hidden || tip.textContent.length < 5) faults.push(name + ": no note");
          svg.dispatchEvent(new PointerEvent("pointerleave"));
          button("CSV").click();
        }
        return [...faults, figures.length];
        """#)
      let list = try #require(faults as? [Any])
      let count = try #require(list.last as? Int)
      #expect(list.count == 1, "\(page): \(list)")
      plots += count
      #expect(try await browser.waits(for: "saved.length === \(count)"), "\(page)")
      let saved = try #require(try await browser.evaluate("return saved") as? [String])
      for text in saved {
        #expect(text.hasPrefix("series,molecule,") && text.split(separator: "\n").count > 1, "\(page): \(text)")
      }
      // Zooming changes the axes, and the whole is there again.
      let ticks = "[...document.querySelectorAll('figure.plot .ticks text')].map(text => text.textContent).join(' ')"
      if count > 0 {
        let before = try #require(try await browser.evaluate("return \(ticks)") as? String)
        try await browser.click("figure.plot button[title='Zoom in']")
        #expect(try await browser.waits(for: "\(ticks) !== \"\(before)\""), "\(page)")
        try await browser.click("figure.plot button[title='Show the whole plot']")
        #expect(
          try await browser.waits(
            for: "document.querySelector('figure.plot .shapes').getAttribute('transform') === 'matrix(1 0 0 1 0 0)'"),
          "\(page)")
      }
      let tables = try await browser.evaluate(
        #"""
        const faults = [];
        for (const table of document.querySelectorAll("main table")) {
          const heads = [...table.tHead.rows[0].cells].filter(head => head.textContent);
          if (!heads.every(head => head.tabIndex === 0 && head.getAttribute("aria-sort"))) faults.push(table.id + ": not sorted");
          const rows = table.tBodies[0].rows, tools = table.parentElement.previousElementSibling;
          if (rows.length >= 6 && !tools.querySelector("input[type=search]")) faults.push(table.id + ": no filter");
          if ([...rows].filter(row => !row.hidden).length > 50) faults.push(table.id + ": no pages");
        }
        return faults;
        """#)
      #expect(tables as? [String] == [], "\(page)")
      #expect(try await browser.console() == [], "\(page)")
    }
    #expect(plots > 8)
    shown.end()
  }

  @Test func theMapIsColouredAndSaysWhatColoursMean() async throws {
    let browser = try await Browser()
    let shown = try Shown()
    try await browser.open(shown.root + "space")
    let choices = "[...document.querySelectorAll('#map option')]"
    #expect(
      try await browser.evaluate("return \(choices).map(option => option.textContent)") as? [String]
        == ["colour: outcome", "colour: gap", "colour: iteration", "colour: made by"])
    for place in 0..<4 {
      let legend = try await browser.evaluate(
        """
        const choice = document.querySelector("#map select");
        choice.value = "\(place)";
        choice.dispatchEvent(new Event("change"));
        const shown = [...document.querySelectorAll("#map ul.legend")].filter(list => list.offsetParent);
        const marks = new Set([...document.querySelectorAll("#map .points circle")].map(dot => dot.getAttribute("class")));
        const named = new Set([...shown[0].querySelectorAll("circle")].map(dot => dot.getAttribute("class")));
        const areNamed = [...marks].every(mark => named.has(mark) || mark.startsWith("step"));
        return [shown.length, shown[0].dataset.colour, areNamed].join(" ");
        """)
      #expect(legend as? String == "1 \(place) true")
    }
    shown.end()
  }

  @Test func whatTheModelKnowsIsDrawnAndLeadsToItsMolecules() async throws {
    let browser = try await Browser()
    let shown = try Shown()
    try await browser.open(shown.root + "model")
    let counts = try await browser.evaluate(
      """
      const last = [...document.querySelectorAll("#table-fits tbody tr")].pop();
      return [document.querySelectorAll("#left-out-0 .points circle").length, Number(last.cells[3].textContent)];
      """)
    let numbers = try #require(counts as? [Int])
    #expect(numbers[0] == numbers[1] && numbers[0] > 4)
    // A mark has its drawing, and opens its molecule.
    try await browser.hover("#left-out-0 .points a:last-of-type circle")
    #expect(try await browser.waits(for: "document.querySelector('#tip svg use')"))
    let note = try #require(
      try await browser.evaluate("return document.getElementById('tip').textContent") as? String)
    #expect(note.contains("predicted from the others"), "\(note)")
    try await browser.click("#left-out-0 .points a:last-of-type circle")
    #expect(try await browser.waits(for: "location.pathname.includes('/molecule-')"))
    shown.end()
  }

  @Test func withoutScriptsAllIsThere() async throws {
    let browser = try await Browser(hasScripts: false)
    let shown = try Shown()
    for page in Self.pages {
      try await browser.open(shown.root + page)
      // The script of the page would have made this element.
      #expect(try await browser.evaluate("return document.getElementById('tip') === null") as? Bool == true)
      let isWhole = try await browser.evaluate(
        """
        const rows = [...document.querySelectorAll("main tbody tr")];
        return rows.every(row => row.offsetParent) && document.querySelector("main").innerText.length > 60
          && [...document.querySelectorAll("svg.plot")].every(svg => svg.getBoundingClientRect().height > 100);
        """)
      #expect(isWhole as? Bool == true, "\(page)")
    }
    shown.end()
  }
}
