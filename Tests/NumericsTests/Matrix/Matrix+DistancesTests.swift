import Numerics
import Testing

struct MatrixDistancesTests {
  private func naiveDistances(_ a: Matrix, _ b: Matrix) -> Matrix {
    var result = Matrix(rows: a.columns, columns: b.columns)
    for column in 0..<b.columns {
      for row in 0..<a.columns {
        result[row, column] = (0..<a.rows).reduce(0) {
          $0 + (a[$1, row] - b[$1, column]) * (a[$1, row] - b[$1, column])
        }
      }
    }
    return result
  }

  @Test(arguments: [0, 1, 2, 255, 256, 257, 775])
  func equalTheirDefinition(count: Int) {
    let (a, b) = (randomMatrix(7, count, seed: 1), randomMatrix(7, 300, seed: 2))
    #expect(distance(Matrix.squaredDistances(a, b), naiveDistances(a, b)) < 1e-11)
    let among = Matrix.squaredDistances(a)
    #expect(distance(among, naiveDistances(a, a)) < 1e-11)
    #expect(among == among.transposed)
    #expect(among.diagonal.allSatisfy { $0 == 0 })
  }

  @Test(arguments: [0..<300, 0..<0, 17..<299, 257..<258])
  func partsOfASetHaveTheDistancesOfTheWhole(rows: Range<Int>) {
    let points = randomMatrix(7, 300, seed: 2)
    let (set, all) = (PointSet(points), naiveDistances(points, points))
    for columns in [0..<300, 40..<290, 299..<300] {
      let part = set.squaredDistances(rows, columns)
      let wanted = Matrix(
        rows: rows.count, columns: columns.count,
        storage: columns.flatMap { column in rows.map { all[$0, column] } })
      #expect(part.rows == rows.count && distance(part, wanted) < 1e-11)
    }
  }

  @Test func nearPointsFarFromTheOriginKeepTheirDigits() {
    // Pairs of points 10⁻⁶ apart among points 1 apart, all about 10⁶ from the origin.
    var points = randomMatrix(5, 60)
    for column in 0..<60 {
      for row in 0..<5 {
        points[row, column] = column < 30 ? points[row, column] + 1e6 : points[row, column - 30] + 1e-6
      }
    }
    let exact = naiveDistances(points, points)
    for distances in [Matrix.squaredDistances(points), Matrix.squaredDistances(points, points)] {
      for (found, wanted) in zip(distances.storage, exact.storage) { #expect(abs(found - wanted) <= 1e-9 * wanted) }
    }
  }

  @Test func equalPointsAreNowhereApart() {
    let points = randomMatrix(40, 20)
    let distances = Matrix.squaredDistances(
      points, Matrix(rows: 40, columns: 40, storage: points.storage + points.storage))
    for index in 0..<20 { #expect(distances[index, index] == 0 && distances[index, index + 20] == 0) }
    #expect(Matrix.squaredDistances(Matrix(rows: 3, columns: 4, repeating: 0.1)).storage.allSatisfy { $0 == 0 })
  }

  @Test func nothingCountsForNothing() {
    #expect(Matrix.squaredDistances(Matrix(rows: 0, columns: 2)) == Matrix(rows: 2, columns: 2))
    #expect(Matrix.squaredDistances(Matrix(rows: 3, columns: 0), randomMatrix(3, 2)) == Matrix(rows: 0, columns: 2))
  }

  @Test func whatIsNotANumberStaysSo() {
    var points = randomMatrix(3, 5)
    points[1, 2] = .nan
    #expect(Matrix.squaredDistances(points, points)[2, 4].isNaN)
  }

  @Test func theNumberOfWorkersChangesNoBit() {
    let points = randomMatrix(10, 775)
    for distances in [
      byDifferentNumbersOfWorkers { Matrix.squaredDistances(points) },
      byDifferentNumbersOfWorkers { Matrix.squaredDistances(points, points) },
    ] {
      #expect(distances[0] == distances[1] && distances[0] == distances[2])
    }
  }
}
