import Foundation
import Testing

/// What commands say of compositions.
@Suite struct CompositionTests {
  /// A table of made-up values, in a unit that ends with a point, and with one row twice.
  private static func table() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let metals = ["Mg", "Ca", "Sr", "Ba", "Zn", "Cd", "Mn", "Fe"]
    let rows = metals.enumerated().flatMap { place, metal in
      ["O", "S", "Cl2", "TiO3"].enumerated().map { "\(metal)\($1),\(Double(place) + 0.37 * Double($0 * $0))\n" }
    }
    try folder.write("formula,polarizability (a.u.)\n" + rows.joined() + "MgO,0.1\n", to: "values.csv")
    return folder
  }

  @Test func commandsThatLearnFromThemDoNotCallThemMolecules() throws {
    let folder = try Self.table()
    let commands = [
      ["predict", "SrTiO3", "NiO", "--data", "values.csv"],
      ["pretrain", "values.csv", "--library", "l.sqlite", "--kind", "gaussian-process"],
      ["models", "show", "1", "--library", "l.sqlite"], ["targets", "values.csv"],
    ]
    for arguments in commands {
      let ending = try Program.run(arguments, in: folder)
      #expect(ending.cause == .exited(0), "\(ending)")
      #expect((ending.output + ending.errors).contains("compositions"), "\(ending)")
      #expect(!(ending.output + ending.errors).contains("molecule"), "\(ending)")
      #expect(!ending.errors.contains(".."), "\(ending)")
    }
    let predicted = try Program.run(commands[0], in: folder)
    for sentence in [
      "1 row repeats the composition of an earlier one.", "were given for 1 composition:",
      "features of 32 compositions",
      "predicting 2 compositions", "is predicted from 32 compositions (", " a.u.\n",
    ] {
      #expect(predicted.errors.contains(sentence), "\(predicted)")
    }
  }

  @Test func formatsOfStructuresAreRefusedWithThoseThatHoldFormulas() throws {
    let campaign = try CompositionCampaign()
    #expect(try campaign.start().end().cause == .exited(0))
    for format in ["sdf", "smi", "xyz"] {
      let ending = try Program.run(["export", CompositionCampaign.fileName, "--format", format], in: campaign.folder)
      #expect(ending.cause == .exited(2) && ending.output.isEmpty, "\(ending)")
      #expect(
        ending.complaint?.contains(
          "Compositions have only a formula, and no .\(format) file can hold that; write csv, svg or png instead.")
          == true, "\(ending)")
    }
    for format in ["csv", "svg"] {
      let ending = try Program.run(["export", CompositionCampaign.fileName, "--format", format], in: campaign.folder)
      #expect(ending.cause == .exited(0) && !ending.output.isEmpty, "\(ending)")
    }
    let validated = try Program.run(["validate", CompositionCampaign.fileName], in: campaign.folder)
    #expect(validated.output.contains(#/pool +\d+ compositions, /#), "\(validated)")
    let predicted = try Program.run(
      ["predict", "MgO", "--data", "values.csv", "--format", "sdf"], in: try Self.table())
    #expect(predicted.cause == .exited(2), "\(predicted)")
    #expect(predicted.complaint?.contains("write csv or json instead") == true, "\(predicted)")
  }
}
