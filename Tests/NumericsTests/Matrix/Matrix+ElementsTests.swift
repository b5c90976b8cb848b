import Glibc
import Numerics
import Testing

struct MatrixElementsTests {
  @Test func smallOnesByHand() {
    let a = Matrix(rows: 2, columns: 3, storage: [1, 4, 2, 5, 3, 6])
    #expect(2 * a == a + a)
    #expect((a - a).storage.allSatisfy { $0 == 0 })
    #expect(a.elementwiseProduct(a).storage == [1, 16, 4, 25, 9, 36])
    #expect(a.innerProduct(2 * a) == 182)
    var scaled = a
    scaled.scale(rows: [1, 10], columns: [2, 0, -1])
    #expect(scaled.storage == [2, 80, 0, 0, -3, -60])
    #expect(a.squaredColumnNorms == [17, 29, 45])
  }

  /// Less than is shared among cores, and more.
  @Test(arguments: [(3, 5), (500, 300), (0, 4)])
  func inPlaceOperationsEqualTheirDefinition(rows: Int, columns: Int) {
    let (a, b) = (randomMatrix(rows, columns, seed: 1), randomMatrix(rows, columns, seed: 2))
    func check(_ change: (inout Matrix) -> Void, _ definition: (Double, Double) -> Double) {
      var changed = a
      change(&changed)
      #expect(changed.storage == zip(a.storage, b.storage).map(definition))
    }
    check({ $0 += b }, +)
    check({ $0 -= b }, -)
    check({ $0.multiplyElements(by: b) }, *)
    check({ $0 *= 3 }, { a, _ in 3 * a })
    check({ $0.addScaled(b, by: 0.5) }, { $0 + 0.5 * $1 })
    check({ $0.addScaled($0, by: -1) }, { _, _ in 0 })
  }

  @Test func sumsEqualTheirDefinition() {
    let (a, b) = (randomMatrix(500, 300, seed: 1), randomMatrix(500, 300, seed: 2))
    #expect(abs(a.innerProduct(b) - zip(a.storage, b.storage).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-9)
    #expect(distance(a.squaredColumnNorms, (0..<300).map { a.column($0).reduce(0) { $0 + $1 * $1 } }) < 1e-10)
    #expect(Matrix(rows: 0, columns: 2).squaredColumnNorms == [0, 0])
    #expect(Matrix(rows: 0, columns: 2).innerProduct(Matrix(rows: 0, columns: 2)) == 0)
  }

  @Test func exponentialsAreAccurateEverywhere() {
    let arguments = (-7_460_000...7_100_000).lazy.filter { $0 % 97 == 0 }.map { Double($0) * 1e-4 }
    var values = Matrix(rows: arguments.count, columns: 1, storage: Array(arguments))
    values.exponentiateElements()
    var worst = 0.0
    for (argument, value) in zip(arguments, values.storage) {
      let exact = exp(argument)
      if exact.isInfinite || value.isInfinite {
        #expect(exact == value)
      } else {
        worst = max(worst, abs(value - exact) / exact.ulp)
      }
    }
    #expect(worst <= 2)
  }

  @Test func exponentialsOfWhatIsNoOrdinaryNumber() {
    var values = Matrix(
      rows: 9, columns: 1, storage: [.nan, .infinity, -.infinity, 0, -0.0, 1e300, -1e300, 1e-300, -708.5])
    values.exponentiateElements()
    #expect(values[0, 0].isNaN)
    #expect(Array(values.storage[1..<8]) == [.infinity, 0, 1, 1, .infinity, 0, 1])
    #expect(values[8, 0].isSubnormal && values[8, 0] > 0)
  }

  @Test(arguments: [Matrix.RadialFunction.squaredExponential, .matern12, .matern32, .matern52])
  func radialFunctionsOfSquaredDistances(function: Matrix.RadialFunction) {
    let squares = (0..<1003).map { 0.01 * Double($0) }
    var values = Matrix(rows: 1003, columns: 1, storage: squares)
    values.replaceSquaredDistances(by: function)
    for (s, value) in zip(squares, values.storage) {
      let r = s.squareRoot()
      let (three, five) = (3.0.squareRoot() * r, 5.0.squareRoot() * r)
      let wanted =
        switch function {
        case .squaredExponential: exp(-s / 2)
        case .matern12: exp(-r)
        case .matern32: (1 + three) * exp(-three)
        case .matern52: (1 + five + 5 / 3 * s) * exp(-five)
        }
      #expect(abs(value - wanted) <= 1e-15)
    }
  }

  @Test func exponentialsTakeAFactor() {
    var values = Matrix(rows: 1, columns: 3, storage: [0, 1, 2])
    values.exponentiateElements(times: -0.5)
    #expect(distance(values.storage, [1, exp(-0.5), exp(-1.0)]) < 1e-15)
  }

  @Test func theNumberOfWorkersChangesNoBit() {
    let (a, b) = (randomMatrix(700, 300, seed: 1), randomMatrix(700, 300, seed: 2))
    let sums = byDifferentNumbersOfWorkers { a.innerProduct(b) }
    #expect(sums[0] == sums[1] && sums[0] == sums[2])
    let exponentials = byDifferentNumbersOfWorkers { () -> Matrix in
      var values = a
      values.exponentiateElements()
      return values
    }
    #expect(exponentials[0] == exponentials[1] && exponentials[0] == exponentials[2])
  }
}
