/// A family that is generated from the tables.
struct EnumeratedFamily {
  let name: String
  let entries: [Entry]
}

/// All families of the enumeration, in the order of precedence for molecules that several of them generate.
let enumeratedFamilies = [
  EnumeratedFamily(
    name: "substituted benzenes", entries: disubstituted(meta, every: 2) + disubstituted(para, every: 2)),
  EnumeratedFamily(name: "substituted rings", entries: product(rings, substituents, every: 2)),
  EnumeratedFamily(name: "saturated rings", entries: product(saturatedRings, acylAndAlkylGroups, every: 1)),
  EnumeratedFamily(name: "two aryl groups and a linker", entries: linkedAryls(every: 7)),
  EnumeratedFamily(name: "biaryls", entries: biaryls(every: 2)),
  EnumeratedFamily(name: "chains", entries: chains),
  EnumeratedFamily(name: "push–pull", entries: pushPull(every: 14)),
  EnumeratedFamily(name: "quinoids", entries: product(quinoids, substituents + donors, every: 12)),
]

private let meta = Template("1-({1})-3-({2})benzene", "c1({1})cccc({2})c1")
private let para = Template("1-({1})-4-({2})benzene", "c1({1})ccc({2})cc1")

/// Every `stride`-th entry of a family, because all of it would outnumber the other families.
private func thinned(_ entries: [Entry], every stride: Int) -> [Entry] {
  entries.enumerated().filter { $0.offset.isMultiple(of: stride) }.map(\.element)
}

private func product(_ templates: [Template], _ groups: [Group], every stride: Int) -> [Entry] {
  // Shifted by one for each template, so that thinning does not always skip the same groups.
  thinned(
    templates.enumerated().flatMap { offset, template in
      groups.indices.map { template.filled(groups[($0 + offset) % groups.count]) }
    }, every: stride)
}

private func disubstituted(_ template: Template, every stride: Int) -> [Entry] {
  thinned(
    substituents.indices.flatMap { first in
      substituents[first...].map { template.filled(substituents[first], $0) }
    }, every: stride)
}

private func linkedAryls(every stride: Int) -> [Entry] {
  thinned(
    linkers.flatMap { linker in
      aryls.flatMap { first in aryls.map { linker.filled(first, $0) } }
    }, every: stride)
}

private func biaryls(every stride: Int) -> [Entry] {
  thinned(aryls.indices.flatMap { first in aryls[first...].map { bound(aryls[first], $0) } }, every: stride)
}

private var chains: [Entry] {
  (2...7).flatMap { length in
    chainEnds.map { end in
      Entry(smiles: String(repeating: "C", count: length) + end.smiles, name: "C\(length) chain, \(end.name)")
    }
  }
}

private func pushPull(every stride: Int) -> [Entry] {
  thinned(
    bridges.flatMap { bridge in
      donors.flatMap { donor in acceptors.map { bridge.filled(donor, $0) } }
    } + donors.flatMap { donor in acceptors.map { bound(donor, $0) } }, every: stride)
}
