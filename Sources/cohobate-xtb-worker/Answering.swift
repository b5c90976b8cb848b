import Calculation
import Chemistry
import Foundation

extension TightBinding {
  /// Answers one line with one line, whatever the line contains.
  func answer(_ line: String) -> String {
    let question: ProgramQuestion
    do {
      question = try JSONDecoder().decode(ProgramQuestion.self, from: Data(line.utf8))
    } catch {
      return ProgramAnswer(error: "The question cannot be read: \(error).", failureClass: .input).line
    }
    do throws(CalculationFailure) {
      return ProgramAnswer(id: question.id, properties: try properties(for: question)).line
    } catch {
      let evidence = error.evidence.isEmpty ? "" : " (\(error.evidence))"
      return ProgramAnswer(id: question.id, error: error.message + evidence, failureClass: error.failureClass).line
    }
  }

  /// The requested values, in the units of the properties.
  func properties(for question: ProgramQuestion) throws(CalculationFailure) -> [String: Double] {
    let known = LibXTBSettings.properties(of: method).map(\.name)
    if let name = question.properties.first(where: { !known.contains($0) }) {
      throw CalculationFailure(
        .input, "\(method.fullName) has no property '\(name)' here; it has: \(known.joined(separator: ", ")).")
    }
    let structure = try structure(of: question)
    let found: SinglePoint
    do throws(LibraryError) {
      found = try singlePoint(of: structure)
    } catch {
      throw CalculationFailure(
        XTBRootCause.failureClass(ofStack: error.stack), "libxtb gave up: \(error.stack.joined(separator: "; ")).")
    }
    let values = try found.values(of: question, method: method)
    guard values.values.allSatisfy(\.isFinite) else {
      throw CalculationFailure(.convergence, "libxtb gave values that are not finite.")
    }
    return values.filter { question.properties.contains($0.key) }
  }

  /// The question in atomic units, if it is valid.
  private func structure(of question: ProgramQuestion) throws(CalculationFailure) -> Structure {
    guard let symbols = question.elements, let coordinates = question.coordinates, !symbols.isEmpty else {
      throw CalculationFailure(.input, "The question has no geometry.")
    }
    guard coordinates.count == 3 * symbols.count, coordinates.allSatisfy({ abs($0) < 1e4 }) else {
      throw CalculationFailure(
        .input, "The question has \(coordinates.count) coordinates for \(symbols.count) atoms, or one beyond 10 000 Å.")
    }
    var numbers: [Int32] = []
    var valenceElectrons = 0
    for symbol in symbols {
      // libxtb would end the process.
      guard let element = Elements[symbol] else {
        throw CalculationFailure(.input, "\(method.fullName) has no parameters for \(symbol).")
      }
      numbers.append(Int32(element.atomicNumber))
      valenceElectrons += element.valenceElectrons
    }
    // libxtb would silently misinterpret any of these.
    let electrons = valenceElectrons.subtractingReportingOverflow(question.charge)
    guard !electrons.overflow, (0...electrons.partialValue.magnitude).contains(question.unpairedElectrons.magnitude),
      electrons.partialValue >= 0, question.unpairedElectrons >= 0,
      (electrons.partialValue - question.unpairedElectrons).isMultiple(of: 2)
    else {
      throw CalculationFailure(
        .input, "A molecule of charge \(question.charge) cannot have \(question.unpairedElectrons) unpaired electrons.")
    }
    return Structure(
      atomicNumbers: numbers, positions: coordinates.map { $0 / AtomicUnits.ångströmPerBohr },
      charge: question.charge, unpairedElectrons: Int32(clamping: question.unpairedElectrons))
  }
}

extension SinglePoint {
  /// All values by property, once they are known to belong to the requested molecule.
  fileprivate func values(
    of question: ProgramQuestion, method: LibXTBSettings.Method
  ) throws(CalculationFailure) -> [String: Double] {
    if method == .gfnff { return [Property.energy.name: energy] }
    let symbols = question.elements ?? []
    let electrons = symbols.reduce(-question.charge) { $0 + (Elements[$1]?.valenceElectrons ?? 0) }
    let occupied = occupations.reduce(0, +)
    guard abs(occupied - Double(electrons)) < 1e-3 else {
      throw CalculationFailure(
        .input, "libxtb's orbitals hold \(occupied) electrons, but the molecule has \(electrons).")
    }
    let charge = partialCharges.reduce(0, +)
    guard abs(charge - Double(question.charge)) < 1e-3 else {
      throw CalculationFailure(.input, "libxtb's charges sum to \(charge), not \(question.charge).")
    }
    guard
      let orbitals = FrontierOrbitals(
        energies: orbitalEnergies.map { $0 * AtomicUnits.electronvoltPerHartree }, electrons: electrons,
        unpaired: question.unpairedElectrons),
      let centre = Elements.centreOfMass(of: symbols, at: question.coordinates ?? [])
    else {
      throw CalculationFailure(
        .input,
        electrons == 0
          ? "There are no valence electrons here, so the method has no orbitals."
          : "The method's minimal basis has no unoccupied orbital for this molecule.")
    }
    return [
      Property.energy.name: energy, Property.homo.name: orbitals.homo, Property.lumo.name: orbitals.lumo,
      Property.gap.name: orbitals.lumo - orbitals.homo,
      Property.dipole.name: dipole.magnitude(charge: question.charge, centreOfMass: centre),
      "gradient_norm": gradientNorm,
    ]
  }
}
