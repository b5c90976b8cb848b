import Chemistry
import CohobateTesting
import Foundation
import GaussianProcess
import Numerics
import Testing

struct MolecularModelTests {
  static let model = MolecularModel(terms: [
    .init(.minMax, on: .morganCounts), .init(.minMax, on: .fragmentCounts),
    .init(.radial(.matern52), on: .physicalDescriptors), .init(.linear, on: .physicalDescriptors),
  ])
  let molecules: [Molecule]
  let inputs: [MolecularInput]

  init() throws {
    molecules = try [
      "C", "CC", "CCO", "OCC", "c1ccccc1", "c1ccncc1", "CC(=O)Nc1ccc(O)cc1", "O=C(O)c1ccccc1OC(C)=O", "[Na+].[Cl-]",
      "CCCCCCCCCC", "FC(F)(F)F", "C[N+](C)(C)C",
    ].map { try Molecule(smiles: $0) }
    inputs = try molecules.inputs(Self.model.representations)
  }

  /// A model that reads some of the representations of its inputs compares as if it had only those.
  @Test func representationsOfOtherModelsDoNotMatter() throws {
    let molecules = try ["CCO", "c1ccccc1N", "CCCCCl"].map { try Molecule(smiles: $0) }
    let model = MolecularModel(on: [.maccs, .physicalDescriptors])
    let layout: [Representation] = [.physicalDescriptors, .morganCounts, .maccs]
    let (own, wide) = (try molecules.inputs(model.representations), try molecules.inputs(layout))
    let scalings = layout.indices.map { index in DescriptorScaling(of: wide.map { $0.reals(index) }) }
    let expected = model.kernel(scalings: model.scalings(of: own)).block(own, own)
    #expect(model.kernel(scalings: scalings, of: layout).block(wide, wide) == expected)
  }

  @Test func itsKernelKeepsItsPromises() throws {
    #expect(Self.model.representations == [.morganCounts, .fragmentCounts, .physicalDescriptors])
    let kernel = Self.model.kernel(scalings: Self.model.scalings(of: inputs))
    #expect(kernelViolations(kernel, inputs: inputs) == [])
    #expect(kernel.hyperparameters.map(\.name).contains("physical-descriptors output scale"))
  }

  @Test func aProductOfTermsIsAKernelToo() throws {
    let materials = try ["MgO", "CaO", "Fe2O3", "NaCl", "Mg17Al12", "La0.7Sr0.3MnO3"].map { try Molecule(formula: $0) }
    let model = MolecularModel.composition
    #expect(model.representations == [.elementAmounts, .elementStatistics, .elementBonding, .elementGroups])
    let inputs = try materials.inputs(model.representations)
    let kernel = model.kernel(scalings: model.scalings(of: inputs))
    #expect(kernelViolations(kernel, inputs: inputs) == [])
    #expect(kernel.hyperparameters.map(\.name).contains("element-bonding × element-groups output scale"))
    #expect(try JSONDecoder().decode(MolecularModel.self, from: JSONEncoder().encode(model)) == model)
    // Documents from before there were products have no key for them.
    let old = #"{"terms":[{"representation":"maccs","comparison":{"minMax":{}}}]}"#
    #expect(try JSONDecoder().decode(MolecularModel.self, from: Data(old.utf8)) == MolecularModel(on: [.maccs]))
  }

  @Test func theConstantTermIsOneEverywhere() throws {
    let scalings = Self.model.scalings(of: inputs)
    let whole = Self.model.kernel(scalings: scalings)
    let structure = Self.model.kernel(scalings: scalings, of: Self.model.representations, hasConstant: false)
    #expect(structure.hyperparameters.map(\.name) == whole.hyperparameters.map(\.name))
    let differences = (whole.block(inputs, inputs) - structure.block(inputs, inputs)).storage
    #expect(differences.allSatisfy { abs($0 - 1) < 1e-12 })
  }

  @Test func oneLengthScaleForEachDescriptor() throws {
    let model = MolecularModel(terms: [.init(.radialPerCoordinate(.matern52), on: .physicalDescriptors)])
    let inputs = try molecules.inputs(model.representations)
    let kernel = model.kernel(scalings: model.scalings(of: inputs))
    #expect(kernel.hyperparameters.count == PhysicalDescriptors.names.count + 1)
    #expect(kernelViolations(kernel, inputs: inputs) == [])
  }

  @Test func learnsFromMolecules() throws {
    // Molecular weights: the descriptors have them, the environments nearly.
    let weights = molecules.map(\.molecularWeight)
    var settings = FitSettings()
    settings.meanDeviation = 0
    let found = try fit(
      kernel: Self.model.kernel(scalings: Self.model.scalings(of: inputs)), inputs: inputs, values: weights,
      settings: settings)
    #expect(found.leaveOneOutMAE < 25)
    let butanol = try [Molecule(smiles: "CCCCO")].inputs(Self.model.representations)
    #expect(abs(found.process.predict(butanol)[0].mean - 74.1) < 15)
  }

  @Test func roundTrips() throws {
    #expect(try JSONDecoder().decode(MolecularModel.self, from: JSONEncoder().encode(Self.model)) == Self.model)
  }
}
