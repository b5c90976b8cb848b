import CampaignFile
import CampaignTesting
import Dashboard
import Foundation
import Reports
import Stores
import Synchronization
import Testing

@Suite("What the server answers")
struct DashboardSiteTests {
  private func site(_ paths: [CampaignPaths], token: String? = nil, isOpen: Bool = false) -> DashboardSite {
    DashboardSite(paths, drawing: { _ in nil }, token: token, isOpen: isOpen)
  }

  private func page(_ answer: DashboardSite.Answer) -> (text: String, status: Int)? {
    if case .page(let text, let status) = answer { (text, status) } else { nil }
  }

  @Test("One campaign is shown at once, and each of its pages has an address")
  func oneCampaign() throws {
    let campaign = try HostileCampaign()
    let site = site([campaign.paths])
    #expect(site.answer(.init(path: "/")) == .redirect(to: "/0/campaign", cookie: nil))
    #expect(site.answer(.init(path: "/0/events")) == .events(databases: [campaign.paths.database]))
    for name in [
      "campaign", "molecules", "molecule-2", "iteration-0", "model", "space", "library", "failures", "record",
    ] {
      let answer = page(site.answer(.init(path: "/0/\(name)")))
      #expect(answer?.status == 200, "\(name)")
      let document = Document(answer?.text ?? "")
      #expect(document.firstUnbalanced == nil && document.outsideAddresses == [])
      #expect(document.values(of: "data-events") == ["events"])
    }
    for path in [
      "/0/front", "/0/compare", "/0/drawings", "/0/molecule-9", "/1/campaign", "/0/../../etc/passwd", "/favicon.ico",
      "//", "/-1/campaign",
    ] {
      #expect(page(site.answer(.init(path: path)))?.status == 404, "\(path)")
    }
  }

