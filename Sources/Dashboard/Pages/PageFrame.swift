/// What stands around the content of each page: a document with navigation, the drawings, the style sheet and the script.
struct PageFrame: Sendable {
  /// The name of the campaign.
  let campaign: String
  /// What is wanted, in words.
  let subtitle: String
  /// The pages that the navigation names, with their titles.
  let navigation: [(page: PageName, title: String)]
  /// All campaigns of the server, if there are several.
  let others: [OtherCampaigns.Link]
  let drawings: DrawingMemory

  /// A document with one page, for the server.
  func document(_ page: Page) -> String {
    document(
      title: "\(page.title) · \(campaign)", policy: nil, attributes: [:], current: section(of: page.name),
      main: .tag("section", ["id": page.name.text], page.body), drawn: page.drawn, place: .server,
      live: .tag(
        "span", ["class": "weak", "id": "live", "data-events": page.name == .compare ? "all-events" : "events"],
        text: "follows the campaign as it runs"))
  }

  /// A document with all pages, which works without a server.
  ///
  /// - Parameter remarks: What was left out, in sentences.
  func document(_ pages: [Page], remarks: [String]) -> String {
    let sections = pages.map { page in
      Markup.tag(
        "section",
        [
          "class": "page", "id": page.name.text, "data-title": "\(page.title) · \(campaign)",
          "data-section": section(of: page.name).text,
        ], page.body)
    }
    return document(
      title: campaign, policy: ContentPolicy.ofFile, attributes: ["data-file": ""], current: nil,
      main: sections.joined,
      drawn: pages.reduce(into: [:]) { all, page in all.merge(page.drawn) { one, _ in one } },
      place: .file(without: []),
      live: .none, remarks: remarks)
  }

  /// A page without a campaign: a sentence or a list.
  ///
  /// - Parameter events: The address of news after which the page is asked for again; nil if nothing will change.
  static func plain(title: String, main: Markup, events: String? = nil) -> String {
    let live = events.map {
      Markup.tag("span", ["class": "weak", "id": "live", "data-events": $0], text: "waits for the campaign")
    }
    return PageFrame(
      campaign: "Cohobate", subtitle: "", navigation: [], others: [], drawings: DrawingMemory { _ in nil }
    ).document(
      title: title, policy: nil, attributes: [:], current: nil, main: .tag("h1", [:], text: title) + main, drawn: [:],
      place: .server, live: live ?? .none)
  }

  /// The entry of the navigation that a page belongs to.
  private func section(of page: PageName) -> PageName {
    switch page {
    case .iteration: .campaign
    case .molecule: .molecules
    default: page
    }
  }

  private func document(
    title: String, policy: String?, attributes: Attributes, current: PageName?, main: Markup, drawn: [Int: String],
    place: PagePlace, live: Markup, remarks: [String] = []
  ) -> String {
    let links = navigation.map { entry in
      Markup.tag(
        "li", [:],
        .tag(
          "a", Attributes.href(entry.page, place).and(["aria-current": entry.page == current ? "page" : nil]),
          Markup(entry.title)))
    }
    let head = Markup.tag(
      "head", [:],
      .single("meta", ["charset": "utf-8"]),
      policy.map { .single("meta", ["http-equiv": "Content-Security-Policy", "content": $0]) } ?? .none,
      .single("meta", ["name": "viewport", "content": "width=device-width,initial-scale=1"]),
      .single("meta", ["name": "referrer", "content": "no-referrer"]),
      .single("link", ["rel": "icon", "href": "data:,"]),
      .tag("title", [:], text: title), .code("style", .styleSheet))
    let header = Markup.tag(
      "header", [:],
      .tag(
        "div", ["class": "name"], .tag("strong", [:], text: campaign), .tag("span", ["class": "weak"], text: subtitle),
        live),
      .tag("nav", ["aria-label": "Pages"], .tag("ul", [:], links)), switcher)
    let body = Markup.tag(
      "body", attributes, .tag("a", ["class": "skip", "href": "#content"], text: "To the content"), header,
      .tag("main", ["id": "content"], main),
      .tag(
        "footer", [:],
        .tag("p", [:], text: (["Made by Cohobate from the campaign's record."] + remarks).joined(separator: " "))),
      symbols(drawn), .code("script", .script))
    return "<!DOCTYPE html>\n" + Markup.tag("html", ["lang": "en"], head, body).source + "\n"
  }

  private var switcher: Markup {
    guard others.count > 1 else { return .none }
    return .tag(
      "nav", ["aria-label": "Campaigns"],
      .tag(
        "ul", [:],
        others.map { .tag("li", [:], .tag("a", ["href": "../\($0.place)/campaign"], Markup($0.name))) }))
  }

  /// The drawings, each once.
  private func symbols(_ drawn: [Int: String]) -> Markup {
    .tag(
      "svg", ["id": "drawings", "aria-hidden": "true"],
      drawn.sorted { $0.key < $1.key }.compactMap { Self.symbol($0.key, $0.value, drawings) })
  }

  /// Drawings as a document of their own, which the script takes into a page.
  static func drawings(_ drawn: [(molecule: Int, smiles: String)], _ drawings: DrawingMemory) -> String {
    let symbols = drawn.map { molecule, smiles in
      symbol(molecule, smiles, drawings) ?? .tag("symbol", ["id": "d\(molecule)", "data-smiles": smiles])
    }
    return Markup.tag("svg", ["xmlns": "http://www.w3.org/2000/svg"], symbols).source
  }

  /// The drawing of a molecule; nil where it cannot be drawn.
  private static func symbol(_ molecule: Int, _ smiles: String, _ drawings: DrawingMemory) -> Markup? {
    guard let drawing = drawings.drawing(of: smiles) else { return nil }
    return .tag(
      "symbol", ["id": "d\(molecule)", "viewBox": "0 0 \(Int(drawing.width)) \(Int(drawing.height))"], drawing.content)
  }
}
