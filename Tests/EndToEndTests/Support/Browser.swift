import Foundation
import Glibc
import Testing

/// Debian's Chromium without a window, driven by the WebDriver protocol (https://www.w3.org/TR/webdriver2/): HTTP and JSON.
final class Browser {
  private let driver: Process
  private let session: URL

  /// Starts a browser with a window of a size in pixels.
  ///
  /// - Parameter hasScripts: Whether pages may run scripts.
  init(width: Int = 1100, height: Int = 900, hasScripts: Bool = true) async throws {
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
      "prefs": ["profile.managed_default_content_settings.javascript": hasScripts ? 1 : 2],
      "args": [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
        "--window-size=\(width),\(height)",
      ],
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
    // The end of the session ends the browser. The driver may have inherited SIGTERM as blocked.
    _ = try? Self.exchange("DELETE", Data(), with: session)
    _ = kill(driver.processIdentifier, SIGKILL)
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

  /// Clicks on an element with the mouse, after scrolling to it. It fails where something else is in front of it.
  func click(_ selector: String) async throws {
    _ = try await command("element/\(try await element(selector).identifier)/click", [String: any Sendable]())
  }

  /// Moves the mouse to the middle of an element.
  func hover(_ selector: String) async throws {
    _ = try await evaluate("document.querySelector(\"\(selector)\").scrollIntoView({block: 'center'})")
    let (key, identifier) = try await element(selector)
    let move: [String: any Sendable] = [
      "type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": [key: identifier],
    ]
    let mouse: [String: any Sendable] = [
      "type": "pointer", "id": "mouse", "parameters": ["pointerType": "mouse"], "actions": [move],
    ]
    _ = try await command("actions", ["actions": [mouse]])
  }

  /// Lets pages look as for people who prefer dark ones, or light ones.
  func prefer(dark: Bool) async throws {
    let feature = ["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]
    let parameters: [String: any Sendable] = ["features": [feature]]
    _ = try await command("goog/cdp/execute", ["cmd": "Emulation.setEmulatedMedia", "params": parameters])
  }

  private func element(_ selector: String) async throws -> (key: String, identifier: String) {
    let found = try await command("element", ["using": "css selector", "value": selector]) as? [String: String]
    let reference = try #require(found?.first, "\(selector)")
    return (reference.key, reference.value)
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
    let (status, data) = try exchange("POST", JSONSerialization.data(withJSONObject: body), with: address)
    let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    guard status == 200 else {
      throw BrowserFailure(
        description: "\(address.lastPathComponent): \(String(decoding: data, as: UTF8.self).prefix(500))")
    }
    return answer?["value"]
  }

  /// Sends a request and reads the answer. Foundation's URLSession on Linux refuses the headers of chromedriver.
  private static func exchange(_ method: String, _ body: Data, with address: URL) throws -> (status: Int, body: Data) {
    let port = UInt16(try #require(address.port))
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    try #require(descriptor >= 0)
    let connection = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = port.bigEndian
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = unsafe withUnsafePointer(to: &place) { place in
      unsafe place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(result == 0, "chromedriver does not listen on port \(port).")
    let head =
      "\(method) \(address.path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Type: application/json\r\n"
      + "Content-Length: \(body.count)\r\nConnection: close\r\n\r\n"
    try connection.write(contentsOf: Data(head.utf8) + body)
    var answer = Data()
    let separator = Data("\r\n\r\n".utf8)
    while true {
      if let end = answer.range(of: separator) {
        let header = String(decoding: answer[..<end.lowerBound], as: UTF8.self)
        let length = header.firstMatch(of: /(?i)content-length: *(\d+)/).flatMap { Int($0.output.1) } ?? 0
        let status = header.firstMatch(of: /^HTTP\/1\.\d (\d+)/).flatMap { Int($0.output.1) } ?? 0
        if answer.count >= end.upperBound + length {
          return (status, answer[end.upperBound..<(end.upperBound + length)])
        }
      }
      let piece = connection.availableData
      try #require(!piece.isEmpty, "chromedriver closed the connection.")
      answer += piece
    }
  }
}

/// What the driver answered to a command that failed.
struct BrowserFailure: Error, CustomStringConvertible {
  let description: String
}
