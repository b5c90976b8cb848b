import Chemistry
import GaussianProcess
import Testing

struct ModelChoiceTests {
  @Test func aNameForcesOneModel() throws {
    for name in MolecularModel.names {
      let choice = try ModelChoice(named: [name])
      #expect(choice == .named(try MolecularModel(named: [name])))
      #expect(choice.candidates.count == 1 && choice.candidates[0].name == nil)
    }
    #expect(try ModelChoice(named: ["minmax(maccs)"]).representations == [.maccs])
  }

  @Test func automaticIsTheStandardAndTheDetailedModelOfValuesAndTransformedOnes() throws {
    let choice = try ModelChoice(named: ["automatic"])
    #expect(choice == .automatic && choice.candidates.count == 6)
    #expect(choice.candidates.filter { $0.transformation == .identity }.map(\.name) == ["standard", "detailed"])
    let logarithm = choice.candidates.first { $0.name == "logarithm(detailed)" }
    #expect(logarithm?.model == .detailed && logarithm?.transformation == .logarithm)
    #expect(Set(choice.representations).isSuperset(of: MolecularModel.detailed.representations))
    #expect(Set(choice.representations).count == choice.representations.count)
  }

  @Test func automaticIsNoTermOfAList() {
    #expect(throws: GaussianProcessError.self) { try ModelChoice(named: ["automatic", "minmax(maccs)"]) }
    #expect(throws: GaussianProcessError.self) { try ModelChoice(named: []) }
  }

  @Test func onlyAChoiceOffersTheAutomaticOne() {
    let terms = "or a list of terms such as minmax(morgan-counts-r3-2048) and matern-5/2(physical-descriptors)."
    let problem = "There is no model or term 'best'. Use"
    #expect(
      throws: GaussianProcessError.unknownModel(
        "\(problem) automatic, standard, fingerprints, detailed, composition, \(terms)")
    ) { try ModelChoice(named: ["best"]) }
    #expect(
      throws: GaussianProcessError.unknownModel("\(problem) standard, fingerprints, detailed, composition, \(terms)")
    ) {
      try MolecularModel(named: ["best"])
    }
  }
}
