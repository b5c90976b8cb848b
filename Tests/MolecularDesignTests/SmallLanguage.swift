import Chemistry
import MolecularDesign
import Numerics

/// A language of carbon, oxygen and double bonds, small enough to enumerate up to four atoms.
func smallModel(order: Int = 3) throws -> LanguageModel {
  try LanguageModel(
    trainingSMILES: ["CCO", "C1CC1", "CC(C)=O", "CC=O", "OCCO", "C=C", "CC(C)C", "O", "C1CO1"],
    settings: LanguageModelSettings(order: order, rootsPerMolecule: 4, softLength: 6), stream: RandomStream(seed: 1))
}

/// Ordinary molecules of many kinds, by their SMILES.
let ordinarySMILES = [
  "CCO", "c1ccccc1", "Cc1ccccc1O", "CC(=O)Oc1ccccc1C(=O)O", "CN1C=NC2=C1C(=O)N(C(=O)N2C)C", "c1ccc2[nH]ccc2c1",
  "O=C(O)c1ccncc1", "C1CC2CCC1C2", "CC(C)Cc1ccc(cc1)C(C)C(=O)O", "N#Cc1ccc(N)cc1", "FC(F)(F)c1ccccc1Cl",
  "C[N+](C)(C)CC(=O)[O-]", "O=[N+]([O-])c1ccccc1", "CS(=O)(=O)c1ccc(Br)cc1", "C1CCOC1", "c1ccsc1", "CCN(CC)CC",
  "OC1CCCCC1", "C=CC#N", "c1ccc(-c2ccccc2)cc1",
]

func string(_ smiles: String) throws -> ExtendedSMILES { try ExtendedSMILES(smiles: smiles) }
