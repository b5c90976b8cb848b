/// A page of a campaign: its content, and the molecules whose drawings it shows.
package struct Page: Sendable {
  /// Its name.
  package let name: PageName
  /// Its title, without the campaign's name.
  package let title: String
  /// Its content below the navigation.
  package let body: Markup
  /// The SMILES of the molecules that it draws, by number.
  package let drawn: [Int: String]
}

/// What is being written into a page.
struct PageBuilder {
  /// Where the page stands.
  let place: PagePlace
  private(set) var body = Markup.none
  private var drawn: [Int: String] = [:]

  init(in place: PagePlace) { self.place = place }

  /// The finished page.
  func page(_ name: PageName, title: String) -> Page { Page(name: name, title: title, body: body, drawn: drawn) }

  mutating func add(_ markup: Markup) { body += markup }

  mutating func heading(_ text: String) { add(.tag("h2", [:], text: text)) }

  mutating func paragraph(_ text: String, style: String? = nil) { add(.tag("p", ["class": style], text: text)) }

  /// Plots side by side where there is room.
  mutating func plots(_ plots: [Plot]) {
    guard !plots.isEmpty else { return }
    add(.tag("div", ["class": "plots"], plots.map { PlotMarkup($0, in: place).figure }))
  }

  /// Short facts with their names; a fact may have a remark.
  mutating func facts(_ facts: [(name: String, value: String, remark: String?)]) {
    add(
      .tag(
        "dl", ["class": "facts"],
        facts.map { fact in
          .tag(
            "div", [:], .tag("dt", [:], text: fact.name),
            .tag(
              "dd", [:], Markup(fact.value),
              fact.remark.map { .tag("small", [:], text: $0) } ?? .none))
        }))
  }

  /// A link to a page, or the text alone if the page was left out.
  func link(_ page: PageName, _ text: String) -> Markup {
    place.has(page) ? .tag("a", .href(page, place), Markup(text)) : Markup(text)
  }

  /// The most drawings that a page of the server has in itself. The script asks for others when they are seen.
  private static let mostDrawings = 60

  /// The drawing of a molecule, which is kept once for the whole document.
  mutating func picture(of molecule: Int, smiles: String) -> Markup {
    if place != .server || drawn.count < Self.mostDrawings { drawn[molecule] = smiles }
    return .tag(
      "svg",
      [
        "class": "molecule", "viewBox": "0 0 \(Int(Self.pictureSize.width)) \(Int(Self.pictureSize.height))",
        "role": "img", "aria-label": smiles,
      ],
      .tag("use", ["href": "#d\(molecule)"]))
  }

  /// Of a drawing, in pixels.
  static let pictureSize = (width: 220.0, height: 150.0)

  /// Has the drawings of molecules at hand, for the notes of a plot. On the server the script asks for each.
  mutating func keepDrawings(of molecules: [(number: Int, smiles: String)]) {
    guard place != .server else { return }
    for molecule in molecules { drawn[molecule.number] = molecule.smiles }
  }

  /// Molecules as drawings with lines below them.
  mutating func cards(_ cards: [MoleculeCard]) {
    guard !cards.isEmpty else { return }
    var items: [Markup] = []
    for card in cards {
      let name = "molecule \(card.molecule)" + (card.isHit ? " · hit" : "")
      let content =
        picture(of: card.molecule, smiles: card.smiles) + .tag("b", [:], text: name)
        + card.lines.map { Markup.tag("span", [:], text: $0) }.joined
      items.append(
        .tag(
          "li", ["class": card.isHit ? "is-hit" : nil],
          card.isLinked && place.has(.molecule(card.molecule))
            ? .tag("a", .href(.molecule(card.molecule), place), content) : content))
    }
    add(.tag("ul", ["class": "cards"], items))
  }
}

/// A molecule with a drawing and a few lines.
struct MoleculeCard {
  let molecule: Int
  let smiles: String
  let isHit: Bool
  /// Whether it has a page of its own.
  let isLinked: Bool
  let lines: [String]
}
