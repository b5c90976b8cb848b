import Testing

/// Package.swift keeps to the table of the rooms: what a room may not use is not even linked to it.
@Suite struct PackageTests {
  @Test func everyTargetDependsOnWhatTheTableAllows() throws {
    let targets = try PackageTarget.all()
    let rooms = targets.filter { House.below[$0.name] != nil }
    #expect(Set(rooms.map(\.name)) == Set(House.below.keys))
    for room in rooms {
      let others = House.room.merging(House.companions) { $1 }.filter { $0.value == room.name }.keys
      #expect(room.dependencies == (House.below[room.name] ?? []).union(others), "\(room.name)")
    }
  }

  @Test func everyOtherTargetIsForeignACompanionOrATest() throws {
    for target in try PackageTarget.all() where House.below[target.name] == nil {
      #expect(
        target.type == "test" || House.room[target.name] != nil || House.companions[target.name] != nil,
        "\(target.name)")
    }
  }
}
