import CampaignFile
import CampaignTesting
import Dashboard
import Files
import Foundation
import FoundationNetworking
import Stores
import Testing

@Suite("The server")
struct DashboardServerTests {
  /// Serves a site while the body asks it.
  private func serving(_ site: DashboardSite, _ body: (String) async throws -> Void) async throws {
    let (ports, continuation) = AsyncStream<Int>.makeStream()
    let server = Task { try await DashboardServer(site).run { continuation.yield($0) } }
    defer { server.cancel() }
    var iterator = ports.makeAsyncIterator()
    let port = try #require(await iterator.next())
    try await body("http://127.0.0.1:\(port)")
    server.cancel()
    try await server.value
  }

  private func response(_ address: String, method: String = "GET") async throws -> (Data, HTTPURLResponse) {
    var request = URLRequest(url: try #require(URL(string: address)))
    request.httpMethod = method
    let (data, response) = try await URLSession(configuration: .ephemeral).data(for: request)
    return (data, try #require(response as? HTTPURLResponse))
  }

  @Test("It sends pages with a policy that lets them load nothing else, and ends when it is told to")
  func pages() async throws {
    let campaign = try HostileCampaign()
    let site = DashboardSite([campaign.paths], drawing: { _ in nil }, token: nil, isOpen: false)
    try await serving(site) { address in
      let (data, response) = try await response(address + "/0/molecule-2")
      #expect(response.statusCode == 200 && String(decoding: data, as: UTF8.self).hasPrefix("<!DOCTYPE html>"))
      let policy = try #require(response.value(forHTTPHeaderField: "Content-Security-Policy"))
      #expect(policy.hasPrefix("default-src 'none';") && policy.contains("frame-ancestors 'none'"))
      #expect(response.value(forHTTPHeaderField: "Cache-Control") == "no-store")
      #expect(try await self.response(address + "/0/nothing").1.statusCode == 404)
      #expect(try await self.response(address + "/0/campaign", method: "POST").1.statusCode == 405)
    }
  }

  @Test("News come when a row was written")
  func news() async throws {
    let campaign = try SmallCampaign()
    let record = CampaignRecord(name: "small", specification: SmallCampaign.text(), seed: 11, createdAt: .now)
    let store = try CampaignStore.create(at: campaign.paths.database, campaign: record, versions: [], properties: [])
    let site = DashboardSite([campaign.paths], drawing: { _ in nil }, token: nil, isOpen: false)
    try await serving(site) { address in
      let listener = try Listener(address + "/0/events")
      #expect(await listener.next()?.contains("retry") == true)
      try store.endCampaign(.hits, message: "All hits were found.")
      #expect(await listener.next()?.contains("event: change") == true)
    }
  }

  @Test("A port that is taken is an error that names it")
  func takenPort() async throws {
    let site = DashboardSite([], drawing: { _ in nil }, token: nil, isOpen: false)
    try await serving(site) { address in
      let port = try #require(address.split(separator: ":").last.flatMap { Int($0) })
      let error = await #expect(throws: CampaignError.self) { try await DashboardServer(site, port: port).run { _ in } }
      #expect(error?.description.hasPrefix("The dashboard cannot listen on port \(port) of 127.0.0.1: ") == true)
    }
  }
}

/// What a server sends piece by piece.
private final class Listener: NSObject, URLSessionDataDelegate, Sendable {
  private let pieces: AsyncStream<String>
  private let continuation: AsyncStream<String>.Continuation

  init(_ address: String) throws {
    (pieces, continuation) = AsyncStream<String>.makeStream()
    super.init()
    let session = URLSession(configuration: .ephemeral, delegate: self, delegateQueue: nil)
    session.dataTask(with: try #require(URL(string: address))).resume()
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    continuation.yield(String(decoding: data, as: UTF8.self))
  }

  /// The next piece.
  func next() async -> String? {
    for await piece in pieces { return piece }
    return nil
  }
}
