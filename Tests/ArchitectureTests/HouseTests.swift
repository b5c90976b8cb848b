import Testing

/// The sources keep to the table of the rooms.
@Suite struct HouseTests {
  @Test func everyModuleHasItsPlaceInTheTable() {
    #expect(SourceTree.sources.count > 100)
    #expect(Set(SourceTree.modules) == Set(House.below.keys))
  }

  @Test func eachRoomImportsOnlyRoomsBelowItAndItsOwnForeignLibrary() {
    for file in SourceTree.sources {
      let rooms = House.below[file.module] ?? []
      for name in file.imports where !House.free.contains(name) {
        #expect(rooms.contains(name) || House.room[name] == file.module, "\(file) imports \(name).")
      }
    }
  }

  @Test func theTableHasNoCircle() {
    var settled: Set<String> = []
    while let next = House.below.first(where: { !settled.contains($0.key) && $0.value.isSubset(of: settled) }) {
      settled.insert(next.key)
    }
    #expect(settled == Set(House.below.keys))
  }

  @Test(arguments: House.room.keys.sorted())
  func everyForeignLibraryIsUsedInItsRoom(_ library: String) {
    let users = Set(SourceTree.sources.filter { $0.imports.contains(library) }.map(\.module))
    #expect(users == [House.room[library] ?? ""])
  }
}
