import Chemistry
import Foundation
import Testing

@Suite struct RejectionTests {
  /// Databases hold these.
  @Test func theNamesThatRecordsHoldStayReadable() {
    let recorded = [
      "components", "isotope", "element", "heavyAtoms", "molecularWeight", "charge", "radical", "ringSize", "required",
      "forbidden", "catalogue",
    ]
    #expect(recorded.allSatisfy { Rejection.Kind(rawValue: $0) != nil })
    #expect(Rejection.Kind.allCases.prefix(recorded.count).map(\.rawValue) == recorded)
  }

  @Test func eachKindHasAKeyOfItsOwn() {
    let keys = Rejection.Kind.allCases.map(\.key)
    #expect(Set(keys).count == keys.count)
    #expect(Rejection.Kind.heavyAtoms.key == "heavy_atoms" && Rejection.Kind.catalogue.key == "alerts")
  }

  @Test func aRejectionIsWrittenAndReadBack() throws {
    let rejection = Rejection(kind: .logP, reason: "logP 6.00, more than 5.00")
    #expect(try JSONDecoder().decode(Rejection.self, from: JSONEncoder().encode(rejection)) == rejection)
  }
}