  @Test("Several campaigns are in a list, and lead to each other")
  func severalCampaigns() throws {
    let one = try HostileCampaign()
    let other = try SmallCampaign()
    let site = site([one.paths, other.paths])
    let list = try #require(page(site.answer(.init(path: "/"))))
    #expect(Document(list.text).values(of: "href").filter { $0.hasSuffix("campaign") } == ["0/campaign", "1/campaign"])
    #expect(page(site.answer(.init(path: "/0/campaign")))?.text.contains("../1/campaign") == true)
    // The comparison follows all of them, and says what is wrong with one.
    let compared = try #require(page(site.answer(.init(path: "/0/compare"))))
    #expect(Document(compared.text).values(of: "data-events") == ["all-events"])
    #expect(compared.text.contains("There is no campaign database at &#39;\(other.paths.database)&#39;"))
    #expect(
      site.answer(.init(path: "/0/all-events")) == .events(databases: [one.paths.database, other.paths.database]))
  }

  @Test("Drawings are given for molecules of the record, some at a time")
  func drawings() throws {
    let campaign = try HostileCampaign()
    let site = DashboardSite(
      [campaign.paths], drawing: { structureDrawing(ofSMILES: $0) }, token: nil, isOpen: false)
    guard case .drawings(let text) = site.answer(.init(path: "/0/drawings", query: "of=1,2,3,999")) else {
      Issue.record("There are no drawings.")
      return
    }
    let document = Document(text)
    #expect(document.values(of: "id") == ["d1", "d2", "d3"])
    #expect(document.firstUnbalanced == nil && document.names.isDisjoint(with: ["script", "img"]))
    let many = (1...DashboardSite.mostDrawings + 1).map(String.init).joined(separator: ",")
    for query in ["", "of=", "of=1;2", "of=x", "of=\(many)"] {
      #expect(page(site.answer(.init(path: "/0/drawings", query: query)))?.status == 404, "\(query)")
    }
  }

  @Test("The page of a campaign says what a cluster has of it now")
  func cluster() throws {
    let campaign = try HostileCampaign()
    let running = Mutex(1)
    let site = DashboardSite(
      [campaign.paths], drawing: { _ in nil }, token: nil, isOpen: false,
      cluster: { name, paths in
        ["on m: \(running.withLock { $0 }) running of <\(paths.database == campaign.paths.database)>"]
      })
    let first = try #require(page(site.answer(.init(path: "/0/campaign"))))
    #expect(first.text.contains("<p>On m: 1 running of &lt;true&gt;.</p>"))
    #expect(page(site.answer(.init(path: "/0/molecules")))?.text.contains("On m:") == false)
    running.withLock { $0 = 2 }
    let second = try #require(page(site.answer(.init(path: "/0/campaign"))))
    #expect(second.text.contains("<p>On m: 2 running of &lt;true&gt;.</p>"))
  }

  @Test("A token is asked for once, and kept by the browser")
  func token() throws {
    let campaign = try HostileCampaign()
    let site = site([campaign.paths], token: "0123abcd")
    #expect(page(site.answer(.init(path: "/0/campaign")))?.status == 403)
    #expect(page(site.answer(.init(path: "/0/campaign", query: "token=0123abce")))?.status == 403)
    #expect(page(site.answer(.init(path: "/0/campaign", cookies: "cohobate-0123abcd=")))?.status == 403)
    #expect(
      site.answer(.init(path: "/0/campaign", query: "token=0123abcd"))
        == .redirect(to: "/0/campaign", cookie: "cohobate-0123abcd=0123abcd; HttpOnly; SameSite=Lax; Path=/"))
    #expect(page(site.answer(.init(path: "/0/campaign", cookies: "a=b; cohobate-0123abcd=0123abcd")))?.status == 200)
    // News tell that something changed: they need the token too.
    #expect(page(site.answer(.init(path: "/0/events")))?.status == 403)
  }

  @Test(
    "Two dashboards of one machine keep their tokens apart, and after the token only a page of the same one is opened")
  func cookiesAndRedirections() throws {
    let campaign = try HostileCampaign()
    let (one, other) = (site([campaign.paths], token: "0123abcd89"), site([campaign.paths], token: "4567abcd89"))
    let both = "cohobate-0123abcd=0123abcd89; cohobate-4567abcd=4567abcd89"
    for site in [one, other] {
      #expect(page(site.answer(.init(path: "/0/campaign", cookies: both)))?.status == 200)
      #expect(page(site.answer(.init(path: "/0/campaign", cookies: "cohobate-0123abcd=4567abcd89")))?.status == 403)
    }
    for path in ["//evil.example/", "/\\evil.example/", "http://evil.example/", ""] {
      guard case .redirect(let target, _) = one.answer(.init(path: path, query: "token=0123abcd89")) else {
        Issue.record("\(path) leads nowhere.")
        continue
      }
      #expect(target == "/", "\(path)")
    }
  }

  @Test("Only names of this machine lead to it, unless it is open to others")
  func names() throws {
    let campaign = try HostileCampaign()
    let paths = [campaign.paths]
    for host in ["127.0.0.1:8686", "localhost", "[::1]:8686"] {
      #expect(page(site(paths).answer(.init(path: "/0/campaign", host: host)))?.status == 200, "\(host)")
    }
    for host in ["evil.example", "127.0.0.1.evil.example:8686", ""] {
      #expect(page(site(paths).answer(.init(path: "/0/campaign", host: host)))?.status == 403, "\(host)")
    }
    #expect(page(site(paths, isOpen: true).answer(.init(path: "/0/campaign", host: "node7")))?.status == 200)
  }

  @Test("A record that is missing, damaged or newer is a sentence on the page, until it is there")
  func broken() throws {
    let campaign = try SmallCampaign()
    let site = site([campaign.paths])
    let missing = try #require(page(site.answer(.init(path: "/0/campaign"))))
    #expect(missing.text.contains("There is no campaign database at &#39;\(campaign.paths.database)&#39;"))
    try campaign.write(String(repeating: "not a database ", count: 100), to: "small.sqlite")
    #expect(page(site.answer(.init(path: "/0/campaign")))?.text.contains("is not an SQLite database") == true)
    try FileManager.default.removeItem(atPath: campaign.paths.database)
    let record = CampaignRecord(name: "small", specification: SmallCampaign.text(), seed: 11, createdAt: .now)
    let store = try CampaignStore.create(at: campaign.paths.database, campaign: record, versions: [], properties: [])
    #expect(page(site.answer(.init(path: "/0/campaign")))?.text.contains("It has not ended") == true)
    try store.endCampaign(.hits, message: "All hits were found.")
    #expect(page(site.answer(.init(path: "/0/campaign")))?.text.contains("All hits were found.") == true)
  }
}
