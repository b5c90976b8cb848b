package import Chemistry
import Files
package import Tables

extension Specification {
  /// The keys under `molecules` for molecules and repeat units.
  static let keysOfMolecules =
    ["kind", "elements"] + FilterQuantity.allCases.map(\.row.key) + [
      "charged", "radicals", "minimum_ring_size", "maximum_ring_size", "ring_sizes", "required", "forbidden",
      "scaffold", "polymerization", "alerts", "known", "minimum_distance",
    ]

  /// The filter under `molecules`; its known molecules are in files that are not read here.
  package static func filter(in top: YAMLSection) throws(SpecificationError) -> MoleculeFilter {
    var filter = MoleculeFilter()
    guard let section = try top.section("molecules") else { return filter }
    try section.allow(keysOfMolecules)
    filter.allowedElements = try section.strings("elements")
    for quantity in FilterQuantity.allCases { filter.limits[quantity] = try section.limit(of: quantity.row) }
    if let isAllowed = try section.boolean("charged") {
      if filter.limits[.charge] != nil {
        throw section.error("charged", "and 'charge' say the same thing and exclude each other; keep one.")
      }
      filter.allowCharged = isAllowed
    }
    filter.allowRadicals = try section.boolean("radicals") ?? filter.allowRadicals
    filter.minimumRingSize = try section.integer("minimum_ring_size", in: 3...1_000)
    filter.maximumRingSize = try section.integer("maximum_ring_size", in: 3...1_000)
    filter.ringSizes = try section.integers("ring_sizes", in: 3...1_000)
    filter.required = try section.strings("required") ?? []
    filter.forbidden = try section.strings("forbidden") ?? []
    filter.scaffolds = try section.oneOrMore("scaffold")
    filter.polymerisations = try section.polymerisations("polymerization")
    if filter.polymerisations != nil, try kind(in: top) != .repeatUnit {
      throw section.error(
        "polymerization", "is for polymers; remove it, or state 'kind: repeat-unit' beside it.")
    }
    filter.catalogues = try section.catalogues("alerts")
    filter.minimumDistance = try section.number("minimum_distance")
    if let problem = filter.problem {
      throw SpecificationError(
        file: top.file, line: section.line(of: problem.kind), message: problem.description)
    }
    return filter
  }

  /// The files under `molecules.known` of molecules that must not be proposed.
  package static func knownFiles(in top: YAMLSection) throws(SpecificationError) -> [MoleculeFile] {
    guard let section = try top.section("molecules") else { return [] }
    if section.isMapping("known"), let inner = try section.section("known") {
      try inner.allow(["file", "column"])
      guard let path = try inner.string("file") else {
        throw inner.missing("file", "the path of a .smi, .csv or .sdf file")
      }
      return [MoleculeFile(path: inner.resolve(path), column: try inner.string("column"))]
    }
    return try section.oneOrMore("known").map { MoleculeFile(path: section.resolve($0)) }
  }
}

extension YAMLSection {
  /// A text, or a list of texts.
  fileprivate func oneOrMore(_ key: String) throws(SpecificationError) -> [String] {
    if isList(key) { return try strings(key) ?? [] }
    return try string(key).map { [$0] } ?? []
  }

  fileprivate func integers(_ key: String, in range: ClosedRange<Int>) throws(SpecificationError) -> [Int]? {
    guard let texts = try strings(key) else { return nil }
    var values: [Int] = []
    for text in texts {
      guard let value = Int(text), range.contains(value) else {
        throw error(
          key, "has '\(text)'; it must be a list of whole numbers from \(range.lowerBound) to \(range.upperBound).")
      }
      values.append(value)
    }
    return values
  }

  /// The bounds of a quantity, within what it can be.
  fileprivate func limit(of row: FilterQuantity.Row) throws(SpecificationError) -> FilterLimit? {
    guard let ends = try interval(row.key) else { return nil }
    let isWhole = row.decimals == 0
    for end in [ends.lower, ends.upper].compactMap(\.self) {
      guard row.possible.contains(end), !isWhole || end.rounded() == end else {
        let range = "from \(plain(row.possible.lowerBound)) to \(plain(row.possible.upperBound))"
        throw error(row.key, "must have \(isWhole ? "whole numbers" : "numbers") \(range) as its bounds.")
      }
    }
    return FilterLimit(least: ends.lower, most: ends.upper)
  }

  fileprivate func catalogues(_ key: String) throws(SpecificationError) -> [MoleculeFilter.Catalogue] {
    var catalogues: [MoleculeFilter.Catalogue] = []
    for name in try strings(key) ?? [] {
      guard let catalogue = MoleculeFilter.Catalogue(rawValue: name) else {
        throw error(key, MoleculeFilter.Catalogue.refusal(of: name))
      }
      catalogues.append(catalogue)
    }
    return catalogues
  }

  fileprivate func polymerisations(_ key: String) throws(SpecificationError) -> [Polymerisation]? {
    guard let names = try strings(key) else { return nil }
    var ways: [Polymerisation] = []
    for name in names {
      guard let way = Polymerisation(rawValue: name) else {
        throw error(key, Polymerisation.refusal(of: name))
      }
      ways.append(way)
    }
    return ways
  }

  /// The line of the filter that a rejection of this kind comes from: of the first of its keys that is present.
  fileprivate func line(of kind: Rejection.Kind) -> Int? {
    let candidates =
      kind == .ringSize ? ["ring_sizes", "minimum_ring_size", "maximum_ring_size"] : [kind.key]
    return line(of: candidates.first(where: keys.contains) ?? "")
  }
}

extension Polymerisation {
  /// The end of a sentence about an unknown name.
  package static func refusal(of name: String) -> String {
    let known = allCases.map(\.rawValue)
    return "has no class '\(name)'; there are \(known.joined(separator: ", "))." + suggestion(for: name, among: known)
  }
}

extension MoleculeFilter.Catalogue {
  /// The end of a sentence about an unknown name.
  package static func refusal(of name: String) -> String {
    let known = allCases.map(\.rawValue)
    return "has no catalogue '\(name)'; there are \(known.joined(separator: ", "))."
      + suggestion(for: name, among: known)
  }
}

/// A whole number without its point.
private func plain(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }
