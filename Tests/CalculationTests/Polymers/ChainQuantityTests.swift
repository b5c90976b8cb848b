import Calculation
import Testing

@Suite struct ChainQuantityTests {
  /// Whoever adds a property decides what a polymer has of it.
  @Test func everyKnownPropertyIsDecidedOn() {
    func names(_ quantity: ChainQuantity?) -> [String] {
      Property.known.filter { ChainQuantity(of: $0) == quantity }.map(\.name).sorted()
    }
    #expect(
      names(.perUnit) == [
        "energy", "enthalpy", "free_energy", "heat_of_formation", "polarizability", "zero_point_energy",
      ])
    #expect(
      names(.limit) == [
        "ea", "electronegativity", "electrophilicity", "fundamental_gap", "gap", "hardness", "homo", "ip", "lumo",
        "oxidation_potential", "reduction_potential",
      ])
    #expect(names(nil) == ["dipole", "fukui_minus", "fukui_plus", "fukui_zero"])
  }
}
