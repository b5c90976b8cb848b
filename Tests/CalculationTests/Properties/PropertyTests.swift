import Calculation
import Testing

@Suite struct PropertyTests {
  @Test func knownPropertiesHaveTheirOwnNameAndAUnit() {
    #expect(Set(Property.known.map(\.name)).count == Property.known.count)
    #expect(Property.known.allSatisfy { !$0.unit.isEmpty && !$0.summary.isEmpty })
    #expect(
      Property.known.map(\.name) == [
        "gap", "homo", "lumo", "dipole", "polarizability", "energy", "heat_of_formation", "ip", "ea", "fundamental_gap",
        "electronegativity", "hardness", "electrophilicity", "oxidation_potential", "reduction_potential",
        "free_energy", "enthalpy",
        "zero_point_energy", "fukui_plus", "fukui_minus", "fukui_zero",
      ])
  }
}
