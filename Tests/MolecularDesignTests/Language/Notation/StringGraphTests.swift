import Chemistry
import Foundation
import MolecularDesign
import Numerics
import Testing

@Suite struct StringGraphTests {
  private static let stereo = [
    "F/C=C/F", "F/C=C\\F", "C[C@H](N)C(=O)O", "N[C@@H](C)C(=O)O", "C[C@]1(F)CCCC[C@@H]1Cl", "C[S@](=O)CC",
    "O[C@H]1[C@@H](O)[C@H](O)[C@@H](CO)O[C@@H]1O", "CC/C(Cl)=C(/C)F", "C/C=C/C=C\\C", "F/C=C1/CCCC[C@H]1C",
    "C[C@@H]1CC[C@@]2(C)CCC[C@]12O", "C/C(=N\\O)c1ccccc1", "C[P@](=O)(O)CC", "F[C@](Cl)(Br)I", "[C@H](F)(Cl)Br",
    "O=C1/C(=C/c2ccccc2)CCCC1",
  ]

  @Test(arguments: ordinarySMILES + stereo) func everyWritingIsTheSameMolecule(smiles: String) throws {
    let molecule = try Molecule(smiles: smiles)
    let graph = StringGraph(try string(molecule.smiles))
    var stream = RandomStream(seed: 2)
    for _ in 0..<40 {
      let written = graph.written(stream: &stream)
      #expect(try Molecule(smiles: written.smiles) == molecule, "\(written)")
      let again = StringGraph(written).written(stream: &stream)
      #expect(try Molecule(smiles: again.smiles) == molecule, "\(written) as \(again)")
    }
  }

  @Test func everyCorpusMoleculeIsRewritten() throws {
    var stream = RandomStream(seed: 3)
    for molecule in try Corpus.builtIn().molecules {
      let written = StringGraph(try string(molecule.smiles)).written(stream: &stream)
      #expect(try Molecule(smiles: written.smiles) == molecule)
    }
  }

  @Test(arguments: ["CCO", "CC(C)=O", "C1CC1", "CC(C)C", "C1CO1", "C12CC1C2", "Cc1ccccc1O"])
  func theProbabilityOfAWritingIsItsFrequencyOverTheAutomorphisms(smiles: String) throws {
    let automorphisms = ["CCO": 1, "CC(C)=O": 2, "C1CC1": 6, "CC(C)C": 6, "C1CO1": 2, "C12CC1C2": 4, "Cc1ccccc1O": 1]
    let graph = StringGraph(try string(smiles))
    var stream = RandomStream(seed: 4)
    var counts: [ExtendedSMILES: Int] = [:]
    let draws = 20_000
    for _ in 0..<draws {
      let (written, logProbability) = graph.writing(stream: &stream)
      counts[written, default: 0] += 1
      #expect(abs(StringGraph(written).logProbabilityAsWritten - logProbability) < 1e-9)
    }
    for (written, count) in counts {
      let walks = Double(try #require(automorphisms[smiles]))
      let probability = walks * exp(StringGraph(written).logProbabilityAsWritten)
      let error = (probability * (1 - probability) / Double(draws)).squareRoot()
      #expect(abs(Double(count) / Double(draws) - probability) < 5 * error + 1 / Double(draws), "\(written)")
    }
  }

  @Test func aStringThatNoWalkWritesHasNoProbability() throws {
    #expect(StringGraph(try string("C(CC1)CC1")).logProbabilityAsWritten == -.infinity)
  }
}
