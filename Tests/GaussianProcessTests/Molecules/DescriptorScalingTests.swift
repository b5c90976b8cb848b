import Foundation
import GaussianProcess
import Testing

struct DescriptorScalingTests {
  @Test func bringsToOneScale() throws {
    let rows = [[1.0, 100, 7], [2, -3000, 7], [4, 0, 7]]
    let scaling = DescriptorScaling(of: rows)
    let scaled = rows.map(scaling.scaled)
    for column in 0..<2 {
      let values = scaled.map { $0[column] }
      #expect(abs(values.reduce(0, +)) < 1e-12)
      #expect(abs(values.reduce(0) { $0 + $1 * $1 } / 3 - 1) < 1e-12)
    }
    // What was the same in all says nothing, also where it differs later.
    #expect(scaling.scaled([1, 1, 8])[2] == 0)
    #expect(scaling.scaled([1e300, 0, 7])[0] == 8)
    #expect(try JSONDecoder().decode(DescriptorScaling.self, from: JSONEncoder().encode(scaling)) == scaling)
  }

  @Test func nothingIsScaledByNothing() {
    #expect(DescriptorScaling(of: []).scaled([]) == [])
    #expect(DescriptorScaling(of: [[5]]).scaled([9]) == [0])
  }
}
