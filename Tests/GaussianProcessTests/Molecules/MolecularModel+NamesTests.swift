import GaussianProcess
import Testing

struct MolecularModelNamesTests {
  @Test func termsAreReadByTheNameThatTheyWrite() throws {
    let names = [
      "minmax(fragprints)", "linear(physical-descriptors)", "matern-5/2(physical-descriptors)",
      "squared-exponential-each(physical-descriptors)", "minmax(morgan-exact-r3)",
    ]
    let model = try MolecularModel(named: names)
    #expect(model.terms.map(\.description) == names)
    #expect(try MolecularModel(named: ["standard"]) == .standard)
    #expect(try MolecularModel(named: ["fingerprints"]) == .fingerprints)
    #expect(try MolecularModel(named: MolecularModel.standard.terms.map(\.description)) == .standard)
    #expect(try MolecularModel(named: MolecularModel.composition.terms.map(\.description)) == .composition)
    #expect(
      MolecularModel.composition.terms.map(\.description).last == "matern-1/2(element-bonding)*minmax(element-groups)")
  }

  @Test(arguments: [
    ([], "no term"), (["best"], "'best'"), (["minmax(bananas)"], "bananas"), (["cosine(maccs)"], "cosine"),
    (["minmax(physical-descriptors)"], "does not fit"), (["linear(maccs)"], "does not fit"), (["minmax"], "minmax"),
    (["minmax(maccs)*"], "''"), (["minmax(maccs)*linear(maccs)"], "does not fit"),
  ])
  func whatIsWrongIsNamed(names: [String], word: String) {
    let message: String
    do {
      message = "\(try MolecularModel(named: names))"
    } catch {
      message = error.description
    }
    #expect(message.contains(word) && message.hasSuffix("."), "\(message)")
  }
}
