import Calculation
import Chemistry
import Foundation
import Testing

@Suite struct CalculationScheduleTests {
  private let jobs: [CalculationJob]

  init() throws {
    jobs = try ["C", "CC", "CCC"].enumerated().map {
      CalculationJob(number: $0 + 7, molecule: try Molecule(smiles: $1))
    }
  }

  /// What is next, in a word: `plan 7`, `plan 7 after 1, 2`, `attempt 1 of 7`, or `-`.
  private func next(_ schedule: inout CalculationSchedule) -> String {
    schedule.next().map(word) ?? "-"
  }

  private func word(_ step: CalculationStep) -> String {
    switch step {
    case .plan(let job, let ended) where ended.isEmpty: "plan \(job.number)"
    case .plan(let job, let ended):
      "plan \(job.number) after \(ended.map { "\($0.request.number)" }.joined(separator: ", "))"
    case .attempt(let job, let request): "attempt \(request.number) of \(job.number)"
    }
  }

  private func requests(_ numbers: Int...) -> [AttemptRequest] { numbers.map { .running("/bin/true", number: $0) } }

  private func taken(_ schedule: inout CalculationSchedule) -> (job: CalculationJob, outcome: CalculationOutcome)? {
    schedule.takeFinished()
  }

  private func end(_ number: Int, of job: CalculationJob, in schedule: inout CalculationSchedule) {
    let record = AttemptRecord(
      number: number, commandLine: ["/bin/true"], termination: .exited(0), wallSeconds: 1,
      startedAt: Date(timeIntervalSince1970: 0), failure: nil, energy: nil)
    let result = AttemptResult(values: ["energy": -Double(number)])
    schedule.attempted(
      job, record, EndedAttempt(request: requests(number)[0], result: .success(result)))
  }

  @Test func withoutJobsThereIsNothing() {
    var schedule = CalculationSchedule()
    #expect(next(&schedule) == "-")
    #expect(taken(&schedule) == nil)
  }

  @Test func aJobBeginsWithItsPlanAndItsAttemptsWait() {
    var schedule = CalculationSchedule()
    #expect(word(schedule.begin(jobs[0])) == "plan 7")
    #expect(word(schedule.begin(jobs[1])) == "plan 8")
    #expect(next(&schedule) == "-")
    schedule.planned(jobs[1], requests(1))
    schedule.planned(jobs[0], requests(1, 2))
    #expect((0..<4).map { _ in next(&schedule) } == ["attempt 1 of 8", "attempt 1 of 7", "attempt 2 of 7", "-"])
  }

  @Test func aStepIsPlannedOnWhenItsLastAttemptHasEndedAndBeforeWhatWaits() {
    var schedule = CalculationSchedule()
    _ = (schedule.begin(jobs[0]), schedule.begin(jobs[1]))
    schedule.planned(jobs[0], requests(1, 2))
    schedule.planned(jobs[1], requests(1))
    #expect(next(&schedule) == "attempt 1 of 7" && next(&schedule) == "attempt 2 of 7")
    end(2, of: jobs[0], in: &schedule)
    #expect(taken(&schedule) == nil)
    end(1, of: jobs[0], in: &schedule)
    // In the order of their numbers, whichever ended first.
    #expect(next(&schedule) == "plan 7 after 1, 2")
    #expect(next(&schedule) == "attempt 1 of 8")
    // A second step is planned after all attempts so far.
    schedule.planned(jobs[0], requests(3))
    #expect(next(&schedule) == "attempt 3 of 7")
    end(3, of: jobs[0], in: &schedule)
    #expect(next(&schedule) == "plan 7 after 1, 2, 3")
  }

  @Test func anOutcomeHasAllAttemptsAndIsTakenOnce() throws {
    var schedule = CalculationSchedule()
    _ = schedule.begin(jobs[0])
    schedule.planned(jobs[0], requests(1, 2))
    _ = (next(&schedule), next(&schedule))
    end(2, of: jobs[0], in: &schedule)
    end(1, of: jobs[0], in: &schedule)
    schedule.ended(jobs[0], .failure(CalculationFailure(.unknown, "It fell.")))
    let finished = try #require(taken(&schedule))
    #expect(finished.job == jobs[0] && finished.outcome.attempts.map(\.number) == [1, 2] && !finished.outcome.isReused)
    #expect(finished.outcome.wallSeconds >= 0)
    #expect(throws: CalculationFailure(.unknown, "It fell.")) { try finished.outcome.result.get() }
    #expect(taken(&schedule) == nil)
    // What has ended does not end again.
    schedule.ended(jobs[0], .failure(CalculationFailure(.unknown, "It fell.")))
    #expect(taken(&schedule) == nil)
  }

  @Test func whatIsReusedIsMarkedWhateverTheCacheSays() throws {
    var schedule = CalculationSchedule()
    let outcome = CalculationOutcome(
      result: .failure(CalculationFailure(.input, "It fell.")), attempts: [], wallSeconds: 12)
    schedule.reused(jobs[0], outcome)
    #expect(taken(&schedule) == nil, "It has not begun.")
    _ = schedule.begin(jobs[0])
    schedule.reused(jobs[0], outcome)
    let finished = try #require(taken(&schedule))
    #expect(finished.job == jobs[0] && finished.outcome.isReused && finished.outcome.wallSeconds == 12)
  }
}
