import Calculation
import Chemistry
import Foundation
import Testing

@Suite struct ProgramQuestionTests {
  @Test func isOneLineOfJSON() throws {
    let molecule = try Molecule(smiles: "[O-]C=O")
    let question = ProgramQuestion(
      attempt: 1, of: molecule, in: ElectronicState(charge: molecule.charge, unpaired: 0), geometry: nil,
      properties: ["gap"])
    #expect(
      question.line
        == #"{"charge":-1,"id":\#(question.id),"properties":["gap"],"smiles":"O=C[O-]","unpaired_electrons":0}"#)
    #expect(try JSONDecoder().decode(ProgramQuestion.self, from: Data(question.line.utf8)) == question)
  }

  @Test func theGeometryIsInÅngström() throws {
    let methyl = try Molecule(smiles: "[CH3]")
    let geometry = try #require(try methyl.conformers(count: 1, seed: 1).first)
    let question = ProgramQuestion(
      attempt: 1, of: methyl, in: ElectronicState(charge: 0, unpaired: 1), geometry: geometry, properties: ["gap"])
    #expect(question.elements == ["C", "H", "H", "H"])
    #expect(question.coordinates == geometry.coordinates)
    #expect(question.unpairedElectrons == 1)
    #expect(!question.line.contains("\n"))
  }

  @Test func everyQuestionHasANumberOfItsOwn() throws {
    let questions = try ["C", "CC", "CCC"].flatMap { smiles in
      let molecule = try Molecule(smiles: smiles)
      return (1...3).map {
        ProgramQuestion(
          attempt: $0, of: molecule, in: ElectronicState(charge: molecule.charge, unpaired: 0), geometry: nil,
          properties: []
        ).id
      }
    }
    #expect(Set(questions).count == 9)
    #expect(questions.allSatisfy { $0 >= 0 && $0 <= Int(UInt32.max) })
  }
}
