import Foundation
import FoundationNetworking
import Testing

/// Debian's Chromium without a window, driven by the WebDriver protocol (https://www.w3.org/TR/webdriver2/): HTTP and JSON.
final class Browser {
  private let driver: Process
  private let session: URL
  private static let requests = URLSession(configuration: .ephemeral)

  /// Starts a browser with a window of a size in pixels.
  init(width: Int = 1100, height: Int = 900) async throws {
    let program = "/usr/bin/chromedriver"
    try #require(
      FileManager.default.isExecutableFile(atPath: program),
      "There is no browser: 'make test' installs Debian's chromium and chromium-driver.")
    driver = Process()
    driver.executableURL = URL(fileURLWithPath: program)
    driver.arguments = ["--port=0"]
    let output = Pipe()
    driver.standardOutput = output
    driver.standardError = FileHandle.nullDevice
    try driver.run()
    var said = ""
    // It says on which port it listens.
    while said.firstMatch(of: /on port (\d+)\./) == nil {
      let piece = output.fileHandleForReading.availableData
      try #require(!piece.isEmpty, "chromedriver ended: \(said)")
      said += String(decoding: piece, as: UTF8.self)
    }
    let port = try #require(said.firstMatch(of: /on port (\d+)\./)?.output.1)
    let options: [String: any Sendable] = [
      "args": [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
        "--window-size=\(width),\(height)",
      ]
    ]
    let wanted: [String: any Sendable] = [
      "goog:chromeOptions": options, "goog:loggingPrefs": ["browser": "ALL", "performance": "ALL"],
    ]
    let root = try #require(URL(string: "http://127.0.0.1:\(port)/session"))
    let answer = try await Self.post(["capabilities": ["alwaysMatch": wanted]], to: root)
    let identifier = try #require((answer as? [String: Any])?["sessionId"] as? String)
    session = root.appending(path: identifier)
  }

  deinit {
    // With the driver its browser ends.
    driver.terminate()
    driver.waitUntilExit()
  }

  /// Opens an address, and waits until it is loaded.
  func open(_ address: String) async throws { _ = try await command("url", ["url": address]) }

  /// What a function body gives on the page.
  func evaluate(_ script: String) async throws -> Any? {
    try await command("execute/sync", ["script": script, "args": [String]()])
  }

  /// Waits in the browser until a condition holds there; false if it does not within ten seconds.
  func waits(for condition: String) async throws -> Bool {
    let script = """
      const done = arguments[0], end = Date.now() + 10000;
      const ask = () => { if (\(condition)) done(true); else if (Date.now() > end) done(false); else setTimeout(ask, 50); };
      ask();
      """
    return try await command("execute/async", ["script": script, "args": [String]()]) as? Bool ?? false
  }

  /// The console's messages since the last call: errors of scripts, and what the content security policy refused.
  func console() async throws -> [String] {
    let entries = try await command("se/log", ["type": "browser"]) as? [[String: Any]] ?? []
    return entries.compactMap { $0["message"] as? String }
  }

  /// The addresses that were asked for since the last call.
  func requestedAddresses() async throws -> [String] {
    let entries = try await command("se/log", ["type": "performance"]) as? [[String: Any]] ?? []
    return entries.compactMap { entry in
      guard let text = entry["message"] as? String,
        let event = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
        let message = event["message"] as? [String: Any], message["method"] as? String == "Network.requestWillBeSent",
        let request = (message["params"] as? [String: Any])?["request"] as? [String: Any]
      else { return nil }
      return request["url"] as? String
    }
  }

  private func command(_ name: String, _ body: [String: any Sendable]) async throws -> Any? {
    try await Self.post(body, to: session.appending(path: name))
  }

  private static func post(_ body: [String: any Sendable], to address: URL) async throws -> Any? {
    var request = URLRequest(url: address)
    request.httpMethod = "POST"
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    request.httpBody = try JSONSerialization.data(withJSONObject: body)
    let (data, response) = try await requests.data(for: request)
    let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    guard (response as? HTTPURLResponse)?.statusCode == 200 else {
      throw BrowserFailure(
        description: "\(address.lastPathComponent): \(String(decoding: data, as: UTF8.self).prefix(500))")
    }
    return answer?["value"]
  }
}

/// What the driver answered to a command that failed.
struct BrowserFailure: Error, CustomStringConvertible {
  let description: String
}
