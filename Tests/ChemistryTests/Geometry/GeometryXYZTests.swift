import Chemistry
import Testing

@Suite struct GeometryXYZTests {
  @Test func aGeometryIsWrittenAsXYZ() throws {
    let geometry = try Geometry(
      elements: ["Cl", "H"], coordinates: [0, -0.5, 10.25, 1.5, 0, -123.456],
      bonds: [.init(first: 0, second: 1, order: 1)])
    #expect(
      geometry.xyz(comment: "two\nlines") == """
        2
        two lines
        Cl     0.00000000    -0.50000000    10.25000000
        H      1.50000000     0.00000000  -123.45600000

        """)
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let geometry = try #require(try Molecule(smiles: "OCC#N").conformers(count: 1, seed: 3).first)
    let read = try Geometry(xyz: geometry.xyz(), bonds: geometry.bonds)
    #expect(read.elements == geometry.elements)
    #expect(read.bonds == geometry.bonds)
    #expect(zip(read.coordinates, geometry.coordinates).allSatisfy { abs($0 - $1) < 1e-8 })
    #expect(read.forceField == nil)
  }

  @Test func theLayoutOfXtbIsRead() throws {
    let text = """
           2
       energy: -1.07 gnorm: 0.0001 xtb: 6.5.1
      H           0.00000000000000       -0.00000000000000        0.38
      CL          0.00000000000000        0.00000000000000        1.6500 extra

      """
    let geometry = try Geometry(xyz: text, bonds: [])
    #expect(geometry.elements == ["H", "Cl"])
    #expect(geometry.coordinates == [0, 0, 0.38, 0, 0, 1.65])
  }

  @Test(arguments: [
    ("", "line 1"), ("x\n\n", "line 1"), ("-3\n\n", "line 1"), ("2\n\nH 0 0 0", "ends before the last of its 2 atoms"),
    ("1\n\nH 0 0", "line 3"), ("1\n\nH 0 0 z", "line 3"), ("1\n\n1 0 0 0", "line 3"), ("1\n\nH 0 0 nan", "finite"),
  ])
  func malformedTextNamesItsLine(text: String, reason: String) {
    let error = #expect(throws: ChemistryError.self) { try Geometry(xyz: text, bonds: []) }
    #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
  }
}
