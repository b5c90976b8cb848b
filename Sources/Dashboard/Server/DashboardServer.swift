package import Files
import Hummingbird
import Logging
import NIOCore
import Stores

/// Serves a dashboard over HTTP, on this machine unless it is told otherwise. It only reads.
package struct DashboardServer: Sendable {
  private let site: DashboardSite
  private let host: String
  private let port: Int

  /// - Parameters:
  ///   - host: The address to listen on.
  ///   - port: The port; 0 for a free one.
  package init(_ site: DashboardSite, host: String = "127.0.0.1", port: Int = 0) {
    (self.site, self.host, self.port) = (site, host, port)
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter started: Called with the port as soon as pages can be asked for.
  /// - Throws: `CampaignError` of kind `.input` if nothing can listen there.
  package func run(started: @escaping @Sendable (_ port: Int) -> Void) async throws(CampaignError) {
    let application = Application(
      responder: SiteResponder(site: site),
      configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
      onServerRunning: { channel in started(channel.localAddress?.port ?? port) },
      logger: Logger(label: "dashboard") { _ in SwiftLogNoOpLogHandler() })
    do {
      try await application.run()
    } catch is CancellationError {
      return
    } catch {
      guard !Task.isCancelled else { return }
      throw CampaignError(
        .input, "The dashboard cannot listen on port \(port) of \(host): \(error). Choose another with --port.")
    }
  }
}

/// Answers requests as the site says.
private struct SiteResponder: HTTPResponder {
  typealias Context = BasicRequestContext

  let site: DashboardSite

  func respond(to request: Request, context: Context) async throws -> Response {
    guard request.method == .get || request.method == .head else { return Response(status: .methodNotAllowed) }
    let answer = site.answer(
      DashboardSite.Request(
        path: request.uri.path, query: request.uri.query ?? "", cookies: request.headers[.cookie] ?? "",
        host: request.head.authority ?? ""))
    switch answer {
    case .page(let text, let status):
      var headers = Self.headers(type: "text/html; charset=utf-8")
      headers[.contentSecurityPolicy] = ContentPolicy.ofServer
      return Response(
        status: HTTPResponse.Status(code: status), headers: headers,
        body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    case .redirect(let address, let cookie):
      var headers = Self.headers(type: "text/plain")
      headers[.location] = address
      if let cookie { headers[.setCookie] = cookie }
      return Response(status: .seeOther, headers: headers)
    case .events(let database):
      return Response(status: .ok, headers: Self.headers(type: "text/event-stream"), body: Self.events(of: database))
    }
  }

  private static func headers(type: String) -> HTTPFields {
    var headers: HTTPFields = [
      .contentType: type, .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
    ]
    if let policy = HTTPField.Name("Referrer-Policy") { headers[policy] = "no-referrer" }
    return headers
  }

  /// A line for each change of a database, and one now and then, so that a browser that has left is noticed.
  private static func events(of database: String) -> ResponseBody {
    ResponseBody { writer in
      let watch = RecordWatch(path: database)
      var quiet = 0
      try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
      while !Task.isCancelled {
        try await Task.sleep(for: .milliseconds(300))
        if watch.change() != nil {
          try await writer.write(ByteBuffer(string: "event: change\ndata: 1\n\n"))
          quiet = 0
        } else {
          quiet += 1
          if quiet % 50 == 0 { try await writer.write(ByteBuffer(string: ": nothing new\n\n")) }
        }
      }
      try await writer.finish(nil)
    }
  }
}
