import Calculation
import Testing

@Suite struct QCSchemaCalculatorTests {
  /// Version 2 of the schema, as QCElemental writes it.
  private static let versionTwo = """
    r = {"schema_name": "qcschema_atomic_result", "schema_version": 2, "success": True, "molecule": q["molecule"], \
    "return_result": -1.5, "properties": {"scf_dipole_moment": [3, 0, -4]}, "input_data": {"schema_version": 2, \
    "molecule": q["molecule"], "specification": {"driver": "energy", "model": {"method": "pm7"}}}}
    """

  @Test(arguments: ["pass", versionTwo], [false, true])
  func bothVersionsAreRead(change: String, persistent: Bool) async throws {
    let values = try await QCSchemaProgram.make(change, persistent: persistent).result(of: "O").get().values
    #expect(values["energy"] == -1.5)
    #expect(abs((values["dipole"] ?? 0) - 5 * 2.541746473) < 1e-12)
  }

  @Test func onlyWithAVersionIsTheProgramBehindTheLauncherKnown() throws {
    #expect(try !QCSchemaProgram.make().calculator.isKnownByVersion)
    #expect(try QCSchemaProgram.make("pass", ["version": .text("MOPAC 22")]).calculator.isKnownByVersion)
  }
}
