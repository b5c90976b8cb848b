import CampaignFile
import CampaignTesting
import Testing

@Suite("What a campaign file asks for, compared with what its database was begun with")
struct SpecificationTests {
  @Test(
    "A change is named by its key",
    arguments: [
      ("name: small", "name: large", "name"), ("seed: 11", "seed: 12", "seed"),
      ("window: [6.0, 7.0]", "goal: maximize", "objectives"), ("heavy_atoms: [1, 10]", "charged: true", "molecules"),
      ("values.csv", "other.csv", "calculator"), ("corpus: corpus.smi", "corpus: built-in", "corpus"),
      ("particles: 40", "particles: 41", "design"), ("steps: 4", "steps: 4, order: 9", "design"),
      ("candidates: 60", "candidates: 61", "design"), ("batch: 4", "batch: 5", "budget"),
      ("calculations: 24", "calculations: 24, hits: 3", "budget"),
      ("initial: 8", "initial: 9", "budget"), ("candidates: 60", "candidates: 60, new_molecules: false", "design"),
      ("seed: 11", "seed: 11\nscreen: {program: libxtb}", "screen"),
      ("seed: 11", "seed: 11\nconfirm: {program: xtb, conformers: 20}", "confirm"),
      ("seed: 11", "seed: 11\npolicy: random", "policy"), ("seed: 11", "seed: 11\nacquisition: greedy", "acquisition"),
    ])
  func changed(part: String, other: String, key: String) throws {
    let earlier = try Specification(file: "small.yaml", text: SmallCampaign.text())
    let later = try Specification(file: "small.yaml", text: SmallCampaign.text().replacing(part, with: other))
    #expect(later.changedKeys(from: earlier) == [key])
    #expect(earlier.changedKeys(from: earlier).isEmpty)
    #expect((later.settings(in: "small.yaml") != earlier.settings(in: "small.yaml")) == (later != earlier))
  }
}
