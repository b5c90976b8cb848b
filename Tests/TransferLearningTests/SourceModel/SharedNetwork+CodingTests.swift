import Chemistry
import Files
import Foundation
import Testing
import TransferLearning

struct SharedNetworkCodingTests {
  private let network: SharedNetwork
  private let smiles: [String]

  init() throws {
    let chains = try SharedChains(epochs: 1)
    network = chains.network
    smiles = chains.molecules.map(\.smiles)
  }

  @Test func itIsReadAsItWasWritten() throws {
    let bytes = try network.encoded()
    let read = try SharedNetwork(decoding: bytes)
    #expect(read.heads == network.heads && read.origin == network.origin && read.network == network.network)
    #expect(read.knownCount(of: 1, among: smiles) == smiles.count - 3)
    #expect(try read.encoded() == bytes)
  }

  /// Every byte is under the digest, or is the digest.
  @Test func aChangedByteIsNoticed() throws {
    let bytes = try network.encoded()
    for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 12)) + [8, bytes.count - 1] {
      var damaged = bytes
      damaged[place] ^= 0x10
      #expect(throws: TransferLearningError.self, "byte \(place)") { try SharedNetwork(decoding: damaged) }
    }
  }

  @Test func whatIsCutOffOrAddedIsNoticed() throws {
    let bytes = try network.encoded()
    for count in [0, 7, 8, 12, 16, 40, bytes.count / 2, bytes.count - 1] {
      #expect(throws: TransferLearningError.self, "\(count) bytes") { try SharedNetwork(decoding: bytes.prefix(count)) }
    }
    #expect(throws: TransferLearningError.self) { try SharedNetwork(decoding: bytes + Data([0])) }
  }

  @Test func aNewerFormatSaysSo() throws {
    var bytes = try network.encoded()
    bytes[8] = 2
    #expect(
      throws: TransferLearningError.newerFormat(what: "shared network", version: 2, newestKnown: 1)
    ) { try SharedNetwork(decoding: bytes) }
  }

  /// Bytes with a right digest, of which one part contradicts another.
  @Test func aHeadWithoutItsOutputIsRefused() throws {
    var bytes = try network.encoded()
    let place = try #require(bytes.range(of: Data("\"heads\"".utf8)))
    bytes.replaceSubrange(place, with: Data("\"haeds\"".utf8))
    bytes.replaceSubrange((bytes.count - 32)..., with: ContentDigest(Data(bytes.dropLast(32))).bytes)
    let error = #expect(throws: TransferLearningError.self) { try SharedNetwork(decoding: bytes) }
    #expect(error?.description.contains("its head is invalid") == true)
  }
}
