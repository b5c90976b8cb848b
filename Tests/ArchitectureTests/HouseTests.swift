import Testing

/// README's tables, Package.swift and the sources say the same of the modules.
@Suite struct HouseTests {
  private let house: House
  /// The package's targets that are no tests, by name.
  private let targets: [String: PackageTarget]

  init() throws {
    house = try House()
    let own = try PackageTarget.all.get().filter { !$0.isForTests }
    targets = Dictionary(uniqueKeysWithValues: own.map { ($0.name, $0) })
  }

  @Test func everyModuleHasItsRow() {
    let names = house.all.map(\.name)
    #expect(SourceTree.sources.count > 100 && house.layers.count > 15)
    #expect(Set(names).count == names.count)
    // What is no row is a foreign module.
    #expect(Set(names) == Set(targets.keys).subtracting(house.all.flatMap(\.foreign)))
    #expect(Set(SourceTree.modules).isSubset(of: names))
  }

  @Test func everyLayerDependsOnLayersBelowItAndItsOwnForeignModules() {
    for (index, layer) in house.layers.enumerated() {
      let below = Set(house.layers.dropFirst(index + 1).map(\.name))
        .union(index == 0 ? House.bundledExecutables : []).union(layer.foreign)
      let dependencies = targets[layer.name]?.dependencies ?? []
      #expect(dependencies.subtracting(below) == [], "\(layer.name) depends on what is not below it.")
      #expect(layer.foreign.subtracting(dependencies) == [], "\(layer.name) lacks a foreign module.")
    }
  }

  @Test func whatIsBesideTheLayersDependsOnLayersAndItsOwnForeignModules() {
    let layers = Set(house.layers.map(\.name))
    for row in house.others {
      let dependencies = targets[row.name]?.dependencies ?? []
      #expect(dependencies.subtracting(layers) == row.foreign, "\(row.name)")
    }
  }

  @Test func everyForeignModuleHasOneLayer() {
    let foreign = house.all.flatMap(\.foreign)
    #expect(Set(foreign).count == foreign.count)
  }

  @Test func everyFileImportsOnlyWhatItsModuleDependsOn() {
    for file in SourceTree.sources {
      let allowed = (targets[file.module]?.dependencies ?? []).union(House.free)
      for name in file.imports where !allowed.contains(name) { Issue.record("\(file) imports \(name).") }
    }
  }

  @Test func everyModuleImportsAllThatItDependsOn() {
    for module in SourceTree.modules {
      let imported = Set(SourceTree.sources.filter { $0.module == module }.flatMap(\.imports))
      let unused = (targets[module]?.dependencies ?? []).subtracting(imported).subtracting(House.bundledExecutables)
      #expect(unused == [], "\(module)")
    }
  }
}
