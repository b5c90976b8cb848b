extension Element {
  /// The number of groups that ``group`` tells apart.
  public static let groupCount = columns.count + 4

  /// The place of its group among the groups of similar elements: the columns of the periodic table in their order, then the
  /// noble gases, the lanthanoids behind lanthanum, the actinoids behind actinium, and hydrogen.
  public var group: Int { Self.groups[atomicNumber - 1] }

  private static let groups = all.map { element -> Int in
    if let column = columns.firstIndex(where: { $0.contains(element) }) { return column }
    let place = element.symbol == "H" ? 3 : isolated.contains(element.symbol) ? 0 : element.atomicNumber < 89 ? 1 : 2
    return columns.count + place
  }

  /// The columns of the periodic table without hydrogen and the noble gases, whose chemistry no neighbour shares.
  private static let columns = [
    "Li Na K Rb Cs Fr", "Be Mg Ca Sr Ba Ra", "Sc Y La Ac", "Ti Zr Hf", "V Nb Ta", "Cr Mo W", "Mn Tc Re", "Fe Ru Os",
    "Co Rh Ir", "Ni Pd Pt", "Cu Ag Au", "Zn Cd Hg", "B Al Ga In Tl", "C Si Ge Sn Pb", "N P As Sb Bi", "O S Se Te Po",
    "F Cl Br I At",
  ].map { $0.split(separator: " ").compactMap { Element(symbol: String($0)) } }

  private static let isolated: Set<String> = ["H", "He", "Ne", "Ar", "Kr", "Xe", "Rn"]

  /// The elements beside it in the periodic table: those above and below it in its column, and those to its left and right
  /// in its row. None for hydrogen and the noble gases.
  public var neighbours: [Element] {
    guard !Self.isolated.contains(symbol) else { return [] }
    var found: [Element] = []
    for column in Self.columns {
      guard let place = column.firstIndex(of: self) else { continue }
      if place > 0 { found.append(column[place - 1]) }
      if place + 1 < column.count { found.append(column[place + 1]) }
    }
    // A noble gas ends each row, and is not passed.
    for number in [atomicNumber - 1, atomicNumber + 1] where (1...Self.all.count).contains(number) {
      let beside = Self.all[number - 1]
      if !Self.isolated.contains(beside.symbol), !found.contains(beside) { found.append(beside) }
    }
    return found
  }
}
