import Chemistry
import Testing
import TransferLearning

@Suite struct InputRepresentationRepresentationsTests {
  private typealias Input = SourceModelDocument.InputRepresentation

  @Test func severalAreNamedInTheirOrderAndComeBack() throws {
    let all: [Representation] = [.fragprints, .physicalDescriptors, .maccs]
    let input = try Input(all)
    #expect(input.name == "fragprints, physical-descriptors, maccs")
    #expect(input.names == all.map(\.name))
    #expect(try input.version == all.map { try $0.version }.joined(separator: "; "))
    #expect(try input.representations() == all)
  }

  @Test func anotherVersionIsRefused() throws {
    let current = try Input([.maccs]).version
    let old = Input(name: "maccs", version: "0, RDKit 1")
    #expect(
      throws: TransferLearningError.otherRepresentation(name: "maccs", version: "0, RDKit 1", current: current)
    ) { try old.representations() }
  }

  @Test func aNameThatIsNotThereIsAnError() {
    let error = #expect(throws: TransferLearningError.self) {
      try Input(name: "maccs, mac", version: "1").representations()
    }
    #expect(error?.description.contains("'mac'") == true)
  }
}
