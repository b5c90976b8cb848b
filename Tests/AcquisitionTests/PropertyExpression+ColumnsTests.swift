import Acquisition
import Numerics
import Testing

struct PropertyExpressionColumnsTests {
  /// To the last bit, and NaN where there is no value.
  @Test(arguments: [
    "gap", "2", "gap + dipole", "-(gap - 3 * dipole) / 2", "gap / dipole", "gap ^ 2 + dipole ^ gap", "log(gap * gap)",
    "exp(-abs(dipole)) + sqrt(gap)", "dipole - gap / (dipole - 2)",
  ])
  func areTheValuesOneByOne(text: String) throws {
    let expression = try PropertyExpression(text)
    var stream = RandomStream(seed: 1)
    let columns = expression.properties.map { _ in (0..<100).map { _ in 3 * stream.normal() } }
    let values = expression.values(at: columns.map { $0[...] })
    for place in 0..<(columns.first?.count ?? 1) {
      let alone = expression.value(at: columns.map { $0[place] }).value
      #expect(values[place] == alone || (values[place].isNaN && alone.isNaN))
    }
    #expect(values.count == (columns.first?.count ?? 1))
  }

  @Test func aPartOfAColumnServes() throws {
    #expect(try PropertyExpression("1 - gap").values(at: [[9, 1, 2, 3][1..<3]]) == [0, -1])
  }
}
