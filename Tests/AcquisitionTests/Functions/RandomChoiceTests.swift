import Acquisition
import Numerics
import Testing

struct RandomChoiceTests {
  @Test func drawsFromItsStreamAlone() {
    let one = RandomChoice(stream: RandomStream(seed: 1))
    let other = RandomChoice(stream: RandomStream(seed: 2))
    let values = one.logValues(AcquisitionState(candidateCount: 50))
    #expect(Set(values).count == 50)
    #expect(one.logValues(state(.maximize, (0..<50).map { (Double($0), 1) })) == values)
    #expect(other.logValues(AcquisitionState(candidateCount: 50)) != values)
  }
}
