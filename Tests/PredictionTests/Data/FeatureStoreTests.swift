import CampaignTesting
import Chemistry
import GaussianProcess
import Prediction
import Testing
import TransferLearning

@Suite("The molecules of a process with their features")
struct FeatureStoreTests {
  private static let representations: [Representation] = [.morganCounts, .fragmentCounts, .physicalDescriptors]
  private static let smiles = SmallCampaign.chains + ["c1ccccc1O", "CC(=O)Oc1ccccc1C(=O)O", "C[C@H](N)C(=O)O"]

  private func molecules() throws -> [Molecule] { try Self.smiles.map { try Molecule(smiles: $0) } }

  @Test("Features computed on all cores are those computed one by one")
  func parallel() throws {
    let store = FeatureStore(InputRecipe(Self.representations))
    let molecules = try molecules()
    let serial = try molecules.map { molecule in
      MolecularInput(features: try Self.representations.map { try $0.features(of: molecule) })
    }
    #expect(try store.inputs(of: molecules) == serial)
    #expect(try store.inputs(of: molecules.reversed()) == serial.reversed())
    #expect(try store.inputs(of: molecules) == molecules.inputs(Self.representations))
    #expect(try store.bits(of: molecules) == molecules.fingerprints(radius: 2).map(\.bits))
  }

  @Test("What was computed is not computed again, and a molecule that occurs twice is computed once")
  func once() throws {
    let store = FeatureStore(InputRecipe(Self.representations))
    let molecules = try molecules()
    let count = Set(molecules).count
    _ = try store.inputs(of: Array(molecules.prefix(10)))
    let twice = try store.inputs(of: molecules + molecules)
    #expect(Array(twice.prefix(molecules.count)) == Array(twice.suffix(molecules.count)))
    _ = try store.bits(of: molecules)
    _ = try store.bits(of: molecules + [try Molecule(smiles: "CCO")])
    let more = Set(molecules + [try Molecule(smiles: "OCC")]).count
    #expect(store.work.parsed == 0 && store.work.inputs == count && store.work.bits == more)
    #expect(try store.inputs(of: []).isEmpty)
  }

  @Test("A SMILES is parsed once, also one that is not canonical, and molecules that have features are not parsed")
  func parsing() throws {
    let store = FeatureStore(InputRecipe(Self.representations))
    _ = try store.inputs(of: [try Molecule(smiles: "CCN")])
    let found = try store.molecules(["OCC", "CCN", "CCO", "OCC"])
    #expect(found.map(\.smiles) == ["CCO", "CCN", "CCO", "CCO"])
    #expect(store.work.parsed == 2 && store.count == 2)
    #expect(try store.molecules(["OCC", "CCO", "CCN"]) == [found[0], found[0], found[1]])
    #expect(store.work.parsed == 2)
    #expect(throws: ChemistryError.self) { try store.molecules(["CCO", "C(C"]) }
  }

  @Test("Only kept molecules stay")
  func forgetting() throws {
    let store = FeatureStore(InputRecipe([.morganCounts]))
    let molecules = try molecules()
    let first = try store.inputs(of: molecules)
    store.keep(Array(molecules.prefix(3)))
    _ = try store.molecules(["CCCCCCCCCCCC"])
    store.forgetOthers()
    #expect(store.count == 4)
    #expect(try store.inputs(of: molecules) == first)
    #expect(store.work.inputs == 2 * Set(molecules).count - 3)
  }

  @Test("What is needed again soon stays until it is not, and what is kept is not given up by reading it")
  func needed() throws {
    let store = FeatureStore(InputRecipe([.morganCounts]))
    _ = try store.inputs(of: store.molecules(["CCO", "CCN"], areKept: false) + store.molecules(["CCF"]))
    _ = try store.molecules(["CCF"], areKept: false)
    store.forgetOthers(except: ["CCN"])
    #expect(store.count == 2)
    _ = try store.inputs(of: store.molecules(["CCN"], areKept: false))
    #expect(store.work.parsed == 3 && store.work.inputs == 3)
    store.forgetOthers()
    #expect(store.count == 1)
  }
  @Test("What was asked about since the last time stays once more")
  func unused() throws {
    let store = FeatureStore(InputRecipe([.morganCounts]))
    let (first, second) = (try Molecule(smiles: "CCO"), try Molecule(smiles: "CCN"))
    _ = try store.inputs(of: [first, second])
    store.forgetUnused(except: [])
    #expect(store.count == 2)
    _ = try store.inputs(of: [second])
    store.forgetUnused(except: [])
    #expect(store.count == 1)
    _ = try store.inputs(of: [second])
    #expect(store.work.inputs == 2)
    store.forgetUnused(except: ["CCN"])
    store.forgetUnused(except: ["CCN"])
    #expect(store.count == 1)
    store.forgetUnused(except: [])
    #expect(store.count == 0)
  }
}
