import Files
import Foundation
import Testing

@Suite struct FileStreamTests {
  let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(component: "cohobate-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path(percentEncoded: false)
  }

  /// "CCO ethanol", "CC ethane".
  static let compressed = "H4sIAAAAAAACA3N29ldILclIzMvP4XJ2hjBTuQDPxzwNFgAAAA=="
  /// The same lines, each in a member of its own.
  static let twoMembers =
    "H4sIAAAAAAACA3N29ldILclIzMvP4QIAukr07wwAAAAfiwgAAAAAAAIDc3ZWSC3JSMxL5QIA6JmdUQoAAAA="
  static let text = "CCO ethanol\nCC ethane\n"

  private func file(_ name: String, _ base64: String, _ change: (inout Data) -> Void = { _ in }) throws -> String {
    var data = try #require(Data(base64Encoded: base64))
    change(&data)
    try data.write(to: URL(filePath: "\(folder)/\(name)"))
    return "\(folder)/\(name)"
  }

  private func read(_ path: String, pieces: Int) throws(FileStream.Problem) -> String {
    let stream = try FileStream(path)
    var bytes: [UInt8] = []
    while true {
      let piece = try stream.read(atMost: pieces)
      guard !piece.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
      #expect(piece.count <= pieces)
      bytes += piece
    }
  }

  @Test(arguments: [1, 7, 1000]) func whatIsCompressedIsUnpackedAndWhatIsNotIsReadAsItIs(pieces: Int) throws {
    #expect(try read(file("a.smi.gz", Self.compressed), pieces: pieces) == Self.text)
    #expect(try read(file("b.SMI.GZ", Self.twoMembers), pieces: pieces) == Self.text)
    try Self.text.write(toFile: "\(folder)/c.smi", atomically: true, encoding: .utf8)
    #expect(try read("\(folder)/c.smi", pieces: pieces) == Self.text)
    #expect(try read(file("d.gz", ""), pieces: pieces) == "")
    #expect(try read(file("e.gz", "H4sIAAAAAAACAwMAAAAAAAAAAAA="), pieces: pieces) == "")
  }

  @Test func whatIsTruncatedOrDamagedIsSaid() throws {
    for length in [1, 2, 5, 11, 20, 36] {
      let path = try file("cut.gz", Self.compressed) { $0 = $0.prefix(length) }
      let error = #expect(throws: FileStream.Problem.self, "\(length)") { try read(path, pieces: 1000) }
      #expect(
        error?.reason.contains(length < 2 ? "not compressed" : "truncated") == true, "\(String(describing: error))")
    }
    for place in [12, 30] {
      let path = try file("damaged.gz", Self.compressed) { $0[place] ^= 0x55 }
      #expect(throws: FileStream.Problem.self, "\(place)") { try read(path, pieces: 1000) }
    }
  }

  @Test func whatCannotBeReadIsSaid() throws {
    try Self.text.write(toFile: "\(folder)/plain.gz", atomically: true, encoding: .utf8)
    for (path, words) in [
      ("\(folder)/none.gz", "there is no such file or folder"), (folder, "it is a folder"), ("/dev/zero", "a device"),
      ("\(folder)/plain.gz", "it is not compressed by gzip"),
      (try file("packed.smi", Self.compressed), "its name does not end in .gz"),
    ] {
      let error = #expect(throws: FileStream.Problem.self) { try FileStream(path) }
      #expect(error?.reason.contains(words) == true, "\(String(describing: error))")
    }
  }
}
