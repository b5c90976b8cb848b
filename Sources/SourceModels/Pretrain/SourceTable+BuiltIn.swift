package import CachedCalculation
import Calculation
import Chemistry
package import Files
import Foundation
import MolecularDesign
import Numerics
package import Prediction
import Tables
import TransferLearning

extension SourceTable {
  /// Labels the built-in corpus: orbitals and dipole moments by single points, descriptors from the structure.
  ///
  /// - Parameters:
  ///   - limit: the greatest number of molecules, evenly spread over the corpus; nil for all.
  ///   - properties: only these; empty for all.
  /// - Throws: `CampaignError` for a property without labels, a missing calculator, or an interruption.
  package static func builtIn(
    limit: Int?, properties: [String], on resources: ComputeResources, tell: (PretrainEvent) -> Void
  ) async throws(CampaignError) -> SourceTable {
    let names = labels.map(\.name) + BuiltInDescriptor.all.map(\.property.name)
    if let unknown = properties.first(where: { !names.contains($0) }) {
      throw CampaignError(
        .input,
        "The built-in corpus has no labels of '\(unknown)'; it has \(names.joined(separator: ", "))."
          + suggestion(for: unknown, among: names))
    }
    let corpus = try CampaignError.mapping { try Corpus.builtIn() }.molecules
    let molecules = limit.map { corpus.evenlySpread($0) } ?? corpus
    func isWanted(_ name: String) -> Bool { properties.isEmpty || properties.contains(name) }

    var notes: [String] = []
    var columns: [Column] = []
    let calculated = labels.map(\.name).filter(isWanted)
    if !calculated.isEmpty {
      columns = try await calculate(calculated, of: molecules, on: resources, notes: &notes, tell: tell)
    }
    for descriptor in BuiltInDescriptor.all where isWanted(descriptor.property.name) {
      let values = concurrentMap(molecules.count) { try? descriptor.value(molecules[$0]) }
      columns.append(
        Column(
          property: descriptor.property, values: values, rows: values.count { $0 != nil }, isDescriptor: true))
    }
    let passedOver = columns.compactMap { column in
      reasonToPassOver(column.values).map { (title: column.property.name, reason: $0) }
    }
    if let note = ColumnTitle.note(passingOver: passedOver) { notes.append(note) }
    return SourceTable(
      source: "the built-in corpus", molecules: molecules,
      columns: columns.filter { reasonToPassOver($0.values) == nil },
      notes: notes)
  }

  /// The properties from single points.
  private static let labels: [Property] = [.gap, .homo, .lumo, .dipole]

  /// Uses libxtb in a worker if it is installed, else xtb itself: the same method, in a hundred times the time.
  private static func calculate(
    _ properties: [String], of molecules: [Molecule], on resources: ComputeResources, notes: inout [String],
    tell: (PretrainEvent) -> Void
  ) async throws(CampaignError) -> [Column] {
    var request = CalculatorRequest(program: "libxtb", properties: properties)
    do throws(CalculatorUnavailable) {
      _ = try await LibXTBCalculator().version(on: resources.executor)
    } catch {
      if Task.isCancelled { throw .interrupted }
      tell(.note("\(error.description) The single points are made by xtb meanwhile, which takes longer."))
      request = CalculatorRequest(
        program: "xtb", settings: ["optimization=none", "conformers=1"], properties: properties)
    }
    let run = try await CalculateRun(.smiles(molecules.map(\.smiles)), by: request, on: resources)
    let report = try await run.run { tell(.calculating($0)) }
    if let failure = report.machineFailure { throw CampaignError(.failure, failure) }
    return try columns(labelledBy: report, notes: &notes)
  }

  /// The columns of calculated values, and a note on the molecules that failed.
  ///
  /// - Throws: `CampaignError` of kind `.failure` if no molecule has values: the run must not continue as if none had
  ///   been requested.
  package static func columns(
    labelledBy report: CalculateReport, notes: inout [String]
  ) throws(CampaignError) -> [Column] {
    if report.failedCount > 0 {
      let molecules = counted(report.rows.count, "molecule")
      if report.failedCount == report.rows.count {
        throw CampaignError(
          .failure,
          "None of \(molecules) could be calculated by \(report.calculator). "
            + "The first: \(report.rows.first?.failure?.message ?? "") Descriptors need no calculation: "
            + "name them alone, as in --property logp.")
      }
      notes.append("Of \(molecules), \(report.failedCount) could not be calculated, and are left out.")
    }
    return report.properties.map { quantity in
      let values = report.rows.map { $0.values[quantity.name]?.value }
      let summary = labels.first { $0.name == quantity.name }?.summary ?? quantity.name
      return Column(
        property: .init(
          name: quantity.name, unit: quantity.unit,
          summary: "\(summary), by \(report.calculationProtocol) (\(report.calculator) \(report.version))"),
        values: values, rows: values.count { $0 != nil })
    }
  }
}

/// A number that is computed from a structure alone, as a source property.
struct BuiltInDescriptor: Sendable {
  let property: SourceModelDocument.PredictedProperty
  /// The number; nil if there is none.
  let value: @Sendable (Molecule) throws(ChemistryError) -> Double?

  /// The descriptors with which the built-in corpus is labelled.
  static let all: [BuiltInDescriptor] =
    [
      BuiltInDescriptor(
        "logp", "", "octanol–water partition coefficient (log10) by Wildman and Crippen's contributions of atoms"
      ) { molecule throws(ChemistryError) in try molecule.descriptors().logP },
      BuiltInDescriptor("tpsa", "Å²", "topological polar surface area of nitrogen and oxygen") {
        molecule throws(ChemistryError) in try molecule.descriptors().polarSurfaceArea
      },
      BuiltInDescriptor("molecular_weight", "g/mol", "average molecular weight") { $0.molecularWeight },
      BuiltInDescriptor("rotatable_bonds", "", "rotatable bonds, in RDKit's strict sense") {
        molecule throws(ChemistryError) in Double(try molecule.descriptors().rotatableBondCount)
      },
    ] + molarRefractivity

  /// Uses the RDKit descriptor of this name.
  private static let molarRefractivity: [BuiltInDescriptor] = {
    guard let place = PhysicalDescriptors.names.firstIndex(of: "MolMR") else { return [] }
    return [
      BuiltInDescriptor(
        "molar_refractivity", "cm³/mol", "molar refractivity by Wildman and Crippen's contributions of atoms"
      ) { molecule throws(ChemistryError) in
        guard case .reals(let values) = try Representation.physicalDescriptors.features(of: molecule) else {
          return nil
        }
        return values[place]
      }
    ]
  }()

  private init(
    _ name: String, _ unit: String, _ summary: String,
    value: @escaping @Sendable (Molecule) throws(ChemistryError) -> Double?
  ) {
    property = .init(name: name, unit: unit, summary: summary)
    self.value = value
  }
}
