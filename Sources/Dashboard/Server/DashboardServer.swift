package import Files
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import Stores

/// Serves a dashboard over HTTP, on this machine unless it is told otherwise. It only reads.
package struct DashboardServer: Sendable {
  private typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

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
    let listener: NIOAsyncChannel<Connection, Never>
    do {
      listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .bind(host: host, port: port) { channel in
          channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.configureHTTPServerPipeline()
            return try Connection(wrappingChannelSynchronously: channel)
          }
        }
    } catch {
      throw CampaignError(
        .input, "The dashboard cannot listen on port \(port) of \(host): \(Self.problem(error)).")
    }
    let site = site
    let bound = listener.channel.localAddress?.port ?? port
    do {
      try await withThrowingDiscardingTaskGroup { group in
        try await listener.executeThenClose { connections in
          started(bound)
          // While the address is being opened.
          group.addTask { site.makeFirstPage() }
          for try await connection in connections {
            // A browser that leaves in the middle of an answer is no error.
            group.addTask { try? await Self.serve(site, to: connection) }
          }
        }
      }
    } catch {
      guard !Task.isCancelled, !(error is CancellationError) else { return }
      throw CampaignError(.failure, withFullStop("The dashboard has ended: \(error)"))
    }
  }

  /// Why nothing can listen, and what to do.
  private static func problem(_ error: any Error) -> String {
    switch (error as? IOError)?.errnoCode {
    case EADDRINUSE: "a program listens there already; choose another port with --port"
    case EACCES: "it may not be used without more rights; choose a port from 1024 on with --port"
    case EADDRNOTAVAIL: "this machine has no such address; give another with --bind"
    case nil: "this machine does not know the name; give an address with --bind"
    case .some(let number): "\(unsafe String(cString: strerror(number))); choose another with --bind or --port"
    }
  }

  /// Answers the requests of a connection, one after the other.
  private static func serve(_ site: DashboardSite, to connection: Connection) async throws {
    try await connection.executeThenClose { requests, responses in
      var head: HTTPRequestHead?
      for try await part in requests {
        switch part {
        case .head(let next): head = next
        // No page takes anything.
        case .body: break
        case .end:
          guard let request = head else { return }
          try await answer(request, of: site, through: responses)
          guard request.isKeepAlive else { return }
        }
      }
    }
  }

  private static func answer(
    _ request: HTTPRequestHead, of site: DashboardSite,
    through responses: NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>
  ) async throws {
    guard request.method == .GET || request.method == .HEAD else {
      return try await send("", type: "text/plain", status: .methodNotAllowed, to: request, through: responses)
    }
    let parts = request.uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let answer = site.answer(
      DashboardSite.Request(
        path: String(parts.first ?? ""), query: parts.count > 1 ? String(parts[1]) : "",
        cookies: request.headers["Cookie"].joined(separator: ";"), host: request.headers.first(name: "Host") ?? ""))
    switch answer {
    case .page(let text, let status):
      try await send(
        text, type: "text/html; charset=utf-8", status: HTTPResponseStatus(statusCode: status),
        ["Content-Security-Policy": ContentPolicy.ofServer], to: request, through: responses)
    case .drawings(let text):
      try await send(
        text, type: "image/svg+xml", status: .ok, ["Content-Security-Policy": ContentPolicy.ofServer], to: request,
        through: responses)
    case .redirect(let address, let cookie):
      var headers: HTTPHeaders = ["Location": address]
      if let cookie { headers.add(name: "Set-Cookie", value: cookie) }
      try await send("", type: "text/plain", status: .seeOther, headers, to: request, through: responses)
    case .events(let databases):
      try await sendNews(of: databases, to: request, through: responses)
    }
  }

  private static func head(
    _ status: HTTPResponseStatus, type: String, _ headers: HTTPHeaders, to request: HTTPRequestHead
  ) -> HTTPServerResponsePart {
    var all: HTTPHeaders = [
      "Content-Type": type, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
    ]
    all.add(contentsOf: headers)
    return .head(HTTPResponseHead(version: request.version, status: status, headers: all))
  }

  private static func send(
    _ text: String, type: String, status: HTTPResponseStatus, _ headers: HTTPHeaders = [:], to request: HTTPRequestHead,
    through responses: NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>
  ) async throws {
    var headers = headers
    headers.add(name: "Content-Length", value: "\(text.utf8.count)")
    try await responses.write(head(status, type: type, headers, to: request))
    if request.method != .HEAD { try await responses.write(.body(.byteBuffer(ByteBuffer(string: text)))) }
    try await responses.write(.end(nil))
  }

  /// An event for each change of a database of some, and a remark now and then, by which it is noticed that the browser has left.
  private static func sendNews(
    of databases: [String], to request: HTTPRequestHead,
    through responses: NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>
  ) async throws {
    let watches = databases.map { RecordWatch(path: $0) }
    let write = { (text: String) in try await responses.write(.body(.byteBuffer(ByteBuffer(string: text)))) }
    try await responses.write(head(.ok, type: "text/event-stream", [:], to: request))
    guard request.method != .HEAD else { return try await responses.write(.end(nil)) }
    try await write("retry: 2000\n\n")
    var quietCount = 0
    while true {
      try await Task.sleep(for: .milliseconds(300))
      quietCount += 1
      // Each one is asked, so that one change is one event.
      if watches.count(where: { $0.change() != nil }) > 0 {
        try await write("event: change\ndata: 1\n\n")
        quietCount = 0
      } else if quietCount % 30 == 0 {
        try await write(": nothing new\n\n")
      }
    }
  }
}
