import Files
import Glibc
import Testing

@Suite struct SessionLimitsTests {
  @Test(arguments: [(1024, 82), (1 << 20, 87_378), (64, 2), (41, 1), (0, 1)])
  func jobsAreBoundByOpenFiles(openFiles: Int, jobs: Int) {
    #expect(SessionLimits.mostJobs(openFiles: openFiles) == jobs)
  }

  @Test func theSoftLimitIsRaisedAndProgramsGetTheOldOne() async {
    await #expect(processExitsWith: .success) {
      var limit = rlimit(rlim_cur: 100, rlim_max: 200)
      _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
      #expect(SessionLimits.openFiles == 100)
      SessionLimits.raiseOpenFiles()
      #expect(SessionLimits.openFiles == 200)
      #expect(SessionLimits.openFilesOfPrograms == 100)
    }
  }

  @Test func theSizeOfFilesIsKnownWhereItIsLimited() async {
    await #expect(processExitsWith: .success) {
      #expect(SessionLimits.fileBytes == nil)
      var limit = rlimit(rlim_cur: 5000, rlim_max: 5000)
      _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      #expect(SessionLimits.fileBytes == 5000)
    }
  }
}
