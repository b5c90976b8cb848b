package import CampaignFile
import Files

/// What the server answers, without the server: an address and a cookie in, an answer out.
package struct DashboardSite: Sendable {
  /// What is asked for.
  package struct Request: Sendable, Hashable {
    /// The path of the address, from its `/` on, without the query.
    package var path: String
    /// The query of the address, without its `?`.
    package var query = ""
    /// The header `Cookie`.
    package var cookies = ""
    /// The header `Host`.
    package var host = ""

    /// A request for a path.
    package init(path: String, query: String = "", cookies: String = "", host: String = "127.0.0.1") {
      (self.path, self.query, self.cookies, self.host) = (path, query, cookies, host)
    }
  }

  /// What is answered.
  package enum Answer: Sendable, Hashable {
    /// A page, with its status.
    case page(String, status: Int)
    /// Drawings of molecules as SVG, which the script of a page asks for.
    case drawings(String)
    /// Another address, and the cookie to set.
    case redirect(to: String, cookie: String?)
    /// News of the databases at some paths, until the browser leaves.
    case events(databases: [String])
  }

  /// Says what a cluster has of a campaign by its name and paths, in sentences without a point at their ends.
  package typealias Cluster = @Sendable (_ name: String, CampaignPaths) -> [String]

  private let campaigns: [LiveCampaign]
  /// The secret that a browser must know; nil if everybody may look.
  private let token: String?
  /// Whether the server is reached by other names than those of this machine.
  private let isOpen: Bool

  /// - Parameters:
  ///   - campaigns: The campaigns, which need not have begun.
  ///   - drawing: Draws molecules.
  ///   - token: The secret that a browser must know; nil if everybody who reaches the server may look.
  ///   - isOpen: Whether the server listens beyond this machine.
  ///   - cluster: Asked whenever the page of a campaign is.
  package init(
    _ campaigns: [CampaignPaths], drawing: @escaping MoleculeDrawing, token: String?, isOpen: Bool,
    cluster: @escaping Cluster = { _, _ in [] }
  ) {
    self.campaigns = campaigns.map { LiveCampaign($0, drawing: drawing, cluster: cluster) }
    (self.token, self.isOpen) = (token, isOpen)
  }

  /// Makes the page that is shown first, so that it is there when it is asked for.
  func makeFirstPage() {
    guard campaigns.count == 1 else { return }
    _ = try? campaigns[0].document(.campaign, beside: others(than: 0))
  }

  /// The answer to a request. It never fails: what is wrong with a record is a sentence on the page.
  package func answer(_ request: Request) -> Answer {
    // A foreign page may have a name of its own point to this machine; the browser says by which name it asks.
    guard isOpen || Self.isLocal(request.host) else {
      return sentence("This dashboard is reached as 127.0.0.1 or localhost only.", title: "Another name", status: 403)
    }
    if let token {
      let cookie = "\(Self.cookieName(token))=\(token)"
      if let given = request.query.split(separator: "&").first(where: { $0.hasPrefix("token=") }) {
        if Self.isSame(String(given.dropFirst("token=".count)), token) {
          return .redirect(to: Self.ownPath(request.path), cookie: "\(cookie); HttpOnly; SameSite=Lax; Path=/")
        }
      }
      let cookies = request.cookies.split(separator: ";").map { $0.drop { $0 == " " } }
      guard cookies.contains(where: { Self.isSame(String($0), cookie) }) else {
        return sentence(
          "Open the whole address that 'cohobate dashboard' printed, with its token.", title: "No token", status: 403)
      }
    }
    let parts = request.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    if parts.count == 1, parts.first == "" {
      return campaigns.count == 1 ? .redirect(to: "/0/campaign", cookie: nil) : list
    }
    guard parts.count == 2, let number = parts.first.flatMap({ Int($0) }), campaigns.indices.contains(number),
      let name = parts.last
    else { return missing }
    if name == "" { return .redirect(to: "/\(number)/campaign", cookie: nil) }
    if name == "events" { return .events(databases: [campaigns[number].paths.database]) }
    if name == "all-events" { return .events(databases: campaigns.map(\.paths.database)) }
    if name == "drawings" { return drawings(request.query, of: campaigns[number]) }
    guard let page = PageName(name) else { return missing }
    do throws(CampaignError) {
      guard let document = try campaigns[number].document(page, beside: others(than: number)) else { return missing }
      return .page(document, status: 200)
    } catch {
      return sentence(error.description, title: "No record", status: 200, events: "events")
    }
  }

  /// The name of the cookie with a token. All ports of a host share their cookies: two dashboards need two names.
  package static func cookieName(_ token: String) -> String { "cohobate-\(token.prefix(8))" }

  /// The path if it may be one of this site, or else `/`: a browser takes `//name` and `/\name` for other machines.
  private static func ownPath(_ path: String) -> String {
    path.wholeMatch(of: /(\/[a-z0-9-]+)+\/?/) == nil ? "/" : path
  }

  private var links: [OtherCampaigns.Link] {
    campaigns.count < 2 ? [] : campaigns.enumerated().map { OtherCampaigns.Link(place: $0, name: $1.name) }
  }

  /// What pages of a campaign show of the others.
  private func others(than number: Int) -> OtherCampaigns {
    var others = OtherCampaigns(links: links)
    for (place, campaign) in campaigns.enumerated() where place != number {
      do throws(CampaignError) {
        others.compared.append(OtherCampaigns.Compared(place: place, curve: try campaign.curve()))
      } catch {
        others.problems.append(error.description)
      }
    }
    return others
  }

  /// The most drawings of one answer.
  package static let mostDrawings = 50

  /// Drawings by a query such as `of=3,17`.
  private func drawings(_ query: String, of campaign: LiveCampaign) -> Answer {
    let numbers = query.hasPrefix("of=") ? query.dropFirst(3).split(separator: ",").map { Int($0) } : []
    guard !numbers.isEmpty, numbers.count <= Self.mostDrawings, !numbers.contains(nil) else { return missing }
    do throws(CampaignError) {
      return .drawings(try campaign.drawings(of: numbers.compactMap(\.self)))
    } catch {
      return missing
    }
  }

  private var list: Answer {
    let items = links.map { link in
      Markup.tag(
        "li", [:], .tag("a", ["href": "\(link.place)/campaign"], Markup(link.name)),
        .tag("span", ["class": "weak"], text: " \(campaigns[link.place].paths.database)"))
    }
    let main =
      items.isEmpty
      ? Markup.tag("p", [:], text: "There is no campaign here: no file of the folder ends in '.sqlite'.")
      : .tag("ul", [:], items)
    return .page(PageFrame.plain(title: "Campaigns", main: main), status: 200)
  }

  private var missing: Answer { sentence("There is no such page.", title: "No such page", status: 404) }

  private func sentence(_ text: String, title: String, status: Int, events: String? = nil) -> Answer {
    .page(PageFrame.plain(title: title, main: .tag("p", [:], text: text), events: events), status: status)
  }

  private static func isLocal(_ host: String) -> Bool {
    let name = host.hasPrefix("[") ? host.prefix { $0 != "]" } + "]" : host.prefix { $0 != ":" }
    return ["127.0.0.1", "localhost", "[::1]"].contains(String(name))
  }

  /// Whether two texts are the same, in a time that does not depend on where they differ.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    return one.count == other.count && zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
