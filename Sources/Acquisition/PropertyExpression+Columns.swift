internal import Glibc

extension PropertyExpression {
  /// Its values where its properties have many values, without the derivatives: the same as one by one, but the steps of
  /// the expression are followed once for all of them.
  ///
  /// - Parameter columns: the values of each property, in their order, all of the same length.
  package func values(at columns: [ArraySlice<Double>]) -> [Double] {
    precondition(
      columns.count == properties.count && columns.allSatisfy { $0.count == columns[0].count },
      "\(description) needs equally many values of \(properties.count) properties.")
    return values(of: root, columns, count: columns.first?.count ?? 1)
  }

  private func values(of node: Node, _ columns: [ArraySlice<Double>], count: Int) -> [Double] {
    func of(_ part: Node) -> [Double] { values(of: part, columns, count: count) }
    func mapped(_ part: Node, _ step: (Double) -> Double) -> [Double] {
      var result = of(part)
      for place in result.indices { result[place] = step(result[place]) }
      return result
    }
    func joined(_ left: Node, _ right: Node, _ step: (Double, Double) -> Double) -> [Double] {
      var result = of(left)
      let second = of(right)
      for place in result.indices { result[place] = step(result[place], second[place]) }
      return result
    }
    switch node {
    case .number(let number): return [Double](repeating: number, count: count)
    case .property(let name): return Array(columns[properties.firstIndex(of: name) ?? 0])
    case .negative(let part): return mapped(part) { -$0 }
    case .sum(let left, let right): return joined(left, right) { $0 + $1 }
    case .difference(let left, let right): return joined(left, right) { $0 - $1 }
    case .product(let left, let right): return joined(left, right) { $0 * $1 }
    case .quotient(let left, let right): return joined(left, right) { $0 / $1 }
    case .power(let left, let right): return joined(left, right) { pow($0, $1) }
    case .function(.log, let part): return mapped(part) { log($0) }
    case .function(.exp, let part): return mapped(part) { exp($0) }
    case .function(.sqrt, let part): return mapped(part) { $0.squareRoot() }
    case .function(.abs, let part): return mapped(part) { abs($0) }
    }
  }
}
