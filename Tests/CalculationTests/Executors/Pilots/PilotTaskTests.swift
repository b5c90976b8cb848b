import Calculation
import Testing

@Suite struct PilotTaskTests {
  private let limits = LocalExecutor().limits

  private func task(_ request: AttemptRequest, in folder: String = "/w/gap-1a/000012-01") -> PilotTask {
    PilotTask(request, folder: folder, campaign: "gap-1a", limits: limits, openFiles: 1024)
  }

  @Test func theNameIsThatOfTheAttemptAndOfAllThatTheProgramIsGiven() throws {
    let first = task(.running("/bin/echo", ["a"]))
    #expect(first.id == task(.running("/bin/echo", ["a"])).id)
    #expect(first.id.hasPrefix("000012-01-"))
    #expect(first.id.wholeMatch(of: /[A-Za-z0-9_-]+/) != nil)
    let others = [
      task(.running("/bin/echo", ["b"])), task(.running("/bin/cat", ["a"])),
      task(.running("/bin/echo", ["a"], environment: ["A": "1"])),
      task(.running("/bin/echo", ["a"], files: [.init(name: "f", contents: "")])),
      task(.running("/bin/echo", ["a"], timeLimitSeconds: 1)),
      task(.running("/bin/echo", ["a"], collect: ["f"])),
      task(.running("/bin/echo", ["a"]), in: "/w/gap-1a/confirm/000012-01"), first.again(2),
    ]
    #expect(Set(others.map(\.id)).union([first.id]).count == others.count + 1)
    #expect(others[6].id.hasPrefix("confirm-000012-01-"))
  }

  @Test func aQuestionIsOneLine() throws {
    let request = AttemptRequest(
      number: 1, molecule: nil, geometry: nil, executable: "/bin/cat", arguments: [], environment: [:],
      timeLimitSeconds: 1, standardInput: "{}\n", isForWorker: true)
    let record = try #require(SpoolRecord(task(request).bytes))
    #expect(record.texts("question") == ["{}"])
    #expect(record.files.isEmpty)
  }

  @Test func thePlaceOfTheWorkingDirectoryIsNoPartOfIt() {
    let request = AttemptRequest.running("/bin/echo")
    #expect(task(request).id == task(request, in: "/elsewhere/gap-1a/000012-01").id)
  }

  @Test func theTaskHasAllOfTheRequest() throws {
    let request = AttemptRequest(
      number: 1, molecule: nil, geometry: nil, executable: "/bin/cat", arguments: ["-"],
      environment: ["B": "2", "A": "1"],
      files: [.init(name: "in", contents: "x")], timeLimitSeconds: 1.5, collect: ["out"], standardInput: "question")
    let record = try #require(SpoolRecord(task(request).bytes))
    #expect(record.texts("limits") == ["67108864 1073741824 8589934592 1024 1500 500"])
    #expect(record.texts("argument") == ["/bin/cat", "-"])
    #expect(record.texts("variable") == ["A=1", "B=2"])
    #expect(record.texts("collect") == ["out"])
    #expect(record.files.map(\.name) == ["in", "stdin"])
  }
}
