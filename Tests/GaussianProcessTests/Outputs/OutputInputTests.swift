import GaussianProcess
import Testing

struct OutputInputTests {
  @Test func observationsAreToldApart() {
    let one = OutputInput(output: 1, input: "C", observation: 3)
    #expect(one == OutputInput(output: 1, input: "C", observation: 3))
    #expect(
      Set([one, OutputInput(output: 1, input: "C"), OutputInput(output: 0, input: "C", observation: 3)]).count == 3)
  }
}
