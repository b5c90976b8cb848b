import Testing

/// The tests mirror the sources: `Sources/MODULE/NAME.swift` has `Tests/MODULETests/NAMETests.swift`, in the same folder
/// where there are folders; `NAME+PART.swift` may be tested with `NAME`. What is tested elsewhere is a listed exception.
@Suite struct MirrorTests {
  private func name(_ file: SourceFile) -> String {
    String((file.path.split(separator: "/").last ?? "").dropLast(".swift".count))
  }

  /// The folders between the module and the file.
  private func folder(_ file: SourceFile) -> String {
    file.path.split(separator: "/").dropFirst(2).dropLast().joined(separator: "/")
  }

  /// The test files of a module by the name that they mirror.
  private func tests(of module: String) -> [String: SourceFile] {
    let files = SourceTree.tests.filter { $0.module == "\(module)Tests" && name($0).hasSuffix("Tests") }
    return Dictionary(files.map { (String(name($0).dropLast("Tests".count)), $0) }) { first, _ in first }
  }

  private let testModules = Set(SourceTree.tests.map(\.module))

  private func type(_ name: String) -> String { String(name.prefix { $0 != "+" }) }

  private func isMirrored(_ file: SourceFile, in tests: [String: SourceFile]) -> Bool {
    tests[name(file)] != nil || tests[type(name(file))] != nil
  }

  private var mirrored: [String] { SourceTree.modules.filter { MirrorExceptions.modules[$0] == nil } }

  @Test func everyFileHasItsTestsOrIsAnException() {
    for module in mirrored {
      let tests = tests(of: module)
      let excepted = Set(MirrorExceptions.groups.filter { $0.module == module }.flatMap(\.files))
      for file in SourceTree.sources where file.module == module && !isMirrored(file, in: tests) {
        #expect(excepted.contains(name(file)), "\(file) has no \(name(file))Tests.swift.")
      }
    }
  }

  @Test func testsAreInTheFolderOfTheirFile() {
    for module in mirrored {
      let tests = tests(of: module)
      for file in SourceTree.sources where file.module == module {
        guard let test = tests[name(file)] else { continue }
        #expect(folder(test) == folder(file), "\(test) is not in the folder of \(file).")
      }
    }
  }

  @Test func everyExceptionIsStillOne() {
    for group in MirrorExceptions.groups {
      let tests = tests(of: group.module)
      for exception in group.files {
        let file = SourceTree.sources.first { $0.module == group.module && name($0) == exception }
        guard let file else {
          Issue.record("There is no file \(exception).swift in \(group.module).")
          continue
        }
        #expect(!isMirrored(file, in: tests), "\(file) has tests of its own now.")
      }
      let names = SourceTree.tests.map { name($0) }
      #expect(names.contains(group.tests), "There are no \(group.tests), which cover \(group.files).")
    }
    for (module, _) in MirrorExceptions.modules {
      #expect(SourceTree.modules.contains(module), "There is no module \(module).")
      #expect(!testModules.contains("\(module)Tests"), "\(module) has tests of its own now.")
    }
  }

  @Test func everyTestFileMirrorsAFileOrIsAnException() {
    for module in mirrored {
      let names = Set(SourceTree.sources.filter { $0.module == module }.map { name($0) })
      let types = names.union(names.map(type))
      for (mirror, test) in tests(of: module) where !types.contains(type(mirror)) {
        #expect(MirrorExceptions.crossing[name(test)] != nil, "\(test) mirrors no file of \(module).")
      }
    }
    for exception in MirrorExceptions.crossing.keys {
      let files = SourceTree.tests.filter { name($0) == exception }
      #expect(!files.isEmpty, "There is no file \(exception).swift.")
    }
  }
}
