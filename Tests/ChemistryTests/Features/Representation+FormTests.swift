import Chemistry
import Testing

@Suite struct RepresentationFormTests {
  @Test(arguments: Representation.names + ["maccs+fragment-counts"])
  func theFormIsThatOfTheFeatures(name: String) throws {
    let representation = try Representation(named: name)
    let form: Representation.Form =
      switch try representation.features(of: Molecule(smiles: "CCO")) {
      case .counts: .counts
      case .exactCounts: .exactCounts
      case .reals: .reals
      }
    #expect(representation.form == form)
  }
}
