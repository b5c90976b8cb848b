import Chemistry
import Testing

@Suite struct CompositionFilterTests {
  private func kind(_ formula: String, _ change: (inout MoleculeFilter) -> Void) throws -> Rejection.Kind? {
    var filter = MoleculeFilter()
    filter.compositions = CompositionFilter()
    change(&filter)
    return try filter.rejection(of: Molecule(formula: formula))?.kind
  }

  @Test func limitsRejectByTheirKind() throws {
    #expect(try kind("Fe2O3") { _ in } == nil)
    #expect(try kind("Fe2O3") { $0.allowedElements = ["Fe"] } == .element)
    #expect(try kind("Fe2O3") { $0.compositions?.numberOfElements = FilterLimit(least: 3) } == .numberOfElements)
    #expect(try kind("LaMnO3") { $0.compositions?.numberOfElements = FilterLimit(most: 2) } == .numberOfElements)
    #expect(try kind("LaMnO3") { $0.compositions?.numberOfElements = FilterLimit(3...3) } == nil)
    #expect(try kind("Fe2O3") { $0.compositions?.requiredElements = ["O", "Mn"] } == .requiredElement)
    #expect(try kind("FeO3") { $0.compositions?.isChargeNeutral = true } == .chargeNeutrality)
    #expect(try kind("Fe2O3") { $0.compositions?.isChargeNeutral = true } == nil)
    #expect(try kind("NI5") { $0.compositions?.isElectronegativityOrdered = true } == .electronegativity)
    #expect(try kind("FeO3") { $0.compositions?.isElectronegativityOrdered = true } == .chargeNeutrality)
    let known = KnownMolecules([try Molecule(formula: "FeO1.5")])
    #expect(try kind("Fe2O3") { $0.known = known } == .known)
  }

  @Test func reasonsAreInWords() throws {
    var filter = MoleculeFilter()
    filter.compositions = CompositionFilter(numberOfElements: FilterLimit(least: 3, most: 4))
    #expect(try filter.rejection(of: Molecule(formula: "Fe"))?.reason == "1 element, fewer than 3")
    filter.compositions = CompositionFilter(requiredElements: ["Mn"])
    #expect(try filter.rejection(of: Molecule(formula: "Fe"))?.reason == "lacks Mn")
  }

  @Test func impossibleFiltersAreInvalid() throws {
    var filter = MoleculeFilter(allowedElements: ["Fe", "O"])
    filter.compositions = CompositionFilter(requiredElements: ["Xx"])
    #expect(filter.problem?.kind == .requiredElement)
    filter.compositions = CompositionFilter(requiredElements: ["Mn"])
    #expect(filter.problem?.kind == .requiredElement)
    filter.compositions = CompositionFilter(requiredElements: ["Fe"])
    #expect(filter.problem == nil)
  }
}
