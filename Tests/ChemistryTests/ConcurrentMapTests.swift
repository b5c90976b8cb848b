import Chemistry
import Testing

@Suite struct ConcurrentMapTests {
  @Test(arguments: [0, 1, 2, 17, 1000]) func resultsComeInTheOrderOfTheIndex(count: Int) {
    #expect(concurrentMap(count) { "\($0)" } == (0..<count).map { "\($0)" })
  }
}
