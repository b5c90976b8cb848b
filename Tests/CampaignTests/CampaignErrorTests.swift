import Calculation
import Files
import Foundation
import MolecularDesign
import Stores
import Testing

@Suite("What an error means for a campaign")
struct CampaignErrorTests {
  @Test(
    "What the person gave",
    arguments: [
      CalculatorUnavailable(problem: "There is no xtb", remedy: "install it"), DesignError.nothingToLearnFrom,
      StoreError.notFound(path: "a.sqlite"), StoreError.locked(path: "a.sqlite", holder: "process 1"),
    ] as [any Error])
  func input(error: any Error) {
    let mapped = CampaignError(error)
    #expect(mapped.kind == .input && mapped.description == "\(error)")
  }

  @Test(
    "What the machine did",
    arguments: [
      StoreError.diskFull(path: "a.sqlite"), StoreError.refused(path: "a.sqlite", rule: "rank"),
      NSError(domain: NSCocoaErrorDomain, code: 4),
      CalculationStageError.machineFailed(
        calculation: 1, of: "C", CalculationFailure(.resource, "There is no xtb."), tries: 1),
    ] as [any Error])
  func failure(error: any Error) {
    let mapped = CampaignError(error)
    #expect(mapped.kind == .failure && mapped.description == "\(error)")
  }

  @Test("An interruption, and what is said already")
  func others() {
    #expect(CampaignError(CancellationError()) == .interrupted)
    let error = CampaignError(.failure, "It fell down.")
    #expect(CampaignError(error) == error)
  }
}
