import Chemistry
import Numerics
import Testing
import TransferLearning

@Suite struct NetworkInputsTests {
  @Test func allWaysToGiveThemAreOne() {
    let rows: [[Double]] = [[0, 2, 0], [1, 0, -3], [0, 0, 0]]
    let matrix = Matrix(rows: 3, columns: 3, storage: [0, 1, 0, 2, 0, 0, 0, -3, 0])
    let nonzero: [[(column: Int, value: Double)]] = [[(1, 2)], [(0, 1), (2, -3)], []]
    for inputs in [
      NetworkInputs(rows: rows, columns: 3), NetworkInputs(matrix), NetworkInputs(nonzero: nonzero, columns: 3),
    ] {
      #expect(inputs.rows == 3 && inputs.columns == 3)
      for (row, elements) in nonzero.enumerated() {
        #expect(inputs.elements.elements(ofRow: row).elementsEqual(elements) { $0 == $1 })
      }
      let part = inputs.rows([1, 1])
      #expect(part.rows == 2 && part.elements.elements(ofRow: 1).elementsEqual(nonzero[1]) { $0 == $1 })
    }
  }

  @Test func countsOfAFingerprintAreItsElements() throws {
    let fingerprint = try Molecule(smiles: "CCCO").fingerprint()
    let inputs = NetworkInputs([fingerprint])
    #expect(inputs.columns == fingerprint.size)
    let elements = inputs.elements.elements(ofRow: 0)
    #expect(elements.allSatisfy { Double(fingerprint.counts[$0.column]) == $0.value })
    #expect(elements.reduce(0) { $0 + Int($1.value) } == fingerprint.total)
  }
}
