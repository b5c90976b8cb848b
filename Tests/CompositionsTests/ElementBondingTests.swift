import Compositions
import Testing

@Suite struct ElementBondingTests {
  private func values(_ formula: String) throws -> [String: Double] {
    let values = ElementBonding.values(of: try Composition(formula))
    #expect(values.count == ElementBonding.names.count && values.allSatisfy(\.isFinite))
    return Dictionary(uniqueKeysWithValues: zip(ElementBonding.names, values))
  }

  @Test func saltsAreNeutral() throws {
    let salt = try values("CaTiO3")
    #expect((salt["charge_left"] ?? 1) < 1e-12 && salt["order_broken"] == 0)
    #expect(abs((salt["metal_share"] ?? 0) - 0.4) < 1e-12)
    // Calcium 2, titanium 4, three oxygens 2.
    #expect(abs((salt["mean_charge"] ?? 0) - 12.0 / 5) < 1e-12 && salt["greatest_oxidation_state"] == 4)
    #expect(abs((salt["anion_share"] ?? 0) - 0.6) < 1e-12 && salt["least_oxidation_state"] == -2)
    let oxygen = try #require(Element(symbol: "O")?.electronegativity)
    #expect(abs((salt["anion_electronegativity"] ?? 0) - oxygen) < 1e-12)
    // Two pairs of unlike atoms among four.
    let difference = abs(
      (Element(symbol: "Na")?.electronegativity ?? 0) - (Element(symbol: "Cl")?.electronegativity ?? 0))
    #expect(abs((try values("NaCl")["mean_electronegativity_difference"] ?? 0) - difference / 2) < 1e-12)
  }

  @Test func metalsAreNot() throws {
    let alloy = try values("Mg17Al12")
    #expect(
      (alloy["charge_left"] ?? 0) > 2 && abs((alloy["metal_share"] ?? 0) - 1) < 1e-12 && alloy["anion_share"] == 0)
    #expect(alloy["anion_electronegativity"] == 0)
    #expect(try values("Fe")["mixing_entropy"] == 0)
    // Helium has no state.
    #expect(try values("He")["charge_left"] == 0)
  }

  /// Steels have more ways than are compared.
  @Test func mixturesOfManyElementsAreQuick() throws {
    let steel = "Fe0.695C0.00971Mn0.000101Si0.00988Cr0.134Ni0.00889Mo0.0115V0.000109Nb0.000478Co0.130Al0.000617"
    #expect((try values(steel)["charge_left"] ?? 0) > 1)
  }
}
