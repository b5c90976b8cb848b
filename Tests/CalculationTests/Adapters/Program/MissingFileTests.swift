import Calculation
import Testing

@Suite struct MissingFileTests {
  private static let said: [(String, String?)] = [
    ("FileNotFoundError: [Errno 2] No such file or directory: 'weights.bin'", "weights.bin"),
    ("loading\ncat: data/weights.bin: No such file or directory\n", "data/weights.bin"),
    ("ls: cannot access 'weights': No such file or directory", "weights"),
    ("sh: 1: cannot open weights.bin: No such file or directory\r\nsorry\r\n", "weights.bin"),
    ("FileNotFoundError: [Errno 2] No such file or directory: '/opt/weights.bin'", nil),
    ("cat: /opt/weights.bin: No such file or directory", nil),
    ("fopen: No such file or directory", nil), ("No such file or directory", nil),
    ("/usr/bin/env: ‘python’: No such file or directory", nil), ("", nil),
  ]

  @Test(arguments: said)
  func aRelativePathIsFound(standardError: String, path: String?) {
    #expect(MissingFile.relativePath(in: standardError) == path)
  }
}
