import Files
import Foundation

/// A style sheet or a script of the program, which stands in each page.
struct PageCode: Sendable {
  /// The code.
  let text: String

  /// Code in parts, one after the other.
  init(_ parts: StaticString...) { text = parts.map { "\($0)" }.joined(separator: "\n") }

  /// The digest by which a content security policy allows exactly this code.
  var source: String { "'sha256-\(Data(ContentDigest(Data(text.utf8)).bytes).base64EncodedString())'" }
}

/// What a browser may load and run for a page: its own style sheet and script, which stand in it, and nothing else.
enum ContentPolicy {
  private static let style = PageCode.styleSheet.source
  private static let script = PageCode.script.source

  /// The policy of a page in a file: it asks for nothing.
  static let ofFile =
    "default-src 'none'; style-src \(style); script-src \(script); img-src data:; base-uri 'none'; form-action 'none'"

  /// The policy of a page from the server, which its script may ask for news.
  static let ofServer =
    "default-src 'none'; style-src \(style); script-src \(script); img-src 'self' data:; connect-src 'self'; "
    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}
