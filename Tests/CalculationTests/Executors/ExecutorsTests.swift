import Calculation
import Testing

@Suite struct ExecutorsTests {
  @Test func everyExecutorHasANameOfItsOwnAndIsMadeByIt() {
    #expect(Set(Executors.all.map(\.name)).count == Executors.all.count)
    for registration in Executors.all {
      #expect(!registration.summary.isEmpty)
      #expect(Executors.make(MachineSettings(executor: registration.name)) != nil)
    }
    #expect(Executors.make(MachineSettings(executor: "nowhere")) == nil)
  }

  @Test func programsRunOnThisMachineUnlessAnotherPlaceIsNamed() {
    #expect(Executors.all.first?.name == Executors.usual.name)
    #expect(Executors.makeUsual() is LocalExecutor)
  }
}
